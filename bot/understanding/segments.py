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
    r"[?!\n;]+\s*|\.\s+|,?\s+(?:dan|and|pastu|lepastu|lps tu|lepas tu|plus|pas tu"
    r"|pstu|btw|serta|selepas itu|lagi satu|&|\+)\s+|,\s+"
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
_TRACE = 0.03  # of a need in a part, though the whole message gives it no chance
Ranking = Sequence[tuple[str, float]]


def questions(text: str) -> list[str]:
    """The parts of `text` that each ask or wish something; none if it is one part."""
    return [_without_link(part) for part in _asking(text)]


def linked(text: str) -> bool:
    """Whether a part opens like "kalau layak, ..." or "if so, ..."."""
    return any(_link(part) for part in _asking(text)[1:])


def _asking(text: str) -> list[str]:
    split = [part.strip(" ,.") for part in _BREAK.split(text[:MAX_CHARACTERS])]
    parts: list[str] = []
    for part in split:
        if parts and 0 < len(parts[-1]) == _link(parts[-1]):  # "If so, ..."
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    long = [part for part in parts if len(part.split()) >= _SHORTEST]
    return [part for part in long if asks(part)][:_MOST] if len(long) > 1 else []


def _link(part: str) -> int:
    """How many characters of `part` only tie it to the question before."""
    said = words(part)
    for match in listed("asking", "linked").find(said):
        if match.first == 0:
            return said[match.last - 1].end
    return 0


def _without_link(part: str) -> str:
    rest = part[_link(part) :].strip(" ,.")
    return rest if len(rest.split()) >= _SHORTEST else part


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
    *,
    linked: bool = False,
) -> tuple[Need, ...]:
    """Ordered needs, from the ranking of the message and of each of its parts."""
    clear = _clear([_in_view_of(whole, part) for part in parts], thresholds)
    top = Need(*whole[0])
    pair = _likeliest_two(clear)
    if len(pair) == 2 and _plausible(pair, whole, thresholds, linked=linked):
        return pair
    if top.need in SMALL_TALK and clear:
        return (clear[0],)
    return (top,)


def _in_view_of(whole: Ranking, part: Ranking) -> Need:
    """What a part asks, where the message around it says which of two is meant.

    "how much a year" alone may be any scheme's price; it is as clear as it was.
    """
    chances = dict(whole)
    likeliest = max(part, key=lambda one: one[1] * (chances.get(one[0], 0.0) + _TRACE))
    return Need(likeliest[0], part[0][1])


def _clear(parts: Sequence[Need], thresholds: Thresholds) -> list[Need]:
    """The needs of the parts that are understood on their own, each once."""
    clear: dict[str, Need] = {}
    for need in parts:
        known = clear.get(need.need, need)
        if need.need not in SMALL_TALK and need.confidence >= thresholds.part:
            clear[need.need] = max(known, need, key=lambda one: one.confidence)
    return [*clear.values()]


def _likeliest_two(clear: Sequence[Need]) -> tuple[Need, ...]:
    """In their order. Half a question of ours often looks like something else."""
    ours = [need for need in clear if need.need != OTHER]
    chosen = sorted(ours, key=lambda need: -need.confidence)[:2]
    return tuple(need for need in ours if need in chosen)


def _plausible(
    pair: Sequence[Need], whole: Ranking, thresholds: Thresholds, *, linked: bool
) -> bool:
    """The message as a whole must not speak against two needs.

    Its likeliest need is one of them; the other may be unlikely where both parts are
    understood beyond doubt or say themselves that they are two, and must be likely
    where they are not.
    """
    names = [need.need for need in pair]
    if any(same_question(one, other) for one, other in permutations(names, 2)):
        return False
    first = next((name for name, _ in whole if name not in SMALL_TALK), "")
    if first not in names or linked:
        return first in names
    chances = dict(whole)
    other = min(chances.get(name, 0.0) for name in names)
    if min(need.confidence for need in pair) >= thresholds.part_sure:
        return other >= thresholds.second_sure
    return other >= thresholds.second


def same_question(general: str, particular: str) -> bool:
    """Whether a need in general stands beside a particular one of its family."""
    family = _GENERAL.get(general)
    return family is not None and particular.startswith(family)
