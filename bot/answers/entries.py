"""Load the written answers, strictly: a wrong entry is an error naming file and entry.

An entry is named after its need, and after its scheme where the need has several:
`how_to_pay.sksps`. Texts are English sentences, the keys of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.errors import ConfigurationError

FOLDER = Path(__file__).parent / "texts"
CONFIDENCES = ("high", "medium")
# an amount or a rate in a text would escape the rulebook, which alone knows its dates
_FIGURE = re.compile(r"RM\s?\d|\d\s?%|\bper ?cent\b|[{}]")
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Entry:
    """One written answer.

    `text` opens it, `points` are listed below, `facts` are the ids of the facts of law
    that it rests on, `offers` the needs worth asking about next.
    """

    name: str
    text: str
    points: tuple[str, ...]
    numbered: bool
    facts: tuple[str, ...]
    confidence: str
    source: str
    checked_on: date
    offers: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything of this entry that is translated."""
        return (self.text, *self.points)


class Entries:
    """All written answers by name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {entry.name: entry for entry in entries}

    def names(self) -> tuple[str, ...]:
        """Names in the order of the files."""
        return tuple(self._entries)

    def get(self, name: str) -> Entry:
        """The entry called `name`; KeyError if there is none."""
        return self._entries[name]

    def all(self) -> tuple[Entry, ...]:
        """Every entry."""
        return tuple(self._entries.values())


@lru_cache(maxsize=2)
def load(folder: Path = FOLDER) -> Entries:
    """All entries below `folder`. Raises ConfigurationError for a wrong one."""
    found: dict[str, Entry] = {}
    for path in sorted(folder.glob("*.yaml")):
        for raw in documents(path):
            entry = entry_of(raw, path)
            if entry.name in found:
                raise ConfigurationError(f"{path.name}: {entry.name} stands twice")
            found[entry.name] = entry
    return Entries(found.values())


def documents(path: Path) -> list[Any]:
    """What a file of answers lists. Raises ConfigurationError if it is no list."""
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise ConfigurationError(f"{path.name}: {error}") from error
    if not isinstance(loaded, list):
        raise ConfigurationError(f"{path.name}: must be a list of entries")
    return loaded


_REQUIRED = {"name", "text", "facts", "confidence", "source", "checked_on"}
_OPTIONAL = {"points", "numbered", "offers"}


def entry_of(raw: Any, path: Path, *, places: Collection[str] = ()) -> Entry:
    """The answer that `raw` describes; its texts may hold the named `places`."""
    if not isinstance(raw, dict):
        raise ConfigurationError(f"{path.name}: every entry must be a mapping")
    where = f"{path.name}: {raw.get('name', '?')}"
    keys = set(raw)
    if not keys >= _REQUIRED or keys - _REQUIRED - _OPTIONAL:
        wrong = sorted((_REQUIRED - keys) | (keys - _REQUIRED - _OPTIONAL))
        raise ConfigurationError(f"{where}: missing or unknown {', '.join(wrong)}")
    entry = Entry(
        name=raw["name"],
        text=raw["text"].strip(),
        points=tuple(point.strip() for point in raw.get("points") or ()),
        numbered=bool(raw.get("numbered", False)),
        facts=tuple(raw["facts"]),
        confidence=raw["confidence"],
        source=raw["source"],
        checked_on=raw["checked_on"],
        offers=tuple(raw.get("offers") or ()),
    )
    _check(entry, where, places)
    return entry


def _check(entry: Entry, where: str, places: Collection[str]) -> None:
    if entry.confidence not in CONFIDENCES:
        raise ConfigurationError(f"{where}: confidence must be high or medium")
    if not entry.facts or not isinstance(entry.checked_on, date):
        raise ConfigurationError(f"{where}: needs facts and a day of checking")
    named = {place for text in entry.sentences for place in _PLACE.findall(text)}
    if set(places) - named:
        raise ConfigurationError(f"{where}: a value that no text names")
    for text in entry.sentences:
        bare = _PLACE.sub(lambda m: "" if m[1] in places else m[0], text)
        if _FIGURE.search(bare):
            raise ConfigurationError(f"{where}: a figure stands in the text: {text!r}")
