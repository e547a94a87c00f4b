"""Senders are killed at any moment: no code goes out twice."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import func, select

from bot.database import Database
from bot.identity.tables import challenges, metadata
from tests.identity.conftest import Desk
from tests.identity.people import KNOWN

CONVERSATIONS = 60
SENDER = """
import asyncio, sys, time
from pathlib import Path
from bot.database import Database
from bot.identity.sending import sending
from bot.identity.sms import OutboxProvider
from bot.identity.tables import metadata
from tests.identity.conftest import Desk
from tests.identity.people import Clock

async def main():
    desk = Desk(Database(sys.argv[1], tables=metadata), Clock())
    async with sending(desk.identity.ground, OutboxProvider(Path(sys.argv[2]))):
        print("ready", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


def test_no_code_goes_out_twice_when_senders_are_killed(tmp_path: Path) -> None:
    url, outbox = f"sqlite:///{tmp_path / 'identity.db'}", tmp_path / "sms.jsonl"
    database = Database(url, tables=metadata)
    desk = Desk(database)
    for number in range(CONVERSATIONS):
        desk.agree(f"web:{number}")
        desk.ask(KNOWN, f"web:{number}")
    moments = random.Random(7)
    for _ in range(6):
        run_and_kill(url, outbox, seconds=moments.uniform(0.02, 0.25))
    left = waiting(database)
    run_and_kill(url, outbox, seconds=20, until=lambda: not waiting(database))
    lines = [json.loads(line) for line in outbox.read_text("utf-8").splitlines()]
    assert left < CONVERSATIONS, "nobody was killed at work"
    hashes = hashes_of(database)
    keys = desk.identity.ground.keys
    sent = Counter(
        name
        for name, kept in hashes.items()
        for line in lines
        if keys.code(name, line["code"]) == kept
    )
    # every line belongs to a row of its own; a killed sender's row may have none
    assert len(lines) == sum(sent.values()) <= CONVERSATIONS
    assert set(sent.values()) == {1}
    assert len(lines) >= CONVERSATIONS - 6 * 20
    database.close()


def run_and_kill(url: str, outbox: Path, *, seconds: float, until=None) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", SENDER, url, str(outbox)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        end = time.monotonic() + seconds
        while time.monotonic() < end and not (until and until()):
            time.sleep(0.01)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()


def waiting(database: Database) -> int:
    with database.read() as connection:
        query = select(func.count()).where(challenges.c.sms == "waiting")
        count: int = connection.execute(query).scalar_one()
        return count


def hashes_of(database: Database) -> dict[str, str]:
    with database.read() as connection:
        rows = connection.execute(select(challenges.c.id, challenges.c.code_hash))
        return {row.id: row.code_hash for row in rows if row.code_hash}
