"""What is said in the light of the rest: the person, the day, the scheme, the talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.facts import FactType
from bot.dialogue.form import complete, fill
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard, questions, said


def test_a_town_leads_to_its_office(tools: Tools) -> None:
    turn = reply(heard("office_or_contact", text="pejabat di muar"), Memory(), tools)
    assert turn.utterances[0].values == {"office": "OFF-25"}
    turn = reply(heard("office_or_contact", text="nombor telefon"), Memory(), tools)
    assert turn.utterances[0].values == {"entry": "office_or_contact"}


def test_a_rate_is_told_without_asking_the_age_first(tools: Tools) -> None:
    def ask_age(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        return tuple(f for f in ("wage", "age") if f not in facts)

    tools = replace(tools, missing=ask_age)
    turn = reply(heard("contribution_amount_employee"), Memory(), tools)
    assert turn.memory.asked == "wage"
    filled = fill(heard("inform", amount="1700.00"), turn.memory, tools)
    assert filled is not None
    assert filled.memory.asked is None
    after = complete(heard("inform"), filled.memory, tools)
    assert said(after) == ["utter_decision", "utter_first_category"]
    assert after.utterances[0].values["facts"] == {"wage": "1700.00", "category": 1}
    assert "category" not in after.memory.facts


def test_all_plans_are_told_when_none_is_named(tools: Tools) -> None:
    def ask_plan(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        return () if "plan" in facts else ("plan",)

    tools = replace(tools, missing=ask_plan)
    turn = reply(heard("contribution_amount_selfemployed"), Memory(), tools)
    assert said(turn) == ["utter_plans"]
    turn = reply(heard("inform", plan=4), turn.memory, tools)
    assert said(turn) == ["utter_decision"]
    assert turn.utterances[0].values["facts"] == {"plan": 4}


def test_who_goes_on_to_other_things_twice_is_not_asked_again(tools: Tools) -> None:
    memory = Memory(question="eligibility.skssr", asked="age", facts={"sex": "female"})
    other = heard("contribution_amount_selfemployed", plan=2)
    first = reply(other, memory, tools)
    assert first.memory.asked == "age"
    second = reply(heard("office_or_contact"), first.memory, tools)
    assert second.memory.asked is None


def test_a_period_beside_a_question_about_joining_asks_for_the_price(
    tools: Tools,
) -> None:
    message = heard(
        "eligibility_housewife", text="boleh masuk ke", period="yearly", age=54
    )
    turn = reply(message, Memory(), tools)
    assert questions(turn) == ["contribution.skssr"]
    assert turn.memory.question == "eligibility.skssr"


@pytest.mark.parametrize(
    ("text", "intent", "first_time"),
    [
        ("tak pernah lagi", "deny", True),
        ("belum", "deny", True),
        ("x prnh", "deny", True),
        ("never", "deny", True),
        ("tak", "deny", False),
        ("ya", "affirm", True),
        ("dah pernah", "affirm", False),
        ("yes I joined before", "affirm", False),
    ],
)
def test_never_means_that_it_is_the_first_time(
    tools: Tools, text: str, intent: str, first_time: bool
) -> None:
    facts = {"sex": "female", "age": 54}
    memory = Memory(question="eligibility.skssr", asked="first_time", facts=facts)
    turn = fill(heard(intent, text=text), memory, tools)
    assert turn is not None
    assert turn.memory.facts["first_time"] is first_time


def test_what_most_people_share_is_asked_last(tools: Tools) -> None:
    def ask(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        return tuple(f for f in ("citizenship", "first_time") if f not in facts)

    turn = reply(heard("eligibility_housewife"), Memory(), replace(tools, missing=ask))
    assert turn.memory.asked == "first_time"


def test_a_benefit_is_told_in_general_before_a_sum_is_worked_out(tools: Tools) -> None:
    question = "benefit.sksps.temporary_disablement"

    def ask(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        return tuple(f for f in ("plan",) if f not in facts)

    tools = replace(
        tools,
        missing=ask,
        questions=frozenset({question}),
        entries=frozenset({"benefit_temporary_disablement"}),
    )
    asked = heard("benefit_temporary_disablement", scheme="sksps")
    turn = reply(asked, Memory(), tools)
    assert said(turn) == ["utter_answer"]
    offer = turn.utterances[0].offers[0]
    pressed = heard("benefit_temporary_disablement", intent="ask", **offer.values)
    again = reply(pressed, turn.memory, tools)
    assert (again.memory.question, again.memory.asked) == (question, "plan")


def test_papers_of_a_named_benefit_are_the_papers_of_that_claim(tools: Tools) -> None:
    tools = replace(tools, questions=frozenset({"claim.skssr.funeral"}))
    asked = heard("claim_documents", scheme="skssr", benefit="funeral")
    assert questions(reply(asked, Memory(), tools)) == ["claim.skssr.funeral"]


def test_a_fact_that_changes_nothing_does_not_repeat_the_answer(tools: Tools) -> None:
    tools = replace(tools, read={"contribution.skssr": frozenset({"age"})})
    memory = reply(heard("contribution_amount_housewife"), Memory(), tools).memory
    assert said(reply(heard("inform", percent="20"), memory, tools)) == [
        "utter_informed"
    ]
    assert said(reply(heard("inform", age=40), memory, tools)) == ["utter_decision"]


def test_a_word_is_explained_whatever_was_spoken_of_before(tools: Tools) -> None:
    tools = replace(
        tools, entries=frozenset({"scheme_definition", "scheme_definition.act4"})
    )
    turn = reply(heard("scheme_definition"), Memory(scheme="act4"), tools)
    assert turn.utterances[0].values == {"entry": "scheme_definition"}


def test_a_death_of_an_employee_is_asked_about_by_its_cause(tools: Tools) -> None:
    need = "benefit_dependants_or_survivors"
    tools = replace(tools, entries=frozenset({need}))
    turn = reply(heard(need, employment="private_employee"), Memory(), tools)
    assert [offer.values["question"] for offer in turn.utterances[0].offers] == [
        "benefit.act4.dependants",
        "benefit.act4.survivors",
    ]


def test_a_new_question_without_a_person_is_about_the_one_who_asks(
    tools: Tools,
) -> None:
    mother = heard("eligibility_housewife", relation="mother", age=53)
    memory = reply(mother, Memory(), tools).memory
    going_on = fill(heard("inform", first_time=True), memory, tools)
    assert going_on is not None
    done = complete(heard("inform"), going_on.memory, tools).memory
    hers = reply(heard("contribution_amount_housewife", text="dia bayar"), done, tools)
    assert hers.memory.relation == "mother"
    mine = reply(heard("eligibility_housewife", text="kalau sy join"), done, tools)
    assert mine.memory.relation == "self"
    assert "age" not in mine.memory.facts


def test_the_newest_wage_is_the_one_that_counts(tools: Tools) -> None:
    first = reply(
        heard("contribution_amount_employee", amount="2300.00"), Memory(), tools
    )
    again = reply(
        heard("contribution_amount_employee", amount="4800.00"), first.memory, tools
    )
    assert again.utterances[0].values["facts"]["wage"] == "4800.00"
    fixed = reply(heard("deny", amount="2700.00"), again.memory, tools)
    assert fixed.utterances[0].values["facts"]["wage"] == "2700.00"


def test_of_two_statuses_the_more_special_counts(tools: Tools) -> None:
    statuses = ("citizen", "permanent_resident", "foreigner")
    known = {**tools.facts, "citizenship": FactType("code", statuses)}
    message = heard(
        "eligibility_housewife", citizenship=["foreigner", "permanent_resident"]
    )
    turn = reply(message, Memory(), replace(tools, facts=known))
    assert turn.memory.facts["citizenship"] == "permanent_resident"


def test_an_age_limit_that_is_spoken_of_is_nobodys_age(tools: Tools) -> None:
    text = "dengar kata had umur naik 60 betul ke"
    message = replace(
        heard("eligibility_housewife", text=text, age=60), starts=(text.index("60"),)
    )
    assert "age" not in reply(message, Memory(), tools).memory.facts


def test_only_a_contribution_is_asked_about_for_a_past_day(tools: Tools) -> None:
    past = heard("contribution_amount_housewife", date="2026-11-16")
    assert reply(past, Memory(), tools).utterances[0].values["on"] == "2026-11-16"
    cover = heard(
        "coverage_start_or_period", text="bila mula", scheme="sksps", date="2026-11-16"
    )
    assert reply(cover, Memory(), tools).utterances[0].values["on"] == tools.today


def test_a_year_without_a_month_is_taken_at_its_end(tools: Tools) -> None:
    asked = heard("contribution_amount_housewife", text="socso for RM2,000 in 2019")
    assert reply(asked, Memory(), tools).utterances[0].values["on"] == "2019-12-31"
    now = heard("contribution_amount_housewife", text="kadar tahun 2026")
    assert reply(now, Memory(), tools).utterances[0].values["on"] == tools.today


def test_both_deductions_are_told_to_whoever_names_both(tools: Tools) -> None:
    def none(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        return ()

    tools = replace(
        tools,
        missing=none,
        questions=frozenset({"contribution.act4", "contribution.eis"}),
    )
    asked = heard(
        "contribution_amount_eis", text="SOCSO and EIS for RM3,000", amount="3000.00"
    )
    told = questions(reply(asked, Memory(), tools))
    assert told == ["contribution.act4", "contribution.eis"]


def test_why_gives_the_reasons_again(tools: Tools) -> None:
    memory = reply(heard("contribution_amount_housewife"), Memory(), tools).memory
    turn = reply(heard("deny", text="kenapa x boleh?"), memory, tools)
    assert questions(turn) == ["contribution.skssr"]


def test_facts_told_without_a_question_ask_what_fits(tools: Tools) -> None:
    told = heard("inform", text="saya suri rumah 44", age=44, employment="housewife")
    turn = reply(told, Memory(), tools)
    assert turn.memory.question == "eligibility.skssr"


def test_help_in_danger_is_never_called_a_repetition(tools: Tools) -> None:
    first = reply(heard("emergency_or_distress"), Memory(), tools)
    again = reply(heard("emergency_or_distress"), first.memory, tools)
    assert said(again) == ["utter_emergency"]


def test_days_of_leave_and_a_plan_work_out_the_sum(tools: Tools) -> None:
    question = "benefit.sksps.temporary_disablement"
    known = {**tools.facts, "medical_leave_days": FactType("integer")}

    def ask(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        return tuple(f for f in ("medical_leave_days", "plan") if f not in facts)

    tools = replace(
        tools,
        missing=ask,
        facts=known,
        questions=frozenset({question}),
        entries=frozenset({"benefit_temporary_disablement"}),
    )
    asked = heard(
        "benefit_temporary_disablement", plan=3, period={"n": 10, "unit": "day"}
    )
    turn = reply(asked, Memory(), tools)
    assert questions(turn) == [question]
    assert turn.utterances[0].values["facts"]["medical_leave_days"] == 10


def test_what_happened_is_asked_about_by_cover(tools: Tools) -> None:
    def none(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        return ()

    tools = replace(
        tools, missing=none, questions=frozenset({"which_cover", "coverage.sksps"})
    )
    what = heard("coverage_start_or_period", text="jatuh masa hantar makanan cover tak")
    assert questions(reply(what, Memory(), tools)) == ["which_cover"]
    when = heard("coverage_start_or_period", text="bila mula cover", scheme="sksps")
    assert questions(reply(when, Memory(), tools)) == ["coverage.sksps"]
