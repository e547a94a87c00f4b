"""From examples to a model. Only training needs scikit-learn.

Scale and thresholds are fitted on predictions for speakers that the fold has not
seen: what a person types tomorrow is typed by somebody new.
"""

from __future__ import annotations

import os
from collections.abc import Sequence, Sized
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.encoder.tuned import number
from bot.understanding.bands import choose
from bot.understanding.embedding import PLAIN, Embedder
from bot.understanding.features import Floats
from bot.understanding.kept import remembered
from bot.understanding.matrices import Grams, Rows
from bot.understanding.model import Head, Model, softmax
from bot.understanding.prepare import Prepared, prepare
from bot.understanding.types import Example

CHEAP, FULL = "cheap", "full"
FOLDS = 2  # of speakers that are held out; all others are learnt from each time
COST = 0.5  # of the linear classifier's slack
_ANY_DAY = date(2026, 1, 1)  # only the kind of an entity is a feature, not its date
_WORTH_WORKERS = 2_000  # examples; for fewer a process takes longer to start
_PART = 500  # texts that are made ready together
DENSE_WEIGHT = 1.5  # of the embedding beside the n-gram blocks of length one


@dataclass(frozen=True)
class Data:
    """Prepared examples, their labels by number, their speakers by number."""

    prepared: list[Prepared]
    labels: tuple[str, ...]
    target: NDArray[np.int64]
    speaker: NDArray[np.int64]
    embeddings: Floats | None
    fresh: NDArray[np.bool_]  # the encoder was not tuned on this speaker

    def bare(self) -> Data:
        """The same without texts, which no solver needs."""
        return replace(self, prepared=[])


def train(examples: Sequence[Example], *, model: Embedder | None, cache: Path) -> Model:
    """Learn from `examples`; without an embedding model the cheap head alone."""
    data = _data(examples, model=model, cache=cache)
    grams = Grams([one.counts for one in data.prepared])
    unseen, heads = _learnt(data, grams)
    target = data.target[data.fresh]
    scales = {name: _fitted_scale(m, target) for name, m in unseen.items()}
    chances = {name: softmax(m, scale=scales[name]) for name, m in unseen.items()}
    thresholds, report = choose(chances, target, data.labels)
    heads = {name: replace(head, scale=scales[name]) for name, head in heads.items()}
    return Model(
        labels=data.labels,
        vectoriser=grams.vectoriser,
        cheap=heads[CHEAP],
        full=heads.get(FULL),
        thresholds=thresholds,
        report=report,
        encoder=PLAIN if model is None else model.name,
    )


def _data(examples: Sequence[Example], *, model: Embedder | None, cache: Path) -> Data:
    ordered = sorted(set(examples), key=lambda e: (e.intent, e.text, e.speaker))
    labels = tuple(sorted({example.intent for example in ordered}))
    prepared = _prepared([example.text for example in ordered])
    sentences = [one.sentence for one in prepared]
    return Data(
        prepared=prepared,
        labels=labels,
        target=np.array([labels.index(e.intent) for e in ordered], np.int64),
        speaker=np.array([_speaker(e) for e in ordered], np.int64),
        embeddings=None if model is None else remembered(sentences, model, cache),
        fresh=_fresh(ordered, model),
    )


def _prepared(texts: Sequence[str]) -> list[Prepared]:
    """Each text as the classifier reads it; many of them on all cores."""
    from joblib import Parallel, delayed

    parts = [texts[at : at + _PART] for at in range(0, len(texts), _PART)]
    done = Parallel(n_jobs=_workers(texts))(delayed(_part)(part) for part in parts)
    return [one for part in done for one in part]


def _part(texts: Sequence[str]) -> list[Prepared]:
    return [prepare(text, _ANY_DAY) for text in texts]


def _workers(examples: Sized) -> int:
    return (os.cpu_count() or 1) if len(examples) >= _WORTH_WORKERS else 1


def _fresh(given: Sequence[Example], model: Embedder | None) -> NDArray[np.bool_]:
    """Whose messages may be asked as a stranger's, whatever the encoder heard."""
    heard = frozenset[int]() if model is None else model.heard
    fresh = np.array([number(one.speaker) not in heard for one in given], np.bool_)
    return fresh if fresh.any() else ~fresh


def _speaker(example: Example) -> int:
    """A number for the speaker; examples of nobody are each their own."""
    return number(example.speaker or f"{example.intent}/{example.text}")


def _learnt(data: Data, grams: Grams) -> tuple[dict[str, Floats], dict[str, Head]]:
    """Margins of the fresh examples by who never heard them, and the heads of all."""
    from joblib import Parallel, delayed

    everything = np.arange(len(data.target))
    tasks = [*_folds(data), (everything, everything[:0])]
    # the solver's chance is one for a process: threads would disturb each other's
    learnt = Parallel(n_jobs=_workers(data.target))(
        delayed(_margins)(data.bare(), grams.weighted(seen), seen, held, name=name)
        for seen, held in tasks
        for name in _names(data)
    )
    shape = (len(data.target), len(data.labels))
    margins = {name: np.zeros(shape, np.float32) for name in _names(data)}
    heads: dict[str, Head] = {}
    for name, held, found, head in learnt:
        margins[name][held] = found
        if head is not None:
            heads[name] = head
    return {name: found[data.fresh] for name, found in margins.items()}, heads


def _folds(data: Data) -> list[tuple[Rows, Rows]]:
    """Rows to learn from and rows of other speakers, so that each fresh one is held."""
    from sklearn.model_selection import GroupKFold

    fresh, everything = np.flatnonzero(data.fresh), np.arange(len(data.target))
    speakers = data.speaker[fresh]
    folds = GroupKFold(n_splits=min(FOLDS, len(set(speakers.tolist()))))
    held = [fresh[part] for _, part in folds.split(fresh, groups=speakers)]
    return [(np.setdiff1d(everything, part), part) for part in held]


def _margins(
    data: Data, matrix: Any, seen: Rows, held: Rows, *, name: str
) -> tuple[str, Rows, Floats, Head | None]:
    """The margins of the examples `held` by a head of those `seen`.

    The head itself only where none are held: it is large, and comes out of a process.
    """
    head = _head(data, seen, matrix[seen], name=name)
    found = matrix[held] @ head.sparse + head.bias
    if name == FULL and data.embeddings is not None:
        found += data.embeddings[held] @ head.dense
    return name, held, found, None if len(held) else head


def _names(data: Data) -> tuple[str, ...]:
    return (CHEAP,) if data.embeddings is None else (CHEAP, FULL)


def _head(data: Data, rows: Rows, matrix: Any, *, name: str) -> Head:
    """A linear classifier of `rows`, whose n-grams `matrix` holds."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.svm import LinearSVC

    size = matrix.shape[1]
    if name == FULL and data.embeddings is not None:
        dense = DENSE_WEIGHT * data.embeddings[rows]
        matrix = hstack([matrix, csr_matrix(dense)], format="csr")
    classifier = LinearSVC(C=COST, random_state=0, tol=3e-2)
    classifier.fit(matrix, data.target[rows])
    weights, bias = _all_classes(classifier, len(data.labels))
    return Head(
        sparse=np.ascontiguousarray(weights[:size], np.float32),
        dense=DENSE_WEIGHT * np.ascontiguousarray(weights[size:], np.float32),
        bias=bias,
        scale=1.0,  # until it is fitted
    )


def _all_classes(classifier: Any, count: int) -> tuple[Floats, Floats]:
    """Weights and bias for every class, whatever the fold has seen of them."""
    coefficients, intercepts = classifier.coef_, classifier.intercept_
    if len(classifier.classes_) == 2:  # one row stands for both
        coefficients = np.vstack([-coefficients, coefficients])
        intercepts = np.concatenate([-intercepts, intercepts])
    weights = np.zeros((coefficients.shape[1], count), np.float32)
    bias = np.full(count, -2.0, np.float32)  # a class not seen is never the best
    weights[:, classifier.classes_] = coefficients.T
    bias[classifier.classes_] = intercepts
    return weights, bias


def _fitted_scale(margins: Floats, target: NDArray[np.int64]) -> float:
    """The scale under which the unseen examples are least surprising."""
    candidates = np.geomspace(0.5, 20.0, 60)
    rows = np.arange(len(target))
    surprise = [
        -np.log(softmax(margins, scale=scale)[rows, target] + 1e-9).mean()
        for scale in candidates
    ]
    return float(candidates[int(np.argmin(surprise))])
