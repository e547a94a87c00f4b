"""Stops tasks for sure: one cancellation may be lost while `asyncio.wait_for` waits."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any, Final

AGAIN_SECONDS: Final = 6.0  # longer than anything is given to end in its own way


async def stopped(tasks: Collection[asyncio.Task[Any]]) -> None:
    """Come back when all of `tasks` are done."""
    while left := [task for task in tasks if not task.done()]:
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=AGAIN_SECONDS)
