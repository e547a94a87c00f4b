"""Wages told in parts, put right, or asked about for one worker after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.facts import FactType
from bot.dialogue.form import fill
from bot.dialogue.law import law_replies
from bot.dialogue.message import Message
from bot.dialogue.wages import added_up, monthly_wages
from bot.understanding.entities import extract


def told(text: str, *needs: str) -> Message:
    """A message with what is really named in it."""
    found = extract(text, date(2026, 11, 23))
    return Message(
        text=text,
        intent=needs[0] if needs else "inform",
        needs=needs or ("inform",),
        entities=tuple((one.entity, one.value) for one in found),
        starts=tuple(one.start for one in found),
        ends=tuple(one.end for one in found),
    )


@pytest.mark.parametrize(
    ("text", "wages"),
    [
        ("gaji asas RM1,500 + OT RM320 + elaun RM200", ["2020.00"]),
        ("gaji RM1800 campur komisen RM450", ["2250.00"]),
        ("salary RM2500 and allowance RM300", ["2800.00"]),
        ("gaji rm1500 dan ot rm200", ["1700.00"]),
        ("gaji RM1500 + bonus RM5000 + OT RM100", ["1600.00"]),
        ("gaji RM1500 + RM200 elaun perjalanan + RM100 OT", ["1600.00"]),
        ("gaji RM2000 dan RM3000", ["2000.00", "3000.00"]),
        ("gaji RM2000", ["2000.00"]),
    ],
)
def test_parts_of_one_wage_are_added_up(text: str, wages: list[str]) -> None:
    assert monthly_wages(told(text)) == wages


def test_a_wage_that_was_added_up_is_said_back() -> None:
    message = told("gaji RM1500 + OT RM320")
    assert added_up(message)
    replies = law_replies(
        "contribution.act4", message, {"wage": "1820.00"}, missing=(), on="2026-11-23"
    )
    assert replies[0].values["understood"] == ["wage"]


def test_an_amount_is_the_wage_put_right_and_never_a_count(tools: Tools) -> None:
    tools = replace(
        tools, facts={**tools.facts, "contributed_months": FactType("integer")}
    )
    memory = Memory(
        question="benefit.eis.job_search",
        asked="contributed_months",
        facts={"wage": "7000.00"},
    )
    tools = replace(tools, missing=_months_missing)
    turn = fill(told("eh sorry 5k", "contribution_amount_eis"), memory, tools)
    assert turn is not None
    assert turn.memory.facts == {"wage": "5000.00"}
    assert turn.memory.asked == "contributed_months"


def _months_missing(question: str, facts: object, on: str) -> tuple[str, ...]:
    return ("contributed_months",)
