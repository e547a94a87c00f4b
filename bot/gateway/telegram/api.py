"""The Bot API, and what each way of failing means for a message that was to be sent."""

from __future__ import annotations

import asyncio
import logging
import os
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import httpx
from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.gateway.telegram.config import Config
from bot.gateway.telegram.formatting import to_html

os.environ.setdefault("PTB_TIMEDELTA", "true")  # how RetryAfter tells its time
# it logs what it could not parse, which may quote people
logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)

READ_SECONDS: Final = 35.0  # an answer that comes late is better than not knowing
CONNECT_SECONDS: Final = 10.0
CONNECTIONS: Final = 64
POLL_SECONDS: Final = 25
UPDATES: Final = '["message","edited_message","callback_query","my_chat_member"]'
NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
NEVER_SENT: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
NOBODY_THERE: Final = ("chat not found", "peer_id_invalid", "user is deactivated")


class Result(Enum):
    """What became of a message."""

    SENT = "sent"
    FLOOD = "flood"  # too fast for this chat: wait as told
    BLOCKED = "blocked"  # the person wants no messages, or is gone
    MARKUP = "markup"  # the text was refused for its markup
    REJECTED = "rejected"  # will never be taken as it is
    UNREACHED = "unreached"  # it never left
    FAILED = "failed"  # Telegram says that it failed
    UNKNOWN = "unknown"  # it may have arrived
    TOKEN = "token"  # noqa: S105  the bot itself is refused


@dataclass(frozen=True)
class Sending:
    """A result, the seconds to wait, the message's id when it was sent."""

    result: Result
    wait: float = 0.0
    message: int | None = None


def judge(error: TelegramError) -> Sending:
    """What `error` says about a message that was being sent."""
    if isinstance(error, RetryAfter):
        return Sending(Result.FLOOD, wait=_seconds(error.retry_after))
    if isinstance(error, Forbidden):
        return Sending(Result.BLOCKED)
    if isinstance(error, BadRequest):
        return Sending(_refused(str(error).lower()))
    if isinstance(error, InvalidToken):
        return Sending(Result.TOKEN)
    if isinstance(error, ChatMigrated):
        return Sending(Result.REJECTED)
    if isinstance(error.__cause__, NEVER_SENT):
        return Sending(Result.UNREACHED)
    # an answer that says so, and not a connection that broke half-way
    answered = error.__cause__ is None or isinstance(error.__cause__, TelegramError)
    failed = answered and isinstance(error, NetworkError | Conflict)
    return Sending(Result.FAILED if failed else Result.UNKNOWN)


def _seconds(wait: Any) -> float:
    return float(getattr(wait, "total_seconds", lambda: wait)())


def _refused(why: str) -> Result:
    if "can't parse entities" in why:
        return Result.MARKUP
    if any(reason in why for reason in NOBODY_THERE):
        return Result.BLOCKED
    return Result.REJECTED


class Api:
    """The few things that we ask of Telegram."""

    def __init__(self, config: Config) -> None:
        local = config.api_url.startswith(("http://127.0.0.1", "http://localhost"))
        options: dict[str, Any] = {
            "connect_timeout": CONNECT_SECONDS,
            "write_timeout": CONNECT_SECONDS,
            "pool_timeout": READ_SECONDS,
            "httpx_kwargs": {"trust_env": not local},
        }
        self._sending = HTTPXRequest(CONNECTIONS, READ_SECONDS, **options)
        self._polling = HTTPXRequest(1, POLL_SECONDS + 10, **options)
        self.bot = Bot(
            config.token,
            base_url=config.api_url,
            request=self._sending,
            get_updates_request=self._polling,
        )

    async def close(self) -> None:
        """Let go of connections."""
        await asyncio.gather(self._sending.shutdown(), self._polling.shutdown())

    async def send(
        self, chat: int, text: str, keyboard: InlineKeyboardMarkup | None
    ) -> Sending:
        """One message, without a sound that a plain text would not make."""
        first = await self._send(chat, to_html(text), keyboard, ParseMode.HTML)
        if first.result is not Result.MARKUP:
            return first
        plain = await self._send(chat, text, keyboard, None)
        refused = plain.result is Result.MARKUP
        return Sending(Result.REJECTED) if refused else plain

    async def _send(
        self,
        chat: int,
        text: str,
        keyboard: InlineKeyboardMarkup | None,
        mode: str | None,
    ) -> Sending:
        try:
            message = await self.bot.send_message(
                chat,
                text,
                parse_mode=mode,
                reply_markup=keyboard,
                link_preview_options=NO_PREVIEW,
            )
        except TelegramError as error:
            return judge(error)
        return Sending(Result.SENT, message=message.message_id)

    async def updates(self, offset: int) -> list[Any]:
        """Updates from `offset` on, as they came. Raises TelegramError.

        They are not parsed here: one that cannot be parsed must not hide the others.
        """
        url = f"{self.bot.base_url}/getUpdates?offset={offset}&timeout={POLL_SECONDS}"
        found = await self._polling.post(
            f"{url}&limit=100&allowed_updates={UPDATES}", read_timeout=POLL_SECONDS + 10
        )
        return list(found) if isinstance(found, list) else []
