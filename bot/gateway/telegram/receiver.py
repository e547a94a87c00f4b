"""An update becomes a row of the inbox, once, before anybody is told that it came."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final

from sqlalchemy.exc import (
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from telegram import Update

from bot.database import Database
from bot.errors import ServiceUnavailable, TanyaError
from bot.gateway.bus import Bus
from bot.gateway.logs import log
from bot.gateway.telegram import chats
from bot.gateway.telegram.actions import Actions, Kept
from bot.gateway.telegram.api import Api
from bot.gateway.telegram.edges import Asides
from bot.gateway.telegram.formatting import PRESS, ticked
from bot.gateway.telegram.reading import Received, read
from bot.gateway.telegram.sentences import BUSY, GROUP
from bot.i18n import translate

UNWRITABLE: Final = (OperationalError, InterfaceError, InternalError, PoolTimeout)
QUIET_SECONDS: Final = 30.0  # between two words of warning to one chat
MOST_WARNED: Final = 1_000
logger = logging.getLogger(__name__)


class NotWritten(ServiceUnavailable):
    """The update could not be kept; it must be brought again."""

    code = "not_written"


class Receiver:
    """Takes updates, from the webhook or from polling."""

    def __init__(
        self, database: Database, bus: Bus, api: Api, actions: Actions, asides: Asides
    ) -> None:
        self._database = database
        self._bus = bus
        self._api = api
        self._actions = actions
        self._asides = asides
        self._warned: OrderedDict[int, float] = OrderedDict()
        self.broken = 0  # updates that could not be understood

    async def take(self, raw: object) -> None:
        """Keep what `raw` says. Raises NotWritten, and nothing else.

        An update that breaks us is counted and left: Telegram would bring it again and
        again, and those behind it never.
        """
        try:
            await self._take(raw)
        except UNWRITABLE as error:
            raise NotWritten(f"inbox: {type(error).__name__}") from error
        except Exception as error:
            self.broken += 1
            log(
                logger,
                "update_broken",
                level=logging.WARNING,
                error=type(error).__name__,
                count=self.broken,
            )

    async def _take(self, raw: object) -> None:
        update = Update.de_json(raw, None) if isinstance(raw, dict) else None
        received = read(update) if update else None
        if received is None:
            return
        if received.callback:  # at once: until then the button spins
            answer = self._api.bot.answer_callback_query(received.callback)
            self._asides.do("callback_unanswered", answer)
        await self._by_kind(received)

    async def _by_kind(self, received: Received) -> None:
        if received.kind == "group":
            self._asides.do("group_not_left", self._leave(received))
        elif received.kind == "channel":
            leaving = self._api.bot.leave_chat(received.chat)
            self._asides.do("channel_not_left", leaving)
        elif received.kind == "blocked":
            await self._database.run(self._block, received.chat)
        elif received.kind == "stale":
            self._unmark(received)
        elif received.kind != "done":
            await self._accept(received)

    def _block(self, chat: int) -> None:
        with self._database.write() as connection:
            chats.block(connection, chat)

    async def _leave(self, received: Received) -> None:
        if self._may_warn(received.chat):
            text = f"{translate(GROUP, 'ms')}\n\n{translate(GROUP, 'en')}"
            await self._api.send(received.chat, text, None)
        await self._api.bot.leave_chat(received.chat)

    async def _accept(self, received: Received) -> None:
        try:
            kept = await self._database.run(self._kept, received)
        except UNWRITABLE:
            raise
        except TanyaError as error:
            log(logger, "update_refused", code=error.code)
            self._asides.do("busy_unsaid", self._say_busy(received))
            return
        for name in kept.names:
            self._bus.notify(name)
        for message in kept.gone:
            deleting = self._api.bot.delete_message(received.chat, message)
            self._asides.do("message_not_deleted", deleting)
        if received.kind == "press":
            self._mark(received)

    def _kept(self, received: Received) -> Kept:
        try:
            return self._actions.take(received)
        except IntegrityError:  # two first messages of a chat at the same moment
            return self._actions.take(received)

    def _mark(self, received: Received) -> None:
        """Show which button was pressed; pressing it again does nothing."""
        if received.keyboard is None or received.message is None:
            return
        marked = ticked(received.keyboard, f"{PRESS}{received.button}")
        if marked is not None:
            self._edit(received, marked)

    def _unmark(self, received: Received) -> None:
        """A button of an earlier version or of somebody else: take them all away."""
        if received.message is not None:
            self._edit(received, None)

    def _edit(self, received: Received, keyboard: Any) -> None:
        edit = self._api.bot.edit_message_reply_markup(
            received.chat, received.message, reply_markup=keyboard
        )
        self._asides.do("keyboard_not_edited", edit)

    async def _say_busy(self, received: Received) -> None:
        if not self._may_warn(received.chat):
            return
        language = await self._database.run(self._language, received)
        await self._api.send(received.chat, translate(BUSY, language), None)

    def _language(self, received: Received) -> str:
        with self._database.read() as connection:
            found = chats.current(connection, received.chat)
        return found.answer_language if found else received.hint or "ms"

    def _may_warn(self, chat: int) -> bool:
        """Whether it is a while since this chat was told something out of turn."""
        now = time.monotonic()
        last = self._warned.get(chat)
        if last is not None and now - last < QUIET_SECONDS:
            return False
        self._warned[chat] = now
        self._warned.move_to_end(chat)
        while len(self._warned) > MOST_WARNED:
            self._warned.popitem(last=False)
        return True


async def paced(
    count: Callable[[], int], database: Database, *, most: int, seconds: float
) -> None:
    """Come back when fewer than `most` turns wait, or when the time is over.

    Updates that were not fetched or acknowledged wait with Telegram, for a day; turns
    that were accepted here end after a minute.
    """
    end = time.monotonic() + seconds
    while await database.run(count) >= most and time.monotonic() < end:
        await asyncio.sleep(0.1)
