"""What tuning left behind: kept, put in place once, and only where it belongs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.encoder import tuned
from bot.encoder.packed import Packed
from bot.errors import ConfigurationError
from bot.understanding.embedding import base_file
from tests.encoder.training_data import speakers

BIAS = "l0.q.b"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept" / "tuned.npz"
    values = {BIAS: np.full(384, 0.5)}
    tuned.save(values, frozenset({7, 9}), base=base_file(), path=path)
    return path


def test_what_is_kept_is_read_again(kept: Path) -> None:
    read = tuned.load(kept)
    assert read is not None
    assert read.heard == {7, 9}
    assert set(read.values) == {BIAS}
    assert (read.values[BIAS] == 0.5).all()


def test_the_encoder_is_written_once_with_the_numbers_in_it(
    kept: Path, tmp_path: Path
) -> None:
    read = tuned.load(kept)
    assert read is not None
    path = read.file(base_file(), tmp_path / "cache")
    assert (Packed(path).plain(BIAS) == 0.5).all()
    written = path.stat().st_mtime_ns
    assert read.file(base_file(), tmp_path / "cache") == path
    assert path.stat().st_mtime_ns == written
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_another_encoder_is_not_given_these_numbers(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.bin"
    other.write_bytes(base_file().read_bytes() + b"\0")
    read = tuned.load(kept)
    assert read is not None
    with pytest.raises(ConfigurationError, match="another encoder"):
        read.file(other, tmp_path / "cache")


def test_nothing_kept_is_no_error(tmp_path: Path) -> None:
    assert tuned.load(tmp_path / "none.npz") is None


def test_a_damaged_file_is_named(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:500])
    with pytest.raises(ConfigurationError, match=r"tuned\.npz"):
        tuned.load(kept)


def test_the_names_of_two_tunings_differ(kept: Path, tmp_path: Path) -> None:
    other = tmp_path / "again.npz"
    tuned.save({BIAS: np.full(384, 0.4)}, frozenset(), base=base_file(), path=other)
    first, second = tuned.load(kept), tuned.load(other)
    assert first is not None
    assert second is not None
    assert first.name != second.name


def test_what_the_project_keeps_belongs_to_the_encoder_that_is_installed(
    tmp_path: Path,
) -> None:
    read = tuned.load()
    assert read is not None
    assert read.file(base_file(), tmp_path).is_file()


def test_what_the_project_keeps_heard_nobody_who_is_kept_apart() -> None:
    read = tuned.load()
    assert read is not None
    apart = {tuned.number(one) for one in speakers() if tuned.apart(one)}
    assert apart
    assert not apart & read.heard


def test_about_one_speaker_in_five_is_kept_apart() -> None:
    given = speakers()
    share = sum(map(tuned.apart, given)) / len(given)
    assert 0.15 < share < 0.25
