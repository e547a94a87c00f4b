"""A written answer as people read it, and a parameter's value inside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bot.i18n.catalogue import N_, translate
from bot.i18n.formats import long_date
from bot.i18n.wording.law_text import law_text
from bot.i18n.wording.values import show

if TYPE_CHECKING:
    from bot.rulebook import Rulebook

_AGE = re.compile(r"(?:^|[/_])age(?:_limit)?$")
_KINDS = {
    "MYR": "money",
    "percent": "percent",
    "year": "years",
    "month": "months",
    "day": "days",
    "hour": "hours",
}


class Entry(Protocol):
    """What is read of a written answer."""

    @property
    def text(self) -> str: ...
    @property
    def points(self) -> Sequence[str]: ...
    @property
    def numbered(self) -> bool: ...
    @property
    def confidence(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def checked_on(self) -> date: ...


def render_entry(entry: Entry, values: Mapping[str, str], *, language: str) -> str:
    """Opening, points, source and date; {places} filled with `values`."""
    lines = [translate(entry.text, language, **values)]
    for number, point in enumerate(entry.points, start=1):
        mark = f"{number}." if entry.numbered else "•"
        lines.append(f"{mark} {translate(point, language, **values)}")
    closing = []
    if entry.confidence == "medium":
        confirm = N_("Please confirm this with PERKESO before you rely on it.")
        closing.append(translate(confirm, language))
    closing.append(
        translate(
            N_("Source: {source}. As at {date}."),
            language,
            source=law_text(entry.source, language),
            date=long_date(entry.checked_on, language),
        )
    )
    return "\n".join(lines) + "\n\n" + "\n".join(closing)


def parameter(
    book: Rulebook, path: str, language: str, *, on: date | None = None
) -> str:
    """A parameter's value on the day as it is written; by default its latest."""
    found = book.parameter(path)
    value = found.at(on) if on else found.values[-1]
    # what a rate is paid for, MYR/month, is said by the sentence around it
    unit = value.unit.partition("/")[0]
    kind = "age" if _AGE.search(path) and unit == "year" else _KINDS.get(unit, "plain")
    return show(value.value, kind, language)
