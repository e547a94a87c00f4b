"""Word and character n-grams with tf-idf weights: the cheap half of the features.

Written out here rather than taken from a library, because reading the library takes
longer than everything that a message needs, and what is trained must be what runs.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
WORD, CHARACTER, SIGN, BONES, APART = "w", "c", "s", "k", "a"
_VOWELS = re.compile(r"[aeiouyh]")
_TWICE = re.compile(r"(.)\1+")
_SHORTEST_BONE = 3
_SIZES = range(2, 6)
FARTHEST = 4  # words from one to the other


def grams(
    plain: str, signs: Iterable[str] = (), outline: Sequence[str] = ()
) -> dict[str, Counter[str]]:
    """Counts of n-grams by block.

    `signs` are what the entity lists have seen; `outline` is the message with the kind
    of each thing in its place.
    """
    tokens = plain.split()
    pairs = (f"{a} {b}" for a, b in pairwise(tokens))
    characters = (gram for token in tokens for gram in pieces(token))
    return {
        WORD: Counter([*tokens, *pairs]),
        CHARACTER: Counter(characters),
        SIGN: Counter(signs),
        BONES: _bones(tokens),
        APART: Counter(_apart(outline)),
    }


def _apart(outline: Sequence[str]) -> Iterator[str]:
    """Pairs of words that stand near each other, whatever is between or named.

    "borang untuk <benefit>" asks for a form, of whichever benefit.
    """
    for start, first in enumerate(outline):
        near = outline[start + 1 : start + 1 + FARTHEST]
        for second in near[:1]:
            yield f"{first} {second}"
        for second in near[1:]:
            yield f"{first} . {second}"


def _bones(tokens: Sequence[str]) -> Counter[str]:
    """Words and pairs of words by their consonants: `byr`, `bayo`, `bayaq` are one.

    Short messages leave vowels out, dialects change them, and the north and the east
    coast change the last consonant.
    """
    bare = [bone(token) for token in tokens]
    return Counter([*bare, *(f"{a} {b}" for a, b in pairwise(bare))])


def bone(token: str) -> str:
    """The consonants that are heard in a word."""
    if len(token) < _SHORTEST_BONE or not token.isalpha():
        return token
    heard = token.replace("ng", "n")
    heard = heard[:-1] + "r" if heard.endswith("q") else heard
    return _TWICE.sub(r"\1", heard[0] + _VOWELS.sub("", heard[1:]))


def pieces(token: str) -> Iterable[str]:
    """The n-grams of a word's characters."""
    padded = f" {token} "
    for size in _SIZES:
        if size >= len(padded):
            yield padded
            return
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]


@dataclass(frozen=True)
class Vector:
    """A sparse row: which columns, and how much of each."""

    columns: NDArray[np.int32]
    weights: Floats


class Vectoriser:
    """From n-gram counts to a row; each block has length one."""

    def __init__(self, vocabulary: Sequence[str], idf: Floats) -> None:
        self.vocabulary = list(vocabulary)
        self.idf = idf
        self._column = {gram: number for number, gram in enumerate(vocabulary)}

    def __len__(self) -> int:
        return len(self.vocabulary)

    def column(self, gram: str) -> int | None:
        """Where an n-gram stands, its block in front of it; None if it is unknown."""
        return self._column.get(gram)

    def vector(self, counts: dict[str, Counter[str]]) -> Vector:
        """The row of one message; n-grams never seen in training are left out."""
        columns: list[int] = []
        weights: list[float] = []
        for block, counter in counts.items():
            found = self._block(block, counter)
            length = math.sqrt(sum(weight * weight for _, weight in found)) or 1.0
            columns.extend(column for column, _ in found)
            weights.extend(weight / length for _, weight in found)
        return Vector(np.array(columns, np.int32), np.array(weights, np.float32))

    def _block(self, block: str, counter: Counter[str]) -> list[tuple[int, float]]:
        found = []
        for gram, count in counter.items():
            column = self._column.get(block + gram)
            if column is not None:
                weight = (1.0 + math.log(count)) * float(self.idf[column])
                found.append((column, weight))
        return found


def learn(rows: Sequence[dict[str, Counter[str]]], *, rarest: int = 2) -> Vectoriser:
    """The vocabulary of `rows`: every n-gram in at least `rarest` of them."""
    seen: Counter[str] = Counter()
    for row in rows:
        for block, counter in row.items():
            seen.update(block + gram for gram in counter)
    kept = sorted(gram for gram, count in seen.items() if count >= rarest)
    frequencies = np.array([seen[gram] for gram in kept], np.float64)
    idf = np.log((1.0 + len(rows)) / (1.0 + frequencies)) + 1.0
    return Vectoriser(kept, idf.astype(np.float32))
