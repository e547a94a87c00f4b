"""Act 4: the monthly contribution, read from the Third Schedule (s.6).

Ceiling RM4,000 until 31 August 2022, RM5,000 until 30 September 2024, RM6,000 since.
First category: employer and employee; second category: employer only. From 1 June 2026
LINDUNG 24 Jam is deducted from the employee besides.
"""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.decision import Decision
from bot.rulebook.errors import ParameterNotInForce
from bot.rulebook.questions import Question
from bot.rulebook.schemes.act4 import CONDITIONS, find_category
from bot.rulebook.wages import find_row, set_shares, tell_last_check, wages_paid


def contribution(case: Case) -> Decision:
    """The row of the wage; the category is derived from age when it is not given."""
    table = case.table("act4/third_schedule")
    barred = case.barred(*CONDITIONS)
    if barred is not None:
        return barred
    wage = wages_paid(case, table)
    if case.failed:
        return case.no()
    category = find_category(case)
    if wage is None or category is None:
        return case.end("need_facts")
    row = find_row(case, table, wage)
    if category == 1:
        set_shares(case, row.money("cat1_employer"), row.money("cat1_employee"))
    else:
        set_shares(case, row.money("cat2_employer"), Decimal("0.00"))
    case.say("TABLE_NOT_PERCENTAGE", "act4/by_table")
    case.say("PAYMENT_DUE_DAY", "act4/due_day", limit=True)
    _tell_lindung24(case, wage)
    tell_last_check(case, case.law.table("act4/third_schedule"))
    return case.end("amount")


def _tell_lindung24(case: Case, wage: Decimal) -> None:
    if case.facts.get("opted_out"):
        return
    try:
        table = case.table("lindung24/table")
    except ParameterNotInForce:
        return
    row = table.band(wage)
    amount = row.money("employee_skbbk")
    rule = case.law.parameter("lindung24/participation_local").at(case.on)
    local = case.facts.get("citizenship") != "foreigner"
    if local and rule.value == "voluntary" and "opted_out" not in case.facts:
        case.note("LINDUNG24_EXTRA_UNLESS_RELEASED", by=rule, value=amount)
    else:
        case.note("LINDUNG24_EXTRA", by=row, value=amount)


QUESTIONS = (
    Question(
        "contribution.act4",
        "the monthly Act 4 contribution on a wage",
        contribution,
        asks=("wage", "age", "first_time"),
        uses=("category", "citizenship", "employment", "opted_out", "employer_spouse"),
    ),
)
