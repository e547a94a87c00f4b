"""SKSPS: what the four plans cost, and from when to when a payment covers.

The plan is the member's choice. Amounts are those of the rates regulations (Act 789);
cover begins at the moment on the receipt and lasts at most twelve months (s.3, s.14).
"""

from __future__ import annotations

from datetime import date

from bot.rulebook.case import Case
from bot.rulebook.circumstances import tell_circumstance
from bot.rulebook.days import last_day_covered
from bot.rulebook.decision import Change, Decision, Duration
from bot.rulebook.money import to_sen
from bot.rulebook.questions import Question
from bot.rulebook.schemes.sksps import CONDITIONS, STARTED, tell_compulsion
from bot.rulebook.schemes.skssr_contribution import DAYS_IN_YEAR, paid_day
from bot.rulebook.tables import Row
from bot.rulebook.wages import tell_last_check


def contribution(case: Case) -> Decision:
    """The price of a plan by the month, by the year, for N months, and a day."""
    case.begin(STARTED)
    barred = case.barred(*CONDITIONS)
    if barred is not None:
        return barred
    case.say("SKSPS_FREE_CHOICE_OF_PLAN", "sksps/free_choice")
    tell_last_check(case, case.law.table("sksps/plans"))
    if not case.want("plan"):
        for row in case.table("sksps/plans").rows:
            _show_plan(case, row)
        return case.end("need_facts")
    plan = case.row("sksps/plans", str(case.facts.get("plan")))
    assert plan is not None
    return _for_plan(case, plan)


def _show_plan(case: Case, row: Row) -> None:
    case.rely_on(row)
    case.step(
        "SKSPS_PLAN_PRICE",
        plan=int(row.key),
        insured=row.money("insured"),
        monthly=row.money("monthly"),
        yearly=row.money("yearly"),
    )


def _for_plan(case: Case, plan: Row) -> Decision:
    months = case.facts.get("months")
    if isinstance(months, int):
        decision = _for_months(case, plan, months)
        if decision is not None:
            return decision
    yearly = plan.money("yearly")
    daily = to_sen(yearly / DAYS_IN_YEAR)
    case.amounts.update(monthly=plan.money("monthly"), yearly=yearly, daily=daily)
    _show_plan(case, plan)
    case.step("YEARLY_TO_DAILY", daily, yearly=yearly, days=DAYS_IN_YEAR)
    case.note("SKSPS_PLAN", by=plan, limit=int(plan.key), value=plan.money("insured"))
    periods = case.read("sksps/payment_periods")
    case.note("SKSPS_MONTHLY_OR_YEARLY", by=periods, limit=periods.codes)
    case.say("SKSPS_EACH_ACTIVITY", "sksps/each_activity")
    case.say("NOT_REFUNDABLE", "sksps/refundable")
    if "sector" in case.facts:
        tell_compulsion(case)
    return case.end("amount")


def _for_months(case: Case, plan: Row, months: int) -> Decision | None:
    most = case.read("sksps/cover_maximum")
    case.compare(
        "SKSPS_PERIOD_WITHIN_MAXIMUM",
        met=months <= most.whole,
        by=most,
        limit=most.whole,
        value=months,
        changes=(Change("months", most.whole),),
    )
    if case.failed:
        return case.no()
    monthly = plan.money("monthly")
    whole_year = months == most.whole
    total = plan.money("yearly") if whole_year else monthly * months
    case.amounts["total"] = total
    case.step("MONTHLY_TIMES_MONTHS", total, monthly=monthly, months=months)
    return None


def coverage(case: Case) -> Decision:
    """From the moment on the receipt, for the months paid, at most twelve."""
    case.begin(STARTED)
    most = case.read("sksps/cover_maximum")
    case.say("SKSPS_COVER_FROM_RECEIPT", "sksps/cover_from_receipt")
    case.note("SKSPS_COVER_MAXIMUM", by=most, limit=most.whole)
    tell_circumstance(case)
    paid, months = paid_day(case), case.facts.get("months")
    if paid is None or not isinstance(months, int):
        case.durations["cover"] = Duration(most.whole, "month")
        if paid is not None:
            case.want("months", why="MONTHS_PAID_DECIDE")
            return case.end("need_facts")
        return case.end("info")
    return _paid_cover(case, paid, min(months, most.whole))


def _paid_cover(case: Case, paid: date, months: int) -> Decision:
    source = case.read("sksps/cover_from_receipt")
    until = last_day_covered(paid, months)
    case.durations["cover"] = Duration(months, "month")
    case.dates.update(cover_from=paid, cover_until=until)
    event = case.facts.get("event_date")
    if not isinstance(event, date):
        return case.end("info")
    case.compare(
        "EVENT_NOT_BEFORE_COVER", met=event >= paid, by=source, limit=paid, value=event
    )
    case.compare(
        "EVENT_WITHIN_COVER", met=event <= until, by=source, limit=until, value=event
    )
    return case.no() if case.failed else case.end("yes")


QUESTIONS = (
    Question(
        "contribution.sksps",
        "what a plan of SKSPS costs",
        contribution,
        asks=("plan",),
        uses=("months", "sector", "service", "licensed", "citizenship"),
    ),
    Question(
        "coverage.sksps",
        "from when to when SKSPS covers, and whether it covered an event",
        coverage,
        asks=("months",),
        uses=("paid_at", "event_date", "circumstance", "sector"),
    ),
)
