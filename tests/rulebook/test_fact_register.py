"""Every fact that was collected has a home, or a line that says why it has none."""

from __future__ import annotations

import csv
import re
from functools import cache

import pytest

from bot.answers import load as load_answers
from bot.rulebook import Rulebook, codes
from bot.rulebook.book import PACKAGE, PARAMETERS
from bot.rulebook.decision import CONFIDENCES
from bot.rulebook.parameters import Parameter
from bot.rulebook.tables import Table

REGISTER = PACKAGE / "fact_register"
FACTS_COLLECTED = 406
REASONS = {
    "same",
    "unproved",
    "past",
    "background",
    "employer",
    "elsewhere",
    "detail",
}
WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+")


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (REGISTER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def facts() -> dict[str, dict[str, str]]:
    return {row["fact"]: row for row in rows("facts")}


@cache
def left_out() -> dict[str, dict[str, str]]:
    return {row["fact"]: row for row in rows("left_out")}


@cache
def cited() -> frozenset[str]:
    """Ids that parameters, their tables and written answers cite."""
    found = {fact for entry in load_answers().all() for fact in entry.facts}
    for file in PARAMETERS.rglob("*"):
        if file.is_file():
            found |= set(WORD.findall(file.read_text("utf-8")))
    return frozenset(found & set(facts()))


def test_the_register_holds_every_fact_once() -> None:
    assert len(rows("facts")) == len(facts()) >= FACTS_COLLECTED
    assert len(rows("left_out")) == len(left_out())


@pytest.mark.parametrize("fact", sorted(facts()))
def test_a_fact_has_a_home_or_a_reason_for_having_none(fact: str) -> None:
    corrected = facts()[fact]["corrected_by"]
    homes = (fact in cited()) + (fact in left_out())
    assert homes == 1 or (corrected and homes == 0), fact


def test_a_corrected_fact_is_replaced_by_one_that_is_accounted_for() -> None:
    for row in rows("facts"):
        if row["corrected_by"]:
            assert row["corrected_by"] in {*cited(), *left_out()}, row


def test_what_is_left_out_says_why_and_where_to_ask() -> None:
    for row in rows("left_out"):
        assert row["fact"] in facts()
        assert row["reason"] in REASONS
        assert (row["reason"] == "same") == bool(row["instead"]), row
        assert not row["instead"] or row["instead"] in cited(), row
        told = row["reason"] in ("same", "past", "background")
        assert told or row["ask"], row
        assert row["instead"] or row["why"], row


def test_what_answers_cite_was_collected() -> None:
    for entry in load_answers().all():
        assert set(entry.facts) <= set(facts()), entry.name


@pytest.mark.parametrize("name", ["conflicts", "holes"])
def test_conflicts_and_holes_stand_somewhere(name: str, book: Rulebook) -> None:
    for row in rows(name):
        kind, _, where = row["home"].partition(":")
        known = {
            "parameter": book.law,
            "note": codes.NOTES,
            "refer": codes.REFERS,
            "left_out": left_out(),
            "answer": load_answers().names(),
            "question": [question.name for question in book.questions()],
        }
        assert where in known[kind], row


def test_a_conflict_names_facts_of_the_register() -> None:
    for row in rows("conflicts"):
        assert set(row["facts"].split()) <= set(facts()), row
        assert row["resolution"]


def test_nothing_is_stated_with_more_confidence_than_its_fact(book: Rulebook) -> None:
    for name, law in book.law.items():
        if isinstance(law, Parameter):
            for value in (*law.values, *law.announced):
                known = facts()[value.span.fact]["confidence"]
                assert value.level <= CONFIDENCES.index(known), name
        for version in law.versions if isinstance(law, Table) else ():
            known = facts()[version.span.fact]["confidence"]
            least = min(row.level for row in version.rows)
            assert least <= CONFIDENCES.index(known), name
