"""What another process wrote into the gateway's SQLite tables reaches open streams."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from bot.database import Database
from bot.gateway import conversations, foreign, outbox, tables


async def test_news_of_another_process_are_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign, "EVERY_SECONDS", 0.02)
    url = f"sqlite:///{tmp_path / 'gateway.db'}"
    here, there = (Database(url, tables=tables.metadata) for _ in range(2))
    heard: asyncio.Queue[str] = asyncio.Queue()

    def write(kind: str) -> str:
        now = time.time()
        with there.write() as connection:
            name = conversations.start(connection, "web", session=kind, now=now)
            outbox.append(connection, name, "message", {"text": kind}, now=now)
        return name

    write("before")
    async with foreign.noticed(here, heard.put_nowait):
        await asyncio.sleep(0.5)
        name = await asyncio.to_thread(write, "after")
        assert await asyncio.wait_for(heard.get(), 10) == name
    assert heard.empty()
    here.close()
    there.close()
