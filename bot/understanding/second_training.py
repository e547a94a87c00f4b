"""From messages with their needs to the decision of `second`. Only training needs it.

The messages are kept in `data/several`, apart from those of the classifier, whose
chances for them are honest for that reason. How sure the decision must be is chosen on
speakers that it was not learnt from: of the single messages there, each of which looks
like two, few may be split; of what people usually send, that is far fewer.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from bot.errors import ConfigurationError
from bot.settings import ROOT
from bot.understanding.engine import Understanding
from bot.understanding.evidence import Array, Evidence, Look, evidence
from bot.understanding.model import Model
from bot.understanding.second import ALONE, HABITS, NEVER, Habits, Second, candidates
from bot.understanding.segments import OTHER

FILE = ROOT / "data" / "several" / "questions.csv"
SPLIT = 0.005  # of single messages that look like two; most messages are single
AGREED = 0.55  # chance of a pair that the rules found too
NAMED = 0.3  # chance of a pair that the words of a longer message name
OPENED = 0.7  # chance of a second need where "and" stands before a word that asks
FEWEST = 50  # messages to learn from
_FOLDS = 8
_STRENGTH = 5.0  # of the penalty on weights
_RAREST = 15  # messages that hold a word
_ANY_DAY = date(2026, 1, 1)
_ROUNDS = 300


@dataclass(frozen=True)
class Asked:
    """A message and its needs, one or two in their order."""

    text: str
    needs: tuple[str, ...]
    speaker: str


@dataclass(frozen=True)
class Row:
    """A message as it is learnt from."""

    asked: Asked
    look: Look
    seen: Evidence

    @property
    def teaches(self) -> bool:
        """Whether it is single, or both needs are among those that may be found."""
        look, needs = self.look, self.asked.needs
        if len(needs) == 1:
            return True
        among = [look.labels[one] for one in candidates(look, self.seen)]
        return look.first in needs and (self.second is None or self.second in among)

    @property
    def second(self) -> str | None:
        """The need beside the first, if there is one that may be answered."""
        rest = [need for need in self.asked.needs if need != self.look.first]
        return rest[0] if len(self.asked.needs) > 1 and rest[0] not in NEVER else None


def read(path: Path = FILE) -> list[Asked]:
    """The messages of `path`; none if there is no such file."""
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [
                Asked(row["text"], tuple(row["needs"].split(";")), row["speaker"])
                for row in csv.DictReader(file)
            ]
    except (KeyError, ValueError, AttributeError, csv.Error) as error:
        raise ConfigurationError(f"{path} cannot be read: {error!r}") from error


def with_second(model: Model, asked: Sequence[Asked]) -> Model:
    """The model with what `asked` teaches about second needs, if that is enough."""
    rows = rows_of(model, asked)
    doubles = sum(row.second is not None for row in rows)
    if len(rows) < FEWEST or not 0 < doubles < len(rows):
        return model
    return replace(model, second=calibrated(fit(rows), rows))


def calibrated(learnt: Second, rows: Sequence[Row]) -> Second:
    """The decision with how sure it must be, by speakers it was not learnt from."""
    found = [pair for held in folds(rows) for pair in _unseen(rows, held)]
    sure = _sure([chance for row, chance in found if len(row.asked.needs) == 1])
    agreed, named, opened = (min(sure, least) for least in (AGREED, NAMED, OPENED))
    return replace(learnt, sure=sure, agreed=agreed, named=named, opened=opened)


def rows_of(model: Model, asked: Sequence[Asked]) -> list[Row]:
    """Messages whose first need was found; the others teach nothing of a second."""
    understanding = Understanding(model, today=lambda: _ANY_DAY)
    rows = []
    known = [one for one in asked if set(one.needs) <= {*model.labels, OTHER}]
    for one in sorted(known, key=lambda one: (one.speaker, one.text)):
        look = understanding.look(one.text)
        if look is not None and look.first not in ALONE:
            rows.append(Row(one, look, evidence(look)))
    return [row for row in rows if row.teaches]


def folds(rows: Sequence[Row]) -> list[set[str]]:
    """Speakers that are held out together, each once."""
    speakers = sorted({row.asked.speaker for row in rows})
    count = min(_FOLDS, len(speakers))
    return [set(speakers[number::count]) for number in range(count)]


def _unseen(rows: Sequence[Row], held: set[str]) -> list[tuple[Row, float]]:
    """The chance of a second need in messages of speakers that were not learnt from."""
    learnt = fit([row for row in rows if row.asked.speaker not in held])
    return [
        (row, float(learnt.chances(row.look)[0].max()))
        for row in rows
        if row.asked.speaker in held
    ]


def _sure(chances: Sequence[float]) -> float:
    """The chance that few single messages exceed."""
    if not chances:
        return 1.0
    return round(float(np.quantile(chances, 1.0 - SPLIT)), 4)


def fit(rows: Sequence[Row]) -> Second:
    """The decision that makes the needs of `rows` likeliest."""
    names = sorted(rows[0].seen.figures)
    common = _common(rows)
    habits, own = _habits(rows)
    labels = rows[0].look.labels
    matrix = [
        _matrix(row, names, common, habits.without(own[row.asked.speaker]))
        for row in rows
    ]
    plain = len(names) + len(HABITS)
    table, sizes, chosen = _choices(rows, matrix)
    mean, spread = _standard(table, plain)
    weights, bias = _maximised((table - mean) / spread, sizes, chosen)
    weights = weights / spread
    bias -= float(weights @ mean)
    named = [float(weight) for weight in weights]
    told, rest = named[:plain], named[plain:]
    heard, rest = rest[: len(common)], rest[len(common) :]
    return Second(
        figures=dict(zip((*names, *HABITS), told, strict=True)),
        words=dict(zip(common, heard, strict=True)),
        firsts=dict(zip(labels, rest[: len(labels)], strict=True)),
        seconds=dict(zip(labels, rest[len(labels) :], strict=True)),
        bias=bias,
        habits=habits,
    )


def _common(rows: Sequence[Row]) -> list[str]:
    heard = Counter(word for row in rows for word in row.seen.words)
    return sorted(word for word, times in heard.items() if times >= _RAREST)


def _habits(rows: Sequence[Row]) -> tuple[Habits, dict[str, Habits]]:
    """How often needs go together, of all and of each speaker."""
    everybody, own = Habits(), {row.asked.speaker: Habits() for row in rows}
    for row in rows:
        for habits in (everybody, own[row.asked.speaker]):
            if len(row.asked.needs) > 1:
                habits.pairs[frozenset(row.asked.needs)] += 1
            else:
                habits.single[row.asked.needs[0]] += 1
    return everybody, own


def _matrix(
    row: Row, names: Sequence[str], common: Sequence[str], habits: Habits
) -> Array:
    """A row of figures for each intent that may be the second need."""
    labels, first = row.look.labels, row.look.first
    size = len(labels)
    words = np.array([word in row.seen.words for word in common], np.float64)
    firsts = np.array([one == first for one in labels], np.float64)
    table = np.hstack(
        [
            row.seen.matrix(names),
            habits.figures(first, labels),
            np.broadcast_to(words, (size, len(words))),
            np.broadcast_to(firsts, (size, size)),
            np.eye(size),
        ]
    )
    return table[candidates(row.look, row.seen)]


def _choices(
    rows: Sequence[Row], matrix: Sequence[Array]
) -> tuple[Array, list[int], list[int]]:
    """All rows of figures; how many belong to each message; which were asked too."""
    chosen, start = [], 0
    for row, table in zip(rows, matrix, strict=True):
        if row.second is not None:
            known = candidates(row.look, row.seen)
            chosen.append(start + known.index(row.look.labels.index(row.second)))
        start += len(table)
    return np.vstack(matrix), [len(one) for one in matrix], chosen


def _standard(table: Array, plain: int) -> tuple[Array, Array]:
    """What to take off and divide by: figures of all sizes are penalised alike."""
    mean, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread < 1e-6] = 1.0
    mean[plain:], spread[plain:] = 0.0, 1.0
    return mean, spread


def _maximised(
    table: Array, sizes: Sequence[int], chosen: Sequence[int]
) -> tuple[Array, float]:
    """Weights and bias of the conditional logit in which "nothing else" scores zero."""
    from scipy.optimize import minimize

    starts = np.cumsum([0, *sizes[:-1]])
    group = np.repeat(np.arange(len(sizes)), sizes)

    def surprise(given: Array) -> tuple[float, Array]:
        weights = given[:-1]
        scores = table @ weights + given[-1]
        highest = np.maximum(np.maximum.reduceat(scores, starts), 0.0)
        powers = np.exp(scores - highest[group])
        totals = np.add.reduceat(powers, starts) + np.exp(-highest)
        slope = powers / totals[group]
        slope[chosen] -= 1.0
        lost = float((highest + np.log(totals)).sum() - scores[chosen].sum())
        lost += _STRENGTH * float(weights @ weights) / 2
        return lost, np.append(table.T @ slope + _STRENGTH * weights, slope.sum())

    start = np.zeros(table.shape[1] + 1)
    options: dict[str, Any] = {"maxiter": _ROUNDS}
    found = minimize(surprise, start, jac=True, method="L-BFGS-B", options=options)
    return found.x[:-1], float(found.x[-1])
