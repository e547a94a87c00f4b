"""What was given away to a cheat is met with the number to call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Known, Tools
from bot.dialogue.curated import chosen
from bot.dialogue.message import Found, Message
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard

SURE = (Found("scam_call", 0.6, "sure"),)


@pytest.fixture
def warning(tools: Tools) -> Tools:
    return replace(tools, known={"scam_call": Known()})


def known(message: Message, memory: Memory, tools: Tools) -> list[object]:
    turn = reply(message, memory, tools)
    return [u.values["known"] for u in turn.utterances if "known" in u.values]


def test_a_sure_warning_is_given_whatever_sum_is_named(warning: Tools) -> None:
    need = "contribution_amount_employee"
    asked = heard(need, text="suruh bayar rm80 dulu, betul ke?", amount="80.00")
    asked = replace(asked, found=SURE)
    assert chosen(need, asked, Memory(), warning.known) == "scam_call"


@pytest.mark.parametrize(
    ("text", "need", "told"),
    [
        ("dah terbayar pun", "how_to_pay", ["scam_call"]),
        ("they got my ic already", "check_registration_status", ["scam_call"]),
        ("how do i pay for a plan?", "how_to_pay", []),
    ],
)
def test_whoever_gave_something_away_hears_the_number_again(
    warning: Tools, text: str, need: str, told: list[object]
) -> None:
    first = reply(replace(heard("complaint"), found=SURE), Memory(), warning)
    assert known(heard(need, text=text), first.memory, warning) == told


def test_the_same_words_mean_nothing_without_a_warning(warning: Tools) -> None:
    assert known(heard("how_to_pay", text="dah bayar"), Memory(), warning) == []
