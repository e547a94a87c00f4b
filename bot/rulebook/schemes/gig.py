"""Gig work: the Gig Workers Act 2025 (Act 872) feeds SKSPS.

From 31 March 2026 a platform deducts 1.25% of each payment, tips left out, and remits
it; it adds nothing (s.83). Below the plan's monthly amount the worker tops up; above
it the platform asks the worker to choose.
"""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.conditions import status_allowed
from bot.rulebook.decision import Decision
from bot.rulebook.facts import PlatformEarning
from bot.rulebook.money import percent_of, to_sen
from bot.rulebook.questions import Question
from bot.rulebook.sheets import tell_if_in_force
from bot.rulebook.tables import Row
from bot.rulebook.wages import tell_last_check


def for_status(case: Case) -> None:
    status_allowed(case, "GIG_CITIZEN_OR_PR", "gig/citizenship")


def contribution(case: Case) -> Decision:
    """The month's deductions over all platforms against the plan's monthly amount."""
    case.begin("gig/started")
    barred = case.barred(for_status)
    if barred is not None:
        return barred
    if "citizenship" in case.facts:
        for_status(case)
    rate = case.read("gig/rate")
    case.note("GIG_RATE", by=rate, limit=rate.money)
    if not case.want("platform_earnings"):
        return case.end("need_facts")
    exact = _deduct(case, rate.money)
    deductions = to_sen(exact)
    if len(case.steps) > 1:
        case.step("SUM_OF_DEDUCTIONS", deductions)
    if exact != deductions:
        case.note("GIG_ROUNDING_UNKNOWN")
    case.amounts["total"] = deductions
    _against_plan(case, deductions)
    _tell_rules(case)
    tell_last_check(case, case.law.table("sksps/plans"))
    return case.end("amount")


def _deduct(case: Case, rate: Decimal) -> Decimal:
    earnings = case.facts.get("platform_earnings")
    assert isinstance(earnings, tuple)
    total = Decimal(0)
    for earning in earnings:
        assert isinstance(earning, PlatformEarning)
        part = percent_of(rate, earning.amount)
        total += part
        case.step(
            "PERCENT_OF_EARNINGS",
            to_sen(part),
            platform=earning.platform,
            amount=earning.amount,
            percent=rate,
        )
    return total


def _against_plan(case: Case, deductions: Decimal) -> None:
    plan = _plan(case)
    monthly = plan.money("monthly")
    case.amounts["monthly"] = monthly
    if deductions < monthly:
        short = monthly - deductions
        case.amounts["shortfall"] = short
        case.step(
            "PLAN_MINUS_DEDUCTIONS", short, monthly=monthly, deductions=deductions
        )
        _tell_cover(case, deductions)
    elif deductions > monthly:
        more = deductions - monthly
        case.amounts["excess"] = more
        case.step("DEDUCTIONS_MINUS_PLAN", more, deductions=deductions, monthly=monthly)
        case.say("GIG_EXCESS_CHOICE", "gig/choice_days", limit=True)


def _tell_cover(case: Case, deductions: Decimal) -> None:
    """What is enough for the plan taken by default is recorded as that plan."""
    default = case.read("gig/default_plan")
    if deductions < _row(case, default.whole).money("monthly"):
        tell_if_in_force(case, "GIG_SHORTFALL_NOT_COVERED", "gig/shortfall_not_covered")
    else:
        case.note("GIG_HIGHER_PLAN_UNKNOWN", by=default, limit=default.whole)


def _plan(case: Case) -> Row:
    chosen = case.facts.get("plan")
    if not isinstance(chosen, int):
        default = case.read("gig/default_plan")
        case.note("GIG_DEFAULT_PLAN", by=default, limit=default.whole)
        chosen = default.whole
    return _row(case, chosen)


def _row(case: Case, plan: int) -> Row:
    row = case.row("sksps/plans", str(plan))
    assert row is not None
    return row


def _tell_rules(case: Case) -> None:
    case.say("GIG_TIPS_EXCLUDED", "gig/tips_included")
    case.say("GIG_PLATFORM_PAYS_NOTHING", "gig/platform_share", limit=True)
    case.say("GIG_OTHER_FUNDS_VOLUNTARY", "gig/other_funds_compulsory")
    earnings = case.facts.get("platform_earnings")
    if isinstance(earnings, tuple) and len(earnings) > 1:
        case.say("GIG_EVERY_PLATFORM_DEDUCTS", "gig/every_platform")


QUESTIONS = (
    Question(
        "contribution.gig",
        "what platforms deduct in a month, against the plan",
        contribution,
        asks=("platform_earnings",),
        uses=("plan", "citizenship"),
    ),
)
