"""Which known question a message asks, by words, letters, named things and meaning.

Every question is known by its phrasings, its title and its answer; texts that are near
one and ask something else hold its score down. A ridge regression gives each question a
score; without embeddings words alone decide, and the bands are wider. Arrays and JSON
on disk.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.understanding import features
from bot.understanding.embedding import Embedder
from bot.understanding.features import APART, Floats, Vector, Vectoriser
from bot.understanding.normalise import sentence
from bot.understanding.prepare import prepare

TEXTS = "retrieval.json"
ARRAYS = "retrieval.npz"
NONE = ""  # the name of texts that are near a question and ask none
FOUND = 8
_MEANING = 64.0  # how much meaning counts beside words, tried out by leaving out
_RIDGE = 2.0
_WORTH_EMBEDDING = 3  # words; fewer seldom ask a whole question
# the day only matters for "last month", which no question is about
_ON = date(2026, 1, 1)


@dataclass(frozen=True)
class Bands:
    """From which score a question answers whatever the need seemed to be, answers
    that need, and is worth offering."""

    sure: float
    answer: float
    offer: float


# chosen on phrasings of the questions themselves that were left out, and on those of
# bench/tuning
WITH_MEANING = Bands(sure=0.45, answer=0.27, offer=0.20)
WORDS_ONLY = Bands(sure=0.50, answer=0.32, offer=0.20)


@dataclass(frozen=True)
class Hit:
    """A question that a message may ask."""

    name: str
    score: float
    band: str  # "sure", "answer", "offer" or "far"

    def to_json(self) -> dict[str, object]:
        """As the dialogue engine carries it."""
        return dict(vars(self))


@dataclass
class Index:
    """Texts with the questions they belong to; `rows` are their embeddings."""

    known: Sequence[tuple[str, str]]
    rows: Floats | None
    weights: dict[str, Floats] = field(default_factory=dict)
    words: tuple[Vectoriser, Sequence[Vector]] | None = None

    def __post_init__(self) -> None:
        self.names = sorted({name for name, _ in self.known} - {NONE})
        self.words = self.words or _read([text for _, text in self.known])
        self._vectoriser, self._vectors = self.words
        self._postings = _postings(self._vectors)
        self._mean = None if self.rows is None else self.rows.mean(axis=0)
        if not self.weights:
            self.weights = self._learnt()

    def _learnt(self) -> dict[str, Floats]:
        """Weights of the texts for each question, by words alone and with meaning."""
        alike = np.stack([self._words(vector) for vector in self._vectors])
        target = np.zeros((len(self.known), len(self.names)), np.float32)
        for row, (name, _) in enumerate(self.known):
            if name != NONE:
                target[row, self.names.index(name)] = 1.0
        ridge = _RIDGE * np.eye(len(self.known), dtype=np.float32)
        learnt = {"words": np.linalg.solve(alike + ridge, target)}
        if self.rows is not None:
            near = alike + np.stack([self._meaning(row) for row in self.rows])
            learnt["both"] = np.linalg.solve(near + ridge, target)
        return {name: w.astype(np.float32) for name, w in learnt.items()}

    def _words(self, vector: Vector) -> Floats:
        """How much each text shares with `vector`."""
        total = np.zeros(len(self.known), np.float32)
        for column, weight in zip(vector.columns, vector.weights, strict=True):
            rows, weights = self._postings[int(column)]
            total[rows] += weight * weights
        return total

    def _meaning(self, row: Floats) -> Floats:
        """How near each text is to the embedding `row`."""
        assert self.rows is not None
        assert self._mean is not None
        near = (self.rows - self._mean) @ (row - self._mean)
        return np.asarray(_MEANING * near, np.float32)

    def find(self, text: str, model: Embedder | None) -> list[Hit]:
        """The likeliest questions, the best first."""
        shared = self._words(self._vectoriser.vector(prepare(text, _ON).counts))
        if not shared.any():
            return []
        few = len(text.split()) < _WORTH_EMBEDDING
        if model is None or self.rows is None or few:
            return self._best(shared @ self.weights["words"], WORDS_ONLY)
        near = shared + self._meaning(model.one(sentence(text)))
        return self._best(near @ self.weights["both"], WITH_MEANING)

    def _best(self, scores: Floats, bands: Bands) -> list[Hit]:
        best = np.argsort(-scores, kind="stable")[:FOUND]
        found = [(self.names[int(at)], round(float(scores[at]), 4)) for at in best]
        return [Hit(name, score, _band(score, bands)) for name, score in found]

    def save(self, folder: Path) -> None:
        """Texts and vocabulary as JSON, the rest as arrays."""
        told = {"known": list(self.known), "words": self._vectoriser.vocabulary}
        text = json.dumps(told, ensure_ascii=False)
        (folder / TEXTS).write_text(text, encoding="utf-8")
        halves = dict(self.weights)
        if self.rows is not None:
            halves["rows"] = self.rows
        arrays = {name: array.astype(np.float16) for name, array in halves.items()}
        np.savez(
            folder / ARRAYS,
            idf=self._vectoriser.idf,
            ends=np.cumsum([len(vector.columns) for vector in self._vectors]),
            columns=np.concatenate([vector.columns for vector in self._vectors]),
            shares=np.concatenate([vector.weights for vector in self._vectors]),
            **arrays,
        )

    @classmethod
    def load(cls, folder: Path) -> Index:
        """What `save` wrote."""
        told = json.loads((folder / TEXTS).read_text(encoding="utf-8"))
        with np.load(folder / ARRAYS, allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
        vectoriser = Vectoriser(told["words"], arrays.pop("idf"))
        ends = arrays.pop("ends")[:-1]
        columns = np.split(arrays.pop("columns"), ends)
        shares = np.split(arrays.pop("shares"), ends)
        vectors = [Vector(c, w) for c, w in zip(columns, shares, strict=True)]
        halves = {name: array.astype(np.float32) for name, array in arrays.items()}
        rows = halves.pop("rows", None)
        known = [(name, text) for name, text in told["known"]]
        return cls(known, rows, halves, (vectoriser, vectors))


def _read(texts: Sequence[str]) -> tuple[Vectoriser, list[Vector]]:
    """The vocabulary of `texts`, and each of them as a row."""
    counts = [_counts(text) for text in texts]
    vectoriser = features.learn(counts)
    return vectoriser, [vectoriser.vector(counted) for counted in counts]


def _counts(text: str) -> dict[str, Counter[str]]:
    """What a text is found by: the bands were chosen without pairs of words apart."""
    counted = prepare(text, _ON).counts
    return {block: grams for block, grams in counted.items() if block != APART}


def _postings(
    vectors: Sequence[Vector],
) -> dict[int, tuple[NDArray[np.int64], Floats]]:
    """For each column the rows that hold it, and how much."""
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for row, vector in enumerate(vectors):
        for column, weight in zip(vector.columns, vector.weights, strict=True):
            found[int(column)].append((row, float(weight)))
    return {
        column: (
            np.array([row for row, _ in pairs], np.int64),
            np.array([weight for _, weight in pairs], np.float32),
        )
        for column, pairs in found.items()
    }


def _band(score: float, bands: Bands) -> str:
    steps = (("sure", bands.sure), ("answer", bands.answer), ("offer", bands.offer))
    return next((name for name, least in steps if score >= least), "far")
