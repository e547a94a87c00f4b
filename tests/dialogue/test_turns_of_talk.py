"""What a further message means after what was said: corrections, changes of subject."""

from __future__ import annotations

import pytest

from bot.dialogue.asking import Tools
from tests.dialogue.conftest import questions, said
from tests.dialogue.talking import law, talk, told

OWN_PRICE = "contribution_amount_selfemployed"
EMPLOYEE = "contribution_amount_employee"
HOUSEWIFE = "contribution_amount_housewife"
WAGE = ("potongan gaji RM2,300", EMPLOYEE)
JOBLESS = ("my company retrenched me", "benefit_job_loss")


@pytest.fixture(scope="module")
def tools() -> Tools:
    return law()


def test_another_plan_is_priced_while_something_else_is_asked(tools: Tools) -> None:
    turn = talk(
        tools,
        ("i drive for grab, may i join", "eligibility_selfemployed"),
        ("how much is plan 1", OWN_PRICE),
        ("and plan 3?", "inform"),
    )
    assert "contribution.sksps" in questions(turn)
    assert turn.memory.facts["plan"] == 3


def test_a_plan_that_is_picked_is_priced(tools: Tools) -> None:
    turn = talk(
        tools,
        ("saya peniaga pasar malam, macam mana daftar", "how_to_register"),
        ("ok plan 2", "inform"),
    )
    assert questions(turn) == ["contribution.sksps"]


def test_two_numbers_after_the_plans_compare_them(tools: Tools) -> None:
    plans = told(
        "which plan is good", "menu", near=(("which_plan_compare", 0.7, "sure"),)
    )
    turn = talk(tools, plans, ("difference between 1 and 3", "scheme_definition"))
    assert questions(turn) == ["choice.sksps"]


def test_who_keeps_house_is_asked_about_her_own_scheme(tools: Tools) -> None:
    turn = talk(
        tools,
        ("can i join, i drive for grab", "eligibility_selfemployed"),
        ("what about my wife, she is a housewife, 39", "inform"),
    )
    assert turn.memory.question == "eligibility.skssr"
    assert "sector" not in turn.memory.facts


def test_the_price_for_another_is_that_of_her_own_scheme(tools: Tools) -> None:
    turn = talk(
        tools,
        ("i drive for grab, plan 2 a year", OWN_PRICE),
        ("and what about my wife? she is a housewife, 44 years old", "inform"),
    )
    assert questions(turn) == ["contribution.skssr"]


def test_a_mother_with_a_trade_is_no_housewife(tools: Tools) -> None:
    text = "can my mother join, she is 57 and runs a small catering business"
    turn = talk(tools, (text, "eligibility_housewife"))
    assert turn.memory.question == "eligibility.sksps"


def test_the_price_after_which_scheme_is_of_the_scheme_that_fits(tools: Tools) -> None:
    turn = talk(
        tools,
        ("saya suri rumah umur 40, warganegara, skim mana", "eligibility_general"),
        ("kali pertama", "inform"),
        ("berapa bayaran", OWN_PRICE),
    )
    assert questions(turn) == ["contribution.skssr"]


@pytest.mark.parametrize("text", ["no wait its 2450", "eh silap, 2,450", "sorry 2450"])
def test_a_bare_number_puts_the_wage_right(tools: Tools, text: str) -> None:
    turn = talk(tools, WAGE, told(text, "inform", band="clarify"))
    assert turn.memory.facts["wage"] == "2450.00"


def test_a_year_is_no_wage(tools: Tools) -> None:
    turn = talk(tools, WAGE, ("what about 2025", "inform"))
    assert turn.memory.facts["wage"] == "2300.00"


@pytest.mark.parametrize("text", ["just my part", "and the company's part"])
def test_the_shares_of_a_contribution_are_told_again(tools: Tools, text: str) -> None:
    assert "contribution.act4" in questions(talk(tools, WAGE, (text, "inform")))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("I employ an Indonesian maid, must I register her?", "domestic_worker"),
        ("we hired a clerk, must he be registered", "employee"),
    ],
)
def test_an_employer_asks_about_staff(tools: Tools, text: str, relation: str) -> None:
    turn = talk(tools, (text, "eligibility_employee"))
    assert turn.memory.relation == relation
    assert turn.memory.facts["employment"] != "housewife"


def test_whoever_was_hired_asks_about_themself(tools: Tools) -> None:
    turn = talk(
        tools, ("I was hired by a factory, am I covered", "eligibility_employee")
    )
    assert turn.memory.relation == "self"


def test_months_told_answer_how_many_were_paid(tools: Tools) -> None:
    wage = ("my pay was RM3,800, what will i get", EMPLOYEE)
    turn = talk(tools, JOBLESS, wage, ("i worked 14 months only", "inform"))
    assert turn.memory.asked is None
    assert turn.memory.facts["contributed_months"] == 14


def test_a_new_job_after_a_lost_one_has_an_allowance_of_its_own(tools: Tools) -> None:
    turn = talk(
        tools, JOBLESS, ("what if i find a job in 2 months", "benefit_job_loss")
    )
    assert turn.memory.question == "benefit.eis.early_reemployment"


def test_an_accident_at_work_is_none_of_job_loss(tools: Tools) -> None:
    turn = talk(
        tools,
        ("who is covered by eis", "scheme_definition"),
        ("i slipped at work, how do i claim", "how_to_claim"),
    )
    assert turn.memory.scheme == "act4"


def test_paid_since_tells_of_earlier_contributions(tools: Tools) -> None:
    turn = talk(
        tools,
        ("my wife is 56, can she join", "eligibility_general"),
        ("she paid since 2023", "inform"),
    )
    assert turn.memory.facts["first_time"] is False
    assert turn.utterances[0].values["facts"] == {"first_time": False}


def test_the_children_of_whoever_supposes_to_die_are_told_of(tools: Tools) -> None:
    near = (("not_insured_death", 0.4, "answer"),)
    turn = talk(
        tools,
        ("saya suri rumah 45, berapa caruman", HOUSEWIFE),
        told(
            "kalau saya meninggal, anak saya dapat apa",
            "benefit_dependants_or_survivors",
            near=near,
        ),
    )
    assert questions(turn) == ["benefit.skssr.survivors"]
    assert turn.memory.facts["age"] == 45


def test_what_is_near_a_question_of_ours_is_offered_not_refused(tools: Tools) -> None:
    near = (("late_interest", 0.32, "offer"),)
    message = told("we were late, what now", "out_of_scope", near=near)
    assert said(talk(tools, WAGE, message)) == ["utter_did_you_mean"]


def test_another_agencys_matter_is_still_sent_there(tools: Tools) -> None:
    near = (("vs_epf", 0.35, "answer"),)
    message = told("can i withdraw from epf", "out_of_scope", near=near)
    assert said(talk(tools, WAGE, message)) == ["utter_other_agency"]


def test_an_employer_who_leaves_contributions_unpaid_is_complained_of(
    tools: Tools,
) -> None:
    text = "majikan tak bayar 3 bulan, macam mana"
    assert said(talk(tools, WAGE, (text, "out_of_scope"))) == ["utter_complaint"]


@pytest.mark.parametrize(
    ("text", "response"),
    [
        ("bos ugut nak buang saya kerja", "utter_complaint"),
        ("dia ugut nak bunuh saya", "utter_emergency"),
        ("dia ugut nak buang saya dari tingkat 5", "utter_emergency"),
    ],
)
def test_a_job_in_danger_is_no_person_in_danger(
    tools: Tools, text: str, response: str
) -> None:
    assert response in said(talk(tools, (text, "emergency_or_distress")))


def test_whoever_wants_to_insure_a_wife_is_in_no_distress(tools: Tools) -> None:
    text = "my wife stays at home. i want to protect her"
    turn = talk(tools, (text, "emergency_or_distress"))
    assert turn.memory.question == "which_scheme"


def test_a_lasting_harm_that_is_supposed_is_no_emergency(tools: Tools) -> None:
    text = "and if i can't walk any more"
    turn = talk(
        tools,
        ("i broke my leg at work", "how_to_claim"),
        (text, "emergency_or_distress"),
    )
    assert turn.memory.need == "benefit_permanent_disablement"
