"""SKSPS: the part of Plan 2 that the government pays, year by year.

Each year's budget sets its own matching: 80% in 2022 and from 1 May 2023, 90% in 2024,
70% in 2025; in 2026 70% for a first registration and 50% for a second-year renewal, in
sectors that are not compulsory. The sen of 2025 and 2026 are not known here.
"""

from __future__ import annotations

from bot.rulebook.case import Case
from bot.rulebook.conditions import known_text
from bot.rulebook.decision import Change, Decision
from bot.rulebook.errors import ParameterNotInForce
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question
from bot.rulebook.schemes.sksps import (
    SELLS_ANYWHERE,
    is_compulsory,
    sector_listed,
    voluntary_sectors,
)

UNKNOWN_YEAR = "SKSPS_SUBSIDY_YEAR_UNKNOWN"
FULL = (("2", "sksps/subsidy/full_plan_2"), ("4", "sksps/subsidy/full_plan_4"))


def subsidy(case: Case) -> Decision:
    """The government's share on the day, with amounts where a source prints them."""
    full = _paid_in_full(case)
    if full is not None:
        return full
    percent = case.read("sksps/subsidy/percent", hole=UNKNOWN_YEAR)
    limited = _applies(case, "sksps/subsidy/mandated_sectors_left_out")
    if limited is not None and limited.value is True:
        decision = case.settle(sector_listed, _sector_not_mandated, _first_or_renewal)
        if decision is not None:
            return decision
        percent = _share_of_person(case, percent)
    return _tell_share(case, percent)


def _applies(case: Case, path: str) -> Value | None:
    """A rule that holds only in some years."""
    try:
        return case.read(path)
    except ParameterNotInForce:
        return None


def _paid_in_full(case: Case) -> Decision | None:
    group = case.facts.get("support_group")
    if group is None:
        return None
    for plan, path in FULL:
        groups = _applies(case, path)
        if groups is not None and group in groups.codes:
            return _full(case, plan, groups)
    return case.refer("SKSPS_SUBSIDY_GROUP_UNKNOWN")


def _full(case: Case, plan: str, groups: Value) -> Decision:
    row = case.row("sksps/plans", plan)
    assert row is not None
    yearly = row.money("yearly")
    case.amounts.update(government=yearly, member=yearly - yearly, yearly=yearly)
    case.note(
        "SKSPS_SUBSIDY_GROUP_FULL",
        by=groups,
        limit=int(plan),
        value=known_text(case, "support_group"),
    )
    return case.end("amount")


def _sector_not_mandated(case: Case) -> None:
    """2026, read literally: only sectors where contribution is not compulsory."""
    if "sector" not in case.facts:
        return
    sector = known_text(case, "sector")
    if sector == SELLS_ANYWHERE and case.facts.get("licensed") is True:
        sector = "hawkers"
    rule = case.read("sksps/subsidy/mandated_sectors_left_out")
    case.compare(
        "SKSPS_SUBSIDY_SECTOR_NOT_MANDATED",
        met=not is_compulsory(case, sector),
        by=rule,
        value=sector,
        changes=(Change("sector", voluntary_sectors(case)),),
    )


def _first_or_renewal(case: Case) -> None:
    case.want("first_time", why="FIRST_TIME_DECIDES_SHARE")


def _share_of_person(case: Case, percent: Value) -> Value:
    if case.facts.get("first_time"):
        return percent
    return case.read("sksps/subsidy/percent_second_year", hole=UNKNOWN_YEAR)


def _tell_share(case: Case, percent: Value) -> Decision:
    case.note(
        "SKSPS_SUBSIDY_SHARE", by=percent, limit=percent.money, value=case.on.year
    )
    case.note(
        "SKSPS_SUBSIDY_PLAN", by=percent, limit=case.read("sksps/subsidy/plan").whole
    )
    hole = "SKSPS_SUBSIDY_SEN_UNKNOWN"
    government = case.read("sksps/subsidy/government", hole=hole)
    member = case.read("sksps/subsidy/member", hole=hole)
    case.amounts.update(
        government=government.money,
        member=member.money,
        yearly=government.money + member.money,
    )
    return case.end("amount")


QUESTIONS = (
    Question(
        "subsidy.sksps",
        "what the government pays of Plan 2 in the year of the day",
        subsidy,
        asks=("sector", "first_time"),
        uses=("support_group", "licensed", "service"),
    ),
)
