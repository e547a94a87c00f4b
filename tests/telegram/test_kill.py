"""The gateway's process, killed outright while people write: nothing is lost."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.gateway.servers import FakeBrain, eventually, free_port
from tests.telegram.fake import TOKEN, FakeTelegram

FIRST, CHATS, EACH, KILLS = 111_222_333, 15, 3, 3


class Process:
    """`python -m bot.gateway`, again and again on the same data."""

    def __init__(self, telegram: FakeTelegram, brain: FakeBrain, var: Path) -> None:
        self.log = var / "gateway.log"
        self._environment = {
            **os.environ,
            "TANYA_VAR": str(var),
            "TANYA_GATEWAY_PORT": str(free_port()),
            "TANYA_BRAIN_PORT": str(brain.port),
            "TANYA_BRAIN_SECRET": brain.secret,
            "TANYA_TELEGRAM_TOKEN": TOKEN,
            "TANYA_TELEGRAM_API_URL": telegram.url,
            "TANYA_TURN_NOTICE_SECONDS": "55",  # however slow the machine is
        }
        self._running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "bot.gateway"]
        with self.log.open("ab") as log:
            self._running = subprocess.Popen(
                command, cwd=ROOT, env=self._environment, stderr=log
            )

    def stop(self, number: int) -> int:
        assert self._running is not None
        self._running.send_signal(number)
        return self._running.wait(20)


@pytest.fixture
def process(
    telegram: FakeTelegram, brain: FakeBrain, tmp_path: Path
) -> Iterator[Process]:
    made = Process(telegram, brain, tmp_path)
    made.start()
    yield made
    made.stop(signal.SIGKILL)


def without_repeats(texts: list[str]) -> list[str]:
    return [text for text, _ in itertools.groupby(texts)]


@pytest.mark.timeout(300)
def test_every_message_is_answered_in_order_though_the_gateway_is_killed(
    process: Process, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.delay = 0.05
    for number in range(EACH):
        for chat in range(CHATS):
            telegram.say(FIRST + chat, f"soalan {number}")
    for kill in range(1, KILLS + 1):
        target = kill * CHATS * EACH // (KILLS + 1)
        eventually(lambda: len(telegram.messages) >= target, seconds=60)  # noqa: B023
        process.stop(signal.SIGKILL)
        process.start()
    expected = [f"echo: soalan {number}" for number in range(EACH)]

    def done() -> bool:
        said = [telegram.texts(FIRST + chat) for chat in range(CHATS)]
        return all(each and each[-1] == expected[-1] for each in said)

    with contextlib.suppress(AssertionError):  # what is missing is told below
        eventually(done, seconds=90)
    time.sleep(1)
    said = [telegram.texts(FIRST + chat) for chat in range(CHATS)]
    assert [without_repeats(each) for each in said] == [expected] * CHATS
    # what was on its way when the process died may come a second time
    assert sum(map(len, said)) - CHATS * EACH <= 2 * KILLS
    assert len(brain.ran) == CHATS * EACH
    assert TOKEN.partition(":")[2] not in process.log.read_text("utf-8")


def test_a_gateway_that_is_told_to_stop_sends_nothing_twice(
    process: Process, telegram: FakeTelegram
) -> None:
    for chat in range(CHATS):
        telegram.say(FIRST + chat, "soalan")
    eventually(lambda: len(telegram.messages) >= 3, seconds=60)
    assert process.stop(signal.SIGTERM) in (0, -signal.SIGTERM)
    process.start()
    eventually(lambda: len(telegram.messages) >= CHATS, seconds=60)
    time.sleep(1)
    assert sorted(each.chat for each in telegram.messages) == list(
        range(FIRST, FIRST + CHATS)
    )
