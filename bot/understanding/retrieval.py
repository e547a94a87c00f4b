"""Which known question a message asks: by shared words and letters, and by meaning.

Every entry is known by several phrasings; a message is as near to an entry as to the
nearest of them. Without embeddings words and letters alone decide, more carefully.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.understanding import features
from bot.understanding.embedding import Embedder
from bot.understanding.features import Floats
from bot.understanding.normalise import plain

NAMES = "retrieval.json"
ROWS = "retrieval.npz"
FOUND = 8
_BLOCKS = 3  # words, letters, consonants: each has length one
# of two unrelated short texts the embeddings are still this near
_UNRELATED = 0.80
_MEANING = 0.6  # how much meaning counts beside the letters
WORTH_EMBEDDING = 0.08  # letters in common below which nothing can be found


@dataclass(frozen=True)
class Bands:
    """From which nearness an entry answers whatever the need seemed to be, answers
    that need, and is worth offering."""

    sure: float
    answer: float
    offer: float


# chosen on phrasings of the entries themselves, each taken out in turn
WITH_MEANING = Bands(sure=0.56, answer=0.42, offer=0.33)
WORDS_ONLY = Bands(sure=0.46, answer=0.34, offer=0.24)


@dataclass(frozen=True)
class Hit:
    """An entry that a message may ask for."""

    name: str
    score: float
    band: str  # "sure", "answer", "offer" or "far"

    def to_json(self) -> dict[str, object]:
        """As the dialogue engine carries it."""
        return {"name": self.name, "score": self.score, "band": self.band}


class Index:
    """Phrasings with the entries they belong to; `rows` are their embeddings."""

    def __init__(self, asked: Sequence[tuple[str, str]], rows: Floats | None) -> None:
        self.asked = list(asked)
        self.rows = rows
        self.names = [name for name, _ in asked]
        counts = [features.grams(plain(text)) for _, text in asked]
        self._vectoriser = features.learn(counts, rarest=1)
        postings: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for row, counted in enumerate(counts):
            vector = self._vectoriser.vector(counted)
            for column, weight in zip(vector.columns, vector.weights, strict=True):
                postings[int(column)].append((row, float(weight)))
        self._postings = {
            column: (np.array([r for r, _ in pairs]), np.array([w for _, w in pairs]))
            for column, pairs in postings.items()
        }

    def find(self, text: str, model: Embedder | None) -> list[Hit]:
        """The nearest entries, the best first."""
        said = plain(text)
        letters = self.letters(said)
        meaning = None
        worth = letters.size and float(letters.max()) >= WORTH_EMBEDDING
        if worth and model is not None and self.rows is not None:
            meaning = model.one(said)
        scores = self.scores(letters, meaning)
        bands = WORDS_ONLY if meaning is None else WITH_MEANING
        return self._best(scores, bands)

    def letters(self, said: str) -> Floats:
        """How near each phrasing is by words and letters, from 0 to 1."""
        vector = self._vectoriser.vector(features.grams(said))
        total = np.zeros(len(self.asked), np.float32)
        for column, weight in zip(vector.columns, vector.weights, strict=True):
            rows, weights = self._postings[int(column)]
            total[rows] += float(weight) * weights
        return total / _BLOCKS

    def scores(self, letters: Floats, meaning: Floats | None) -> Floats:
        """Nearness of each phrasing, letters and meaning together."""
        if meaning is None or self.rows is None:
            return letters
        alike = (self.rows @ meaning - _UNRELATED) / (1.0 - _UNRELATED)
        both = _MEANING * np.clip(alike, 0.0, 1.0) + (1.0 - _MEANING) * letters
        return np.asarray(both, np.float32)

    def _best(self, scores: Floats, bands: Bands) -> list[Hit]:
        best: dict[str, float] = {}
        for row in np.argsort(-scores, kind="stable"):
            best.setdefault(self.names[int(row)], float(scores[row]))
            if len(best) == FOUND:
                break
        return [Hit(name, round(s, 4), _band(s, bands)) for name, s in best.items()]

    def save(self, folder: Path) -> None:
        """Names and phrasings as JSON, embeddings as an array."""
        text = json.dumps(self.asked, ensure_ascii=False)
        (folder / NAMES).write_text(text, encoding="utf-8")
        if self.rows is not None:
            np.savez(folder / ROWS, rows=self.rows.astype(np.float16))

    @classmethod
    def load(cls, folder: Path) -> Index:
        """What `save` wrote."""
        asked = json.loads((folder / NAMES).read_text(encoding="utf-8"))
        rows = None
        if (folder / ROWS).exists():
            with np.load(folder / ROWS, allow_pickle=False) as kept:
                rows = kept["rows"].astype(np.float32)
        return cls([(name, text) for name, text in asked], rows)


def _band(score: float, bands: Bands) -> str:
    steps = (("sure", bands.sure), ("answer", bands.answer), ("offer", bands.offer))
    return next((name for name, least in steps if score >= least), "far")


def build(asked: Iterable[tuple[str, str]], rows: Floats | None) -> Index:
    """An index of (entry, phrasing) pairs."""
    return Index([*asked], rows)
