"""What every request to the chat must bring: a known origin, our header, a session."""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from bot.gateway.conversations import LIFETIME_SECONDS
from bot.gateway.refusals import Refused

HEADER: Final = "X-Tanya"  # other sites cannot set it without being asked for leave
MOST_BYTES: Final = 64 * 1024
COOKIE: Final = "tanya"
SECURE_COOKIE: Final = "__Host-tanya"
SAME_SITE: Final = {None, "same-origin", "none"}


def check_origin(request: Request, allowed: frozenset[str]) -> None:
    """Raises Refused if the page that asks is not one of ours."""
    origin = request.headers.get("origin")
    if origin is None:
        known = request.headers.get("sec-fetch-site") in SAME_SITE
    else:
        known = origin in allowed or _host_of(origin) == request.headers.get("host")
    if not known:
        raise Refused(403, "origin", "this page may not use the assistant")


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None


def check_header(request: Request) -> None:
    """Raises Refused if a form of another site may have sent the request."""
    if HEADER not in request.headers:
        raise Refused(403, "header", f"the header {HEADER} is missing")


async def read_body(request: Request) -> bytes:
    """The whole body. Raises Refused if it is too big or breaks off."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                raise Refused(413, "too_large", "at most 64 kB can be taken")
    except ClientDisconnect:
        raise Refused(400, "incomplete", "the request was not sent whole") from None
    return bytes(body)


async def read_json(request: Request) -> dict[str, Any]:
    """The body, an object. Raises Refused if it is too big or something else."""
    body = await read_body(request)
    if not body:
        return {}
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(400, "not_json", "the body must be JSON") from None
    if not isinstance(value, dict):
        raise Refused(400, "not_an_object", "the body must be a JSON object")
    return value


def session_of(request: Request) -> str | None:
    """The session's secret, from its cookie."""
    return request.cookies.get(SECURE_COOKIE) or request.cookies.get(COOKIE)


def give_session(request: Request, response: Response, session: str) -> None:
    """Put the session's secret where no script can read it."""
    _set(request, response, session, int(LIFETIME_SECONDS))


def take_session(request: Request, response: Response) -> None:
    """Make the browser forget its session."""
    _set(request, response, "", 0)


def _set(request: Request, response: Response, value: str, seconds: int) -> None:
    """The session's cookie.

    On a page of ours it never leaves the site. On another site, which `check_origin`
    let in, browsers keep one jar for each site that carries the widget.
    """
    https = request.url.scheme == "https"
    foreign = _is_foreign(request)
    response.set_cookie(
        SECURE_COOKIE if https else COOKIE,
        value,
        max_age=seconds,
        path="/",
        secure=https or foreign,
        httponly=True,
        samesite="none" if foreign else "lax",
    )
    if foreign:  # Starlette writes this word from Python 3.14 on only
        name, cookie = response.raw_headers.pop()
        response.raw_headers.append((name, cookie + b"; Partitioned"))


def _is_foreign(request: Request) -> bool:
    origin = request.headers.get("origin")
    return origin is not None and _host_of(origin) != request.headers.get("host")
