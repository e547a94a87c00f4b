"""What the words show, where a message was taken for something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot import rulebook
from bot.dialogue import Memory
from bot.dialogue.asking import Known, Tools
from bot.dialogue.curated import chosen
from bot.dialogue.facts import FactType, from_entities
from bot.dialogue.followups import price_again
from bot.dialogue.hearing import wanted
from bot.dialogue.law import law_day
from bot.dialogue.message import Found, Message
from bot.dialogue.needs import of_benefit, scheme_of
from bot.dialogue.persons import whom_asked
from bot.dialogue.planner import reply
from bot.dialogue.spoken_of import of_scheme_spoken_of
from bot.dialogue.tone import tells_of_default
from bot.dialogue.totals import totals_text
from bot.dialogue.whom import whom
from tests.dialogue.conftest import heard, questions
from tests.dialogue.test_followups import typed

TODAY = "2026-11-23"
STATUS = {"citizenship": FactType("code", ("citizen", "foreigner"))}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("rates for 2024-09", "2024-09-01"),
        ("kadar 2023/5 tu", "2023-05-01"),
        ("rates in 2024", "2024-12-31"),
        ("rates now", TODAY),
    ],
)
def test_a_month_in_figures_is_that_month(text: str, day: str) -> None:
    assert law_day("contribution.eis", heard("inform", text=text), TODAY) == day


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("local maid RM1,700", {"citizenship": "citizen"}),
        ("pekerja tempatan gaji 1700", {"citizenship": "citizen"}),
        ("not local staff", {}),
        ("the local council", {}),
    ],
)
def test_local_staff_are_no_foreigners(text: str, told: dict[str, str]) -> None:
    assert from_entities(heard("inform", text=text), STATUS) == told


def test_a_husband_who_can_pay_is_not_whom_it_is_for() -> None:
    text = "my husband works for the council, can he pay my skssr"
    asked = typed(text, "eligibility_housewife", relation=("husband", "husband"))
    assert whom_asked(asked) is None
    himself = typed(
        "my husband asks, can he join skssr",
        "eligibility_housewife",
        relation=("husband", "husband"),
    )
    assert whom_asked(himself) == "husband"


def test_a_maid_is_no_housewife() -> None:
    need = "eligibility_housewife"
    maid = heard(need, text="can the maid join", employment="domestic_worker")
    assert of_scheme_spoken_of(need, maid, Memory()) == "eligibility_employee"
    wife = heard(
        need, text="isteri kerja kilang, boleh?", employment="private_employee"
    )
    assert of_scheme_spoken_of(need, wife, Memory()) == need


def test_a_sum_asked_by_whoever_lost_a_job_is_that_of_the_allowance() -> None:
    need = "contribution_amount_eis"
    lost = heard(need, text="i lost my job, how much on RM3,000", amount="3000.00")
    assert of_benefit(need, lost) == "benefit_job_loss"
    paid = heard(need, text="i lost my job, how much was the eis deduction")
    assert of_benefit(need, paid) == need


def test_the_steps_after_losing_a_job_are_those_of_eis() -> None:
    asked = heard("claim_deadline", text="lost my job in may, until when?")
    assert scheme_of("claim_deadline", asked, Memory()) == "eis"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("majikan tak carum untuk saya", True),
        ("bos tak pernah carumkan", True),
        ("majikan tak datang", False),
    ],
)
def test_an_employer_who_pays_nothing_in_is_told_of_in_few_words(
    text: str, told: bool
) -> None:
    assert tells_of_default(heard("complaint", text=text)) is told


def test_whoever_is_ill_and_asks_what_there_is_asks_for_the_cover(tools: Tools) -> None:
    need = "eligibility_housewife"
    ill = replace(
        heard(need, text="suri rumah kena barah, dapat apa", cause="illness"),
        band="clarify",
    )
    assert wanted(ill, {}, Memory(), tools) == ("coverage_start_or_period",)
    assert wanted(replace(ill, band="answer"), {}, Memory(), tools) == (need,)


@pytest.mark.parametrize(
    ("question", "meant"),
    [("benefit.death", "husband"), ("eligibility.skssr", "child")],
)
def test_the_family_is_only_told_of_beside_the_dead(question: str, meant: str) -> None:
    memory = Memory(question=question, relation="husband")
    child = heard("inform", text="anak oku 25", relation="child")
    assert whom(child, memory) == meant


QUESTIONS = {
    "isuri": Known("skssr"),
    "age60": Known("skssr"),
    "misconduct": Known("eis"),
}


def near(name: str, score: float, message: Message) -> Message:
    band = "sure" if score >= 0.45 else "answer"
    return replace(message, found=(Found(name, score, band),))


def test_another_agency_beside_our_scheme_leaves_the_question_ours() -> None:
    both = heard("out_of_scope", text="skssr sama ke", scheme="skssr", agency="kwsp")
    assert chosen("out_of_scope", near("isuri", 0.9, both), Memory(), QUESTIONS)


def test_what_is_said_after_an_answer_is_ours_where_a_question_of_it_is_near() -> None:
    told = near("misconduct", 0.39, heard("out_of_scope", text="sebab disiplin"))
    assert chosen("out_of_scope", told, Memory(), QUESTIONS) is None
    assert chosen("out_of_scope", told, Memory(scheme="eis"), QUESTIONS)


def test_an_age_limit_is_no_value_of_the_one_who_asks() -> None:
    limit = typed("bila naik 60", "inform", age=(60, "60"))
    own = typed("saya 60", "inform", age=(60, "60"))
    assert chosen("inform", near("age60", 0.9, limit), Memory(), QUESTIONS) == "age60"
    assert chosen("inform", near("age60", 0.9, own), Memory(), QUESTIONS) is None


def test_what_is_not_known_is_not_told_as_nothing_in_a_sum() -> None:
    values = {
        "facts": {"wage": "4350.00", "category": 1},
        "on": date(2022, 7, 1).isoformat(),
        "schemes": ["act4", "eis"],
    }
    text = totals_text(rulebook.load(), values, "en")
    assert "do not know" in text
    assert "nothing" not in text
    assert "Together" not in text


def test_a_trade_of_ones_own_is_no_employment() -> None:
    need = "eligibility_employee"
    hawker = heard(need, text="mother sells kuih, compulsory?", sector="hawkers")
    assert of_scheme_spoken_of(need, hawker, Memory()) == "eligibility_selfemployed"
    helped = heard(need, text="my worker sells kuih, compulsory?", sector="hawkers")
    assert of_scheme_spoken_of(need, helped, Memory()) == need


def test_the_total_after_the_steps_of_a_claim_is_that_of_its_benefit() -> None:
    memory = Memory(
        question="claim.eis.job_search", scheme="eis", need="claim_deadline"
    )
    asked = heard("contribution_amount_housewife", text="jumlah?")
    assert price_again(asked, memory) == "benefit_job_loss"


def test_whether_cover_starts_at_once_asks_for_no_accident(tools: Tools) -> None:
    tools = replace(
        tools, questions=tools.questions | {"coverage.sksps", "which_cover"}
    )
    paid = heard("coverage_start_or_period", text="bayar hari ini terus dilindungi?")
    turn = reply(paid, Memory(scheme="sksps"), tools)
    assert questions(turn) == ["coverage.sksps"]
