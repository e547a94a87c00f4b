"""Shows that the bot types, for as long as a turn is under way and no longer."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Final

from telegram.constants import ChatAction

from bot.database import Database
from bot.gateway import inbox
from bot.gateway.stopping import stopped
from bot.gateway.telegram import chats
from bot.gateway.telegram.api import Api
from bot.gateway.telegram.edges import guarded

FIRST_SECONDS: Final = 0.4  # a quick answer needs no sign
EVERY_SECONDS: Final = 4.5  # it fades after five
LONGEST_SECONDS: Final = 70.0
MOST: Final = 30  # chats that see it at once; answers come first
PREFIX: Final = "tg:"


class TypingSign:
    """One task a chat whose turn is under way in this gateway."""

    def __init__(
        self, database: Database, api: Api, *, crowded: Callable[[], bool]
    ) -> None:
        self._database = database
        self._api = api
        self._crowded = crowded
        self._tasks: dict[str, asyncio.Task[bool]] = {}

    def watch(self, conversation: str, typing: bool) -> None:
        """A turn began, or there is news."""
        mine = conversation.startswith(PREFIX) and conversation not in self._tasks
        if typing and mine and len(self._tasks) < MOST:
            task = asyncio.create_task(
                guarded("typing_failed", self._show(conversation))
            )
            self._tasks[conversation] = task
            task.add_done_callback(lambda _: self._tasks.pop(conversation, None))

    async def _show(self, conversation: str) -> None:
        end = time.monotonic() + LONGEST_SECONDS
        await asyncio.sleep(FIRST_SECONDS)
        while time.monotonic() < end:
            chat = await self._database.run(self._waiting, conversation)
            if chat is None:
                return
            if not self._crowded():
                await self._api.bot.send_chat_action(chat, ChatAction.TYPING)
            await asyncio.sleep(EVERY_SECONDS)

    def _waiting(self, conversation: str) -> int | None:
        with self._database.read() as connection:
            if not inbox.list_waiting(connection, conversation):
                return None
            chat = chats.find_by_name(connection, conversation)
        return chat.id if chat and chat.state == chats.ACTIVE else None

    async def close(self) -> None:
        """Stop showing it."""
        await stopped(list(self._tasks.values()))
