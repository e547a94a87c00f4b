"""What happened, and whether it can be claimed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.facts import for_question
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard, questions, said


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("terseliuh main badminton malam tadi, boleh claim tak", True),
        ("I twisted my knee when I was jogging, can I still claim?", True),
        ("slipped on the stairs at home, am i able to claim", True),
        ("terjatuh kat pasar, macam mana nak claim", False),
        ("jatuh kat pasar. apa boleh claim", False),
        ("hurt myself at the gym, where can I claim", False),
    ],
)
def test_whoever_tells_what_happened_and_asks_if_it_can_be_claimed_asks_for_the_cover(
    text: str, counts: bool, tools: Tools
) -> None:
    tools = replace(tools, missing=lambda *_: (), questions=frozenset({"which_cover"}))
    turn = reply(heard("how_to_claim", text=text, cause="elsewhere"), Memory(), tools)
    assert (questions(turn) == ["which_cover"]) is counts
    untold = reply(heard("how_to_claim", text="boleh claim tak"), Memory(), tools)
    assert questions(untold) != ["which_cover"]


def test_months_of_contributions_are_heard_beside_a_monthly_wage(tools: Tools) -> None:
    message = heard(
        "benefit_job_loss",
        text="how much a month, contributed 3 years",
        period=["monthly", {"n": 3, "unit": "year"}],
    )
    found = for_question("benefit.eis.job_search", message)
    assert found["contributed_months"] == 36


def test_the_record_of_somebody_who_died_is_spoken_of_even_if_hardly_understood(
    tools: Tools,
) -> None:
    asked = heard(
        "check_contribution_record",
        text="entah arwah abah ada mencarum ke dulu",
        deceased="father",
        relation="father",
    )
    unsure = replace(asked, band="clarify", guesses=("check_contribution_record",))
    turn = reply(unsure, Memory(), tools)
    assert said(turn) == said(reply(asked, Memory(), tools))
    assert "utter_did_you_mean" not in said(turn)
