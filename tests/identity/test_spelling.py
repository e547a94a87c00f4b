"""Numbers in words, in other scripts, in halves, and with anything around them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.identity.redaction import redact
from tests.identity.numbers import Sealer, digits_of, identity_numbers

AROUND = st.text(
    st.sampled_from("abkp oO0lI157.,:-/()[]#@+\n\u200b\u00a0RM–٥９九"), max_size=12
)
BETWEEN = st.sampled_from(["", " ", "-", ".", "–", "\u00a0", "\u200b", " - "])


@settings(max_examples=600, deadline=None)
@given(number=identity_numbers(), before=AROUND, after=AROUND, between=BETWEEN)
def test_no_identity_card_number_survives_whatever_stands_around_it(
    number, before, after, between
):
    spelled = between.join((number[:6], number[6:8], number[8:]))
    redacted = redact(f"{before} {spelled} {after}", Sealer()).text
    assert number not in digits_of(redacted)
    assert not re.search(
        r"(?<![0-9])" + r"[-. –\u00a0\u200b]{0,3}".join(number) + r"(?![0-9])", redacted
    )


MALAY = (  # noqa: SIM905
    "kosong satu dua tiga empat lima enam tujuh lapan sembilan"
).split()
ENGLISH = (  # noqa: SIM905
    "zero one two three four five six seven eight nine"
).split()


@settings(max_examples=200, deadline=None)
@given(
    number=identity_numbers(),
    words=st.sampled_from([MALAY, ENGLISH, [word.upper() for word in MALAY]]),
    space=st.sampled_from([" ", ", ", "-", "  "]),
)
def test_a_number_that_was_dictated_never_survives(number, words, space):
    seal = Sealer()
    spelled = space.join(words[int(digit)] for digit in number)
    redacted = redact(f"ic saya {spelled} terima kasih", seal).text
    assert seal.sealed == [("IC", number)]
    assert redacted == "ic saya [[IC:00000001]] terima kasih"


def test_a_number_of_digits_and_words_is_found():
    seal = Sealer()
    redact("90 kosong satu 01 10 lima lima lima lima", seal)
    assert seal.sealed == [("IC", "900101105555")]


def test_chinese_digits_are_digits():
    seal = Sealer()
    redact("九〇〇一〇一一〇五五五五", seal)
    assert seal.sealed == [("IC", "900101105555")]


@pytest.mark.parametrize(
    "text",
    [
        "gaji saya satu ribu dua ratus ringgit, anak tiga orang, umur lima puluh",
        "dua tiga empat kali saya telefon",
        "nak tanya satu dua perkara, tiga empat hari pun tak apa",
        "one two three four, testing",
    ],
)
def test_number_words_that_are_no_number_stay(text):
    assert redact(text, Sealer()).text == text


def test_a_dictated_code_is_taken_while_a_challenge_is_open():
    seal = Sealer()
    redact("kod dia satu dua tiga empat lima enam", seal, challenge_open=True)
    assert seal.sealed == [("CODE", "123456")]


@pytest.mark.parametrize(
    "number", ["991345105555", "901332000011", "90010110555", "9001011055551"]
)
def test_a_mistyped_number_is_one_while_a_number_is_expected(number):
    seal = Sealer()
    redact(number, seal, expecting_number=True)
    assert seal.sealed == [("IC", number)]


def test_an_account_of_a_named_bank_is_none_even_then():
    seal = Sealer()
    redact("akaun Maybank 514012345678", seal, expecting_number=True)
    assert [kind for kind, _ in seal.sealed] == ["BANK"]


def test_half_a_number_waits_while_something_else_is_said():
    seal = Sealer()
    first = redact("900101", seal, expecting_number=True)
    said = redact("sekejap ya", seal, expecting_number=True, carried=first.carry)
    redact("105555", seal, expecting_number=True, carried=said.carry)
    assert seal.sealed[-1] == ("IC", "900101105555")


def test_a_whole_number_makes_the_half_before_it_void():
    seal = Sealer()
    whole = redact("900101-10-5555", seal, expecting_number=True, carried="880101")
    assert seal.sealed == [("IC", "900101105555")]
    assert whole.carry == ""
