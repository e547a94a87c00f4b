"""A backlog of Telegram updates: how long, how much memory, what the web chat feels.

`python bench/telegram.py` runs the gateway as it is run in earnest, a process of its
own on SQLite, with a brain that echoes and a Bot API on loopback that keeps everything.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.gateway.client import Person  # noqa: E402
from tests.gateway.servers import FakeBrain, eventually, free_port  # noqa: E402
from tests.telegram.fake import TOKEN, FakeTelegram, message  # noqa: E402

FIRST_CHAT = 100_000_000
LONGEST_SECONDS = 460.0


@dataclass
class Watch:
    """What was seen while the backlog was worked off."""

    memory: list[float] = field(default_factory=list)  # MB
    web: list[float] = field(default_factory=list)  # seconds for an answer
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def running(
    telegram: FakeTelegram, brain: FakeBrain, var: Path
) -> Iterator[tuple[int, str]]:
    """The gateway's process id and address."""
    port = free_port()
    environment = {
        **os.environ,
        "TANYA_VAR": str(var),
        "TANYA_GATEWAY_PORT": str(port),
        "TANYA_BRAIN_PORT": str(brain.port),
        "TANYA_BRAIN_SECRET": brain.secret,
        "TANYA_TELEGRAM_TOKEN": TOKEN,
        "TANYA_TELEGRAM_API_URL": telegram.url,
    }
    command = [sys.executable, "-W", "ignore", "-m", "bot.gateway"]
    with (var / "gateway.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=log)
    try:
        yield process.pid, f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def memory_of(process: int) -> float:
    """Resident megabytes."""
    status = Path(f"/proc/{process}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


def watch(process: int, url: str, seen: Watch) -> None:
    """Ask in the web chat once a second, and look at the memory."""
    person = Person(url)
    while not seen.over.wait(1.0):
        seen.memory.append(memory_of(process))
        began = time.monotonic()
        person.end_of(person.send("apa khabar"), seconds=60)
        seen.web.append(time.monotonic() - began)
    person.close()


def measure(count: int, telegram: FakeTelegram, process: int, url: str) -> list[str]:
    """Lines to print."""
    eventually(lambda: telegram.called("getUpdates"), seconds=60)
    before = memory_of(process)
    telegram.calls.clear()
    seen = Watch()
    watching = threading.Thread(target=watch, args=(process, url, seen))
    watching.start()
    began = time.monotonic()
    for number in range(count):
        body = message(FIRST_CHAT + number, 1, f"berapa caruman nombor {number}")
        telegram.bring({"message": body})
    try:
        eventually(lambda: not telegram.updates, seconds=LONGEST_SECONDS)
        fetched = time.monotonic() - began
        eventually(lambda: len(telegram.messages) >= count, seconds=LONGEST_SECONDS)
        delivered = time.monotonic() - began
    finally:
        seen.over.set()
        watching.join(90)
    return report(count, telegram, fetched, delivered, before, seen)


def report(
    count: int,
    telegram: FakeTelegram,
    fetched: float,
    delivered: float,
    before: float,
    seen: Watch,
) -> list[str]:
    """Figures, and whether each reply came once and to the right chat."""
    said = [(each.chat, each.text) for each in telegram.messages]
    right = {
        (FIRST_CHAT + number, f"echo: berapa caruman nombor {number}")
        for number in range(count)
    }
    web = sorted(seen.web)
    kept, sent = count / fetched, count / delivered
    return [
        f"updates                      {count}",
        f"kept in the inbox after      {fetched:.0f} s, {kept:.0f} a second",
        f"delivered after              {delivered:.0f} s, {sent:.0f} a second",
        f"replies right, once          {len(right & set(said))} of {count}",
        f"replies missing              {len(right - set(said))}",
        f"replies twice                {len(said) - len(set(said))}",
        f"apologies and others         {len(set(said) - right)}",
        f"typing signs                 {len(telegram.called('sendChatAction'))}",
        f"memory before, most          {before:.0f} MB, {max(seen.memory):.0f} MB",
        f"web chat meanwhile, median   {1000 * statistics.median(web):.0f} ms",
        f"web chat meanwhile, p95      {1000 * web[int(0.95 * (len(web) - 1))]:.0f} ms",
    ]


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=5_000)
    count = parser.parse_args().count
    telegram, brain = FakeTelegram().start(), FakeBrain().start()
    with (
        tempfile.TemporaryDirectory() as folder,
        running(telegram, brain, Path(folder)) as (process, url),
    ):
        print("\n".join(measure(count, telegram, process, url)))
    brain.stop(abruptly=True)
    telegram.stop()


if __name__ == "__main__":
    main()
