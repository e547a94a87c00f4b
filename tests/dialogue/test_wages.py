"""Wages told in parts, put right, or asked about for one worker after another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.facts import FactType
from bot.dialogue.followups import is_bare
from bot.dialogue.form import fill
from bot.dialogue.law import law_replies
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from bot.dialogue.understood import understood
from bot.dialogue.wages import added_up, monthly_wages
from bot.understanding.entities import extract
from tests.dialogue.conftest import questions


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
        ("gaji 3000 tolak epf 330 caruman socso", ["3000.00"]),
        ("salary RM4,200 less EPF RM462, socso?", ["4200.00"]),
        ("tolak kwsp rm220 gaji rm2000 socso berapa", ["2000.00"]),
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


OLD_WORKER = Memory(
    question="contribution.act4",
    need="contribution_amount_employee",
    scheme="act4",
    facts={"wage": "3000.00", "age": 62},
)


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("gaji 1800 berapa caruman socso", False),
        ("pekerja saya gaji RM2000 berapa caruman", False),
        ("kalau 4000", True),
        ("what about 6,000 flat", True),
        ("kalau gaji dia 4000 berapa caruman", True),
        ("gaji saya 4000 berapa caruman", True),
    ],
)
def test_the_age_of_one_worker_does_not_decide_for_the_next(
    tools: Tools, text: str, *, keeps: bool
) -> None:
    turn = reply(told(text, "contribution_amount_employee"), OLD_WORKER, tools)
    assert questions(turn) == ["contribution.act4"]
    assert ("age" in turn.memory.facts) is keeps
    assert turn.memory.facts["wage"] != "3000.00"


def test_an_age_told_before_is_said_back_with_a_contribution() -> None:
    facts = {"wage": "3000.00", "age": 62}
    assert understood("contribution.act4", facts, ("wage", "age")) == ["age"]


def test_a_month_asks_for_the_same_wage_again(tools: Tools) -> None:
    message = told("and sept 2024 same wage")
    assert is_bare(message, OLD_WORKER)
    turn = reply(message, OLD_WORKER, tools)
    assert questions(turn) == ["contribution.act4"]
    assert turn.utterances[0].values["on"] == "2024-09-01"
    assert turn.memory.facts["wage"] == "3000.00"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("socso rm2000 September 2024", "2024-09-01"),
        ("socso rm25 May 2026", "2026-05-01"),
    ],
)
def test_a_scheme_an_amount_and_a_month_ask_for_the_contribution(
    tools: Tools, text: str, day: str
) -> None:
    turn = reply(told(text), Memory(), tools)
    assert questions(turn) == ["contribution.act4"]
    assert turn.utterances[0].values["on"] == day


def test_a_newly_named_injury_replaces_the_loss_told_before() -> None:
    memory = Memory(facts={"loss_percent": "14"})
    assert memory.with_facts({"injury": "sight"}).facts == {"injury": "sight"}
    both = {"injury": "thumb", "loss_percent": "20"}
    assert memory.with_facts(both).facts == both


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("faedah pengurusan mayat berapa", False),
        ("how much is the funeral benefit?", False),
        ("plan 4 pulak?", True),
    ],
)
def test_a_benefit_that_was_not_spoken_of_is_another_question(
    text: str, bare: bool
) -> None:
    memory = Memory(question="contribution.skssr", need="contribution_amount_housewife")
    assert is_bare(told(text), memory) is bare
