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


def by_day(table: str) -> list[tuple[date, list[Edge]]]:
    """All edges of one day together: thousands of single tests would take a minute."""
    days: dict[date, list[Edge]] = {}
    for edge in edges(table):
        days.setdefault(edge.on, []).append(edge)
    return sorted(days.items())


def check(decision: Decision, edge: Edge, employer: str, employee: str) -> None:
    if edge.row["confidence"] == "low":
        assert decision.outcome == "refer", edge
        assert not decision.amounts, edge
        return
    assert decision.outcome == "amount", edge
    assert decision.amounts["employer"] == Decimal(employer), edge
    assert decision.amounts["employee"] == Decimal(employee), edge
    assert decision.amounts["total"] == Decimal(employer) + Decimal(employee)
    later = any(reason.code == "RATE_LAST_CHECKED" for reason in decision.reasons)
    assert decision.confidence == ("medium" if later else edge.row["confidence"])


ACT4 = by_day("act4/act4_third_schedule.csv")
EIS = by_day("eis/act800_second_schedule.csv")
LINDUNG24 = by_day("lindung24/lindung24.csv")


@pytest.mark.parametrize(
    ("day", "on_day"), ACT4, ids=lambda v: str(v) if isinstance(v, date) else ""
)
def test_act4_amounts_follow_the_row_at_every_band_edge(
    day: date, on_day: list[Edge], book: Rulebook
) -> None:
    for edge in on_day:
        for category, employer, employee in (
            (1, edge.row["cat1_employer"], edge.row["cat1_employee"]),
            (2, edge.row["cat2_employer"], "0.00"),
        ):
            facts = {"wage": str(edge.wage), "category": category}
            decision = book.decide("contribution.act4", facts, on=day)
            check(decision, edge, employer, employee)


@pytest.mark.parametrize(
    ("day", "on_day"), EIS, ids=lambda v: str(v) if isinstance(v, date) else ""
)
def test_eis_amounts_follow_the_row_at_every_band_edge(
    day: date, on_day: list[Edge], book: Rulebook
) -> None:
    for edge in on_day:
        decision = book.decide("contribution.eis", {"wage": str(edge.wage)}, on=day)
        check(decision, edge, edge.row["employer"], edge.row["employee"])


@pytest.mark.parametrize(
    ("day", "on_day"), LINDUNG24, ids=lambda v: str(v) if isinstance(v, date) else ""
)
def test_lindung24_amounts_follow_the_row_at_every_band_edge(
    day: date, on_day: list[Edge], book: Rulebook
) -> None:
    for edge in on_day:
        facts = {"wage": str(edge.wage)}
        decision = book.decide("contribution.lindung24", facts, on=day)
        check(decision, edge, edge.row["employer_skbbk"], edge.row["employee_skbbk"])
        assert combined_totals(decision) == [
            Decimal(edge.row["cat1_total_with_skbbk"]),
            Decimal(edge.row["cat2_total_with_skbbk"]),
        ]


def combined_totals(decision: Decision) -> list[object]:
    code = "LINDUNG24_COMBINED_TOTAL"
    return [reason.value for reason in decision.reasons if reason.code == code]


def test_the_tables_have_the_rows_of_the_law() -> None:
    assert len(read_rows("act4/act4_third_schedule.csv")) == 45 + 55 + 65
    assert len(read_rows("eis/act800_second_schedule.csv")) == 45 + 55 + 65
    assert len(read_rows("lindung24/lindung24.csv")) == 65
