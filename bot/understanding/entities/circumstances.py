"""What happened and to whom: the cause, the part lost, who died, who is left.

These words are facts only in the right company: `di pejabat` says how it happened when
an accident is spoken of, and where to pay when it is not.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understanding.entities.children import children
from bot.understanding.entities.context import Context
from bot.understanding.phrases import Match, cue, listed
from bot.understanding.types import Entity, Value

_BESIDE = 3  # words beside the phrase, in a bare answer
_NAMED_PART = 4  # words of a follow-up that only names a part of the body
_FAR = 3  # words before a death that may name the dead
_NEAR_DEATH = 4  # words between a death and the person who died
# relations of which one says that they died
_MARRIED = ("husband", "wife", "spouse")
_ONESELF = ("saya", "i", "me", "myself")


def circumstances(context: Context, relations: list[Match]) -> Iterator[Entity]:
    """Everything of the message that says what happened, and to whom."""
    yield from _causes(context)
    yield from _injuries(context)
    dead = [*_deceased(context, relations)]
    yield from dead
    yield from _spouse(context, dead, relations)
    yield from children(context)
    for match in listed("circumstances").find(context.words):
        yield _entity(context, "circumstance", match.value, match)
    for match in listed("licences").find(context.words):
        if match.value != "driving":
            yield _entity(context, "licensed", match.value == "true", match)


def _entity(context: Context, name: str, value: Value, match: Match) -> Entity:
    return context.entity(name, value, match.first, match.last)


def _causes(context: Context) -> Iterator[Entity]:
    asks = next(listed("questions").find(context.words), None) is not None
    told = context.anywhere("mishap")
    for match in listed("causes").find(context.words):
        beside = len(context.words) - (match.last - match.first)
        answers = beside <= _BESIDE and not asks
        if told or answers or match.value == "illness":
            yield _entity(context, "cause", match.value, match)
    yield from _only_ill(context)


def _only_ill(context: Context) -> Iterator[Entity]:
    """`sakit` says how somebody came to it only where it is all that is said."""
    said = [word.text for word in context.words if word.text.isalnum()]
    ill = [word for word in said if word in cue("ill")]
    if ill and all(word in cue("said_of_illness") for word in set(said) - {*ill}):
        yield context.entity("cause", "illness", 0, len(context.words))


def _injuries(context: Context) -> Iterator[Entity]:
    """A part of the body, if the message says that it was lost or names only it."""
    words = sum(word.text.isalnum() for word in context.words)
    if not (context.anywhere("loss") or words <= _NAMED_PART):
        return
    for match in listed("injuries").find(context.words):
        yield _entity(context, "injury", match.value, match)


def _deceased(context: Context, relations: list[Match]) -> Iterator[Entity]:
    """`arwah suami`, `my late father`, `isteri saya meninggal`: who died."""
    for match in listed("family", "died").find(context.words):
        if _is_something_else(context, match):
            continue
        theirs = any(r.last in (match.first - 1, match.first) for r in relations)
        if context.said(match.first - 1) in _ONESELF and not theirs:
            yield _entity(context, "deceased", "self", match)
            return
        who = _who_died(match, relations)
        if who is not None:
            first, last = min(match.first, who.first), max(match.last, who.last)
            yield context.entity("deceased", who.value, first, last)
            return
    yield from _gone(context, relations)
    yield from _lost(context, relations)


def _gone(context: Context, relations: list[Match]) -> Iterator[Entity]:
    """`mak dah takde`, `my mum passed last week`; not `suami dah takde kerja`."""
    for match in listed("family", "gone").find(context.words):
        after = context.said(match.last)
        if after not in _AFTER_GONE and not after.isdigit():
            continue
        for who in relations:
            if 0 <= match.first - who.last <= 1 and who.value in _KIN:
                yield context.entity("deceased", who.value, who.first, match.last)
                return


def _lost(context: Context, relations: list[Match]) -> Iterator[Entity]:
    """`lost my mother`, `kehilangan bapa`."""
    for match in listed("family", "lost").find(context.words):
        for who in relations:
            if who.first in (match.last, match.last - 1) and who.value in _KIN:
                yield context.entity("deceased", who.value, match.first, who.last)
                return


_KIN = frozenset(
    {"mother", "father", "husband", "wife", "spouse", "child", "sibling", "parents"}
    | {"grandparent", "in_law", "uncle", "aunt"}
)
_NEAREST = _KIN - {"spouse", "uncle", "aunt"}  # not words to address anybody by
_AFTER_GONE = frozenset(
    {
        "",
        ".",
        ",",
        "!",
        "?",
        "siapa",
        "dia",
        "masa",
        "sejak",
        "tahun",
        "bulan",
        "minggu",
    }
    | {
        "semalam",
        "tadi",
        "kelmarin",
        "baru",
        "apa",
        "boleh",
        "macam",
        "jadi",
        "so",
        "how",
    }
    | {
        "last",
        "yesterday",
        "this",
        "two",
        "recently",
        "suddenly",
        "in",
        "on",
        "dan",
        "and",
    }
    | {
        "who",
        "what",
        "can",
        "she",
        "he",
        "dulu",
        "since",
        "kami",
        "lindung",
        "nak",
        "sudah",
    }
)


def _is_something_else(context: Context, match: Match) -> bool:
    """Whether the word belongs to a phrase that speaks of no death: `bayar late`."""
    return any(
        other.first <= match.first and match.last <= other.last
        for other in listed("family", "living").find(context.words)
    )


def _who_died(match: Match, relations: list[Match]) -> Match | None:
    near = [
        relation
        for relation in relations
        if relation.value not in ("self", "widow", "widower")
        and (
            0 <= relation.first - match.last <= 1
            or 0 <= match.first - relation.last < _NEAR_DEATH
        )
    ]
    nearest = min(near, key=lambda r: abs(r.first - match.first), default=None)
    return nearest or _only_kin(match, relations)


def _only_kin(match: Match, relations: list[Match]) -> Match | None:
    """`suami saya kerja kilang, mati sakit jantung`: nobody else is named before."""
    before = [relation for relation in relations if relation.last <= match.first]
    if len({relation.value for relation in before}) != 1 or match.last < _FAR:
        return None
    alone = len({relation.value for relation in relations}) == 1
    return before[0] if before[0].value in (_KIN if alone else _NEAREST) else None


def _spouse(
    context: Context, dead: list[Entity], relations: list[Match]
) -> Iterator[Entity]:
    """Whether a widow or widower is left; who mourns a husband is one."""
    for match in listed("family", "no_spouse").find(context.words):
        yield _entity(context, "spouse", value=False, match=match)
    for match in listed("family", "spouse_left").find(context.words):
        yield _entity(context, "spouse", value=True, match=match)
    left = [relation for relation in relations if relation.value in _MARRIED]
    for entity in dead:
        if entity.value in _MARRIED:
            yield Entity("spouse", True, entity.start, entity.end)
        elif entity.value == "self" and left:
            yield _entity(context, "spouse", value=True, match=left[0])
