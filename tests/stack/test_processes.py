"""Any process may be killed: it comes back, and people go on talking."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.settings import ROOT
from tests.launch.machine import processes_of
from tests.stack.conftest import MODULES, Running, elsewhere, started

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]

QUESTION = "I drive for Grab, how much is Plan 2 a year?"


def talk(running: Running, *lines: str) -> list[dict[str, object]]:
    """What a person in a terminal gets for these lines."""
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "chat", "--jsonl", "--url", running.url],
        cwd=ROOT,
        env=running.environment(),
        input="".join(f"{json.dumps(line)}\n" for line in lines),
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_question_is_answered_as_soon_as_the_assistant_says_it_is_ready(
    running_assistant,
):
    (turn,) = talk(running_assistant, QUESTION)
    assert turn["status"] == "answered"
    assert "RM232.80" in json.dumps(turn)


def test_the_brain_runs_without_tensorflow(running_assistant):
    maps = Path(f"/proc/{running_assistant.pid('brain')}/maps").read_text()
    assert "tensorflow" not in maps


@pytest.mark.parametrize("name", list(MODULES))
def test_people_go_on_talking_after_a_process_was_killed(running_assistant, name):
    before = running_assistant.kill(name)
    running_assistant.wait_until(
        lambda: running_assistant.pid(name) not in (None, before)
    )
    running_assistant.wait_until(running_assistant.is_ready)
    (turn,) = talk(running_assistant, QUESTION)
    assert turn["status"] == "answered"


def test_the_brain_and_the_actions_are_reachable_from_this_machine_only(
    running_assistant,
):
    settings = running_assistant.settings
    private = {settings.brain_port, settings.actions_port}
    listening = subprocess.run(
        ["cat", "/proc/net/tcp", "/proc/net/tcp6"], capture_output=True, text=True
    ).stdout
    local = [line.split()[1] for line in listening.splitlines() if ": " in line]
    seen = {
        int(port, 16): address
        for address, port in (each.split(":") for each in local if ":" in each)
        if int(port, 16) in private
    }
    assert seen == dict.fromkeys(private, "0100007F")


def test_ctrl_c_stops_all_processes_cleanly(trained_settings, tmp_path):
    with started(elsewhere(trained_settings, tmp_path / "var")) as running:
        assert set(processes_of(running.var)) >= set(MODULES.values())
        began = time.monotonic()
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=60) == 0
        assert time.monotonic() - began < 25
        assert processes_of(running.var) == {}
