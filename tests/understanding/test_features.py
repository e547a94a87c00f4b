"""What the classifier sees of a message."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understanding.features import APART, grams
from bot.understanding.prepare import prepare

DAY = date(2026, 1, 1)


def apart(text: str) -> set[str]:
    return set(prepare(text, DAY).counts[APART])


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("borang untuk dialisis", "borang untuk pencen penakat", "borang . <benefit>"),
        ("gaji RM1,900 potong berapa", "gaji 2500 potong berapa", "<amount> . berapa"),
        ("akta 4 tu apa", "akta 789 tu apa", "<scheme> . apa"),
    ],
)
def test_messages_that_differ_in_what_they_name_share_pairs(
    one: str, other: str, shared: str
) -> None:
    assert shared in apart(one) & apart(other)


def test_a_thing_of_several_words_stands_once() -> None:
    assert "<benefit> <benefit>" not in apart("faedah hilang upaya sementara bila")


def test_words_far_from_each_other_are_no_pair() -> None:
    found = grams("", outline=["a", "b", "c", "d", "e", "f"])[APART]
    assert "a . e" in found
    assert not {"a . f", "a f"} & set(found)


def test_words_side_by_side_are_told_from_words_apart() -> None:
    assert dict(grams("", outline=["a", "b", "a"])[APART]) == {
        "a b": 1,
        "b a": 1,
        "a . a": 1,
    }
