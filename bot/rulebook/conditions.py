"""Conditions that several schemes share, each compared with its own parameter."""

from __future__ import annotations

from bot.rulebook.case import Case
from bot.rulebook.days import birthday
from bot.rulebook.decision import Change
from bot.rulebook.facts import FactValue


def known_age(case: Case) -> int | None:
    age = case.facts.get("age")
    return age if isinstance(age, int) else None


def known_text(case: Case, fact: str) -> str:
    """A code fact that is known to be present."""
    value: FactValue = case.facts.get(fact)
    assert isinstance(value, str)
    return value


def status_allowed(case: Case, code: str, path: str) -> None:
    """Citizenship or residence is one of those that may take part."""
    if not case.want("citizenship"):
        return
    allowed = case.read(path)
    status = known_text(case, "citizenship")
    case.compare(
        code,
        met=status in allowed.codes,
        by=allowed,
        limit=allowed.codes,
        value=status,
        changes=(Change("citizenship", allowed.codes),),
    )


def under_age(case: Case, code: str, path: str) -> None:
    """Has not reached an age. Nothing makes a person younger again."""
    if not case.want("age"):
        return
    limit = case.read(path)
    age = known_age(case)
    assert age is not None
    case.compare(code, met=age < limit.whole, by=limit, limit=limit.whole, value=age)


def at_least_age(case: Case, code: str, path: str) -> None:
    """Has reached an age; who is too young learns from which day it will be so."""
    if not case.want("age"):
        return
    limit = case.read(path)
    age = known_age(case)
    assert age is not None
    born = case.facts.birth_date
    day = birthday(born, years=limit.whole) if born else None
    case.compare(
        code,
        met=age >= limit.whole,
        by=limit,
        limit=limit.whole,
        value=age,
        changes=(Change("age", limit.whole, day),),
    )


def covered_since(case: Case, code: str, path: str) -> None:
    """A group that came under the law later than others, from its own first day."""
    first = case.law.parameter(path).values[0]
    case.rely_on(first)
    day = first.span.start
    case.compare(
        code,
        met=first.value is True and day <= case.on,
        by=first,
        limit=day,
        value=case.on,
        changes=(Change("on", day),),
    )
