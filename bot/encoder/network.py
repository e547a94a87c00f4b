"""The encoder as a network that can learn. Only tuning needs TensorFlow.

Twelve layers as in BERT over packed weights that stay as they are; biases and the
scales of the layer norms learn (Ben Zaken et al. 2022, "BitFit"): sixty thousand
numbers, which the engine reads without being packed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from bot.encoder.packed import PLAIN, Packed

_WEIGHTS = ("q", "k", "v", "ao", "fi", "fo")
_NEVER = -1e9  # of attention to what is not there
# these depend on where a piece stands, and stay
_FIXED = ("emb.pos", "emb.type")

Numbers = Sequence[int]


class Network:
    """Embeds messages given as numbers of pieces; `plain` is what learns."""

    def __init__(self, packed: Packed, pieces: Sequence[int]) -> None:
        shape = packed.shape
        self.size, self.heads = shape["size"], shape["heads"]
        self.layers, self.epsilon = shape["layers"], packed.epsilon
        self._row = {piece: row for row, piece in enumerate(pieces)}
        words = packed.weights("emb.word", self.size)
        self._words = tf.constant(words[list(pieces)])
        places = packed.plain("emb.pos").reshape(-1, self.size)
        self._places = tf.constant(places + packed.plain("emb.type")[: self.size])
        self.plain = {
            name: tf.Variable(packed.plain(name), name=name)
            for name, tensor in packed.tensors.items()
            if tensor.kind == PLAIN and name not in _FIXED
        }
        self._weights = {
            f"l{layer}.{name}": tf.constant(self._columns(packed, layer, name))
            for layer in range(self.layers)
            for name in _WEIGHTS
        }

    def _columns(self, packed: Packed, layer: int, name: str) -> NDArray[np.float32]:
        width = packed.shape["inner"] if name == "fo" else self.size
        return packed.weights(f"l{layer}.{name}.w", width).T.copy()

    def batch(self, messages: Sequence[Numbers]) -> tuple[Any, Any]:
        """Rows of pieces, filled up to one length, and where there is a piece."""
        longest = max(map(len, messages))
        rows = np.zeros((len(messages), longest), np.int32)
        there = np.zeros((len(messages), longest), np.float32)
        for row, message in enumerate(messages):
            rows[row, : len(message)] = [self._row[piece] for piece in message]
            there[row, : len(message)] = 1.0
        return rows, there

    def embed(self, rows: Any, there: Any) -> Any:
        """A row of length one for each message."""
        count, length = tf.shape(rows)[0], tf.shape(rows)[1]
        inputs = tf.gather(self._words, rows) + self._places[:length]
        flat = tf.reshape(self._norm(inputs, "emb.ln"), [-1, self.size])
        absent = (1.0 - there)[:, None, None, :] * _NEVER
        for layer in range(self.layers):
            flat = self._layer(flat, f"l{layer}", absent, (count, length))
        seen = tf.reshape(flat, [count, length, self.size]) * there[:, :, None]
        mean = tf.reduce_sum(seen, 1) / tf.reduce_sum(there, 1)[:, None]
        return tf.math.l2_normalize(mean, 1)

    def _layer(self, x: Any, name: str, absent: Any, shape: tuple[Any, Any]) -> Any:
        query, key, value = (
            self._heads(self._linear(x, f"{name}.{one}"), shape) for one in "qkv"
        )
        width = self.size // self.heads
        scores = tf.matmul(query, key, transpose_b=True) / np.sqrt(width) + absent
        context = tf.matmul(tf.nn.softmax(scores), value)
        joined = tf.reshape(tf.transpose(context, [0, 2, 1, 3]), [-1, self.size])
        x = self._norm(x + self._linear(joined, f"{name}.ao"), f"{name}.aln")
        inner = tf.nn.gelu(self._linear(x, f"{name}.fi"))
        return self._norm(x + self._linear(inner, f"{name}.fo"), f"{name}.oln")

    def _heads(self, x: Any, shape: tuple[Any, Any]) -> Any:
        count, length = shape
        split = [count, length, self.heads, self.size // self.heads]
        return tf.transpose(tf.reshape(x, split), [0, 2, 1, 3])

    def _linear(self, x: Any, name: str) -> Any:
        return tf.matmul(x, self._weights[name]) + self.plain[f"{name}.b"]

    def _norm(self, x: Any, name: str) -> Any:
        mean, variance = tf.nn.moments(x, [-1], keepdims=True)
        even = (x - mean) * tf.math.rsqrt(variance + self.epsilon)
        return even * self.plain[f"{name}.w"] + self.plain[f"{name}.b"]
