"""Training, and the model on disk and in a trained archive."""

from __future__ import annotations

import io
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from bot.errors import ConfigurationError
from bot.understanding import Understanding, archive
from bot.understanding.matrices import Grams
from bot.understanding.model import ARRAYS, DESCRIPTION, Model
from bot.understanding.prepare import prepare
from bot.understanding.training import train
from tests.understanding.conftest import Fake, examples

MESSAGES = ["cara bayar", "hai", "funeral benefit", "54", "zzz", "nak daftar di mana"]


def archived(folder: Path, *, inside: str = "components/train_ours0") -> Path:
    path = folder / "tanya.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name in (DESCRIPTION, ARRAYS):
            tar.add(folder / name, f"{inside}/{name}")
    return path


def test_a_model_that_was_saved_understands_the_same(model: Model, saved: Path) -> None:
    before = Understanding(model, embeddings=False)
    after = Understanding.load(saved, embeddings=False)
    for text in MESSAGES:
        assert after.parse(text).intent == before.parse(text).intent
        got, expected = after.parse(text).confidence, before.parse(text).confidence
        assert got == pytest.approx(expected, abs=0.01)


def test_a_model_is_read_out_of_a_trained_archive(saved: Path) -> None:
    understanding = Understanding.load(archived(saved))
    assert understanding.parse("cara bayar caruman").intent == "how_to_pay"


def test_nothing_on_disk_needs_pickle(saved: Path) -> None:
    with zipfile.ZipFile(saved / ARRAYS) as arrays:
        for name in arrays.namelist():
            array = np.load(io.BytesIO(arrays.read(name)), allow_pickle=False)
            assert array.dtype.kind == "f"
    assert sorted(p.name for p in saved.iterdir()) == sorted([DESCRIPTION, ARRAYS])


def test_training_twice_gives_the_same_files(tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        train(examples(), model=Fake(), cache=tmp_path / "cache").save(folder)
        with np.load(folder / ARRAYS) as arrays:
            kept = {key: arrays[key].tobytes() for key in arrays}
        written.append(((folder / DESCRIPTION).read_bytes(), kept))
    assert written[0] == written[1]


def test_training_again_embeds_nothing_twice(tmp_path: Path) -> None:
    first, second = Fake(), Fake()
    train(examples(), model=first, cache=tmp_path)
    train(examples(), model=second, cache=tmp_path)
    assert len(first.asked) == len(examples())
    assert second.asked == []


def test_a_broken_memory_of_embeddings_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / f"embeddings-{Fake.name}.npz").write_bytes(b"PK\x03\x04 cut off")
    fake = Fake()
    train(examples(), model=fake, cache=tmp_path)
    assert len(fake.asked) == len(examples())


def test_training_without_embeddings_gives_the_cheap_head_alone(
    tmp_path: Path,
) -> None:
    model = train(examples(), model=None, cache=tmp_path)
    assert model.full is None
    assert Understanding(model).parse("cara bayar caruman").intent == "how_to_pay"


@pytest.mark.parametrize("name", [DESCRIPTION, ARRAYS])
def test_a_damaged_model_is_refused_in_one_line(saved: Path, name: str) -> None:
    (saved / name).write_bytes(b"not what it was")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Understanding.load(saved)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"no trained model at .*nowhere"):
        Understanding.load(tmp_path / "nowhere.tar.gz")


def test_an_archive_without_our_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        tar.addfile(tarfile.TarInfo("metadata.json"))
    with pytest.raises(ConfigurationError, match="holds no understanding"):
        Understanding.load(path)


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tanya.tar.gz"
    path.write_bytes(b"hello")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        Understanding.load(path)


def test_a_member_too_large_to_be_a_model_is_not_unpacked(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archived(saved)
    monkeypatch.setattr(archive, "LARGEST", 10)
    with pytest.raises(ConfigurationError, match="too large"):
        Understanding.load(path)


def test_rows_weighted_at_once_are_those_of_a_single_message() -> None:
    counts = [prepare(example.text, date(2026, 1, 1)).counts for example in examples()]
    grams = Grams(counts)
    rows = grams.weighted(np.arange(len(counts)))
    for number, row in enumerate(counts):
        vector = grams.vectoriser.vector(row)
        alone = np.zeros(len(grams.vectoriser), np.float32)
        alone[vector.columns] = vector.weights
        assert rows[number].toarray()[0] == pytest.approx(alone, abs=1e-5)
