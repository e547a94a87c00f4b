"""Where Telegram brings updates: proven, small, kept, and only then acknowledged."""

from __future__ import annotations

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.gateway.logs import log
from bot.gateway.telegram.config import PATH
from bot.gateway.telegram.receiver import NotWritten, Receiver

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105
MOST_BYTES: Final = 256 * 1024
logger = logging.getLogger(__name__)


class Webhook:
    """The only route that Telegram knows."""

    def __init__(
        self, secret: str, receiver: Receiver, wait: Callable[[], Awaitable[None]]
    ) -> None:
        self._secret = secret.encode()
        self._receiver = receiver
        self._wait = wait

    def routes(self) -> list[Route]:
        """Where it is found."""
        return [Route(PATH, self.take, methods=["POST"])]

    async def take(self, request: Request) -> Response:
        """200 for what is kept and for what can never be: 5xx brings it again."""
        given = request.headers.get(SECRET_HEADER, "").encode()
        if not hmac.compare_digest(given, self._secret):
            return _answer(403)
        raw = await _json(request)
        if raw is None:
            self._receiver.broken += 1
            return _answer(200)
        try:
            await self._receiver.take(raw)
        except NotWritten as error:
            log(logger, "update_not_written", level=logging.ERROR, code=error.code)
            return _answer(503)
        # it is kept; the later Telegram hears of it, the slower it brings the next
        await self._wait()
        return _answer(200)


async def _json(request: Request) -> object:
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                return None
        return json.loads(body)
    except (ClientDisconnect, ValueError, RecursionError):
        return None


def _answer(status: int) -> Response:
    return PlainTextResponse("", status_code=status)
