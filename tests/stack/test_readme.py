"""The README shows what the assistant really says."""

from __future__ import annotations

import pytest

from bench import transcript
from tests.stack.conftest import Running

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]


def test_the_transcript_in_the_readme_is_what_a_running_assistant_says(
    running_assistant: Running,
) -> None:
    shown = transcript.README.read_text("utf-8")
    made = transcript.transcript(running_assistant.url)
    assert made in shown, "run bench/transcript.py --write against TANYA_TODAY's day"


def test_the_look_up_in_the_readme_is_what_a_running_assistant_says(
    running_assistant: Running,
) -> None:
    outbox = running_assistant.var / "outbox" / "sms.jsonl"
    made = transcript.look_up(running_assistant.url, outbox)
    assert made in transcript.README.read_text("utf-8")
