"""How many children there are: `anak 3 orang`, `anak sorang`, `a son and a daughter`.

A number beside a child may be its age or its place in the family; only a count counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understanding.entities.context import Context
from bot.understanding.numbers import Number
from bot.understanding.phrases import Match, listed
from bot.understanding.types import Entity

_MOST = 20
_PAIR = 2  # sons and daughters are counted apart at most
_OF_ONE_SEX = ("son", "sons", "daughter", "daughters", "lelaki", "perempuan", "laki")
_SEXES = ("lelaki", "perempuan")
_OTHERS = (*_SEXES, "anak")  # the other half is counted behind
_ONE = ("seorang", "sorang", "sorg", "one", "single", "satu", "only", "se orang")
_ALONE = ("seorang", "sorang", "sorg", "saorang")  # as typed, behind the child
_SINGULAR = ("anak", "child", "kid", "son", "daughter")
_YOUNG = ("orang", "small", "young", "more", "kecil", "kecik", "little")
_COUNTING = ("ada", "saya", "kami", "dia", "sudah", "=", "kecil", "kecik", "kita")
_ENDS = ("", "orang", ",", ".", "?", "!", "dan", "and", "sahaja", "lagi", "semuanya")


def children(context: Context) -> Iterator[Entity]:
    """The number of children that is told; never an age."""
    for match in listed("family", "no_children").find(context.words):
        if context.said(match.last) not in _SEXES:  # `tiada anak lelaki` may have girls
            yield context.entity("children", 0, match.first, match.last)
        return
    counted: list[tuple[Match, Entity]] = []
    for match in listed("family", "child").find(context.words):
        after = counted[-1][1].end if counted else 0
        found = _counted(context, match, after)
        counted += [(match, found)] if found else []
    if not counted:
        return
    first, one = counted[0]
    both = _second(context, counted) if _of_one_sex(context, first) else None
    yield both or one


def _of_one_sex(context: Context, match: Match) -> bool:
    return context.said(match.last - 1) in _OF_ONE_SEX


def _second(context: Context, counted: list[tuple[Match, Entity]]) -> Entity | None:
    """Sons and daughters together, where both are counted."""
    first, one = counted[0]
    for match, other in counted[1:_PAIR]:
        named = context.said(match.last - 1)
        if named in _OF_ONE_SEX and named != context.said(first.last - 1):
            count = int(str(one.value)) + int(str(other.value))
            return Entity("children", count, one.start, max(one.end, other.end))
    return _without_the_child(context, first, one)


def _without_the_child(context: Context, match: Match, one: Entity) -> Entity | None:
    """`anak lelaki 2 perempuan 1`: the second half leaves the child out."""
    for number in context.numbers:
        named = context.said(number.first - 1)
        later = context.words[number.first - 1].start >= one.end
        other = named in _SEXES and named != context.said(match.last - 1)
        if later and other and _may_count(number):
            count = int(str(one.value)) + int(number.value)
            end = context.words[number.last - 1].end
            return Entity("children", count, one.start, end)
    return None


def _counted(context: Context, match: Match, after: int) -> Entity | None:
    """The count of the children named by `match`, told behind the place `after`."""
    for number in context.numbers:
        if not _may_count(number) or context.words[number.first].start < after:
            continue
        count = int(number.value)
        if _before(context, number, match):
            return context.entity("children", count, number.first, match.last)
        if _behind(context, number, match):
            return context.entity("children", count, match.first, number.last)
    return _only_one(context, match)


def _may_count(number: Number) -> bool:
    count = number.whole
    return count is not None and 0 < count <= _MOST and not number.scaled


def _before(context: Context, number: Number, match: Match) -> bool:
    """`3 orang anak`, `two small kids`; not `anak ke 3`."""
    between = [context.said(at) for at in range(number.last, match.first)]
    short = 0 <= match.first - number.last <= 1
    return short and all(word in _YOUNG for word in between)


def _behind(context: Context, number: Number, match: Match) -> bool:
    """`anak 3 orang`, `anak ada dua`, `anak kami tiga orang`; not `anak 5 tahun`."""
    between = [context.said(at) for at in range(match.last, number.first)]
    near = 0 <= number.first - match.last <= _PAIR
    counting = all(word in _COUNTING for word in between)
    following = context.said(number.last)
    if _of_one_sex(context, match) and following != "orang":
        # `anak perempuan 5` may be her age, `anak perempuan dua` is none
        counting = counting and (not number.digits or following in _OTHERS)
    ends = following in (*_ENDS, *_OTHERS)
    return near and counting and ends and not _aged(context, match)


def _aged(context: Context, match: Match) -> bool:
    return context.said(match.last) in ("umur", "berumur", "aged", "ke")


def _only_one(context: Context, match: Match) -> Entity | None:
    before, typed = context.said(match.first - 1), context.typed(match.first - 1)
    named = context.said(match.first)
    if named in _SINGULAR and (before in _ONE or typed in _ALONE):
        return context.entity("children", 1, match.first - 1, match.last)
    if before == "a" and named in ("son", "daughter"):
        return context.entity("children", 1, match.first - 1, match.last)
    for at in (match.last, match.last + 1):
        between = [context.said(i) for i in range(match.last, at)]
        alone = context.typed(at + 1) == "diri"  # `jaga anak sorang diri`
        one = context.typed(at) in _ALONE and not alone
        if one and all(word in _COUNTING for word in between):
            return context.entity("children", 1, match.first, at + 1)
    return None
