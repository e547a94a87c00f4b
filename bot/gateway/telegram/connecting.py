"""The channel as the settings want it; importing this loads no Telegram library."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from bot.database import Database
from bot.errors import ConfigurationError
from bot.gateway import conversations
from bot.gateway.bus import Bus
from bot.gateway.intake import Intake
from bot.gateway.logs import log
from bot.gateway.opening import Opening
from bot.gateway.telegram import tables
from bot.gateway.telegram.config import Config
from bot.identity.vault import Vault
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.gateway.telegram.channel import Telegram

logger = logging.getLogger(__name__)
TABLES = (tables.chats, tables.dead)  # known to the database before it is opened


class Records(Protocol):
    """What is needed of identity."""

    def open_result(self, conversation: str, token: str) -> dict[str, Any] | None:
        """A look-up's result, while it is kept."""

    def end(self, conversation: str) -> None:
        """Whoever proved who they are did not any more."""


def connect(
    settings: Settings,
    *,
    database: Database,
    vault: Vault,
    intake: Intake,
    bus: Bus,
    identity: Callable[[], Records],
) -> Telegram | None:
    """The channel, or None without a token; a bad setting leaves it off, too."""
    try:
        config = Config.read(settings)
    except ConfigurationError as error:
        log(logger, "telegram_off", level=logging.ERROR, code=error.code)
        return None
    if config is None:
        return None
    from bot.gateway.telegram.channel import Telegram

    opening = Opening(lambda name, token: identity().open_result(name, token))

    def opened(text: str, conversation: str, language: str) -> str:
        return opening.opened(
            text, conversation=conversation, channel="telegram", language=language
        )

    def forget(name: str) -> None:
        identity().end(name)
        vault.forget(name)
        with database.write() as connection:
            conversations.forget(connection, name, now=time.time())

    return Telegram(
        config,
        database=database,
        intake=intake,
        bus=bus,
        opened=opened,
        forget=forget,
        hide=lambda name: identity().end(name),
    )
