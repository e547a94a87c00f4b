"""One message made ready for the classifier; training and running share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bot.understanding import features, numbers
from bot.understanding.entities import extract
from bot.understanding.normalise import Word, plain, sentence, words
from bot.understanding.phrases import listed
from bot.understanding.types import Entity

_NUMBER = "<number>"


@dataclass(frozen=True)
class Prepared:
    """Plain text, n-gram counts and what the entity lists saw."""

    text: str  # as it was typed
    plain: str
    counts: dict[str, Counter[str]]
    entities: tuple[Entity, ...]
    numbers: tuple[str, ...] = ()
    urgent: bool = False  # the person speaks of hurting themself

    @property
    def sentence(self) -> str:
        """What the sentence encoder reads."""
        return sentence(self.text)


@lru_cache(maxsize=64)
def prepare(text: str, on: date) -> Prepared:
    """`text` as the classifier reads it on a day; `last month` needs one."""
    entities = extract(text, on)
    plain_text = plain(text)
    distress = {match.value for match in listed("distress").find(words(text))}
    hints = [f"distress={kind}" for kind in sorted(distress)]
    seen = [*signs(entities), *_others(text), *hints]
    told = [word for word, _ in outline(words(text), entities)]
    counts = features.grams(plain_text, seen, told)
    said = tuple(format(n.value.normalize(), "f") for n in numbers.find(words(text)))
    return Prepared(text, plain_text, counts, entities, said, urgent="self" in distress)


def outline(
    said: Sequence[Word], entities: Sequence[Entity]
) -> Iterator[tuple[str, int]]:
    """The words, with the kind of each named thing and number in its place, once.

    With each the place of its word in the message.
    """
    before: Entity | None = None
    for place, word in enumerate(said):
        thing = next((e for e in entities if e.start <= word.start < e.end), None)
        if thing is None:
            yield (_NUMBER if word.text.isdigit() else word.text), place
        elif thing is not before:
            yield f"<{thing.entity}>", place
        before = thing


def _others(text: str) -> list[str]:
    """Names of agencies, insurers, banks: the matter may be for somebody else."""
    found = [match.value for match in listed("others").find(words(text))]
    return ["other", *(f"other={kind}" for kind in found)] if found else []


def signs(entities: Iterable[Entity]) -> Iterator[str]:
    """Kinds of values seen; for named things also which."""
    for entity in entities:
        yield entity.entity
        if entity.entity in ("scheme", "benefit", "sector", "relation", "employment"):
            yield f"{entity.entity}={entity.value}"
