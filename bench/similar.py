"""Which messages are nearly the same: shared sequences of four characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

NEAR = 0.6  # of all sequences of both messages, how many they share
_AT_ONCE = 500
_NOT_SAID = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Pair:
    """Two messages, by their places in the lists compared, and how alike they are."""

    first: int
    second: int
    shared: float


def bare(text: str) -> str:
    """What is left of a message without capitals, marks and spaces between words."""
    return _NOT_SAID.sub(" ", text.lower()).strip()


def grams(text: str) -> set[str]:
    """The sequences of four characters of a message, its edges among them."""
    padded = f" {bare(text)} "
    return {padded[at : at + 4] for at in range(max(1, len(padded) - 3))}


def near_pairs(
    first: Sequence[str], second: Sequence[str] | None = None, *, above: float = NEAR
) -> Iterator[Pair]:
    """Pairs from the two lists, or within the one, that share more than `above`."""
    own = second is None
    others = first if second is None else second
    columns: dict[str, int] = {}
    left = _matrix(first, columns)
    right = _matrix(others, columns)
    left.resize((len(first), len(columns)))
    sizes, other_sizes = left.getnnz(axis=1), right.getnnz(axis=1)
    for start in range(0, len(first), _AT_ONCE):
        shared = (left[start : start + _AT_ONCE] @ right.T).tocoo()
        rows = shared.row + start
        ratio = shared.data / (sizes[rows] + other_sizes[shared.col] - shared.data)
        for at in (ratio > above).nonzero()[0]:
            one, other = int(rows[at]), int(shared.col[at])
            if not own or one < other:
                yield Pair(one, other, float(ratio[at]))


def _matrix(texts: Sequence[str], columns: dict[str, int]) -> Any:
    """One row for each text, one column for each sequence; new ones are added."""
    import numpy as np
    from scipy.sparse import csr_matrix

    found: list[int] = []
    starts = [0]
    for text in texts:
        found.extend(columns.setdefault(g, len(columns)) for g in sorted(grams(text)))
        starts.append(len(found))
    ones = np.ones(len(found), np.float32)
    return csr_matrix((ones, found, starts), shape=(len(texts), len(columns)))
