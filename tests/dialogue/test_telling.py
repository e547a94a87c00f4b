"""Facts told after an answer: which question they ask, and that they were heard."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.form import fill
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard, questions, said

READ = {
    "eligibility.skssr": frozenset({"sex", "age", "first_time"}),
    "registration.skssr": frozenset({"age"}),
    "registration.act4": frozenset({"citizenship", "wage"}),
    "benefit.sksps.dependants": frozenset({"plan", "spouse", "children"}),
    "claim.sksps.dependants": frozenset({"event_date"}),
}
ASKED = Memory(
    question="eligibility.skssr",
    need="eligibility_housewife",
    facts={"age": 49, "sex": "female"},
    asked="citizenship",
)


@pytest.fixture
def more(tools: Tools) -> Tools:
    kinds = {**tools.facts, "children": tools.facts["age"]}
    kinds["citizenship"] = replace(tools.facts["sex"], values=("citizen", "foreigner"))
    every = tools.questions | set(READ)

    def missing(question: str, facts: Any, on: str) -> tuple[str, ...]:
        wanted = ("sex", "age", "citizenship")
        asks = wanted if question == "eligibility.skssr" else ()
        return tuple(fact for fact in asks if fact not in facts)

    return replace(tools, facts=kinds, questions=every, read=READ, missing=missing)


def test_an_age_told_after_how_to_register_asks_whether_she_may_join(
    more: Tools,
) -> None:
    told = Memory(
        question="registration.skssr",
        need="how_to_register",
        scheme="skssr",
        facts={"sex": "female", "citizenship": "citizen"},
    )
    turn = reply(heard("inform", text="dia 51 tahun", age=51), told, more)
    assert questions(turn) == ["eligibility.skssr"]


def test_a_wage_told_after_how_to_register_asks_what_is_due(more: Tools) -> None:
    told = Memory(question="registration.act4", need="how_to_register", scheme="act4")
    wage = heard("inform", text="gajinya gaji 1900", amount="1900.00")
    assert questions(reply(wage, told, more)) == ["contribution.act4"]


def test_a_plan_told_after_how_to_register_is_still_about_that(more: Tools) -> None:
    more = replace(more, read={**READ, "registration.sksps": frozenset({"plan"})})
    told = Memory(question="registration.sksps", need="how_to_register", scheme="sksps")
    turn = reply(heard("inform", text="plan 2", plan=2), told, more)
    assert questions(turn) == ["registration.sksps"]


def test_children_told_after_the_steps_of_a_claim_change_its_sum(more: Tools) -> None:
    told = Memory(
        question="claim.sksps.dependants",
        need="how_to_claim",
        scheme="sksps",
        facts={"plan": 2, "spouse": True},
    )
    turn = reply(heard("inform", text="anak 2 orang", children=2), told, more)
    assert questions(turn) == ["benefit.sksps.dependants"]


def test_facts_are_about_the_scheme_that_was_explained(more: Tools) -> None:
    told = Memory(need="scheme_definition", scheme="skssr")
    turn = reply(heard("inform", text="umur saya 50", age=50), told, more)
    assert turn.memory.question == "eligibility.skssr"


@pytest.mark.parametrize(
    ("needs", "text", "first"),
    [
        (("cancel",), "tok penoh lagi", True),
        (("inform",), "belum pernah", True),
        (("inform",), "dah pernah dulu", False),
    ],
)
def test_having_paid_before_is_heard_while_something_else_is_asked(
    more: Tools, needs: tuple[str, ...], text: str, first: bool
) -> None:
    turn = fill(heard(*needs, text=text), ASKED, more)
    assert turn is not None
    assert turn.memory.facts["first_time"] is first
    assert turn.memory.asked == "citizenship"
    assert said(turn) == ["utter_noted"]


def test_a_stop_that_tells_nothing_is_no_answer(more: Tools) -> None:
    assert fill(heard("cancel", text="dah, berhenti"), ASKED, more) is None


def test_nothing_is_said_back_where_the_answer_follows(more: Tools) -> None:
    turn = fill(heard("inform", text="warganegara", citizenship="citizen"), ASKED, more)
    assert turn is not None
    assert turn.memory.asked is None
    assert said(turn) == []


def test_a_scheme_named_in_a_greeting_is_spoken_of(more: Tools) -> None:
    greeted = heard("greet", text="salam, nak tanya pasal skssr", scheme="skssr")
    assert reply(greeted, Memory(), more).memory.scheme == "skssr"
