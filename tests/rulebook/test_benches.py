"""The checks of the law's content notice what they are for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bench.mutation import Mutant, mutants, readers, survives
from bot.rulebook import Rulebook
from bot.rulebook.golden import read_cases
from bot.rulebook.parameters import Parameter

CONTRIBUTION = "skssr/contribution"


def dearer(book: Rulebook) -> Rulebook:
    """SKSSR for ten ringgit more."""
    law = book.parameter(CONTRIBUTION)
    values = tuple(replace(one, value=one.money + Decimal(10)) for one in law.values)
    changed: Parameter = replace(law, values=values)
    return Rulebook({**book.law, CONTRIBUTION: changed}, version=book.version)


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
