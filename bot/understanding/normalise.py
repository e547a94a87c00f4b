"""Messages in a plain form, reversibly: every word knows its place in the original.

People type `BRP nk byrrrr 1k`, full-width digits, zero-width characters and dots
between letters. The classifier and the lists see plain words; offsets that are handed
out always belong to the text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.lexicons import mapping

MAX_CHARACTERS = 2000  # more than any message that carries one question
_TOKEN = re.compile(
    r"\[\[(?P<kind>[a-z]+):[0-9a-f]{8}\]\]"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+|\S"
)
_RUN = re.compile(r"([^\W\d_])\1{2,}")
_REFERENCE = re.compile(r"\[\[([a-z]+):[0-9a-f]{8}\]\]")
_LETTERS = re.compile(r"[^\W\d_]+")
_SPELT_OUT = 10  # at most one word in so many, and a message counts as written out
# words after which a "2" is a number: plan2, akta4
_TAKES_NUMBER = frozenset(
    ("plan", "plans", "pelan", "p", "akta", "act", "rm", "k", "no", "bil", "lindung")
)
_SPACES = " \t\n\r\v\f"
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})


@dataclass(frozen=True)
class Word:
    """One plain word and where it stands in the original text."""

    text: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The plain words of `text`, short forms spelt out, punctuation kept."""
    return list(_words(text[:MAX_CHARACTERS]))


def plain(text: str) -> str:
    """`text` as the classifier sees it."""
    return " ".join(word.text for word in words(text))


def sentence(text: str) -> str:
    """`text` as the sentence encoder reads it: as it was typed, or spelt out.

    The encoder has read both languages as people write them, names and all. What is
    full of short forms it has not, so that it gets the plain words instead.
    """
    written = _REFERENCE.sub(r"token\1", _fold(text[:MAX_CHARACTERS])[0]).strip()
    typed = _LETTERS.findall(written)
    known = {word.text for word in words(text)}
    changed = sum(word not in known for word in typed)
    return written if changed * _SPELT_OUT <= len(typed) else plain(text)


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[Word, ...]:
    folded, origin = _fold(text)
    found: list[Word] = []
    for match in _TOKEN.finditer(folded):
        start, end = origin[match.start()], origin[match.end() - 1] + 1
        if _doubles(match, folded):
            last = found.pop()
            found.append(Word(last.text, last.start, end))
            continue
        found.extend(Word(part, start, end) for part in _spelt_out(match))
    return tuple(found)


def _fold(text: str) -> tuple[str, list[int]]:
    """Lower case, compatibility forms, ASCII digits; and where each came from."""
    letters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for folded in _fold_character(character):
            letters.append(folded)
            origin.append(index)
    return "".join(letters), origin


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isascii():
        return (
            "" if _hidden(character) and character not in _SPACES else character.lower()
        )
    folded = unicodedata.normalize("NFKC", character.translate(_QUOTES)).lower()
    kept = (c for c in unicodedata.normalize("NFKD", folded) if not _hidden(c))
    return "".join(_digit(c) for c in kept)


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Mn", "Cc", "Cs", "Me")


def _digit(character: str) -> str:
    value = unicodedata.digit(character, None)
    return character if value is None else str(value)


def _doubles(match: re.Match[str], folded: str) -> bool:
    """Whether this is the "2" of `anak2`, which doubles the word before it."""
    start = match.start()
    if match.group() != "2" or not start or not folded[start - 1].isalpha():
        return False
    before = re.search(r"[^\W\d_]+$", folded[:start])
    return before is not None and before.group() not in _TAKES_NUMBER


def _spelt_out(match: re.Match[str]) -> list[str]:
    kind = match.group("kind")
    if kind:
        return [f"token{kind}"]
    token = match.group()
    if not token.isalpha():
        return [token]
    short = mapping("short_forms")
    for form in (token, _calm(token)):
        if form in short:
            return short[form].split()
    return [_calm(token)]


def _calm(token: str) -> str:
    """Without letters that were held down, unless that is all there is."""
    if len(set(token)) == 1:
        return token[:3]
    return _RUN.sub(r"\1", token)
