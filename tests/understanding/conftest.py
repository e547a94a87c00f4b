"""A small world of messages to learn from; nothing here is real training data."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from bot.understanding import Understanding
from bot.understanding.features import Floats
from bot.understanding.model import Model
from bot.understanding.training import train
from bot.understanding.types import Example

SAID = {
    "greet": ["hai bot", "selamat pagi", "hello there", "helo semua", "good morning"],
    "how_to_pay": [
        "macam mana nak bayar",
        "where do i pay",
        "cara bayar caruman",
        "boleh bayar online",
        "how to pay every month",
    ],
    "how_to_register": [
        "macam mana nak daftar",
        "where can i register",
        "cara daftar skim",
        "boleh daftar di pejabat",
        "how to sign up",
    ],
    "benefit_funeral": [
        "faedah pengurusan mayat berapa",
        "funeral benefit amount",
        "duit khairat siapa dapat",
        "who gets the funeral money",
        "pengebumian bapa saya",
    ],
    "emergency_or_distress": [
        "tolong ada orang pengsan",
        "my husband hits me",
        "ambulans cepat",
        "someone is bleeding badly",
        "kecemasan di kilang",
    ],
    "inform": ["54", "1700", "perempuan", "plan 2", "saya rider"],
}


class Fake:
    """Embeddings without a model: letters counted, and how often it was asked."""

    name = "fake"
    heard: frozenset[int] = frozenset()

    def __init__(self) -> None:
        self.asked: list[str] = []

    def one(self, text: str) -> Floats:
        self.asked.append(text)
        seed = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
        row = np.random.default_rng(seed).normal(size=384).astype(np.float32)
        return row / np.float32(np.linalg.norm(row))

    def many(self, texts: Sequence[str]) -> Floats:
        return np.stack([self.one(text) for text in texts])


def examples() -> list[Example]:
    return [
        Example(text, intent, speaker=f"s{number}")
        for intent, texts in SAID.items()
        for number, text in enumerate(texts)
    ]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return train(examples(), model=Fake(), cache=tmp_path_factory.mktemp("cache"))


@pytest.fixture
def understanding(model: Model) -> Understanding:
    return Understanding(model, embeddings=False, today=lambda: date(2026, 11, 23))


@pytest.fixture
def saved(model: Model, tmp_path: Path) -> Path:
    model.save(tmp_path)
    return tmp_path
