"""SKSSR: what is paid, from when to when it covers, and renewing it.

RM120 in advance covers 12 months from the time of payment (Act 838 s.15). Domestic
injury is covered only inside the paid months; invalidity and death longer (s.3, s.18).
"""

from __future__ import annotations

from datetime import date, datetime

from bot.rulebook.case import Case
from bot.rulebook.conditions import under_age
from bot.rulebook.days import add_days, birthday, last_day_covered
from bot.rulebook.decision import Change, Decision, Duration
from bot.rulebook.money import to_sen
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question
from bot.rulebook.schemes.skssr import (
    CONDITIONS,
    STARTED,
    tell_benefits_end,
    with_announcement,
)
from bot.rulebook.wages import tell_last_check

DAYS_IN_YEAR = 365


def contribution(case: Case) -> Decision:
    """RM120 for 12 months; refused only to whom the facts given already exclude."""
    case.begin(STARTED)
    barred = case.barred(*CONDITIONS)
    if barred is not None:
        return with_announcement(case, barred)
    period, amount = case.read("skssr/period"), case.read("skssr/contribution")
    months = case.facts.get("months")
    if isinstance(months, int):
        decision = _for_months(case, months, period, amount)
        if decision is not None:
            return decision
    _equivalents(case, period, amount)
    case.note("SKSSR_ONE_PAYMENT", by=amount, limit=period.whole, value=amount.money)
    case.note("SKSSR_MONTHLY_IS_EQUIVALENT", by=amount)
    case.say("SKSSR_ANYONE_MAY_PAY", "skssr/anyone_may_pay")
    case.say("NOT_REFUNDABLE", "skssr/refundable")
    _tell_husband(case)
    tell_last_price_check(case)
    return case.end("amount")


def tell_last_price_check(case: Case) -> None:
    tell_last_check(case, case.law.parameter("skssr/contribution"))


def _for_months(
    case: Case, months: int, period: Value, amount: Value
) -> Decision | None:
    whole = months % period.whole == 0
    case.compare(
        "SKSSR_WHOLE_YEARS",
        met=whole,
        by=period,
        limit=period.whole,
        value=months,
        changes=(Change("months", period.whole),),
    )
    if not whole:
        return case.no()
    periods = months // period.whole
    if periods > 2:
        return case.refer("SKSSR_MORE_THAN_TWO_PERIODS")
    total = amount.money * periods
    case.amounts["total"] = total
    case.step("PERIODS_TIMES_AMOUNT", total, periods=periods, amount=amount.money)
    if periods == 2:
        case.say("SKSSR_NEXT_PERIOD_IN_ADVANCE", "skssr/periods_in_advance")
    return None


def _equivalents(case: Case, period: Value, amount: Value) -> None:
    yearly = amount.money
    monthly = to_sen(yearly / period.whole)
    daily = to_sen(yearly / DAYS_IN_YEAR)
    case.amounts.update(yearly=yearly, monthly=monthly, daily=daily)
    case.durations["cover"] = Duration(period.whole, "month")
    case.step("YEARLY_TO_MONTHLY", monthly, yearly=yearly, months=period.whole)
    case.step("YEARLY_TO_DAILY", daily, yearly=yearly, days=DAYS_IN_YEAR)


def _tell_husband(case: Case) -> None:
    if case.facts.get("payer") != "husband":
        return
    fine, prison = case.read("skssr/husband_fine"), case.read("skssr/husband_prison")
    case.note(
        "SKSSR_HUSBAND_MUST_CONTINUE", by=fine, limit=fine.money, value=prison.whole
    )
    notice = case.read("skssr/husband_notice")
    until = case.facts.get("cover_until")
    day = add_days(until, -notice.whole) if isinstance(until, date) else None
    if day:
        case.dates["notice_by"] = day
    past = day is not None and day < case.on
    code = "SKSSR_HUSBAND_NOTICE_PAST" if past else "SKSSR_HUSBAND_NOTICE"
    case.note(code, by=notice, limit=notice.whole, value=day)


def paid_day(case: Case) -> date | None:
    paid = case.facts.get("paid_at")
    if isinstance(paid, datetime):
        return paid.date()
    return paid if isinstance(paid, date) else None


def coverage(case: Case) -> Decision:
    """From payment for 12 months; for invalidity and death 20 or 40 months."""
    case.begin(STARTED)
    period = case.read("skssr/period")
    case.durations["cover"] = Duration(period.whole, "month")
    case.say("SKSSR_COVER_FROM_PAYMENT", "skssr/cover_from_payment")
    _longer_cover(case)
    case.say("NOT_IN_ILLEGAL_ACT", "skssr/illegal_act_excluded")
    paid = paid_day(case)
    if paid is None:
        case.say("SKSSR_INJURY_ONLY_IN_PAID_MONTHS", "skssr/injury_only_in_paid_months")
        return case.end("info")
    return _paid_cover(case, paid, period)


def _longer_cover(case: Case) -> None:
    longer, paid = _invalidity_cover(case)
    case.durations["invalidity_cover"] = Duration(longer.whole, "month")
    case.note("SKSSR_INVALIDITY_LONGER", by=longer, limit=longer.whole, value=paid)


def _invalidity_cover(case: Case) -> tuple[Value, int]:
    """12 paid months give 20, two periods give 40 (Act 838 s.3, coverage period)."""
    period = case.read("skssr/period").whole
    paid = [case.facts.get(name) for name in ("contributed_months", "months")]
    if any(isinstance(each, int) and each >= 2 * period for each in paid):
        return case.read("skssr/invalidity_cover_two_periods"), 2 * period
    return case.read("skssr/invalidity_cover_one_period"), period


def _paid_cover(case: Case, paid: date, period: Value) -> Decision:
    at_once = case.facts.get("months")
    periods = 2 if isinstance(at_once, int) and at_once >= 2 * period.whole else 1
    if periods > 1:
        case.say("SKSSR_NEXT_PERIOD_IN_ADVANCE", "skssr/periods_in_advance")
        case.durations["cover"] = Duration(periods * period.whole, "month")
    until = last_day_covered(paid, periods * period.whole)
    case.dates.update(cover_from=paid, cover_until=until)
    longer, months = _invalidity_cover(case)
    tail = last_day_covered(add_days(until, 1), longer.whole - months)
    case.dates["invalidity_cover_until"] = tail
    case.say("SKSSR_COVER_END_PRESCRIBED", "skssr/cover_end_prescribed")
    event = case.facts.get("event_date")
    if not isinstance(event, date):
        case.say("SKSSR_INJURY_ONLY_IN_PAID_MONTHS", "skssr/injury_only_in_paid_months")
        return case.end("info")
    return _event(case, event, period)


def _event(case: Case, event: date, source: Value) -> Decision:
    first, last = case.dates["cover_from"], case.dates["cover_until"]
    longer = case.dates.get("invalidity_cover_until", last)
    if last < event <= longer:
        # inside it only illness and death are covered, so how it happened decides
        if not case.want("cause", why="CAUSE_DECIDES_COVER"):
            return case.end("need_facts")
        last = longer if case.facts.get("cause") == "illness" else last
    case.compare(
        "EVENT_NOT_BEFORE_COVER",
        met=event >= first,
        by=source,
        limit=first,
        value=event,
    )
    case.compare(
        "EVENT_WITHIN_COVER", met=event <= last, by=source, limit=last, value=event
    )
    injury = "skssr/injury_only_in_paid_months"
    case.say("SKSSR_INJURY_ONLY_IN_PAID_MONTHS", injury)
    if case.failed and first <= event <= longer:
        case.say("DEATH_WHATEVER_THE_CAUSE", "cover/skssr_death")
    return case.no() if case.failed else case.end("yes")


def still_under_age(case: Case) -> None:
    under_age(case, "SKSSR_UNDER_AGE_LIMIT", "skssr/age_limit")


def renewal(case: Case) -> Decision:
    """Open until 55; a gap does not bar a woman who contributed before 54."""
    case.begin(STARTED)
    decision = case.settle(still_under_age)
    if decision is None:
        _tell_cover_state(case)
        case.say("SKSSR_GAP_NOT_BARRED", "skssr/gap_allowed")
        case.say("SKSSR_NEXT_PERIOD_IN_ADVANCE", "skssr/periods_in_advance")
        amount = case.read("skssr/contribution")
        case.amounts["yearly"] = amount.money
        _tell_stop(case)
        tell_benefits_end(case)
        _tell_husband(case)
        tell_last_price_check(case)
        decision = case.end("yes")
    return with_announcement(case, decision)


def _tell_cover_state(case: Case) -> None:
    until = case.facts.get("cover_until")
    if not isinstance(until, date):
        return
    source = case.read("skssr/injury_only_in_paid_months")
    case.dates["renew_by"] = until
    days = abs((case.on - until).days)
    if case.on <= until:
        case.note("SKSSR_STILL_COVERED", by=source, limit=until, value=days)
        return
    case.note("SKSSR_LAPSED", by=source, limit=until, value=days)
    longer, paid = _invalidity_cover(case)
    case.read("skssr/cover_end_prescribed")
    tail = last_day_covered(add_days(until, 1), longer.whole - paid)
    case.dates["invalidity_cover_until"] = tail
    case.note("SKSSR_INVALIDITY_LONGER", by=longer, limit=longer.whole, value=paid)


def _tell_stop(case: Case) -> None:
    born = case.facts.birth_date
    if born is not None:
        case.dates["stops"] = birthday(born, years=case.read("skssr/age_limit").whole)


QUESTIONS = (
    Question(
        "contribution.skssr",
        "what SKSSR costs",
        contribution,
        uses=(
            "months",
            "payer",
            "cover_until",
            "sex",
            "citizenship",
            "age",
            "first_time",
        ),
    ),
    Question(
        "coverage.skssr",
        "from when to when SKSSR covers, and whether it covered an event",
        coverage,
        uses=("paid_at", "event_date", "contributed_months", "months", "cause"),
    ),
    Question(
        "renewal.skssr",
        "renewing SKSSR, with or without a gap",
        renewal,
        asks=("age",),
        uses=("cover_until", "payer", "birth_date"),
    ),
)
