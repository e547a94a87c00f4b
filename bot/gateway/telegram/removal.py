"""Takes messages that showed a record out of the chat, when their time is over, and
lets go of chats whose conversation was closed and forgotten.
"""

from __future__ import annotations

import asyncio
import time
from typing import Final

from sqlalchemy import delete, exists, select

from bot.database import Database
from bot.gateway.conversations import CLOSED
from bot.gateway.tables import conversations, outbox
from bot.gateway.telegram.api import Api
from bot.gateway.telegram.edges import guarded
from bot.gateway.telegram.tables import chats, dead, shown_records

EVERY_SECONDS: Final = 15.0
ROUNDS: Final = 40  # of the above between looks for chats that are over
DELETABLE_SECONDS: Final = 48 * 3600.0  # after that Telegram refuses


class Removal:
    """Deletes them after so many minutes; 0: only when somebody asks."""

    def __init__(self, database: Database, api: Api, minutes: float) -> None:
        self._database = database
        self._api = api
        self._seconds = 60.0 * minutes

    async def work(self) -> None:
        """For ever."""
        while True:
            await guarded("chats_not_removed", self._database.run(self.let_go))
            for _ in range(ROUNDS):
                await guarded("records_not_removed", self.once())
                await asyncio.sleep(EVERY_SECONDS)

    def let_go(self) -> None:
        """Forget the ids of chats in which nothing is open or on its way."""
        closed = select(conversations.c.id).where(conversations.c.state == CLOSED)
        waiting = exists().where(
            outbox.c.conversation == chats.c.conversation,
            outbox.c.id > chats.c.delivered,
            outbox.c.kind == "message",
        )
        with self._database.write() as connection:
            connection.execute(delete(dead).where(dead.c.conversation.in_(closed)))
            connection.execute(
                delete(chats).where(chats.c.conversation.in_(closed), ~waiting)
            )

    async def once(self) -> None:
        """Remove what is due."""
        for chat, message in await self._database.run(self._due):
            if self._seconds and chat is not None:
                deleting = self._api.bot.delete_message(chat, message)
                await guarded("message_not_deleted", deleting)

    def _due(self) -> list[tuple[int | None, int]]:
        """What was shown long ago; it is forgotten here, tried once."""
        lasts = min(self._seconds or DELETABLE_SECONDS, DELETABLE_SECONDS)
        old = shown_records.c.shown_at <= time.time() - lasts
        with self._database.write() as connection:
            rows = connection.execute(
                select(chats.c.chat, shown_records.c.message)
                .select_from(shown_records)
                .outerjoin(chats, chats.c.conversation == shown_records.c.conversation)
                .where(old)
            ).all()
            if rows:
                connection.execute(delete(shown_records).where(old))
        return [(row.chat, row.message) for row in rows]
