"""Tasks that miss a cancellation are cancelled again."""

from __future__ import annotations

import asyncio

import pytest

from bot.gateway import stopping
from bot.gateway.stopping import stopped


async def test_a_task_that_misses_a_cancellation_is_stopped_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stopping, "AGAIN_SECONDS", 0.05)
    news = asyncio.Event()

    async def wait_for_ever() -> None:
        while True:
            news.clear()
            await asyncio.wait_for(news.wait(), 60)

    task = asyncio.create_task(wait_for_ever())
    await asyncio.sleep(0.01)
    news.set()  # comes together with the cancellation, which Python 3.10 loses
    await asyncio.wait_for(stopped([task]), 5)
    assert task.cancelled()
