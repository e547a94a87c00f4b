"""Claiming: by when, on which form, with which papers, and how long PERKESO takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from bot.rulebook.case import Case
from bot.rulebook.days import add_days, add_months
from bot.rulebook.decision import Decision, Duration
from bot.rulebook.errors import ParameterNotVouched
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question
from bot.rulebook.sheets import Sheet, fill

ONLINE = Sheet(maybe=(("CLAIM_ONLINE", "claim/online"),))


@dataclass(frozen=True, slots=True)
class Late:
    """Where a late claim may still be heard: the parameter, and how that is told."""

    allowed: str
    note: str
    refer: str


@dataclass(frozen=True, slots=True)
class Claim:
    """`deadline` is the parameter of the time limit, None where none is known."""

    sheet: Sheet = field(default_factory=Sheet)
    deadline: str | None = None
    late: Late | None = None
    charter: str | None = None


def claim_question(name: str, about: str, claim: Claim) -> Question:
    rule = partial(read_claim, claim=claim)
    uses = ("event_date", "papers_complete_on") if claim.charter else ("event_date",)
    return Question(name, about, rule, uses=uses)


def read_claim(case: Case, *, claim: Claim) -> Decision:
    """Too late is a no, or is referred where a late claim may still be accepted."""
    fill(case, claim.sheet)
    fill(case, ONLINE)
    if claim.charter:
        _tell_charter(case, claim.charter, dated=claim.sheet.starts is not None)
    if claim.deadline is None:
        case.note("CLAIM_DEADLINE_NOT_FOUND")
        return case.end("info")
    limit = case.read(claim.deadline)
    case.durations["claim_within"] = Duration(limit.whole, limit.unit)
    late = claim.late
    if late and case.say(late.note, late.allowed).value is not True:
        late = None
    return _in_time(case, limit, late=late)


def _tell_charter(case: Case, path: str, *, dated: bool) -> None:
    """An Act whose first day is known is answered before the charter was seen."""
    try:
        days = case.read(path)
    except ParameterNotVouched:
        if dated:
            return
        raise
    case.durations["processing"] = Duration(days.whole, days.unit)
    case.note("PROCESSING_FROM_COMPLETE_PAPERS", by=days, limit=days.whole)
    _expect(case, days)


def _expect(case: Case, days: Value) -> None:
    """The charter's day; that it may mean working days is said beside it."""
    complete = case.facts.get("papers_complete_on")
    if isinstance(complete, date):
        case.dates["expected_by"] = add_days(complete, days.whole)
        case.note("CHARTER_DAYS_MAY_BE_WORKING_DAYS", by=days)


def _in_time(case: Case, limit: Value, *, late: Late | None) -> Decision:
    event = case.facts.get("event_date")
    if not isinstance(event, date):
        return case.end("info")
    last = last_day(event, limit)
    case.dates["claim_by"] = last
    in_time = case.on <= last
    case.compare("CLAIM_IN_TIME", met=in_time, by=limit, limit=last, value=case.on)
    if in_time:
        return case.end("yes")
    if late:
        return case.refer(late.refer)
    tell_ask_at_once(case)
    return case.no()


def tell_ask_at_once(case: Case) -> None:
    """Which day the law counts from may be argued, so the office has the last word."""
    hotline = case.law.contacts(case.on)["hotline"]
    case.note("CLAIM_LATE_ASK_AT_ONCE", value=hotline)


def tell_deadline(case: Case, path: str) -> None:
    """Beside what a benefit gives: the last day to claim it, and whether it passed."""
    event = case.facts.get("event_date")
    if not isinstance(event, date):
        return
    limit = case.read(path)
    last = last_day(event, limit)
    case.dates["claim_by"] = last
    if case.on <= last:
        case.note("CLAIM_UNTIL", by=limit, limit=last)
        return
    case.note("CLAIM_TIME_ENDED", by=limit, limit=last)
    tell_ask_at_once(case)


def last_day(event: date, limit: Value) -> date:
    if limit.unit == "day":
        return add_days(event, limit.whole)
    return add_months(event, limit.whole * (12 if limit.unit == "year" else 1))
