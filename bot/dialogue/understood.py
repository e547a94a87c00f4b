"""What was understood of a person, said back before a verdict that depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from bot.i18n import N_, long_date, money, translate
from bot.i18n.formats import join
from bot.i18n.wording.terms import name

# questions whose answer is a verdict on a person or an event
VERDICTS = ("eligibility.", "which_scheme", "which_cover", "benefit.death", "renewal.")
# an age told of one worker decides what is due for a wage
_ON_WAGES = ("contribution.act4", "contribution.eis")
_LINE = N_("What I understood: {facts}.")
_SAID = {
    ("sex", "female"): N_("a woman"),
    ("sex", "male"): N_("a man"),
    ("first_time", True): N_("first contribution"),
    ("first_time", False): N_("contributed before"),
    ("licensed", True): N_("with a licence"),
    ("licensed", False): N_("without a licence"),
    ("spouse", True): N_("a widow or widower is left"),
    ("spouse", False): N_("no widow or widower"),
    ("children", 0): N_("no children"),
}
_NAMED = ("citizenship", "employment", "sector", "cause")


def understood(
    question: str, facts: Mapping[str, Any], read: Iterable[str]
) -> list[str]:
    """Names of the facts worth saying back before the answer to `question`."""
    wanted = set(read)
    if question in _ON_WAGES:
        return [
            fact for fact in ("age", "birth_date") if fact in facts and fact in wanted
        ]
    if not question.startswith(VERDICTS):
        return []
    return [fact for fact in _ORDER if fact in facts and fact in wanted]


def understood_text(
    names: Iterable[str], facts: Mapping[str, Any], language: str
) -> str:
    """One line that says the facts called `names`; empty if there are none."""
    said = [_fact(fact, facts[fact], language) for fact in names if fact in facts]
    told = [one for one in said if one]
    return translate(_LINE, language, facts=join(told, language)) if told else ""


def sayable(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `facts` that can be said back in words."""
    return {f: v for f, v in facts.items() if f in _ORDER and _fact(f, v, "en")}


def _fact(fact: str, value: Any, language: str) -> str:
    fixed = _SAID.get((fact, value)) if isinstance(value, (str, bool, int)) else None
    if fixed:
        return translate(fixed, language)
    if fact in _NAMED:
        title = name(fact, value, language)
        if fact == "sector":
            return title
        return title if title[:2].isupper() else title[:1].lower() + title[1:]
    made = _FILLED.get(fact)
    return made(value, language) if made else ""


def _age(value: Any, language: str) -> str:
    return translate(N_("age {age}"), language, age=value)


def _born(value: Any, language: str) -> str:
    day = long_date(date.fromisoformat(str(value)), language)
    return translate(N_("born on {date}"), language, date=day)


def _wage(value: Any, language: str) -> str:
    wage = money(Decimal(str(value)), language)
    return translate(N_("a wage of {wage} a month"), language, wage=wage)


def _plan(value: Any, language: str) -> str:
    return translate(N_("Plan {plan}"), language, plan=value)


def _children(value: Any, language: str) -> str:
    if value == 1:
        return translate(N_("one child"), language)
    return translate(N_("{n} children"), language, n=value)


_FILLED: dict[str, Callable[[Any, str], str]] = {
    "age": _age,
    "birth_date": _born,
    "wage": _wage,
    "plan": _plan,
    "children": _children,
}
_ORDER = (
    *("sex", "age", "birth_date", "citizenship", "first_time", "employment", "sector"),
    *("licensed", "wage", "plan", "cause", "spouse", "children"),
)
