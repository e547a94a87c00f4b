"""Replies that carry a decision: one, several to compare, or an answer in general."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue import needs as need_rules
from bot.dialogue.message import Message
from bot.dialogue.turn import Offer, Utterance
from bot.dialogue.turn import offers as asking

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
    year = _YEAR.search(message.text.casefold())
    if year and year[1] != today[:4]:
        return f"{year[1]}-{'12-31' if year[1] < today[:4] else '01-01'}"
    return today


_YEAR = re.compile(r"\b(?:in|tahun|thn|year|pada|for)\s+(20\d\d)\b")


def law_replies(
    question: str,
    message: Message,
    facts: Mapping[str, Any],
    *,
    missing: Sequence[str],
    on: str,
) -> tuple[Utterance, ...]:
    """What answers `question`; the last reply carries the buttons."""
    values = {"question": question, "on": on}
    plans = [plan for plan in message.values("plan") if plan in ALL_PLANS]
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
    scheme = need_rules.scheme_in(question)
    buttons = asking(need_rules.next_steps(question), scheme=scheme)
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
