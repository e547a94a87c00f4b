"""Contributions read from a wage table, row by row."""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.decision import Change
from bot.rulebook.money import SEN
from bot.rulebook.parameters import Parameter
from bot.rulebook.tables import Row, Table, Version

LOW_ROW = "TABLE_ROW_LOW_CONFIDENCE"


def known_wage(case: Case) -> Decimal | None:
    wage = case.facts.get("wage")
    return wage if isinstance(wage, Decimal) else None


def wages_paid(case: Case, table: Version) -> Decimal | None:
    """The wage, once it is known to be more than nothing."""
    if not case.want("wage"):
        return None
    wage = known_wage(case)
    assert wage is not None
    case.compare(
        "WAGES_PAID",
        met=wage > 0,
        by=table.rows[0],
        limit=Decimal("0.00"),
        value=wage,
        changes=(Change("wage", SEN),),
    )
    return wage


def find_row(case: Case, table: Version, wage: Decimal) -> Row:
    """The row of the wage, noted with its edges; a low one stops the rule."""
    row = table.band(wage)
    case.note("WAGE_BAND", by=row, limit=row.up_to, value=row.over)
    if row.up_to is None:
        case.note("WAGE_CEILING", by=row, limit=table.ceiling, value=wage)
    case.rely_on(row, hole=LOW_ROW)
    return row


def tell_last_check(case: Case, law: Parameter | Table) -> None:
    """A later year than the rates were checked in, or begin in, may have others."""
    checked = law.about.last_checked_on
    begun = law.at(case.on).span.start
    if case.on.year > max(checked.year, begun.year):
        case.note("RATE_LAST_CHECKED", limit=checked)
        case.doubt()


def set_shares(case: Case, employer: Decimal, employee: Decimal) -> None:
    total = employer + employee
    case.amounts.update(employer=employer, employee=employee, total=total)
    case.step("EMPLOYER_PLUS_EMPLOYEE", total, employer=employer, employee=employee)
