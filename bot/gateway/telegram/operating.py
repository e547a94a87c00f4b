"""What an operator does with the bot: connect it, look at it, make links, mend."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Final, TypeVar

from sqlalchemy import delete, insert, select, update
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.database import Database
from bot.errors import ConfigurationError, ServiceUnavailable, UsageError
from bot.gateway.telegram.api import UPDATES, Api
from bot.gateway.telegram.config import PATH, Config
from bot.gateway.telegram.menu import set_menu
from bot.gateway.telegram.tables import dead, links
from bot.settings import Settings

CONNECTIONS: Final = 10  # in which Telegram brings updates at the same time
PATIENCE_SECONDS: Final = 20.0
DAY_SECONDS: Final = 86_400.0
Result = TypeVar("Result")


def required(settings: Settings) -> Config:
    """The bot's configuration. Raises ConfigurationError without a token."""
    config = Config.read(settings)
    if config is None:
        raise ConfigurationError("no bot: set TANYA_TELEGRAM_TOKEN, see .env.example")
    return config


def asked(config: Config, what: Callable[[Bot], Awaitable[Result]]) -> Result:
    """`what` of the bot. Raises ServiceUnavailable; no error tells the token."""

    async def ask() -> Result:
        api = Api(config)
        try:
            return await asyncio.wait_for(what(api.bot), PATIENCE_SECONDS)
        finally:
            await api.close()

    try:
        return asyncio.run(ask())
    except InvalidToken:
        raise ConfigurationError("Telegram does not know this token") from None
    except asyncio.TimeoutError:
        raise ServiceUnavailable("Telegram does not answer") from None
    except TelegramError as error:
        shown = str(error).replace(config.token, "(token)")
        raise ServiceUnavailable(f"Telegram: {shown}") from None


@dataclass(frozen=True)
class Status:
    """What Telegram says about the bot."""

    username: str
    webhook: str
    pending: int
    trouble: str | None
    joins_groups: bool


async def status_of(bot: Bot) -> Status:
    """Who the bot is, and how its updates are brought."""
    me, hook = await bot.get_me(), await bot.get_webhook_info()
    return Status(
        username=me.username or "",
        webhook=hook.url,
        pending=hook.pending_update_count,
        trouble=hook.last_error_message,
        joins_groups=bool(me.can_join_groups),
    )


async def connect_webhook(bot: Bot, config: Config) -> str:
    """Have updates brought to the gateway; its address. Doing it again is harmless."""
    if not config.webhook_url.startswith("https://"):
        raise UsageError(
            "set TANYA_TELEGRAM_WEBHOOK_URL to the https address of the gateway"
        )
    url = f"{config.webhook_url}{PATH}"
    await bot.set_webhook(
        url,
        secret_token=config.webhook_secret,
        max_connections=CONNECTIONS,
        allowed_updates=list(_names()),
        drop_pending_updates=False,
    )
    await set_menu(bot)
    return url


def _names() -> list[str]:
    return [name.strip('"') for name in UPDATES.strip("[]").split(",")]


async def disconnect_webhook(bot: Bot) -> None:
    """Have updates kept for whoever fetches them."""
    await bot.delete_webhook(drop_pending_updates=False)


def make_link(database: Database, question: str, *, days: float) -> str:
    """A code that stands for `question` in a link; codes that are over are dropped."""
    now = time.time()
    code = secrets.token_urlsafe(9)
    row = {"code": code, "question": question, "expires_at": now + days * DAY_SECONDS}
    with database.write() as connection:
        connection.execute(delete(links).where(links.c.expires_at <= now))
        connection.execute(insert(links), row)
    return code


def dead_letters(database: Database) -> list[dict[str, Any]]:
    """Replies that could not be delivered; never what they say."""
    with database.read() as connection:
        rows = connection.execute(select(dead).order_by(dead.c.id)).mappings().all()
    return [
        {
            "id": row["id"],
            "conversation": row["conversation"],
            "reason": row["reason"],
            "at": _moment(row["at"]),
            "again": bool(row["again"]),
        }
        for row in rows
    ]


def try_again(database: Database, letter: int | None) -> int:
    """Have one dead letter, or all of them, sent once more; how many."""
    query = update(dead).values(again=1)
    if letter is not None:
        query = query.where(dead.c.id == letter)
    with database.write() as connection:
        return int(connection.execute(query).rowcount)


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, timezone.utc).isoformat("T", "seconds")


@contextlib.contextmanager
def gateway_database(settings: Settings) -> Iterator[Database]:
    """The gateway's database, for a moment."""
    database = Database(settings.database("gateway"), tables=dead.metadata)
    try:
        yield database
    finally:
        database.close()
