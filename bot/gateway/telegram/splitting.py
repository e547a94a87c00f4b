"""Long texts in parts that Telegram takes: it counts UTF-16 units, as we do here."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MOST_UNITS: Final = 4_096
# joiners, variation selectors and skin tones belong to the character before them
CLINGING: Final = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u20e3]")
FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]")
# from the kindest place for a cut to the harshest
PLACES: Final = (
    re.compile(r"\n\s*\n"),
    re.compile(r"\n"),
    re.compile(r"(?<=[.!?;])\s"),
    re.compile(r"\s"),
)


def units(text: str) -> int:
    """The length of `text` as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, *, most: int = MOST_UNITS) -> list[str]:
    """`text` in parts of at most `most` units; only blanks at the cuts are lost."""
    parts, rest = [], text.strip()
    while units(rest) > most:
        cut = _place(rest[: _fitting(rest, most)], rest)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [part for part in (*parts, rest) if part] or [""]


def _fitting(text: str, most: int) -> int:
    """How many characters fit into `most` units."""
    left = most
    for place, character in enumerate(text):
        left -= 2 if ord(character) > 0xFFFF else 1
        if left < 0:
            return place
    return len(text)


def _place(fitting: str, whole: str) -> int:
    for shape in PLACES:
        found = [match.start() for match in shape.finditer(fitting)]
        # a cut too early would make many small messages
        if found and found[-1] >= len(fitting) // 3:
            return found[-1]
    return _between_characters(whole, len(fitting))


def _between_characters(text: str, place: int) -> int:
    """The last place up to `place` where no visible character is cut through."""
    for cut in range(place, max(place - 32, 0), -1):
        if not _clings(text, cut):
            return cut
    return place


def _clings(text: str, place: int) -> bool:
    after, before = text[place : place + 1], text[place - 1]
    return bool(
        CLINGING.match(after)
        or before == "\u200d"
        or (FLAG.match(after) and FLAG.match(before))
        or (after and unicodedata.combining(after))
    )
