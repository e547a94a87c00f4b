"""Values named in a message, by rules and lists, placed in the original text."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from bot.understanding.entities.context import Context
from bot.understanding.entities.dates import dates
from bot.understanding.entities.named import named
from bot.understanding.entities.quantities import quantities
from bot.understanding.types import Entity

# what is told by a mark or a name wins over what is told by size alone
_RANK = (
    *("number_token", "claim_number", "birth_date", "date", "month", "scheme"),
    *("category", "children"),
    *("percent", "amount", "age", "plan", "period"),
)
# these say different things about the same words
_SHARED = frozenset(
    (
        *("occupation", "sector", "employment", "relation", "benefit", "first_time"),
        *("sex", "cause", "deceased", "spouse", "circumstance", "licensed"),
        *("injury", "agency"),
    )
)


@lru_cache(maxsize=64)
def extract(text: str, on: date) -> tuple[Entity, ...]:
    """Everything named in `text`, from left to right; `on` is the day of reading."""
    context = Context.of(text, on)
    found = [*named(context), *dates(context), *quantities(context)]
    return tuple(sorted(_compatible(found), key=lambda e: (e.start, e.end, e.entity)))


def _compatible(found: list[Entity]) -> list[Entity]:
    """Of numbers that overlap, the better told; names may share their words."""
    kept: list[Entity] = []
    for entity in sorted(found, key=_importance):
        if not any(_rivals(entity, other) for other in kept):
            kept.append(entity)
    return kept


def _importance(entity: Entity) -> tuple[int, int]:
    name = entity.entity
    rank = _RANK.index(name) if name in _RANK else len(_RANK)
    return rank, -(entity.end - entity.start)


def _rivals(one: Entity, other: Entity) -> bool:
    if not _overlap(one, other) or _side_by_side(one, other):
        return False
    return _quarrel(one.entity, other.entity)


def _overlap(one: Entity, other: Entity) -> bool:
    return one.start < other.end and other.start < one.end


def _quarrel(one: str, other: str) -> bool:
    if one == other:
        return True
    return not ({one, other} & _SHARED) or "number_token" in (one, other)


def _side_by_side(one: Entity, other: Entity) -> bool:
    """`self employed plan` and `plan paling murah` share a word; both are meant."""
    inside = one.start >= other.start and one.end <= other.end
    around = other.start >= one.start and other.end <= one.end
    return {one.entity, other.entity} == {"scheme", "plan"} and not (inside or around)
