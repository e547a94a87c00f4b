"""How a message is said: who needs help first, whatever else is asked."""

from __future__ import annotations

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard


@pytest.mark.parametrize(
    ("text", "help_first"),
    [
        ("suami saya pukul saya sampai cedera, boleh claim skssr?", True),
        ("my husband beats me, can I get socso", True),
        ("kena belasah dengan laki, nak tanya faedah", True),
        ("pukul berapa pejabat perkeso buka, suami saya nak pergi", False),
        ("suami saya pukul 8 dah keluar kerja, saya suri rumah", False),
        ("suami balik pukul 8 malam, saya tanya perkeso", False),
        ("accident kena langgar, suami saya boleh claim?", False),
    ],
)
def test_violence_at_home_is_met_with_help_whatever_is_asked(
    tools: Tools, text: str, help_first: bool
) -> None:
    message = heard("coverage_start_or_period", text=text)
    responses = [u.response for u in reply(message, Memory(), tools).utterances]
    assert ("utter_emergency" in responses) is help_first
