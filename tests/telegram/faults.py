"""Ways in which Telegram fails: each answers one call, or lets it pass as None."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web

from tests.telegram.fake import FakeTelegram, Fault, refused


def flood(seconds: int) -> Fault:
    def fault(*_: Any) -> web.Response:
        more = {"parameters": {"retry_after": seconds}}
        return refused(429, "Too Many Requests", **more)

    return fault


def status(code: int, why: str = "Internal Server Error") -> Fault:
    return lambda *_: refused(code, why)


def html_502(*_: Any) -> web.Response:
    page = "<html><h1>502 Bad Gateway</h1></html>"
    return web.Response(status=502, text=page, content_type="text/html")


def garbage(*_: Any) -> web.Response:
    return web.Response(text="not json")


def bad_markup(_: FakeTelegram, __: web.Request, params: dict[str, Any]) -> Any:
    """Refuses HTML; plain text passes."""
    if "parse_mode" in params:
        return refused(400, "Bad Request: can't parse entities: unsupported tag")
    return None


def reset(*, after_taking: bool) -> Fault:
    """The connection breaks: nobody knows whether the message was taken."""

    def fault(fake: FakeTelegram, request: web.Request, params: dict[str, Any]) -> Any:
        if after_taking:
            fake.take(params)
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    return fault


def slow(seconds: float) -> Fault:
    async def fault(*_: Any) -> None:
        await asyncio.sleep(seconds)

    return fault
