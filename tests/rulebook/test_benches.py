"""The checks of the law's content notice what they are for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from bench.impact import at_revision, changed_cases, report
from bench.mutation import Mutant, mutants, readers, survives
from bot.rulebook import Rulebook
from bot.rulebook.parameters import Parameter
from tests.rulebook.golden import read_cases

CONTRIBUTION = "skssr/contribution"


def dearer(book: Rulebook) -> Rulebook:
    """SKSSR for ten ringgit more."""
    law = book.parameter(CONTRIBUTION)
    values = tuple(replace(one, value=one.money + Decimal(10)) for one in law.values)
    changed: Parameter = replace(law, values=values)
    return Rulebook({**book.law, CONTRIBUTION: changed}, version=book.version)


def test_a_dearer_year_shows_in_cases_and_in_both_languages(book: Rulebook) -> None:
    lines = list(report(book, dearer(book), brief=False))
    assert f"  {CONTRIBUTION}" in lines
    assert any(line.startswith("! skssr: A year costs RM120") for line in lines)
    assert any("ms +" in line and "RM130.00" in line for line in lines)
    assert any("en -" in line and "RM120.00" in line for line in lines)


def test_nothing_changes_where_nothing_was_edited(book: Rulebook) -> None:
    assert not list(changed_cases(book, book))


def test_a_revision_can_be_loaded(tmp_path: Path) -> None:
    assert at_revision("HEAD", tmp_path).law


@pytest.fixture(scope="module")
def found(book: Rulebook) -> list[Mutant]:
    return list(mutants(book, "skssr/"))


def test_a_wrong_amount_is_noticed_by_a_case(
    book: Rulebook, found: list[Mutant]
) -> None:
    read = readers(book, list(read_cases()))
    amounts = [m for m in found if m.path == CONTRIBUTION]
    assert len(amounts) == 2
    assert not [m.what for m in amounts if survives(book, m, read[m.path])]


def test_what_no_case_reads_survives(book: Rulebook, found: list[Mutant]) -> None:
    assert survives(book, found[0], [])
