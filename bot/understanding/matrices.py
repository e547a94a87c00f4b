"""The n-gram rows of all examples at once, weighted as if only some had been seen.

Training weighs them anew for every fold; going through the texts each time would take
longer than the learning itself. The weights are those of `features.Vectoriser`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding import features
from bot.understanding.features import Vectoriser

Rows = NDArray[np.int64]
RAREST = 2  # examples that must hold an n-gram


class Grams:
    """Counts of n-grams for all examples, and their vocabulary."""

    def __init__(self, rows: Sequence[dict[str, Counter[str]]]) -> None:
        from scipy.sparse import csr_matrix

        self.vectoriser: Vectoriser = features.learn(rows, rarest=RAREST)
        vocabulary = self.vectoriser.vocabulary
        column = {gram: number for number, gram in enumerate(vocabulary)}
        blocks = sorted({gram[0] for gram in vocabulary})
        self._block = np.array([blocks.index(gram[0]) for gram in vocabulary], np.int64)
        columns: list[int] = []
        weights: list[float] = []
        starts = [0]
        for row in rows:
            for block, counter in row.items():
                for gram, count in counter.items():
                    place = column.get(block + gram)
                    if place is not None:
                        columns.append(place)
                        weights.append(1.0 + math.log(count))
            starts.append(len(columns))
        shape = (len(rows), len(vocabulary))
        self._raw = csr_matrix((weights, columns, starts), shape=shape)

    def weighted(self, seen: Rows) -> Any:
        """All rows, with weights that only the rows `seen` have decided."""
        frequency = self._raw[seen].getnnz(axis=0)
        idf = np.log((1.0 + len(seen)) / (1.0 + frequency)) + 1.0
        idf[frequency < RAREST] = 0.0
        matrix = self._raw.copy()
        matrix.data = matrix.data * idf[matrix.indices]
        row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
        part = row * (int(self._block.max(initial=0)) + 1) + self._block[matrix.indices]
        length = np.sqrt(np.bincount(part, weights=matrix.data**2))
        length[length == 0.0] = 1.0
        matrix.data = (matrix.data / length[part]).astype(np.float32)
        return matrix.astype(np.float32)
