"""The numbers that tuning changed, and the encoder's file with them in place.

They are kept with the project, so that training needs no hour of tuning before it. A
file names the encoder it was made from: with another one it is not used.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.encoder.packed import Packed
from bot.errors import ConfigurationError

KEPT = Path(__file__).with_name("tuned.npz")
_BASE, _HEARD = "base", "heard"  # names that no tensor has
_ONE_IN = 5


@dataclass(frozen=True)
class Tuned:
    """Plain tensors, the encoder they belong to, and who was heard while tuning."""

    name: str  # changes with the numbers and with the encoder
    base: str  # SHA-256 of the encoder's file, in hexadecimal
    heard: frozenset[int]  # speakers, as `number` gives them
    values: dict[str, NDArray[Any]]

    def file(self, base: Path, folder: Path) -> Path:
        """The encoder's file with our numbers, made in `folder` on first use.

        Raises ConfigurationError when `base` is another encoder, OSError when there
        is no room for it.
        """
        path = folder / f"encoder-{self.name}.bin"
        if path.is_file():
            return path
        packed = Packed(base)
        if _digest(packed.data) != self.base:
            raise ConfigurationError(f"{KEPT.name} was tuned from another encoder")
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.stem}.{os.getpid()}.part")
        partial.write_bytes(packed.with_plain(self.values))
        partial.replace(path)
        return path


def number(speaker: str) -> int:
    """A number for a speaker."""
    return zlib.crc32(speaker.encode())


def apart(speaker: str) -> bool:
    """Whether a speaker is kept away from tuning: one in five, always the same."""
    return number(speaker) % _ONE_IN == 0


def load(path: Path = KEPT) -> Tuned | None:
    """What was tuned; None where nothing is kept.

    Raises ConfigurationError when the file cannot be read.
    """
    if not path.is_file():
        return None
    raw = path.read_bytes()
    try:
        with np.load(BytesIO(raw), allow_pickle=False) as kept:
            values = dict(kept)
        base, heard = str(values.pop(_BASE)), values.pop(_HEARD).tolist()
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    return Tuned(_digest(raw)[:12], base, frozenset(heard), values)


def save(
    values: dict[str, NDArray[Any]], heard: frozenset[int], *, base: Path, path: Path
) -> None:
    """Keep tuned numbers; half precision is more than the packed weights have."""
    arrays = {name: array.astype(np.float16) for name, array in values.items()}
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            **{_BASE: np.array(_digest(base.read_bytes()))},
            **{_HEARD: np.array(sorted(heard), np.uint32)},
            **arrays,
        )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
