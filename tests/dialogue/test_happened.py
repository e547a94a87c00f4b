"""Which cover what happened belongs to, and what a family is told next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.happened import by_place, scheme_of_work
from bot.dialogue.needs import scheme_of
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard, questions

LEAVE = "benefit_temporary_disablement"
OF_A_DEATH = Memory(
    question="benefit.death",
    need="benefit_dependants_or_survivors",
    facts={"employment": "private_employee", "cause": "commute"},
)


def with_benefits(tools: Tools) -> Tools:
    asked = {
        f"benefit.{scheme}.{name}"
        for scheme in ("act4", "lindung24", "sksps", "skssr")
        for name in ("temporary_disablement", "dependants", "survivors", "funeral")
    }
    return replace(tools, questions=tools.questions | asked)


def test_an_employee_hurt_at_play_is_told_the_rate_outside_work(tools: Tools) -> None:
    hurt = heard(
        LEAVE, text="jatuh masa main, gaji 3000", cause="elsewhere", amount="3000.00"
    )
    assert questions(reply(hurt, Memory(), with_benefits(tools))) == [
        "benefit.lindung24.temporary_disablement"
    ]


@pytest.mark.parametrize(
    ("scheme", "cause", "meant"),
    [
        ("act4", "elsewhere", "lindung24"),
        ("lindung24", "commute", "act4"),
        ("act4", "work", "act4"),
        ("act4", None, "act4"),
        ("sksps", "elsewhere", "sksps"),
    ],
)
def test_the_place_decides_only_between_the_covers_of_an_employee(
    scheme: str, cause: str | None, meant: str
) -> None:
    named = {"cause": cause} if cause else {}
    assert by_place(LEAVE, scheme, heard(LEAVE, **named)) == meant


def test_steps_of_a_claim_follow_the_place_only_with_a_benefit() -> None:
    bare = heard("how_to_claim", cause="elsewhere")
    named = heard("how_to_claim", cause="elsewhere", benefit="medical")
    assert by_place("how_to_claim", "act4", bare) == "act4"
    assert by_place("how_to_claim", "act4", named) == "lindung24"


def test_the_work_of_the_dead_names_the_scheme_of_what_is_asked_next() -> None:
    funeral = heard("benefit_funeral", text="pengebumian pula", benefit="funeral")
    assert scheme_of("benefit_funeral", funeral, OF_A_DEATH) == "act4"
    at_home = {"employment": "housewife"}
    assert scheme_of_work(replace(OF_A_DEATH, facts=at_home)) == "skssr"
    assert scheme_of_work(replace(OF_A_DEATH, question="contribution.act4")) is None


@pytest.mark.parametrize(
    ("cause", "meant"),
    [("commute", "dependants"), ("illness", "survivors")],
)
def test_how_much_after_a_death_asks_for_the_share_of_the_family(
    tools: Tools, cause: str, meant: str
) -> None:
    facts = {**OF_A_DEATH.facts, "cause": cause}
    asked = heard("contribution_amount_selfemployed", text="berapa saya dapat")
    turn = reply(asked, replace(OF_A_DEATH, facts=facts), with_benefits(tools))
    assert questions(turn) == [f"benefit.act4.{meant}"]
