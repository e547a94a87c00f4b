"""Several wages in one message: whose age it is, and what is asked of them again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from bot.dialogue.turn import Utterance
from bot.dialogue.wage_ages import ages_of_wages
from bot.dialogue.wages import monthly_wages

ON_WAGES = "contribution_amount_employee"


def told(text: str, *named: tuple[str, object, str]) -> Message:
    starts = tuple(text.index(words) for _, _, words in named)
    return Message(
        text=text,
        intent=ON_WAGES,
        needs=(ON_WAGES,),
        entities=tuple((name, value) for name, value, _ in named),
        starts=starts,
        ends=tuple(s + len(w) for s, (_, _, w) in zip(starts, named, strict=True)),
    )


YOUNG = ("amount", "4350.00", "RM4,350")
OLD = ("amount", "1500.00", "RM1,500")
AGE = ("age", 62, "62")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("socso for RM4,350? and for a 62 year old with RM1,500", {"1500.00": 62}),
        ("RM4,350 at 62 and RM1,500", {"4350.00": 62}),
        ("umur 62, gaji RM4,350 dan RM1,500", {}),
    ],
)
def test_an_age_is_that_of_the_wage_beside_it(text: str, ages: dict[str, int]) -> None:
    assert ages_of_wages(told(text, YOUNG, OLD, AGE)) == ages


def test_one_wage_takes_its_age_as_ever() -> None:
    assert ages_of_wages(told("RM4,350, umur 62", YOUNG, AGE)) == {}


def test_the_age_of_one_worker_is_not_told_of_the_other(tools: Tools) -> None:
    message = told("RM4,350? and 62 years old with RM1,500", YOUNG, OLD, AGE)

    def missing(question: str, facts: object, on: str) -> tuple[str, ...]:
        return ("age",)

    turn = reply(message, Memory(), replace(tools, missing=missing))
    facts = [u.values["facts"] for u in decisions(turn.utterances)]
    assert facts == [
        {"wage": "4350.00", "category": 1},
        {"wage": "1500.00", "age": 62},
    ]
    assert "age" not in turn.memory.facts


def test_two_wages_after_a_sum_are_both_answered(tools: Tools) -> None:
    before = Memory(
        question="contribution.act4",
        need=ON_WAGES,
        scheme="act4",
        facts={"wage": "2000.00", "age": 40},
        totals=("act4", "eis"),
    )
    tools = replace(tools, questions=tools.questions | {"contribution.eis"})
    turn = reply(told("RM4,350 dan RM1,500?", YOUNG, OLD), before, tools)
    asked = [
        (u.values["question"], u.values["facts"]["wage"])
        for u in decisions(turn.utterances)
    ]
    assert {wage for _, wage in asked} == {"4350.00", "1500.00"}


def decisions(said: tuple[Utterance, ...]) -> list[Utterance]:
    return [u for u in said if u.response == "utter_decision"]


CLEANER = ("occupation", "cleaner", "cleaner")
WELDER = ("occupation", "welder", "welder")


def test_another_person_between_two_wages_earns_the_second() -> None:
    text = "our cleaner, 62, RM1,500, plus a welder RM4,350"
    message = told(text, CLEANER, AGE, OLD, WELDER, YOUNG)
    assert monthly_wages(message) == ["1500.00", "4350.00"]
    assert ages_of_wages(message) == {"1500.00": 62}


def test_overtime_is_still_added_to_its_wage() -> None:
    overtime = ("amount", "300.00", "RM300")
    message = told("RM1,500 plus RM300 ot", OLD, overtime)
    assert monthly_wages(message) == ["1800.00"]


def test_two_people_with_their_wages_are_both_told(tools: Tools) -> None:
    text = "our cleaner, 62, RM1,500, plus a welder RM4,350"
    message = told(text, CLEANER, AGE, OLD, WELDER, YOUNG)
    found = decisions(reply(message, Memory(), tools).utterances)
    assert [u.values["facts"]["wage"] for u in found] == ["1500.00", "4350.00"]
