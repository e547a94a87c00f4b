"""Embeddings that were made before are found again, rounded the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bench.nlu_data import examples as messages
from bot.brain import known
from bot.understanding import kept
from bot.understanding.embedding import embedder, plain_embedder
from bot.understanding.kept import FOLDER, Row, key, name_of, read, remembered
from bot.understanding.normalise import sentence
from tests.understanding.conftest import Fake

TEXTS = ("cara bayar caruman", "berapa sebulan", "where is the office")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of the one that comes with the project."""
    folder = tmp_path / "project"
    monkeypatch.setattr(kept, "FOLDER", folder)
    return folder


def test_a_rounded_embedding_points_the_same_way_and_has_length_one() -> None:
    chance = np.random.default_rng(0)
    for _ in range(50):
        row = chance.normal(size=384).astype(np.float32)
        row /= np.linalg.norm(row)
        rounded = Row.of(row).embedding()
        assert float(row @ rounded) > 0.9998
        assert float(np.linalg.norm(rounded)) == pytest.approx(1.0, abs=1e-5)


def test_what_came_with_the_project_is_not_made_again(
    project: Path, tmp_path: Path
) -> None:
    kept.keep(TEXTS[:2], Fake(), tmp_path / "one")
    fake = Fake()
    remembered(TEXTS, fake, tmp_path / "two")
    assert fake.asked == [TEXTS[2]]
    assert read(tmp_path / "two" / name_of(fake)).keys() == {key(TEXTS[2])}


def test_rows_are_the_same_whether_they_were_kept_or_are_new(
    project: Path, tmp_path: Path
) -> None:
    new = remembered(TEXTS, Fake(), tmp_path / "one")
    kept.keep(TEXTS, Fake(), tmp_path / "one")
    came = remembered(TEXTS, Fake(), tmp_path / "nothing")
    assert np.allclose(new, came, atol=1e-6)


def test_keeping_again_changes_nothing_and_forgets_what_is_gone(
    project: Path, tmp_path: Path
) -> None:
    path = project / name_of(Fake())
    assert kept.keep(TEXTS, Fake(), tmp_path / "one") == len(TEXTS)
    before = path.read_bytes()
    assert kept.keep(TEXTS, Fake(), tmp_path / "one") == 0
    assert path.read_bytes() == before
    kept.keep(TEXTS[:1], Fake(), tmp_path / "one")
    assert read(path).keys() == {key(TEXTS[0])}


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 cut off", b"nothing"])
def test_a_damaged_file_of_the_project_is_made_anew(
    project: Path, tmp_path: Path, damage: bytes
) -> None:
    project.mkdir()
    (project / name_of(Fake())).write_bytes(damage)
    fake = Fake()
    remembered(TEXTS, fake, tmp_path / "one")
    assert sorted(fake.asked) == sorted(TEXTS)


def test_nearly_all_messages_and_questions_come_with_the_project() -> None:
    """`make embeddings` after messages were added or the encoder was tuned."""
    tuned, plain = embedder(), plain_embedder()
    assert tuned is not None
    assert plain is not None
    texts = [sentence(one.text) for one in messages()]
    asked = [sentence(text) for _, text in known.texts()]
    for model, given in ((tuned, texts), (plain, asked)):
        came = read(FOLDER / name_of(model))
        assert sum(key(text) in came for text in given) >= 0.9 * len(given)
    assert len(list(FOLDER.glob("embeddings-*.npz"))) == 2


def test_a_kept_row_is_what_the_encoder_makes_of_the_message() -> None:
    model = embedder()
    assert model is not None
    came = read(FOLDER / name_of(model))
    for one in messages()[::2000]:
        text = sentence(one.text)
        assert float(came[key(text)].embedding() @ model.one(text)) > 0.999
