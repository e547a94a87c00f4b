"""Gaps in cover: from the days of payment to the days that were not covered.

SKSSR: a payment made while cover runs counts for the following period (Act 838 s.15).
SKSPS: each payment covers from its receipt; whether an early one is added to the end
is not said anywhere, so none is invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import pairwise

from bot.rulebook.case import Case
from bot.rulebook.days import add_days, last_day_covered
from bot.rulebook.decision import Decision
from bot.rulebook.facts import Payment
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question

Stretch = tuple[date, date]


def gaps(case: Case, *, scheme: str, source: str, in_a_row: bool) -> Decision:
    """Each stretch of cover, each gap between, and whether an event fell in one."""
    case.begin(f"{scheme}/started")
    by = case.read(source)
    if not case.want("payments"):
        return case.end("need_facts")
    stretches = _stretches(case, in_a_row=in_a_row)
    for first, last in stretches:
        case.step("COVERED_STRETCH", first=first, last=last)
    _tell_gaps(case, stretches, by)
    case.dates["cover_until"] = stretches[-1][1]
    if scheme == "skssr":
        path = "skssr/injury_only_in_paid_months"
        case.say("SKSSR_INJURY_ONLY_IN_PAID_MONTHS", path)
        return _event(case, stretches, by, longer=_with_tails(case, stretches))
    return _event(case, stretches, by, longer=stretches)


def _with_tails(case: Case, stretches: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Illness and death are covered 8 months longer, after two paid years 16."""
    period = case.read("skssr/period").whole
    one = case.read("skssr/invalidity_cover_one_period")
    two = case.read("skssr/invalidity_cover_two_periods")
    case.note("SKSSR_INVALIDITY_LONGER", by=one, limit=one.whole, value=period)
    longer = []
    for first, last in stretches:
        twice = last >= last_day_covered(first, 2 * period)
        more = two.whole - 2 * period if twice else one.whole - period
        longer.append((first, last_day_covered(add_days(last, 1), more)))
    return tuple(longer)


def _stretches(case: Case, *, in_a_row: bool) -> tuple[Stretch, ...]:
    payments = case.facts.get("payments")
    assert isinstance(payments, tuple)
    paid = [each for each in payments if isinstance(each, Payment)]
    return tuple(_joined(_periods(paid, in_a_row=in_a_row)))


def _periods(payments: Iterable[Payment], *, in_a_row: bool) -> Iterator[Stretch]:
    until: date | None = None
    for payment in payments:
        first = payment.paid_on
        if in_a_row and until is not None and first <= until:
            first = add_days(until, 1)
        until = last_day_covered(first, payment.months)
        yield first, until


def _joined(periods: Iterable[Stretch]) -> Iterator[Stretch]:
    """Periods that touch or overlap are one stretch."""
    current: Stretch | None = None
    for first, last in periods:
        if current is not None and first <= add_days(current[1], 1):
            current = current[0], max(current[1], last)
            continue
        if current is not None:
            yield current
        current = first, last
    if current is not None:
        yield current


def _tell_gaps(case: Case, stretches: tuple[Stretch, ...], by: Value) -> None:
    for (_, last), (first, _) in pairwise(stretches):
        case.note(
            "COVER_GAP", by=by, limit=add_days(last, 1), value=add_days(first, -1)
        )
    if len(stretches) == 1:
        case.note("NO_COVER_GAP", by=by)


def _event(
    case: Case,
    stretches: tuple[Stretch, ...],
    by: Value,
    *,
    longer: tuple[Stretch, ...],
) -> Decision:
    event = case.facts.get("event_date")
    if not isinstance(event, date):
        return case.end("info")
    covered = _holds(stretches, event)
    if not covered and _holds(longer, event):
        if not case.want("cause", why="CAUSE_DECIDES_COVER"):
            return case.end("need_facts")
        covered = case.facts.get("cause") == "illness"
        if not covered:
            case.say("DEATH_WHATEVER_THE_CAUSE", "cover/skssr_death")
    case.compare("EVENT_IN_A_STRETCH", met=covered, by=by, value=event)
    return case.end("yes") if covered else case.no()


def _holds(stretches: tuple[Stretch, ...], day: date) -> bool:
    return any(first <= day <= last for first, last in stretches)


QUESTIONS = (
    Question(
        "gaps.skssr",
        "gaps in SKSSR cover, from the days of payment",
        partial(gaps, scheme="skssr", source="skssr/cover_from_payment", in_a_row=True),
        asks=("payments",),
        uses=("event_date", "cause"),
    ),
    Question(
        "gaps.sksps",
        "gaps in SKSPS cover, from the days of payment",
        partial(
            gaps, scheme="sksps", source="sksps/cover_from_receipt", in_a_row=False
        ),
        asks=("payments",),
        uses=("event_date",),
    ),
)
