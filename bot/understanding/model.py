"""The trained classifier as arrays: what training writes and a message reads.

Two heads over the same n-grams: the cheap one alone, and one that adds the sentence
embedding. Each has its own scale, fitted on predictions for unseen speakers, so that
its probabilities mean what they say. On disk: one JSON file and one file of arrays.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from bot.errors import ConfigurationError
from bot.understanding.embedding import PLAIN
from bot.understanding.features import Floats, Vector, Vectoriser
from bot.understanding.second import Second
from bot.understanding.types import Thresholds

DESCRIPTION, ARRAYS = "understanding.json", "understanding.npz"
FORMAT = 1


@dataclass(frozen=True)
class Head:
    """One linear classifier: margins, then a calibrated softmax."""

    sparse: Floats  # n-grams x intents
    dense: Floats  # embedding x intents; no rows in the cheap head
    bias: Floats
    scale: float

    def probabilities(self, row: Vector, embedding: Floats | None) -> Floats:
        """How likely each intent is."""
        # one product, whatever the storage type: float16 rows are widened here
        margins = row.weights @ self.sparse[row.columns].astype(np.float32) + self.bias
        if embedding is not None and len(self.dense):
            margins = margins + embedding @ self.dense
        return softmax(margins, scale=self.scale)


def softmax(margins: Floats, *, scale: float) -> Floats:
    """Probabilities of margins, along the last axis."""
    scaled = scale * margins.astype(np.float64)
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


@dataclass(frozen=True)
class Model:
    """All that training found out."""

    labels: tuple[str, ...]
    vectoriser: Vectoriser
    cheap: Head
    full: Head | None
    thresholds: Thresholds
    report: dict[str, float]  # figures on unseen speakers, for whoever asks
    encoder: str = PLAIN  # name of the one whose embeddings the full head reads
    second: Second | None = None  # without it the rules alone tell two needs

    def rank(
        self, counts: dict[str, Counter[str]], embedding: Floats | None
    ) -> list[tuple[str, float]]:
        """Intents by probability, with the embedding if there is one."""
        head = self.cheap if embedding is None or self.full is None else self.full
        chances = head.probabilities(self.vectoriser.vector(counts), embedding)
        order = np.argsort(-chances, kind="stable")
        return [(self.labels[i], float(chances[i])) for i in order]

    def save(self, folder: Path) -> None:
        """Write both files into `folder`."""
        description = {
            "format": FORMAT,
            "labels": self.labels,
            "vocabulary": self.vectoriser.vocabulary,
            "thresholds": asdict(self.thresholds),
            "scales": {name: head.scale for name, head in self._heads().items()},
            "report": self.report,
            "second": None if self.second is None else self.second.to_json(),
            "encoder": self.encoder,
        }
        text = json.dumps(description, ensure_ascii=False)
        (folder / DESCRIPTION).write_text(text, encoding="utf-8")
        np.savez(folder / ARRAYS, **self._arrays())

    def _heads(self) -> dict[str, Head]:
        heads = {"cheap": self.cheap}
        return heads if self.full is None else {**heads, "full": self.full}

    def _arrays(self) -> dict[str, Any]:
        arrays: dict[str, Any] = {"idf": self.vectoriser.idf}
        for name, head in self._heads().items():
            arrays[f"{name}_sparse"] = head.sparse.astype(np.float16)
            arrays[f"{name}_dense"] = head.dense.astype(np.float32)
            arrays[f"{name}_bias"] = head.bias.astype(np.float32)
        return arrays


def load(description: bytes, arrays: bytes) -> Model:
    """The model of these two files. Raises ConfigurationError if they are not ours."""
    try:
        told = json.loads(description)
        if told["format"] != FORMAT:
            raise ConfigurationError("the model is of another version: train it again")
        with np.load(BytesIO(arrays), allow_pickle=False) as kept:
            return _assemble(told, dict(kept))
    except (ValueError, KeyError, TypeError, OSError, EOFError, BadZipFile) as error:
        raise ConfigurationError(f"the model cannot be read: {error}") from error


def _assemble(told: dict[str, Any], kept: dict[str, Any]) -> Model:
    heads = {name: _head(name, kept, told["scales"]) for name in told["scales"]}
    thresholds = told["thresholds"]
    thresholds["never_suggest"] = tuple(thresholds["never_suggest"])
    return Model(
        labels=tuple(told["labels"]),
        vectoriser=Vectoriser(told["vocabulary"], kept["idf"]),
        cheap=heads["cheap"],
        full=heads.get("full"),
        thresholds=Thresholds(**thresholds),
        report=told["report"],
        second=Second.of_json(told["second"]) if told.get("second") else None,
        encoder=told.get("encoder", PLAIN),
    )


def _head(name: str, kept: dict[str, Any], scales: dict[str, float]) -> Head:
    return Head(
        sparse=kept[f"{name}_sparse"],
        dense=kept[f"{name}_dense"],
        bias=kept[f"{name}_bias"],
        scale=float(scales[name]),
    )
