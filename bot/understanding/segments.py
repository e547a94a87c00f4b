"""Two questions in one message: where one ends, and whether there really are two.

Precision first: answering a question that nobody asked is worse than answering one of
two. So both parts must ask something, be understood clearly on their own, differ in
more than how general they are, and the message as a whole must bear both out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import permutations

from bot.understanding.normalise import MAX_CHARACTERS, words
from bot.understanding.phrases import listed
from bot.understanding.types import Need, Thresholds

_BREAK = re.compile(
    r"[?!\n;]+\s*|\.\s+|,?\s+(?:dan|and|then|pastu|lepastu|lps tu|lepas tu|plus|"
    r"pas tu|pstu|also|btw|serta|selepas itu|&|\+)\s+",
    re.IGNORECASE,
)
_SHORTEST = 2  # words that can carry a question
_MOST = 4
_BORNE_OUT = 5  # places of the ranking of the whole message
SMALL_TALK = frozenset(
    ("greet", "thanks", "goodbye", "affirm", "deny", "inform", "menu", "cancel")
)
# a general need beside a particular one of its family is the same question
_GENERAL = {"eligibility_general": "eligibility_", "benefits_overview": "benefit_"}
Ranking = Sequence[tuple[str, float]]


def questions(text: str) -> list[str]:
    """The parts of `text` that each ask or wish something; none if it is one part."""
    parts = [part.strip(" ,.") for part in _BREAK.split(text[:MAX_CHARACTERS])]
    long = [part for part in parts if len(part.split()) >= _SHORTEST][:_MOST]
    return [part for part in long if _asks(part)] if len(long) > 1 else []


def _asks(part: str) -> bool:
    return next(listed("questions").find(words(part)), None) is not None


def needs_of(
    whole: Ranking,
    parts: Sequence[Ranking],
    thresholds: Thresholds,
) -> tuple[Need, ...]:
    """Ordered needs, from the ranking of the message and of each of its parts."""
    clear = _clear(parts, thresholds)
    top = Need(*whole[0])
    if len(clear) == 2 and _plausible(clear, whole, thresholds):
        return tuple(clear)
    if top.need in SMALL_TALK and clear:
        return (clear[0],)
    return (top,)


def _clear(parts: Sequence[Ranking], thresholds: Thresholds) -> list[Need]:
    """The needs of the parts that are understood on their own, each once."""
    clear: list[Need] = []
    for ranking in parts:
        intent, confidence = ranking[0]
        known = SMALL_TALK.union(need.need for need in clear)
        if confidence >= thresholds.part and intent not in known:
            clear.append(Need(intent, confidence))
    return clear


def _plausible(clear: Sequence[Need], whole: Ranking, thresholds: Thresholds) -> bool:
    """The message as a whole must not speak against two needs."""
    first = dict(whole[:_BORNE_OUT])
    names = [need.need for need in clear]
    if not all(first.get(name, 0.0) >= thresholds.second for name in names):
        return False
    return not any(_same_question(one, other) for one, other in permutations(names, 2))


def _same_question(general: str, particular: str) -> bool:
    family = _GENERAL.get(general)
    return family is not None and particular.startswith(family)
