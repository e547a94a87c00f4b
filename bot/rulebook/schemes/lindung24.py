"""LINDUNG 24 Jam: accidents outside work, Act 4 as amended by Act A1788.

From 1 June 2026, paid by the employee alone. Compulsory for all in June 2026; since
8 July 2026 compulsory for foreign workers, voluntary for citizens and permanent
residents, who take part unless they file a release. 1 to 7 July 2026 is disputed.
"""

from __future__ import annotations

from datetime import date

from bot.rulebook.case import Case
from bot.rulebook.conditions import known_text
from bot.rulebook.decision import Change, Decision
from bot.rulebook.errors import ParameterNotInForce
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question
from bot.rulebook.schemes.act4 import find_category
from bot.rulebook.tables import Row
from bot.rulebook.wages import find_row, tell_last_check, wages_paid

STARTED = "lindung24/started"
EARLY_JULY = "LINDUNG24_EARLY_JULY_DISPUTED"


def is_employee(case: Case) -> None:
    if not case.want("employment"):
        return
    kinds = case.read("lindung24/employees")
    employment = known_text(case, "employment")
    case.compare(
        "LINDUNG24_EMPLOYEE",
        met=employment in kinds.codes,
        by=kinds,
        value=employment,
        changes=(Change("employment", kinds.codes),),
    )


def not_opted_out(case: Case) -> None:
    """A release counts for locals only, once taking part is voluntary."""
    if "opted_out" not in case.facts or case.facts.get("citizenship") == "foreigner":
        return
    rule = case.read("lindung24/participation_local", hole=EARLY_JULY)
    if rule.text == "compulsory":
        return
    case.compare(
        "LINDUNG24_NOT_OPTED_OUT",
        met=not case.facts.get("opted_out"),
        by=rule,
        changes=(Change("opted_out", False),),
    )
    if case.failed:
        case.say("LINDUNG24_OPT_IN_ONCE", "lindung24/opt_in_once")


def wants_status(case: Case) -> None:
    case.want("citizenship")


CONDITIONS = (is_employee, wants_status, not_opted_out)


def eligibility(case: Case) -> Decision:
    """Every insured employee, by duty or by choice, as status and day have it."""
    case.begin(STARTED)
    decision = case.settle(*CONDITIONS)
    if decision is not None:
        return decision
    foreign = case.facts.get("citizenship") == "foreigner"
    who = "foreign" if foreign else "local"
    rule = case.read(f"lindung24/participation_{who}", hole=EARLY_JULY)
    if rule.text == "compulsory":
        case.note("LINDUNG24_COMPULSORY", by=rule)
    else:
        case.note("LINDUNG24_VOLUNTARY", by=rule, limit=rule.span.since)
        _tell_opt_out(case)
    case.say("LINDUNG24_EMPLOYEE_PAYS", "lindung24/employee_pays")
    return case.end("yes")


def _tell_opt_out(case: Case) -> None:
    try:
        last = case.read("lindung24/opt_out_last_day")
    except ParameterNotInForce:
        return
    hired = case.facts.get("hired_on")
    if isinstance(hired, date) and hired > last.day:
        case.read(
            "lindung24/new_hire_opt_out", hole="LINDUNG24_NEW_HIRE_OPT_OUT_UNKNOWN"
        )
    ended = case.on > last.day
    code = "LINDUNG24_OPT_OUT_ENDED" if ended else "LINDUNG24_OPT_OUT_OPEN"
    case.note(code, by=last, limit=last.day)


def contribution(case: Case) -> Decision:
    """The employee's deduction, from the table of the phase."""
    case.begin(STARTED)
    barred = case.barred(is_employee, not_opted_out)
    if barred is not None:
        return barred
    try:
        table = case.table("lindung24/table")
    except ParameterNotInForce:
        return case.refer("LINDUNG24_LATER_PHASE")
    wage = wages_paid(case, table)
    if case.failed:
        return case.no()
    if wage is None:
        return case.end("need_facts")
    row = find_row(case, table, wage)
    employee, employer = row.money("employee_skbbk"), row.money("employer_skbbk")
    case.amounts.update(employer=employer, employee=employee, total=employer + employee)
    _tell_totals(case, row)
    case.say("LINDUNG24_EMPLOYEE_PAYS", "lindung24/employee_pays")
    case.say("LINDUNG24_ONE_EMPLOYER", "lindung24/one_employer")
    _tell_phase(case)
    tell_last_check(case, case.law.table("lindung24/table"))
    return case.end("amount")


def _tell_totals(case: Case, row: Row) -> None:
    """The month's total with Act 4, for the category known or else for both."""
    known = find_category(case)
    case.needs.clear()
    for category in (1, 2) if known is None else (known,):
        total = row.money(f"cat{category}_total_with_skbbk")
        case.note("LINDUNG24_COMBINED_TOTAL", by=row, limit=category, value=total)


def _tell_phase(case: Case) -> None:
    rate: Value = case.read("lindung24/rate")
    case.note("LINDUNG24_PHASE", by=rate, limit=rate.span.until, value=rate.money)
    for coming in case.all_announced("lindung24/rate"):
        case.note(
            "LINDUNG24_NEXT_PHASE_ANNOUNCED",
            by=coming,
            limit=coming.span.since,
            value=coming.money,
        )


def coverage(case: Case) -> Decision:
    """Accidents not from work, in Malaysia, from the first day of the scheme."""
    case.begin(STARTED)
    barred = case.barred(is_employee, not_opted_out, _event_after_start)
    if barred is not None:
        return barred
    case.say("LINDUNG24_COVERS_NON_WORK", "lindung24/covers_non_work")
    case.say("LINDUNG24_NOT_ABROAD", "lindung24/abroad_covered")
    case.say("LINDUNG24_NO_WAGE_NO_COVER", "lindung24/no_wage_no_cover")
    return case.end("info")


def _event_after_start(case: Case) -> None:
    event = case.facts.get("event_date")
    if not isinstance(event, date):
        return
    started = case.begin(STARTED)
    first = started.span.start
    case.compare(
        "EVENT_NOT_BEFORE_COVER",
        met=event >= first,
        by=started,
        limit=first,
        value=event,
    )


QUESTIONS = (
    Question(
        "eligibility.lindung24",
        "is the employee in LINDUNG 24 Jam, by duty or by choice",
        eligibility,
        asks=("employment", "citizenship"),
        uses=("opted_out", "hired_on"),
    ),
    Question(
        "contribution.lindung24",
        "the monthly LINDUNG 24 Jam deduction on a wage",
        contribution,
        asks=("wage",),
        uses=("category", "age", "first_time", "employment", "opted_out"),
    ),
    Question(
        "coverage.lindung24",
        "what LINDUNG 24 Jam covers",
        coverage,
        uses=("event_date", "employment", "opted_out"),
    ),
)
