"""Two questions in one message: where one ends, and whether there really are two.

Precision first: answering a question that nobody asked is worse than answering one of
two. So both halves must be understood clearly on their own, and differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understanding.types import Need, Thresholds

_BREAK = re.compile(
    r"[?!\n;]+\s*|\.\s+|,?\s+(?:dan|and|then|pastu|lepastu|lps tu|lepas tu|plus|"
    r"pas tu|pstu|also|btw|serta|selepas itu)\s+",
    re.IGNORECASE,
)
_SHORTEST = 2  # words that can carry a question
_MOST = 4
SMALL_TALK = frozenset(
    ("greet", "thanks", "goodbye", "affirm", "deny", "inform", "menu", "cancel")
)
Ranking = Sequence[tuple[str, float]]


def segments(text: str) -> list[str]:
    """The parts of `text` that may each hold a question."""
    parts = [part.strip(" ,.") for part in _BREAK.split(text[:2000])]
    return [part for part in parts if len(part.split()) >= _SHORTEST][:_MOST]


def needs_of(
    whole: Ranking, parts: Sequence[Ranking], thresholds: Thresholds
) -> tuple[Need, ...]:
    """Ordered needs from the ranking of the message and of its parts."""
    clear: list[Need] = []
    for ranking in parts:
        intent, confidence = ranking[0]
        known = {need.need for need in clear}
        if confidence >= thresholds.answer and intent not in known | SMALL_TALK:
            clear.append(Need(intent, confidence))
    top = Need(*whole[0])
    if len(clear) == 2 and _plausible(clear, whole):
        return tuple(clear)
    if top.need in SMALL_TALK and clear:
        return (clear[0],)
    return (top,)


def _plausible(clear: Sequence[Need], whole: Ranking) -> bool:
    """The message as a whole must not speak against two needs."""
    first = {intent for intent, _ in whole[:3]}
    return all(need.need in first for need in clear)
