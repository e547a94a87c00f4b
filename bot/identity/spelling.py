"""Numbers as people spell them, folded to plain digits without losing their place.

A number may come in full-width or Arabic digits, as keycap emoji, with invisible
characters inside. Folding keeps for every character the span it came from, so that
what was found in the folded text can be cut out of the text that was written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

INVISIBLE = {"Cf", "Mn", "Me", "Cc"}  # joiners, marks, keycaps; not line breaks
BLANKS = dict.fromkeys("\u115f\u1160\u2800\u3164\uffa0", " ")
DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30fc\u2043", "-")
DOTS = dict.fromkeys("\u00b7\u2022\u2024\u2027\u3002\u30fb\u22c5\u2219", ".")
PLAIN = {**BLANKS, **DASHES, **DOTS}
# as people dictate a number; a few of these also begin amounts, so many must follow
SPOKEN = {
    word: str(digit)
    for digit, words in enumerate(
        (
            ("kosong", "sifar", "zero", "nol", "oh"),
            ("satu", "one"),
            ("dua", "two", "due"),
            ("tiga", "three", "tige"),
            ("empat", "four", "mpat"),
            ("lima", "five", "lime"),
            ("enam", "six", "nam"),
            ("tujuh", "seven", "tujoh"),
            ("lapan", "delapan", "eight"),
            ("sembilan", "nine", "semilan"),
        )
    )
    for word in words
} | dict(zip("〇零一二三四五六七八九", "00123456789", strict=True))
WORD = re.compile(
    rf"\b(?:{'|'.join(word for word in SPOKEN if word.isascii())})\b"
    rf"|[{''.join(word for word in SPOKEN if not word.isascii())}]",
    re.IGNORECASE,
)
FEWEST = 4  # spoken digits that make a text worth a second reading


@dataclass(frozen=True)
class Folded:
    """Plain text, and where each of its characters stood in the original."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `start` to `end` came from."""
        return self.spans[start][0], self.spans[end - 1][1]


def fold(text: str) -> Folded:
    """`text` with digits, blanks and dashes made plain, the invisible left out."""
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        for plain in _plain(character):
            characters.append(plain)
            spans.append((place, place + 1))
    return Folded("".join(characters), tuple(spans))


def spoken(folded: Folded) -> Folded | None:
    """`folded` with digits for the words that say them, or None if few words do."""
    words = list(WORD.finditer(folded.text))
    if len(words) < FEWEST:
        return None
    characters, spans, place = "", list[tuple[int, int]](), 0
    for word in words:
        characters += folded.text[place : word.start()] + SPOKEN[word.group().lower()]
        spans += folded.spans[place : word.start()]
        spans.append(folded.original(*word.span()))
        place = word.end()
    return Folded(characters + folded.text[place:], (*spans, *folded.spans[place:]))


def _plain(character: str) -> str:
    if character < "\x7f":
        return character if character >= " " or character in "\n\t" else ""
    if character in PLAIN:
        return PLAIN[character]
    digit = unicodedata.digit(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) in INVISIBLE:
        return ""
    if unicodedata.category(character) == "Zs":
        return " "
    folded = unicodedata.normalize("NFKC", character)
    return "".join(_one(part) for part in folded)


def _one(character: str) -> str:
    if character in PLAIN:
        return PLAIN[character]
    return "" if unicodedata.category(character) in INVISIBLE else character
