"""After a benefit, `how much` asks what it gives, and not what is paid in."""

from __future__ import annotations

import pytest

from bot.dialogue.asking import Tools
from tests.dialogue.conftest import questions
from tests.dialogue.talking import law, talk

LOST_JOB = ("the factory retrenched me on friday", "benefit_job_loss")
EMPLOYEE = "contribution_amount_employee"
HOUSEWIFE = "contribution_amount_housewife"


@pytest.fixture(scope="module")
def tools() -> Tools:
    return law()


@pytest.mark.parametrize(
    ("first", "then", "question"),
    [
        (
            LOST_JOB,
            ("what will i receive, my pay was RM3,800", EMPLOYEE),
            "benefit.eis.job_search",
        ),
        (
            ("bila last claim eis", "claim_deadline"),
            ("berapa ye, gaji dulu 2,600", HOUSEWIFE),
            "benefit.eis.job_search",
        ),
        (
            ("macam mana tuntut faedah pengurusan mayat suri rumah", "how_to_claim"),
            ("brp", HOUSEWIFE),
            "benefit.skssr.funeral",
        ),
    ],
)
def test_a_price_after_a_benefit_is_what_it_gives(
    tools: Tools, first: tuple[str, str], then: tuple[str, str], question: str
) -> None:
    assert talk(tools, first, then).memory.question == question


def test_a_contribution_named_after_a_benefit_stays_one(tools: Tools) -> None:
    then = ("how much eis was deducted from RM3,800", "contribution_amount_eis")
    assert questions(talk(tools, LOST_JOB, then)) == ["contribution.eis"]


def test_how_much_after_the_steps_of_any_claim_is_no_contribution(
    tools: Tools,
) -> None:
    turn = talk(tools, ("how do I claim", "how_to_claim"), ("how much", HOUSEWIFE))
    assert [u.values.get("entry") for u in turn.utterances] == ["benefits_overview"]


def test_a_wage_told_for_the_familys_share_asks_for_no_contribution(
    tools: Tools,
) -> None:
    turn = talk(
        tools,
        ("ayah meninggal jatuh masa kerja, dia guard", "benefit_funeral"),
        ("berapa ibu saya dapat, gaji dia 1900", EMPLOYEE),
    )
    assert questions(turn) == ["benefit.act4.dependants"]


@pytest.mark.parametrize(
    "text",
    ["if i land a new job within 2 months?", "kalau dapat kerja baru dalam 2 bulan"],
)
def test_months_till_a_new_job_are_no_months_paid_in(tools: Tools, text: str) -> None:
    served = ("saya carum 20 bulan", "inform")
    turn = talk(tools, LOST_JOB, served, (text, "benefit_job_loss"))
    assert turn.memory.facts["contributed_months"] == 20


def test_a_wage_leaves_a_domestic_worker_what_she_is(tools: Tools) -> None:
    maid = ("do i register my maid with perkeso", "eligibility_employee")
    turn = talk(tools, maid, ("her salary is 1800", "inform"))
    assert turn.memory.facts["employment"] == "domestic_worker"
