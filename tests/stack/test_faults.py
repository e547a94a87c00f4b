"""Odd input and broken parts: a polite answer, no crash, and never silence."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

import pytest

from bot.settings import ROOT
from tests.stack.conftest import Running
from tests.stack.talk import Talk, text_of

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "x" * 10_000, "\U0001f600\U0001f64f", "\u0000", "\u200b\u200b", "??!"],
    ids=["empty", "blank", "long", "emoji", "nul", "zero width", "punctuation"],
)
def test_odd_input_gets_a_polite_answer(running_assistant: Running, typed: str) -> None:
    with Talk(running_assistant) as talk:
        assert text_of(talk.say(typed)).strip()
        # and the conversation goes on as if nothing had happened
        assert "RM120.00" in text_of(talk.say("caruman suri rumah setahun berapa"))


def test_a_message_in_flight_is_answered_although_the_brain_is_killed(
    running_assistant: Running,
) -> None:
    with Talk(running_assistant, language="ms") as talk:
        assert talk.say("hai")["status"] == "answered"
        killer = threading.Timer(0.02, lambda: running_assistant.kill("brain"))
        killer.start()
        turn = talk.say("caruman suri rumah setahun berapa")
        killer.join()
        assert turn["status"] in ("answered", "apologised")
        assert text_of(turn).strip()
    running_assistant.wait_until(running_assistant.is_ready)


def test_without_actions_nobody_is_told_something_false(
    running_assistant: Running,
) -> None:
    with Talk(running_assistant, language="ms") as talk:
        assert talk.say("hai")["status"] == "answered"
        running_assistant.kill("actions")
        began = time.monotonic()
        turn = talk.say("caruman suri rumah setahun berapa")
        took = time.monotonic() - began
        if turn["status"] == "answered":
            assert "RM120.00" in text_of(turn)
        else:
            assert text_of(turn).strip()
        assert took < 70
    running_assistant.wait_until(running_assistant.is_ready)


def test_nothing_is_written_about_a_person_who_typed_a_number(
    running_assistant: Running,
) -> None:
    number = "850101" + "00" + "1234"
    with Talk(running_assistant) as talk:
        talk.say(
            f"ic saya {number[:6]}-{number[6:8]}-{number[8:]} boleh semak caruman?"
        )
        talk.say(f"no ic {number}")
    found = subprocess.run(
        ["grep", "-rlaE", f"{number}|{number[:6]}.{{1,3}}00.{{1,3}}1234", "."],
        cwd=running_assistant.var,
        capture_output=True,
        text=True,
    )
    assert found.stdout == ""


def test_chat_says_in_one_line_that_nobody_answers() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot.cli", "chat", "--url", "http://127.0.0.1:9"],
        cwd=ROOT,
        input="hai\n",
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
