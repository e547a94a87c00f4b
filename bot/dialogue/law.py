"""Replies that carry a decision: one, several to compare, or an answer in general."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue import needs as need_rules
from bot.dialogue.memory import ON_WAGES
from bot.dialogue.message import SEVERAL_WAGES, Message
from bot.dialogue.next_steps import next_steps
from bot.dialogue.turn import Offer, Utterance
from bot.dialogue.turn import offers as asking
from bot.dialogue.understood import understood
from bot.dialogue.wage_ages import ages_of_wages, each_has_somebody
from bot.dialogue.wages import added_up, monthly_wages

ALL_PLANS = (1, 2, 3, 4)
_CHOICE = "choice.sksps"  # prices of the plans beside what they pay

# a fact without which the question still has one answer that is right for everybody
_GENERAL = {
    # both categories are named, so nobody has to tell an age to learn a rate
    ("contribution.act4", "age"),
    # four prices fit in one message
    ("contribution.sksps", "plan"),
}


def in_general(question: str, missing: Sequence[str]) -> bool:
    """Whether `question` is answered in general although `missing` is not known."""
    return bool(missing) and (question, missing[0]) in _GENERAL


def in_asking_order(missing: Sequence[str]) -> tuple[str, ...]:
    """`missing` with what most people share asked last: it seldom decides anything."""
    return tuple(sorted(missing, key=lambda fact: fact in _ASKED_LAST))


_ASKED_LAST = frozenset({"citizenship"})


def law_day(question: str, message: Message, today: str) -> str:
    """The day whose law is asked about: a past month counts for contributions alone.

    A year without a month is taken at its end nearest to today, as the answer says.
    """
    if not question.startswith("contribution."):
        return today
    named = message.first("month") or message.first("date")
    if named:
        return str(named)
    numbered = _MONTH.search(message.text)
    if numbered:
        return f"{numbered[1]}-{int(numbered[2]):02}-01"
    year = law_year(message.text, today)
    if year and year != today[:4]:
        return f"{year}-{'12-31' if year < today[:4] else '01-01'}"
    return today


def law_year(text: str, today: str) -> str | None:
    """The year whose law a text names, if it does."""
    found = _YEAR.search(text.casefold())
    if found:
        return found[1]
    near = _NEAR_YEAR.search(text.casefold())
    if near is None:
        return None
    ahead = near[0].startswith("next") or near[0].endswith("depan")
    return str(int(today[:4]) + (1 if ahead else -1))


_MONTH = re.compile(r"\b(20\d\d)[-/](0?[1-9]|1[0-2])\b(?![-/]?\d)")
_NEAR_YEAR = re.compile(
    r"\b(?:last|previous|next) years?\b|\b(?:tahun|thn) (?:lepas|lps|lalu|depan)\b"
)


_YEAR = re.compile(r"\b(?:in|tahun|thn|year|pada|for|about|kalau|and|dan)\s+(20\d\d)\b")


def law_replies(
    question: str,
    message: Message,
    facts: Mapping[str, Any],
    *,
    missing: Sequence[str],
    on: str,
    read: Collection[str] = (),
) -> tuple[Utterance, ...]:
    """What answers `question`; the last reply carries the buttons."""
    values = {"question": question, "on": on, **_told(question, message, facts, read)}
    plans = [plan for plan in message.values("plan") if plan in ALL_PLANS]
    several = _several(question, message, plans)
    if several:
        general = in_general(question, missing)
        said = [_one_of(several_facts(facts, one, general), values) for one in several]
        unaged = general and any("age" not in one for one in several)
        said += [Utterance("utter_first_category")] if unaged else []
        return _with_buttons(question, said)
    if question == "contribution.sksps" and len(plans) > 1:
        said = [_prices(values, facts, plans)]
    elif not in_general(question, missing):
        said = [Utterance("utter_decision", {**values, "facts": dict(facts)})]
    elif question == "contribution.sksps":
        said = [_prices(values, facts, ALL_PLANS)]
    else:
        first = {**facts, "category": 1}
        said = [
            Utterance("utter_decision", {**values, "facts": first}),
            Utterance("utter_first_category"),
        ]
    return _with_buttons(question, said)


def several_facts(
    facts: Mapping[str, Any], one: Mapping[str, Any], general: bool
) -> dict[str, Any]:
    """The facts of one of several; the first category is that of whoever has no age."""
    first = {"category": 1} if general and "age" not in one else {}
    return {**facts, **first, **one}


def _one_of(facts: Mapping[str, Any], values: Mapping[str, Any]) -> Utterance:
    told = dict(values)
    if "age" in facts and "category" not in facts:
        told["understood"] = [*dict.fromkeys((*told.get("understood", ()), "age"))]
    return Utterance("utter_decision", {**told, "facts": dict(facts)})


def _told(
    question: str, message: Message, facts: Mapping[str, Any], read: Collection[str]
) -> dict[str, Any]:
    """What is said back of the facts, before a verdict that depends on them."""
    names = understood(question, facts, read)
    if "wage" in facts and "wage" not in names and added_up(message):
        names = [*names, "wage"]
    return {"understood": names} if names else {}


def _several(
    question: str, message: Message, plans: Sequence[int]
) -> list[dict[str, Any]]:
    """The facts that differ when two plans or two wages are asked about at once."""
    if question.startswith("benefit.sksps.") and len(plans) > 1:
        return [{"plan": plan} for plan in plans]
    return several_wages(question, message)


def several_wages(question: str, message: Message) -> list[dict[str, Any]]:
    """The wages that a message asks about at once, each with the age told beside it."""
    if question not in ON_WAGES:
        return []
    again = message.first(SEVERAL_WAGES)
    if again:
        return [dict(one) for one in again]
    wages = monthly_wages(message)
    one_corrected = _CORRECTED.search(message.text.casefold())
    one_corrected = None if each_has_somebody(message) else one_corrected
    if not 1 < len(wages) <= _MOST_WAGES or one_corrected:
        return []
    ages = ages_of_wages(message)
    return [
        {"wage": wage, **({"age": ages[wage]} if wage in ages else {})}
        for wage in wages
    ]


_MOST_WAGES = 5
_CORRECTED = re.compile(
    r"\b(bukan|silap|salah|sorry|maaf|eh|not|actually|instead|tolak|minus|jadi|naik|turun"
    r"|from|dari|daripada|campur|plus|elaun|allowance|bonus|ot|komisen|commission)\b"
)


def _with_buttons(question: str, said: Sequence[Utterance]) -> tuple[Utterance, ...]:
    scheme = need_rules.scheme_in(question)
    buttons = asking(next_steps(question), scheme=scheme)
    if question == "contribution.sksps":
        beside = {"need": "contribution_amount_selfemployed", "question": _CHOICE}
        buttons = (Offer("ask", beside), *buttons)
    return (*said[:-1], replace(said[-1], offers=buttons))


def _prices(
    values: Mapping[str, Any], facts: Mapping[str, Any], plans: Sequence[int]
) -> Utterance:
    """The prices of several plans side by side."""
    asked = {**values, "facts": dict(facts), "plans": list(plans)}
    return Utterance("utter_plans", asked)
