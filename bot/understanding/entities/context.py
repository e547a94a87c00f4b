"""A message laid out for the rules: its plain words, its numbers, what is near."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bot.understanding import numbers
from bot.understanding.normalise import Word, words
from bot.understanding.numbers import Number
from bot.understanding.phrases import cue
from bot.understanding.types import Entity, Value

_NEAR = 4  # words looked at before a number
_MARKS = (":", "=", "-", "~", "(", "'", ".", "@")


@dataclass(frozen=True)
class Context:
    """What a rule may look at; `on` is the day on which the message is read."""

    text: str
    words: tuple[Word, ...]
    numbers: tuple[Number, ...]
    on: date

    @classmethod
    def of(cls, text: str, on: date) -> Context:
        """The layout of `text`."""
        said = words(text)
        return cls(text, tuple(said), tuple(numbers.find(said)), on)

    def said(self, at: int) -> str:
        """The plain word at `at`, empty outside the message."""
        return self.words[at].text if 0 <= at < len(self.words) else ""

    def typed(self, at: int) -> str:
        """The word at `at` as it was typed, in small letters."""
        if not 0 <= at < len(self.words):
            return ""
        return self.text[self.words[at].start : self.words[at].end].casefold()

    def entity(self, name: str, value: Value, first: int, last: int) -> Entity:
        """An entity over the words from `first` up to, not including, `last`."""
        start, end = self.words[first].start, self.words[last - 1].end
        return Entity(name, value, start, end)

    def before(self, at: int, name: str) -> int | None:
        """Where the nearest cue `name` before `at` begins; fillers are passed over."""
        return self._back(at, lambda found: self.ends(found, name))

    def _back(self, at: int, test: Callable[[int], int]) -> int | None:
        for place in range(at - 1, max(at - 1 - _NEAR, -1), -1):
            length = test(place)
            if length:
                return place - length + 1
            word = self.said(place)
            if word not in _MARKS and word not in cue("skip"):
                return None
        return None

    def ends(self, at: int, name: str) -> int:
        """How many words of cue `name` end with the word at `at`."""
        for length in (3, 2, 1):
            first = at - length + 1
            if first >= 0 and self.begins(first, name) == length:
                return length
        return 0

    def begins(self, at: int, name: str) -> int:
        """How many words of cue `name` begin with the word at `at`."""
        found = next(cue(name).find(self.words[at : at + 4]), None)
        return found.last if found is not None and found.first == 0 else 0

    def anywhere(self, name: str) -> bool:
        """Whether cue `name` stands anywhere in the message."""
        return next(cue(name).find(self.words), None) is not None

    @property
    def bare(self) -> bool:
        """Whether the message is little more than a number."""
        taken = sum(number.last - number.first for number in self.numbers)
        return len(self.numbers) == 1 and len(self.words) - taken <= 2
