"""Every row of every wage table, on, below and one sen above each of its edges.

The expectation is read from the CSV by its own few lines, not through the loader.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

import bot.rulebook
from bot.rulebook import Decision, Rulebook

PARAMETERS = Path(bot.rulebook.__file__).parent / "parameters"
SEN = Decimal("0.01")
FIRST_VOUCHED = date(2022, 1, 1)


@dataclass(frozen=True)
class Edge:
    """A wage, the row it must fall in, and a day of that table."""

    table: str
    wage: Decimal
    row: dict[str, str]
    on: date


def read_rows(name: str) -> list[dict[str, str]]:
    with (PARAMETERS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def days_of(row: dict[str, str]) -> tuple[date, date]:
    first = row["effective_from"]
    start = max(date.fromisoformat(first), FIRST_VOUCHED) if first else FIRST_VOUCHED
    last = row["effective_to"]
    return start, date.fromisoformat(last) if last else start + timedelta(days=365)


def edges(table: str) -> Iterator[Edge]:
    """One sen over the lower edge, one below the upper edge, and the edge itself."""
    for row in read_rows(table):
        over = Decimal(row["wage_over"])
        wages = [over + SEN]
        if row["wage_up_to"]:
            up_to = Decimal(row["wage_up_to"])
            wages += [up_to - SEN, up_to]
        else:
            wages.append(over + 100_000)
        for wage in wages:
            for day in days_of(row):
                yield Edge(table, wage, row, day)


def name_of(edge: Edge) -> str:
    return f"{edge.wage} on {edge.on}"


def check(decision: Decision, edge: Edge, employer: str, employee: str) -> None:
    if edge.row["confidence"] == "low":
        assert decision.outcome == "refer"
        assert not decision.amounts
        return
    assert decision.outcome == "amount"
    assert decision.amounts["employer"] == Decimal(employer)
    assert decision.amounts["employee"] == Decimal(employee)
    assert decision.amounts["total"] == Decimal(employer) + Decimal(employee)
    assert decision.confidence == edge.row["confidence"]


ACT4 = list(edges("act4/act4_third_schedule.csv"))
EIS = list(edges("eis/act800_second_schedule.csv"))
LINDUNG24 = list(edges("lindung24/lindung24.csv"))


@pytest.mark.parametrize("edge", ACT4, ids=name_of)
def test_act4_amounts_follow_the_row_at_every_band_edge(
    edge: Edge, book: Rulebook
) -> None:
    for category, employer, employee in (
        (1, edge.row["cat1_employer"], edge.row["cat1_employee"]),
        (2, edge.row["cat2_employer"], "0.00"),
    ):
        facts = {"wage": str(edge.wage), "category": category}
        decision = book.decide("contribution.act4", facts, on=edge.on)
        check(decision, edge, employer, employee)


@pytest.mark.parametrize("edge", EIS, ids=name_of)
def test_eis_amounts_follow_the_row_at_every_band_edge(
    edge: Edge, book: Rulebook
) -> None:
    decision = book.decide("contribution.eis", {"wage": str(edge.wage)}, on=edge.on)
    check(decision, edge, edge.row["employer"], edge.row["employee"])


@pytest.mark.parametrize("edge", LINDUNG24, ids=name_of)
def test_lindung24_amounts_follow_the_row_at_every_band_edge(
    edge: Edge, book: Rulebook
) -> None:
    facts = {"wage": str(edge.wage)}
    decision = book.decide("contribution.lindung24", facts, on=edge.on)
    check(decision, edge, edge.row["employer_skbbk"], edge.row["employee_skbbk"])
    totals = [r.value for r in decision.reasons if r.code == "LINDUNG24_COMBINED_TOTAL"]
    assert totals == [
        Decimal(edge.row["cat1_total_with_skbbk"]),
        Decimal(edge.row["cat2_total_with_skbbk"]),
    ]


def test_the_tables_have_the_rows_of_the_law() -> None:
    assert len(read_rows("act4/act4_third_schedule.csv")) == 45 + 55 + 65
    assert len(read_rows("eis/act800_second_schedule.csv")) == 45 + 55 + 65
    assert len(read_rows("lindung24/lindung24.csv")) == 65
