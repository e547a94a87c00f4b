"""Embeddings that were made before, so that training need not make them again.

Those of the training messages come with the project, beside the encoder that made them;
what is newer is made while training and remembered on the machine. A number takes one
byte, whether it was kept or is new: a model is the same either way.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.encoder import tuned
from bot.understanding.embedding import SIZE, Embedder
from bot.understanding.features import Floats

FOLDER = tuned.KEPT.parent
_LARGEST = 127  # of a byte with a sign


@dataclass(frozen=True)
class Row:
    """An embedding in bytes, and what one of them stands for."""

    numbers: NDArray[np.int8]
    step: np.float32

    @classmethod
    def of(cls, embedding: Floats) -> Row:
        """An embedding, rounded."""
        step = np.float32(max(float(np.abs(embedding).max()), 1e-9) / _LARGEST)
        return cls(np.rint(embedding / step).astype(np.int8), step)

    def embedding(self) -> Floats:
        """The row, of length one again."""
        row = self.numbers * self.step
        return np.asarray(row / max(float(np.linalg.norm(row)), 1e-9), np.float32)


def remembered(texts: Sequence[str], model: Embedder, folder: Path) -> Floats:
    """Embeddings of `texts`; what did not come with the project is kept in `folder`."""
    came, path = read(FOLDER / name_of(model)), folder / name_of(model)
    own = read(path)
    fresh = {key(text): text for text in texts}
    fresh = {k: t for k, t in fresh.items() if k not in came and k not in own}
    if fresh:
        own |= dict(zip(fresh, map(Row.of, model.many([*fresh.values()])), strict=True))
        write(path, own)
    known = came | own
    rows = [known[key(text)].embedding() for text in texts]
    return np.stack(rows) if rows else np.zeros((0, SIZE), np.float32)


def name_of(model: Embedder) -> str:
    """The file with what `model` made of texts."""
    return f"embeddings-{model.name}.npz"


def key(text: str) -> str:
    """What a text is found by."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read(path: Path) -> dict[str, Row]:
    """The rows in a file by their keys; none if it is missing, cut off or damaged."""
    try:
        with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            rows = map(Row, kept["rows"], kept["steps"])
            return dict(zip(kept["keys"].astype("U16").tolist(), rows, strict=True))
    except (OSError, ValueError, KeyError, BadZipFile):
        return {}


def write(path: Path, known: Mapping[str, Row]) -> None:
    """Keep rows, in the order of their keys."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.stem}.{os.getpid()}.npz")
    keys = sorted(known)
    np.savez(
        partial,
        keys=np.array(keys, "S16"),
        rows=np.stack([known[one].numbers for one in keys]),
        steps=np.array([known[one].step for one in keys], np.float32),
    )
    partial.replace(path)


def keep(texts: Sequence[str], model: Embedder, folder: Path) -> int:
    """Put the rows of exactly `texts` with the project; the number of new ones."""
    path = FOLDER / name_of(model)
    before = read(path)
    rows = remembered(texts, model, folder)
    # a row that was kept is not rounded a second time
    known = {key(text): Row.of(row) for text, row in zip(texts, rows, strict=True)}
    write(path, {one: before.get(one, row) for one, row in known.items()})
    return len(known.keys() - before.keys())
