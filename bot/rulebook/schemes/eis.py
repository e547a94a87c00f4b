"""EIS/SIP, LINDUNG Kerjaya: the Employment Insurance System Act 2017 (Act 800).

In force since 1 January 2018. Citizens, permanent and temporary residents in private
employment, from 18 to under 60; exempt from 57 when no EIS contribution was payable
before. Employer and employee pay the same, by the Second Schedule (s.18).
"""

from __future__ import annotations

from bot.rulebook.case import Case
from bot.rulebook.conditions import (
    at_least_age,
    covered_since,
    known_age,
    known_text,
    status_allowed,
    under_age,
)
from bot.rulebook.decision import Change, Decision
from bot.rulebook.questions import Question
from bot.rulebook.sheets import tell_if_in_force
from bot.rulebook.wages import find_row, set_shares, tell_last_check, wages_paid

STARTED = "eis/started"
SPOUSE_UNKNOWN = "EIS_EMPLOYER_SPOUSE_UNKNOWN"


def covered_by_status(case: Case) -> None:
    status_allowed(case, "EIS_CITIZEN_PR_OR_TR", "eis/citizenship")


def in_private_employment(case: Case) -> None:
    if not case.want("employment"):
        return
    kinds = case.read("eis/employees")
    employment = known_text(case, "employment")
    met = employment in kinds.codes
    if employment == "apprentice":
        return
    source = kinds if met else case.read("eis/exempt")
    case.compare(
        "EIS_PRIVATE_EMPLOYEE",
        met=met,
        by=source,
        limit=source.codes,
        value=employment,
        changes=(Change("employment", kinds.codes),),
    )
    if employment == "domestic_worker":
        covered_since(case, "EIS_DOMESTIC_WORKER_COVERED", "eis/domestic_worker")


def old_enough(case: Case) -> None:
    at_least_age(case, "EIS_MINIMUM_AGE", "eis/minimum_age")


def under_age_limit(case: Case) -> None:
    under_age(case, "EIS_UNDER_AGE_LIMIT", "eis/age_limit")


def not_late_first(case: Case) -> None:
    """From 57 it matters whether EIS contributions were payable before."""
    age = known_age(case)
    if age is None:
        return
    limit = case.read("eis/first_time_age")
    late = age >= limit.whole
    if late and not case.want("first_time"):
        return
    case.compare(
        "EIS_FIRST_TIME_UNDER_AGE",
        met=not (late and case.facts.get("first_time")),
        by=limit,
        limit=limit.whole,
        value=age,
    )


CONDITIONS = (
    covered_by_status,
    in_private_employment,
    old_enough,
    under_age_limit,
    not_late_first,
)


def unsettled(case: Case) -> str | None:
    """What nobody here knows about this person."""
    if case.facts.get("employment") == "apprentice":
        return "EIS_APPRENTICE_UNKNOWN"
    if case.facts.get("employer_spouse"):
        case.read("eis/employer_spouse_exempt", hole=SPOUSE_UNKNOWN)
    return None


def eligibility(case: Case) -> Decision:
    """Covered: status, private employment, age, and from 57 earlier contributions."""
    case.begin(STARTED)
    decision = case.settle(*CONDITIONS)
    if decision is not None and decision.outcome == "no":
        return decision
    why = unsettled(case)
    if why is not None:
        case.needs.clear()
        return case.refer(why)
    if decision is not None:
        return decision
    case.say("EIS_BOTH_PAY", "eis/rate", limit=True)
    return case.end("yes")


def contribution(case: Case) -> Decision:
    """The row of the wage in the Second Schedule; the same for both."""
    case.begin(STARTED)
    barred = case.barred(*CONDITIONS)
    if barred is not None:
        return barred
    why = unsettled(case)
    if why is not None:
        return case.refer(why)
    table = case.table("eis/second_schedule")
    wage = wages_paid(case, table)
    if case.failed:
        return case.no()
    if wage is None:
        return case.end("need_facts")
    row = find_row(case, table, wage)
    set_shares(case, row.money("employer"), row.money("employee"))
    case.say("EIS_BOTH_PAY", "eis/rate", limit=True)
    tell_if_in_force(case, "PAYMENT_DUE_DAY", "act4/due_day")
    tell_last_check(case, case.law.table("eis/second_schedule"))
    return case.end("amount")


def coverage(case: Case) -> Decision:
    """Loss of employment, but not resigning, a contract's end or misconduct."""
    case.begin(STARTED)
    barred = case.barred(*CONDITIONS)
    if barred is not None:
        return barred
    case.say("EIS_COVERS_LOSS_OF_EMPLOYMENT", "eis/covers_loss")
    case.say("EIS_NOT_VOLUNTARY_LOSS", "eis/not_voluntary_loss")
    return case.end("info")


QUESTIONS = (
    Question(
        "eligibility.eis",
        "is the employee covered by EIS/SIP (LINDUNG Kerjaya)",
        eligibility,
        asks=("citizenship", "employment", "age", "first_time"),
        uses=("birth_date", "employer_spouse"),
    ),
    Question(
        "contribution.eis",
        "the monthly EIS contribution on a wage",
        contribution,
        asks=("wage",),
        uses=("citizenship", "employment", "age", "first_time", "employer_spouse"),
    ),
    Question(
        "coverage.eis", "what EIS covers", coverage, uses=("employment", "citizenship")
    ),
)
