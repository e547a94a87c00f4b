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
    r"[?!\n;]+\s*|\.\s+|,\s+|,?\s+(?:dan|and|pastu|lepastu|lps tu|lepas tu|plus|pas tu"
    r"|pstu|btw|serta|selepas itu|lagi satu|&|\+)\s+"
    # "am I then covered", "is there also a limit" are one question
    r"|(?<!\bI)(?<!there)(?<!\bwe)(?<!you)\s+(?:then|also)\s+",
    re.IGNORECASE,
)
_SHORTEST = 2  # words that can carry a question
_MOST = 4
SMALL_TALK = frozenset(
    ("greet", "thanks", "goodbye", "affirm", "deny", "inform", "menu", "cancel")
)
# a general need beside a particular one of its family is the same question
OTHER = "out_of_scope"
_GENERAL = {"eligibility_general": "eligibility_", "benefits_overview": "benefit_"}
Ranking = Sequence[tuple[str, float]]


def questions(text: str) -> list[str]:
    """The parts of `text` that each ask or wish something; none if it is one part."""
    parts = [part.strip(" ,.") for part in _BREAK.split(text[:MAX_CHARACTERS])]
    long = [part for part in parts if len(part.split()) >= _SHORTEST]
    return [part for part in long if asks(part)][:_MOST] if len(long) > 1 else []


def asks(part: str) -> bool:
    """Whether a part asks or wishes something by its words."""
    said = words(part)
    if next(listed("asking", "anywhere").find(said), None) is not None:
        return True
    starts = (match.first for match in listed("asking", "first").find(said))
    ends = (match.last for match in listed("asking", "last").find(said))
    return 0 in starts or len(said) in ends


def may_hold_two(whole: Ranking, thresholds: Thresholds) -> bool:
    """Whether the whole message leaves room for a second need, whatever its parts."""
    likely = [chance for intent, chance in whole[:2] if intent not in SMALL_TALK]
    return len(likely) < 2 or likely[1] >= thresholds.second_sure


def needs_of(
    whole: Ranking,
    parts: Sequence[Ranking],
    thresholds: Thresholds,
) -> tuple[Need, ...]:
    """Ordered needs, from the ranking of the message and of each of its parts."""
    clear = _clear(parts, thresholds)
    top = Need(*whole[0])
    pair = _likeliest_two(clear)
    if len(pair) == 2 and _plausible(pair, whole, thresholds):
        return pair
    if top.need in SMALL_TALK and clear:
        return (clear[0],)
    return (top,)


def _clear(parts: Sequence[Ranking], thresholds: Thresholds) -> list[Need]:
    """The needs of the parts that are understood on their own, each once."""
    clear: dict[str, Need] = {}
    for ranking in parts:
        need = Need(*ranking[0])
        known = clear.get(need.need, need)
        if need.need not in SMALL_TALK and need.confidence >= thresholds.part:
            clear[need.need] = max(known, need, key=lambda one: one.confidence)
    return [*clear.values()]


def _likeliest_two(clear: Sequence[Need]) -> tuple[Need, ...]:
    """In their order. Half a question of ours often looks like something else."""
    ours = [need for need in clear if need.need != OTHER]
    chosen = sorted(ours, key=lambda need: -need.confidence)[:2]
    return tuple(need for need in ours if need in chosen)


def _plausible(pair: Sequence[Need], whole: Ranking, thresholds: Thresholds) -> bool:
    """The message as a whole must not speak against two needs.

    Its likeliest need is one of them; the other may be unlikely where both parts are
    understood beyond doubt, and must be likely where they are not.
    """
    names = [need.need for need in pair]
    if any(same_question(one, other) for one, other in permutations(names, 2)):
        return False
    first = next((name for name, _ in whole if name not in SMALL_TALK), "")
    if first not in names:
        return False
    chances = dict(whole)
    other = min(chances.get(name, 0.0) for name in names)
    if min(need.confidence for need in pair) >= thresholds.part_sure:
        return other >= thresholds.second_sure
    return other >= thresholds.second


def same_question(general: str, particular: str) -> bool:
    """Whether a need in general stands beside a particular one of its family."""
    family = _GENERAL.get(general)
    return family is not None and particular.startswith(family)
