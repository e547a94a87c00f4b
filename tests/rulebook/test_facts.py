"""Nonsense facts are errors that name the fact."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from bot.rulebook import EVERY_FACT, Rulebook
from bot.rulebook.codes import WHYS
from bot.rulebook.errors import FactError, UnknownQuestion
from bot.rulebook.facts import Facts

ON = date(2026, 11, 23)

NONSENSE = [
    ("age", 203, "from 0 to 130"),
    ("age", -1, "from 0 to 130"),
    ("age", "old", "whole number"),
    ("age", 54.0, "whole number"),
    ("age", True, "whole number"),
    ("wage", "RM abc", "amount in RM"),
    ("wage", -5, "amount in RM"),
    ("wage", "-5.00", "amount in RM"),
    ("wage", 1700.5, "amount in RM"),
    ("wage", "1700.505", "amount in RM"),
    ("wage", "1,700.00", "amount in RM"),
    ("wage", "NaN", "amount in RM"),
    ("wage", Decimal("Infinity"), "amount in RM"),
    ("wage", True, "amount in RM"),
    ("wage", "99999999", "at most"),
    ("plan", 9, "from 1 to 4"),
    ("plan", 0, "from 1 to 4"),
    ("category", 3, "from 1 to 2"),
    ("months", 0, "from 1 to 120"),
    ("birth_date", "2026-11-24", "after the day asked about"),
    ("birth_date", "1872-01-01", "years old"),
    ("birth_date", "1972-02-30", "calendar"),
    ("birth_date", "1972-2-3", "full date"),
    ("birth_date", "15/06/1972", "full date"),
    ("sex", "woman", "one of female, male"),
    ("citizenship", ["citizen"], "one of citizen"),
    ("first_time", "yes", "true or false"),
    ("sector", "grab", "one of passenger_transport"),
    ("employment", "boss", "one of private_employee"),
    ("paid_at", "2026-03-01T99:99", "moment"),
    ("paid_at", "yesterday", "full date"),
    ("loss_percent", "101", "from 0 to 100"),
    ("platform_earnings", [], "list of"),
    ("platform_earnings", "1000", "list of"),
    ("platform_earnings", [{"platform": "Grab"}], "list of"),
    ("platform_earnings", [{"platform": "", "amount": "1"}], "name"),
    ("platform_earnings", [{"platform": "Grab", "amount": "x"}], "amount in RM"),
    ("payments", [], "list of"),
    ("payments", [{"paid_at": "2026-01-01"}], "list of"),
    ("payments", [{"paid_at": "2026-02-30", "months": 12}], "calendar"),
    ("payments", [{"paid_at": "2026-01-01", "months": 0}], "from 1 to 120"),
    ("injury", "broken heart", "one of both_hands"),
    ("cause", "fate", "one of work"),
    ("papers_complete_on", "soon", "full date"),
    ("shoe_size", 43, "not a fact"),
]


@pytest.mark.parametrize(("fact", "value", "words"), NONSENSE)
def test_nonsense_is_an_error_that_names_the_fact(
    fact: str, value: object, words: str
) -> None:
    with pytest.raises(FactError) as caught:
        Facts({fact: value}, on=ON)
    assert caught.value.fact == fact
    assert str(caught.value).startswith(f"{fact}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_age_and_birth_date_that_disagree_are_an_error() -> None:
    with pytest.raises(FactError, match="age: does not agree"):
        Facts({"age": 53, "birth_date": "1972-06-15"}, on=ON)
    assert Facts({"age": 54, "birth_date": "1972-06-15"}, on=ON).get("age") == 54


def test_a_category_that_the_age_excludes_is_an_error(book: Rulebook) -> None:
    facts = {"wage": "3000", "category": 1, "age": 61}
    with pytest.raises(FactError, match="category: does not agree"):
        book.decide("contribution.act4", facts, on=ON)


def test_absent_facts_may_be_null_and_digits_may_be_text() -> None:
    facts = Facts({"sex": None, "age": "54", "wage": "1700"}, on=ON)
    assert "sex" not in facts
    assert facts.get("age") == 54
    assert facts.get("wage") == Decimal(1700)


def test_moments_keep_their_time_and_days_stay_days() -> None:
    facts = Facts({"paid_at": "2026-03-01T10:30"}, on=ON)
    assert facts.get("paid_at") == datetime.fromisoformat("2026-03-01T10:30")
    assert Facts({"paid_at": date(2026, 3, 1)}, on=ON).get("paid_at") == date(
        2026, 3, 1
    )


def test_an_unknown_question_is_named(book: Rulebook) -> None:
    with pytest.raises(UnknownQuestion, match=r"unknown question 'benefit\.luck'"):
        book.decide("benefit.luck", {}, on=ON)


def test_every_fact_is_described_and_every_question_uses_described_facts(
    book: Rulebook,
) -> None:
    for fact in EVERY_FACT.values():
        assert fact.about
        assert fact.why in WHYS
        assert fact.to_json()["type"]
    for question in book.questions():
        assert {*question.asks, *question.uses} <= set(EVERY_FACT)


def test_the_injuries_of_the_facts_are_the_rows_of_the_table(book: Rulebook) -> None:
    rows = book.table("skssr/benefit/injuries").at(ON).rows
    assert tuple(row.key for row in rows) == EVERY_FACT["injury"].values
    assert [row.cells["number"] for row in rows] == [str(n) for n in range(1, 56)]
    each = book.parameter("skssr/benefit/per_percent").at(ON).money
    assert all(row.money("maximum") == each * row.money("percent") for row in rows)
