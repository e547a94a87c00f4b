"""All deductions of one wage at once, worded over the real law."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot import rulebook, settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from bot.dialogue.totals import asked, totals_text
from tests.dialogue.conftest import said
from tests.dialogue.test_pay import told

ON = "2026-11-23"
ALL = ("act4", "eis", "lindung24")


@pytest.fixture(scope="module")
def law() -> Tools:
    return build(settings.load(), ON)


@pytest.mark.parametrize(
    ("text", "schemes"),
    [
        ("potong SOCSO + EIS + LINDUNG 24 Jam gaji 2,350", ALL),
        ("socso eis skbbk salary 5000 how much each", ALL),
        ("total all three for RM4,000", ALL),
        ("berapa potong semua", ALL),
        ("gaji 3000 potongan semua sekali berapa", ALL),
        ("eis dengan lindung 24 jam gaji 3000", ("eis", "lindung24")),
        ("socso gaji 3000", ()),
        ("lindung 24 jam gaji 3000", ()),
    ],
)
def test_several_deductions_are_heard_in_one_question(
    text: str, schemes: tuple[str, ...]
) -> None:
    assert asked(told(text)) == schemes


def words(facts: dict[str, Any], schemes: tuple[str, ...] = ALL) -> str:
    book = rulebook.load(settings.load().parameters)
    values = {"facts": facts, "on": ON, "schemes": list(schemes)}
    return totals_text(book, values, "en")


def test_the_sum_is_that_of_the_three_tables() -> None:
    book = rulebook.load(settings.load().parameters)
    facts = {"wage": "2350.00", "category": 1}
    amounts = [
        book.decide(f"contribution.{one}", facts, on=date.fromisoformat(ON)).amounts
        for one in ALL
    ]
    employee = sum(one["employee"] for one in amounts)
    employer = sum(one["employer"] for one in amounts)
    told_text = words(facts)
    assert f"RM{employee:,.2f} is deducted from the employee" in told_text
    assert f"RM{employer:,.2f} paid by the employer" in told_text


def test_what_is_not_due_is_said_with_its_reason() -> None:
    text = words({"wage": "2350.00", "citizenship": "foreigner", "category": 1})
    assert "EIS/SIP): nothing. Status: not a citizen" in text
    assert "release of liability" not in text


def test_another_wage_is_added_up_again(law: Tools) -> None:
    turn = reply(told("socso eis skbbk gaji 3500 berapa"), Memory(), law)
    assert said(turn) == ["utter_wage_totals", "utter_first_category"]
    turn = reply(told("kalau 5000?", "inform"), turn.memory, law)
    assert said(turn)[0] == "utter_wage_totals"
    assert turn.utterances[0].values["facts"]["wage"] == "5000.00"
    turn = reply(told("umur 61", "inform"), turn.memory, law)
    assert said(turn) == ["utter_wage_totals"]


def test_the_sum_is_forgotten_when_another_question_comes(law: Tools) -> None:
    turn = reply(told("socso eis skbbk gaji 3500 berapa"), Memory(), law)
    turn = reply(told("EIS pulak?", "contribution_amount_eis"), turn.memory, law)
    assert turn.memory.totals == ()


def test_without_a_wage_all_three_wait_for_it(law: Tools) -> None:
    message = told("berapa semua potongan perkeso eis lindung 24 jam", "lindung24")
    turn = reply(message, Memory(), law)
    assert turn.memory.asked == "wage"
    assert turn.memory.queue == ("contribution.eis", "contribution.lindung24")
