"""Digits in folded text: how groups join into one number, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

PUBLIC: Final = "PUBLIC"  # found, and left where it stands

JOIN = re.compile(r"[ \t\n.\-_/]{0,4}")  # between the groups of one number
LOOSE = re.compile(r"[^0-9A-Za-z]{0,6}")  # enough when the grouping itself is telling
GROUP = re.compile(r"[0-9]+")
LABEL_SPACE = 28  # characters before a number in which a label counts
CLAIM_LABEL = re.compile(
    r"(?i)\b(?:clm|claims?|tuntutan|kes|case|ruj|rujukan|ref|reference|permohonan"
    r"|application|resit|receipt)\b[^0-9]{0,12}$"
)
MONEY_BEFORE = re.compile(r"(?i)(?:rm|myr|ringgit)\s{0,3}$")
MONEY_AFTER = re.compile(r"(?i)\s{0,2}(?:ringgit|rm|sen)\b|[.,][0-9]{2}(?![0-9])")
DAY = re.compile(
    r"(?<![0-9])(?<![0-9][-./])(?:(?:0?[1-9]|[12][0-9]|3[01])([-./])(?:0?[1-9]|1[0-2])\1"
    r"(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}([-./])(?:0?[1-9]|1[0-2])\2"
    r"(?:0?[1-9]|[12][0-9]|3[01]))(?![0-9])(?![-./][0-9])"
)


@dataclass(frozen=True)
class Found:
    """A number in folded text: its kind, its place, its value without ornament."""

    kind: str
    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Run:
    """Neighbouring groups of digits read as one number."""

    start: int
    end: int
    digits: str
    sizes: tuple[int, ...]

    @property
    def edges(self) -> set[int]:
        """After how many digits a new group begins."""
        return {sum(self.sizes[:count]) for count in range(1, len(self.sizes))}


def claims(taken: Iterable[Found], found: Found) -> bool:
    """Whether `found` lies clear of everything already taken."""
    return all(found.end <= other.start or other.end <= found.start for other in taken)


def runs(
    text: str, low: int, high: int, *, join: re.Pattern[str] = JOIN
) -> Iterator[Run]:
    """Every run of whole groups that holds `low` to `high` digits, longest first."""
    groups = list(GROUP.finditer(text))
    for first in range(len(groups)):
        beginning = _beginning_at(text, groups[first : first + high], high, join)
        yield from reversed([run for run in beginning if len(run.digits) >= low])


def _beginning_at(
    text: str, groups: list[re.Match[str]], high: int, join: re.Pattern[str]
) -> Iterator[Run]:
    digits, sizes, end = "", (), groups[0].start()  # type: str, tuple[int, ...], int
    for group in groups:
        size = len(group.group())
        joined = not sizes or join.fullmatch(text, end, group.start())
        if len(digits) + size > high or not joined:
            return
        digits, sizes, end = digits + group.group(), (*sizes, size), group.end()
        yield Run(groups[0].start(), end, digits, sizes)


def has_day(digits: str) -> bool:
    """Whether the first six digits are a day of some century."""
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    return any(_is_day(century + year, month, day) for century in (1900, 2000))


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def days(text: str) -> list[tuple[int, int]]:
    """Where whole dates with a four-digit year stand."""
    return [match.span() for match in DAY.finditer(text)]


def touches(run: Run, spans: list[tuple[int, int]]) -> bool:
    """Whether `run` shares a character with one of `spans`."""
    return any(start < run.end and run.start < end for start, end in spans)


def has_label(label: re.Pattern[str], text: str, place: int) -> bool:
    """Whether `label` stands shortly before `place`."""
    return bool(label.search(text, max(0, place - LABEL_SPACE), place))


def is_claim(text: str, place: int) -> bool:
    """Whether the number at `place` is named as a claim's or a receipt's."""
    return bool(CLAIM_LABEL.search(text[max(0, place - 40) : place]))


def is_money(text: str, run: Run) -> bool:
    """Whether `run` is named as an amount."""
    before = text[max(0, run.start - 12) : run.start]
    return bool(MONEY_BEFORE.search(before) or MONEY_AFTER.match(text, run.end))
