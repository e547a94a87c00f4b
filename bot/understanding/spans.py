"""What both sides of every place between two words ask, by the cheap head alone.

Where the second of two questions begins is seldom marked, so that every place is looked
at. The n-grams are found once for the message, each with its first and last word; a
side has those that lie within it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bot.understanding import features
from bot.understanding.features import Floats
from bot.understanding.normalise import Word, words
from bot.understanding.phrases import listed
from bot.understanding.prepare import Prepared, outline, signs

if TYPE_CHECKING:
    from bot.understanding.model import Model

Gram = tuple[str, str, int, int]  # its block, itself, its first word and its last
MOST = 80  # words looked at, the last of the message: there people ask
_BLOCKS = "".join(
    (features.WORD, features.CHARACTER, features.SIGN, features.BONES, features.APART)
)
_SOFTER = 0.6  # of the scale: a few words alone are less sure than they look
_LEAST = 1e-9


@dataclass(frozen=True)
class Cuts:
    """Log chances of every intent, for each place where the message may be cut."""

    words: tuple[str, ...]
    left: Floats  # places x intents
    right: Floats
    whole: Floats  # margins of the words together

    def __len__(self) -> int:
        return len(self.left)


def cuts(prepared: Prepared, model: Model) -> Cuts:
    """Both sides of every place between the words of a message."""
    said = words(prepared.text)
    start, end = max(0, len(said) - MOST), len(said)
    places = range(start + 1, end)
    stretches = [
        *((start, place) for place in places),
        *((place, end) for place in places),
        (start, end),
    ]
    margins = _margins(prepared, model, np.array(stretches, np.int64))
    logs = _log_chances(margins[:-1], _SOFTER * model.cheap.scale)
    return Cuts(
        words=tuple(word.text for word in said[start:]),
        left=logs[: len(places)],
        right=logs[len(places) :],
        whole=margins[-1],
    )


def _log_chances(margins: Floats, scale: float) -> Floats:
    scaled = scale * margins
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    chances = powers / powers.sum(axis=-1, keepdims=True)
    return np.asarray(np.log(np.maximum(chances, _LEAST)), np.float32)


def _margins(prepared: Prepared, model: Model, stretches: NDArray[np.int64]) -> Floats:
    """Margins of each stretch, weighted as `features.Vectoriser` weighs a message."""
    known = [
        (column, _BLOCKS.index(gram[0]), gram[2], gram[3])
        for gram in grams(prepared)
        if (column := model.vectoriser.column(gram[0] + gram[1])) is not None
    ]
    table = np.array(known, np.int64).reshape(-1, 4)
    columns, blocks, first, last = table.T
    inside = (first >= stretches[:, :1]) & (last < stretches[:, 1:])
    weights = inside * model.vectoriser.idf[columns].astype(np.float32)
    lengths = np.sqrt(
        (weights * weights) @ np.eye(len(_BLOCKS), dtype=np.float32)[blocks]
    )
    lengths[lengths == 0.0] = 1.0
    rows = model.cheap.sparse[columns].astype(np.float32)
    return np.asarray(
        (weights / lengths[:, blocks]) @ rows + model.cheap.bias, np.float32
    )


def grams(prepared: Prepared) -> Iterator[Gram]:
    """The n-grams of `features.grams`, each with its first and last word."""
    said = words(prepared.text)
    yield from _of_words([word.text for word in said])
    yield from _of_signs(prepared, said)
    told = [*outline(said, prepared.entities)]
    for start, (first, place) in enumerate(told):
        near = told[start + 1 : start + 1 + features.FARTHEST]
        for distance, (second, farther) in enumerate(near):
            between = " . " if distance else " "
            yield features.APART, first + between + second, place, farther


def _of_words(said: Sequence[str]) -> Iterator[Gram]:
    bones = [features.bone(word) for word in said]
    for at, word in enumerate(said):
        yield features.WORD, word, at, at
        yield features.BONES, bones[at], at, at
        for piece in features.pieces(word):
            yield features.CHARACTER, piece, at, at
    for block, listed_words in ((features.WORD, said), (features.BONES, bones)):
        for at, (one, other) in enumerate(pairwise(listed_words)):
            yield block, f"{one} {other}", at, at + 1


def _of_signs(prepared: Prepared, said: Sequence[Word]) -> Iterator[Gram]:
    starts = [word.start for word in said]
    for entity in prepared.entities:
        first = max(0, bisect_right(starts, entity.start) - 1)
        last = max(0, bisect_right(starts, entity.end - 1) - 1)
        for sign in signs([entity]):
            yield features.SIGN, sign, first, last
    for match in listed("others").find(said):
        yield features.SIGN, "other", match.first, match.last - 1
        yield features.SIGN, f"other={match.value}", match.first, match.last - 1
