"""Where anything that goes wrong becomes a log line: the channel has to go on."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any, Final

from bot.gateway.logs import log
from bot.gateway.stopping import stopped

logger = logging.getLogger(__name__)
MOST_ASIDE: Final = 200


async def guarded(event: str, work: Awaitable[object]) -> bool:
    """Whether `work` went well. Errors are told by their type: texts may quote."""
    try:
        await work
    except Exception as error:
        log(logger, event, level=logging.WARNING, error=type(error).__name__)
        return False
    return True


@contextlib.asynccontextmanager
async def going_on(
    *loops: Callable[[], Coroutine[Any, Any, None]],
) -> AsyncIterator[None]:
    """Run `loops` while it lasts."""
    tasks = [asyncio.create_task(loop()) for loop in loops]
    try:
        yield
    finally:
        await stopped(tasks)


class Asides:
    """Small favours that nobody waits for: when there are too many, they are left."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[bool]] = set()

    def do(self, event: str, work: Coroutine[Any, Any, object]) -> None:
        """Start `work`, and forget it."""
        if len(self._tasks) >= MOST_ASIDE:
            work.close()
            return
        task = asyncio.create_task(guarded(event, work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Stop what is under way."""
        await stopped(list(self._tasks))
