"""Two questions in one message: where one ends, and whether there really are two.

Precision first: answering a question that nobody asked is worse than answering one of
two. So both parts must ask something, be understood clearly on their own, differ in
more than how general they are, and the message as a whole must bear both out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
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


@lru_cache(maxsize=64)
def _asking(text: str) -> tuple[str, ...]:
    split = [part.strip(" ,.") for part in _BREAK.split(text[:MAX_CHARACTERS])]
    parts: list[str] = []
    for part in split:
        if parts and 0 < len(parts[-1]) == _link(parts[-1]):  # "If so, ..."
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    long = [part for part in parts if len(part.split()) >= _SHORTEST]
    return tuple(part for part in long if asks(part))[:_MOST] if len(long) > 1 else ()


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


def left_over(
    whole: Ranking,
    parts: Sequence[Ranking],
    needs: Sequence[Need],
    thresholds: Thresholds,
    *,
    marked: int = 0,
) -> tuple[str, ...]:
    """What parts ask that none of `needs` answers, in their order.

    It is offered, not answered, so that of many questions less than certain will do;
    `UNCLEAR` stands for one of many that cannot be made out by itself, where there are
    as many question marks (`marked`).
    """
    if any(need.need in _ALONE for need in needs):
        return ()
    many = len(parts) > _PAIR
    answered = [need.need for need in needs]
    left: list[str] = []
    for ranking in parts:
        need, least = (
            _by_family(whole, ranking),
            _MAYBE if many else thresholds.part_sure,
        )
        if need.confidence < least:
            left += [UNCLEAR] if marked > _PAIR and UNCLEAR not in left else []
        elif not any(_one_answer(need.need, other) for other in (*answered, *left)):
            left.append(need.need)
    return tuple(left)


UNCLEAR = "nlu_fallback"
_PAIR = 2
_MAYBE = 0.5  # share of its family in what a part may ask
_BARELY = 0.1  # chance of a family that may be offered at all
# nothing else is offered beside these, and these are offered beside nothing
_ALONE = frozenset({"emergency_or_distress", "talk_to_human", OTHER})
_NOT_OFFERED = SMALL_TALK | _ALONE | {"bot_challenge", "change_language", "complaint"}


def _by_family(whole: Ranking, part: Ranking) -> Need:
    """The likeliest need of the likeliest family: any price is the price of the scheme
    that the message as a whole is about.
    """
    offered = [(need, chance) for need, chance in part if need not in _NOT_OFFERED]
    if not offered:
        return Need(UNCLEAR, 0.0)
    chances = dict(whole)
    families: dict[str, float] = {}
    for need, chance in offered:
        families[_family(need)] = families.get(_family(need), 0.0) + chance
    family = max(families, key=lambda name: families[name])
    mass, total = families[family], sum(families.values())
    members = [one for one in offered if _family(one[0]) == family]
    best = max(members, key=lambda one: one[1] * (chances.get(one[0], 0.0) + _TRACE))
    # a short part looks out of scope by itself, not beside questions of ours
    share = mass / total if mass >= _BARELY else mass
    return Need(best[0], max(mass, _OFFERED * share))


_OFFERED = 0.7  # how far the share may speak for a family


def _family(need: str) -> str:
    family = need.partition("_")[0].rstrip("s")
    return family if family in _FAMILIES else need


def _one_answer(one: str, other: str) -> bool:
    """Whether the answer to one of two needs is near enough to that of the other."""
    general = same_question(one, other) or same_question(other, one)
    return general or _family(one) == _family(other)


_FAMILIES = ("eligibility", "contribution", "benefit")


def same_question(general: str, particular: str) -> bool:
    """Whether a need in general stands beside a particular one of its family."""
    family = _GENERAL.get(general)
    return family is not None and particular.startswith(family)
