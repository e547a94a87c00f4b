"""Tuning: the encoder learns together with a classifier that is thrown away afterwards.

One speaker in five is never heard, so that figures on them, and the confidence fitted
on them, stay honest.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.encoder import tuned
from bot.encoder.packed import Packed

_BATCH = 64
_ALIKE = 16  # batches that are cut from messages sorted by length
_STEP, _HEAD_STEP = 2e-3, 1e-2  # learning rates, falling to nothing (cosine)
_SMOOTH = 0.05  # of a label's chance goes to all others
_SHARPNESS = 20.0  # of embeddings, which differ little, for the classifier
_LARGEST = 1.0  # norm of a gradient
_TOLD = 20  # batches between two lines


@dataclass(frozen=True)
class Messages:
    """What is learnt: pieces, label and speaker of each message."""

    pieces: list[list[int]]
    target: NDArray[np.int64]
    speakers: list[str]

    def heard(self) -> NDArray[np.int64]:
        """Rows that may be learnt."""
        return np.flatnonzero([not tuned.apart(one) for one in self.speakers])

    def kept_apart(self) -> NDArray[np.int64]:
        """Rows of speakers who are only asked afterwards."""
        return np.flatnonzero([tuned.apart(one) for one in self.speakers])


class Classifier:
    """Network, a linear layer on top, and how both learn."""

    def __init__(self, network: Any, labels: int, steps: int) -> None:
        import tensorflow as tf

        self.network = network
        start = np.random.default_rng(0).normal(0.0, 0.05, (network.size, labels))
        self._labels = labels
        self._top = [
            tf.Variable(start, dtype=tf.float32),
            tf.Variable(tf.zeros(labels)),
            tf.Variable(tf.zeros(network.size)),
        ]
        self._below = list(network.plain.values())
        falling = tf.keras.optimizers.schedules.CosineDecay
        adam = tf.keras.optimizers.legacy.Adam
        self._slow, self._fast = (
            adam(falling(_STEP, steps)),
            adam(falling(_HEAD_STEP, steps)),
        )
        forms = [tf.TensorSpec([None, None], kind) for kind in (tf.int32, tf.float32)]
        goal = tf.TensorSpec([None], tf.int32)
        self.learn = tf.function(
            self._learn, input_signature=[*forms, goal], autograph=False
        )
        self.margins = tf.function(
            self._margins, input_signature=forms, autograph=False
        )

    def _margins(self, rows: Any, there: Any) -> Any:
        import tensorflow as tf

        weights, bias, centre = self._top
        seen = (self.network.embed(rows, there) - centre) * _SHARPNESS
        return tf.matmul(seen, weights) + bias

    def _learn(self, rows: Any, there: Any, target: Any) -> Any:
        import tensorflow as tf

        wanted = tf.one_hot(target, self._labels) * (1.0 - _SMOOTH)
        wanted += _SMOOTH / self._labels
        with tf.GradientTape() as tape:
            found = self._margins(rows, there)
            loss = tf.reduce_mean(
                tf.nn.softmax_cross_entropy_with_logits(wanted, found)
            )
        gradients = tape.gradient(loss, self._below + self._top)
        gradients, _ = tf.clip_by_global_norm(gradients, _LARGEST)
        split = len(self._below)
        self._slow.apply_gradients(zip(gradients[:split], self._below, strict=True))
        self._fast.apply_gradients(zip(gradients[split:], self._top, strict=True))
        return loss


def tune(packed: Packed, messages: Messages, epochs: int) -> dict[str, NDArray[Any]]:
    """Plain tensors of the encoder after `epochs` times through the messages."""
    import tensorflow as tf

    from bot.encoder.network import Network

    tf.keras.utils.set_random_seed(1)
    pieces = sorted({piece for message in messages.pieces for piece in message})
    network = Network(packed, pieces)
    rows = messages.heard()
    steps = epochs * -(-len(rows) // _BATCH)
    labels = int(messages.target.max()) + 1
    classifier = Classifier(network, labels, steps)
    for epoch in range(epochs):
        _epoch(classifier, messages, rows, epoch)
        told = _right(classifier, messages, messages.kept_apart())
        print(
            f"epoch {epoch + 1}: {told:.4f} right for speakers never heard", flush=True
        )
    return {name: value.numpy() for name, value in network.plain.items()}


def _epoch(
    classifier: Classifier, messages: Messages, rows: NDArray[np.int64], epoch: int
) -> None:
    began, total = time.monotonic(), 0.0
    for count, batch in enumerate(_batches(messages, rows, seed=epoch), 1):
        inputs = classifier.network.batch([messages.pieces[row] for row in batch])
        total += float(
            classifier.learn(*inputs, messages.target[batch].astype(np.int32))
        )
        if count % _TOLD == 0:
            took = time.monotonic() - began
            print(
                f"  {count} batches, loss {total / count:.3f}, {took:.0f} s", flush=True
            )


def _batches(
    messages: Messages, rows: NDArray[np.int64], *, seed: int
) -> Iterator[NDArray[np.int64]]:
    """The rows in batches of messages about as long as each other, in any order."""
    chance = np.random.default_rng(seed)
    mixed = chance.permutation(rows)
    size = _BATCH * _ALIKE
    batches = []
    for at in range(0, len(mixed), size):
        part = sorted(mixed[at : at + size], key=lambda r: len(messages.pieces[r]))
        batches += [part[b : b + _BATCH] for b in range(0, len(part), _BATCH)]
    for place in chance.permutation(len(batches)):
        yield np.array(batches[place], np.int64)


def _right(
    classifier: Classifier, messages: Messages, rows: NDArray[np.int64]
) -> float:
    order = sorted(rows, key=lambda row: len(messages.pieces[row]))
    right = 0
    for at in range(0, len(order), _BATCH):
        part = order[at : at + _BATCH]
        inputs = classifier.network.batch([messages.pieces[row] for row in part])
        found = classifier.margins(*inputs).numpy().argmax(axis=1)
        right += int((found == messages.target[part]).sum())
    return right / max(len(order), 1)
