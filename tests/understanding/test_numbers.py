"""Numbers in digits, Malay and English."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.normalise import words
from bot.understanding.numbers import find

TABLE = [
    ("54", ["54"]),
    ("1,200", ["1200"]),
    ("RM 1,200.50", ["1200.50"]),
    ("2.5k", ["2500"]),
    ("2.5 k", ["2500"]),
    ("1k lebih", ["1000"]),
    ("rm3k", ["3000"]),
    ("3 ribu", ["3000"]),
    ("3rb", ["3000"]),
    ("2 ribu 5 ratus", ["2500"]),
    ("2 ribu 500", ["2500"]),
    ("gaji 2k umur 54", ["2000", "54"]),
    ("2k 54 tahun", ["2000", "54"]),
    ("satu", ["1"]),
    ("sepuluh", ["10"]),
    ("sebelas", ["11"]),
    ("dua belas", ["12"]),
    ("sembilan belas", ["19"]),
    ("dua puluh", ["20"]),
    ("lima puluh empat", ["54"]),
    ("seratus", ["100"]),
    ("seratus lima", ["105"]),
    ("seratus dua puluh lima", ["125"]),
    ("tiga ratus", ["300"]),
    ("seribu", ["1000"]),
    ("seribu dua ratus", ["1200"]),
    ("seribu tujuh ratus lima puluh", ["1750"]),
    ("dua ribu lima ratus", ["2500"]),
    ("lima belas ribu", ["15000"]),
    ("dua puluh lima ribu", ["25000"]),
    ("sejuta", ["1000000"]),
    ("setengah juta", ["500000"]),
    ("duo ribu limo ratus", ["2500"]),
    ("one", ["1"]),
    ("fifty four", ["54"]),
    ("fifty-four", ["54"]),
    ("a hundred", ["100"]),
    ("two hundred and fifty", ["250"]),
    ("one thousand two hundred", ["1200"]),
    ("two thousand five hundred", ["2500"]),
    ("twelve thousand", ["12000"]),
    ("plan 2 and 3", ["2", "3"]),
    ("pelan 2 dan 3", ["2", "3"]),
    ("lima puluh dan enam puluh", ["50", "60"]),
    ("１２３", ["123"]),
    ("٤٥", ["45"]),
    ("900101105555999", []),
    ("", []),
    ("tiada nombor", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_numbers_are_read_in_digits_and_words(text: str, expected: list[str]) -> None:
    found = [number.value for number in find(words(text))]
    assert found == [Decimal(value) for value in expected]


UNITS = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "lapan"]
UNITS += ["sembilan"]


def malay(value: int) -> str:
    """`value` below a million as a Malaysian would say it."""
    parts = []
    if value >= 1000:
        parts.append("seribu" if value < 2000 else f"{malay(value // 1000)} ribu")
        value %= 1000
    if value >= 100:
        parts.append("seratus" if value < 200 else f"{UNITS[value // 100]} ratus")
        value %= 100
    if value >= 20:
        parts.append(f"{UNITS[value // 10]} puluh")
        value %= 10
    if value >= 12:
        parts.append(f"{UNITS[value - 10]} belas")
    elif value >= 10:
        parts.append(("sepuluh", "sebelas")[value - 10])
    else:
        parts.append(UNITS[value])
    return " ".join(part for part in parts if part)


@given(st.integers(1, 999_999))
def test_every_malay_number_word_is_read_back(value: int) -> None:
    found = find(words(malay(value)))
    assert [number.value for number in found] == [Decimal(value)], malay(value)


@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}"]))
def test_every_number_in_digits_is_read_back(value: int, form: str) -> None:
    assert [n.value for n in find(words(form.format(value)))] == [Decimal(value)]


@given(
    st.lists(st.sampled_from([*UNITS[1:], "ribu", "ratus", "puluh", "k", "2", "se"]))
)
def test_no_heap_of_number_words_breaks_the_reader(heap: list[str]) -> None:
    said = words(" ".join(heap))
    found = find(said)
    assert all(0 <= n.first < n.last <= len(said) for n in found)
    assert all(a.last <= b.first for a, b in pairwise(found))
