"""Finding the phrases of a word list in a message: the longest at each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.understanding.lexicons import document, phrases
from bot.understanding.normalise import Word, words

_BETWEEN = ("-", "'", "’", ".")  # may stand inside a name: e-hailing, workers' act


@dataclass(frozen=True)
class Match:
    """A phrase of a list: what it names, and the words it takes."""

    value: str
    first: int
    last: int


class PhraseList:
    """Phrases, each naming a value."""

    def __init__(self, named: Mapping[str, Iterable[str]]) -> None:
        self._value: dict[tuple[str, ...], str] = {}
        self._longest: dict[str, int] = {}
        for value, listed in named.items():
            for phrase in listed:
                self._add(phrase, value)

    def _add(self, phrase: str, value: str) -> None:
        key = tuple(word.text for word in words(phrase) if word.text not in _BETWEEN)
        if key:
            self._value.setdefault(key, value)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, said: Sequence[Word]) -> Iterator[Match]:
        """The phrases in `said`, from left to right, not overlapping."""
        kept = [at for at, word in enumerate(said) if word.text not in _BETWEEN]
        texts = [said[at].text for at in kept]
        at = 0
        while at < len(texts):
            length = self._length(texts, at)
            if length:
                value = self._value[tuple(texts[at : at + length])]
                yield Match(value, kept[at], kept[at + length - 1] + 1)
            at += length or 1

    def _length(self, texts: list[str], at: int) -> int:
        longest = min(self._longest.get(texts[at], 0), len(texts) - at)
        for length in range(longest, 0, -1):
            if tuple(texts[at : at + length]) in self._value:
                return length
        return 0

    def __contains__(self, word: str) -> bool:
        return (word,) in self._value


@cache
def listed(name: str, part: str | None = None) -> PhraseList:
    """The word list called `name`, or one part of it."""
    table = document(name) if part is None else document(name)[part]
    if not isinstance(table, dict):
        table = {part: table}
    return PhraseList({str(key): phrases(value) for key, value in table.items()})


def cue(name: str) -> PhraseList:
    """The words of `cues.yml` under `name`."""
    return listed("cues", name)
