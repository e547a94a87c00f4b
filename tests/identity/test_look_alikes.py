"""Letters typed for the digits that they look like, and numbers a digit off."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.identity.cards import LOOKS_LIKE
from bot.identity.redaction import redact
from tests.identity.numbers import Sealer, identity_numbers

LETTERS: dict[str, list[str]] = {}
for letter, digit in LOOKS_LIKE.items():
    LETTERS.setdefault(digit, []).append(letter)
SOME_DIGITS = 3  # below that nobody means a number


@st.composite
def in_letters(draw: st.DrawFn, number: str) -> str:
    """`number` in its three groups, some of its digits written as letters."""
    written = [draw(st.sampled_from([c, *LETTERS.get(c, [])])) for c in number]
    join = draw(st.sampled_from(["-", " ", " - ", "."]))
    return join.join(
        ("".join(written[:6]), "".join(written[6:8]), "".join(written[8:]))
    )


@settings(max_examples=400, deadline=None)
@given(data=st.data(), number=identity_numbers())
def test_letters_for_digits_hide_no_number(data: st.DataObject, number: str) -> None:
    spelled = data.draw(in_letters(number))
    seal = Sealer()
    text = redact(f"ini {spelled} ya", seal).text
    if sum(c.isdigit() for c in spelled) >= SOME_DIGITS:
        assert seal.sealed == [("IC", number)], (spelled, text)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("9OOlOl-OO-OO18", "900101000018"),
        ("9O0101 oo oo18", "900101000018"),
        ("7ZO314-00-0018", "720314000018"),
        ("900101 10 555", "90010110555"),
        ("900101-10-55555", "9001011055555"),
        ("900101 1 5555", "90010115555"),
    ],
)
def test_a_number_with_letters_or_a_digit_off_is_sealed_unasked(
    typed: str, value: str
) -> None:
    seal = Sealer()
    assert redact(f"saya {typed}", seal).text.startswith("saya [[IC:")
    assert seal.sealed == [("IC", value)]


@pytest.mark.parametrize(
    "text",
    [
        "gaji 1500 so sebulan 2000 lol",
        "is 100000 is 5000",
        "BIL 12 OK 300",
        "Plan 2 OS 10 IOS 15",
        "so oo lol 1234",
        "dari 2020 sb 12 go 1500",
        "rumah no 5 blok B 12",
    ],
)
def test_words_that_look_like_digits_stay(text: str) -> None:
    assert redact(text, Sealer()).text == text


@pytest.mark.parametrize("typed", ["E12345678", "EB1234567", "x123456789"])
def test_another_countrys_number_is_sealed_only_while_one_is_asked_for(
    typed: str,
) -> None:
    seal = Sealer()
    assert typed not in redact(f"nombor {typed}", seal, expecting_number=True).text
    assert seal.sealed == [("PASSPORT", typed.upper())]
    assert redact(f"nombor {typed}", Sealer()).text == f"nombor {typed}"


def test_a_sentence_before_a_number_is_no_part_of_it() -> None:
    seal = Sealer()
    redact("my number is 900101", seal, expecting_number=True)
    assert seal.sealed == [("IC", "900101")]
