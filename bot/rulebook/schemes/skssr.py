"""SKSSR, LINDUNG Kasih: the Housewives' Social Security Act 2022 (Act 838).

In force since 1 December 2022. A woman who runs a household, citizen or permanent
resident, under 55; a first-timer must be under 54 (s.2(2), First Schedule). A rise to
60 was announced on 14 March 2024 and is not law.
"""

from __future__ import annotations

from bot.rulebook.case import Case
from bot.rulebook.circumstances import tell_circumstance
from bot.rulebook.conditions import known_age, known_text, status_allowed, under_age
from bot.rulebook.days import birthday
from bot.rulebook.decision import Decision
from bot.rulebook.questions import Question

STARTED = "skssr/started"


def is_woman(case: Case) -> None:
    if case.want("sex"):
        sex = case.read("skssr/sex")
        value = known_text(case, "sex")
        case.compare(
            "SKSSR_WOMAN", met=value == sex.text, by=sex, limit=sex.text, value=value
        )


def may_join_by_status(case: Case) -> None:
    status_allowed(case, "SKSSR_CITIZEN_OR_PR", "skssr/citizenship")


def under_age_limit(case: Case) -> None:
    under_age(case, "SKSSR_UNDER_AGE_LIMIT", "skssr/age_limit")


def in_time_for_first(case: Case) -> None:
    """Only at 54 does it matter whether she contributed before."""
    age = known_age(case)
    if age is None:
        return
    limit = case.read("skssr/first_time_age")
    if age < limit.whole:
        case.compare(
            "SKSSR_FIRST_TIME_UNDER_AGE",
            met=True,
            by=limit,
            limit=limit.whole,
            value=age,
        )
    elif case.want("first_time"):
        _first_time_at_limit(case, age)


def _first_time_at_limit(case: Case, age: int) -> None:
    limit = case.read("skssr/first_time_age")
    if case.facts.get("first_time"):
        case.compare(
            "SKSSR_FIRST_TIME_UNDER_AGE",
            met=False,
            by=limit,
            limit=limit.whole,
            value=age,
        )
    else:
        case.note("SKSSR_CONTRIBUTED_BEFORE", by=limit, limit=limit.whole)


CONDITIONS = (is_woman, may_join_by_status, under_age_limit, in_time_for_first)


def eligibility(case: Case) -> Decision:
    """Who may join or go on: sex, status, age, and at 54 earlier contributions."""
    case.begin(STARTED)
    decision = case.settle(*CONDITIONS)
    if decision is None:
        _tell_early(case)
        tell_benefits_end(case)
        _tell_about_work(case)
        tell_circumstance(case)
        decision = case.end("yes")
    return with_announcement(case, decision)


def with_announcement(case: Case, decision: Decision) -> Decision:
    """Whoever meets an age limit is told that a change was announced, not applied."""
    codes = {"SKSSR_UNDER_AGE_LIMIT", "SKSSR_FIRST_TIME_UNDER_AGE"}
    near = any(
        reason.code in codes and (reason.met is False or _near(reason.value))
        for reason in decision.reasons
    )
    if decision.outcome == "no" and near:
        case.say("SKSPS_INSTEAD", "sksps/age_limited")
        decision = case.end("no")
    change = case.announced("skssr/age_limit")
    if near and change is not None and decision.outcome != "need_facts":
        case.note(
            "SKSSR_AGE_60_ANNOUNCED",
            by=change,
            limit=change.whole,
            value=change.span.announced_on,
        )
        return case.end(decision.outcome)
    return decision


def _near(age: object) -> bool:
    """From 50 on people ask about the announced age."""
    return isinstance(age, int) and age >= 50


def _tell_early(case: Case) -> None:
    limit = case.read("skssr/first_time_age")
    age = known_age(case)
    if age is None or age >= limit.whole or case.facts.get("first_time") is False:
        return
    born = case.facts.birth_date
    day = birthday(born, years=limit.whole) if born else None
    if day:
        case.dates["join_before"] = day
    case.note("SKSSR_JOIN_BEFORE", by=limit, limit=limit.whole, value=day)


def tell_benefits_end(case: Case) -> None:
    """Who pays at 54 hears how little time is left for most benefits."""
    age = known_age(case)
    if age is not None and age >= case.read("skssr/first_time_age").whole:
        code, path = "SKSSR_BENEFITS_END_AT_AGE", "skssr/benefit/ends_at_age"
        case.say(code, path, limit=True)


def _tell_about_work(case: Case) -> None:
    employment = case.facts.get("employment")
    if employment == "civil_servant":
        case.say("SKSSR_CIVIL_SERVANT_TOO", "skssr/civil_servants")
    elif employment not in (None, "housewife", "none"):
        case.say("SKSSR_WORKING_WOMEN_TOO", "skssr/working_women")


QUESTIONS = (
    Question(
        "eligibility.skssr",
        "may she join SKSSR (LINDUNG Kasih), or go on",
        eligibility,
        asks=("sex", "citizenship", "age", "first_time"),
        uses=("birth_date", "employment", "circumstance"),
    ),
)
