"""Fetches updates where Telegram cannot bring them: development and small sites."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final

from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import ServiceUnavailable
from bot.gateway.logs import log
from bot.gateway.telegram.api import Api, judge

FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 60.0
logger = logging.getLogger(__name__)

Take = Callable[[Any], Awaitable[None]]


class Poller:
    """Asks for updates; one that is not kept is asked for again."""

    def __init__(
        self, api: Api, take: Take, *, wait: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        self._api = api
        self._take = take
        self._wait = wait
        self._offset = 0
        self._failures = 0

    async def once(self) -> None:
        """The next updates, or a pause when there is trouble. Never raises its like."""
        try:
            updates = await self._api.updates(self._offset)
            await self._keep(updates)
        except (TelegramError, ServiceUnavailable) as error:
            self._failures += 1
            _tell(error, self._failures)
            await asyncio.sleep(self._pause(error))
        else:
            self._failures = 0

    async def _keep(self, updates: list[Any]) -> None:
        for update in updates:  # one by one: a backlog leaves room for the web chat
            await self._take(update)
            number = update.get("update_id") if isinstance(update, dict) else None
            if isinstance(number, int):
                self._offset = number + 1  # confirmed by the next request
            if self._wait is not None:
                await self._wait()

    def _pause(self, error: Exception) -> float:
        if isinstance(error, RetryAfter):
            return judge(error).wait
        if isinstance(error, InvalidToken | Conflict):
            return LONGEST_PAUSE / 4
        return float(min(FIRST_PAUSE * 2 ** (self._failures - 1), LONGEST_PAUSE))


def _tell(error: Exception, failures: int) -> None:
    if failures & (failures - 1):  # the first, second, fourth, eighth ... time
        return
    name = type(error).__name__
    log(logger, "polling_failed", level=logging.WARNING, error=name, count=failures)
