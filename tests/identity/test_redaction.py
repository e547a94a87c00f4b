"""No spelling of an identifying number survives; everything else does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.identity.redaction import KINDS, TOKEN, mask, redact
from tests.identity.numbers import Sealer, digits_of, identity_numbers

ARABIC = dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))
WIDE = dict(zip("0123456789", "０１２３４５６７８９", strict=True))
DEVANAGARI = dict(zip("0123456789", "०१२३४५६७८९", strict=True))
KEYCAP = {digit: f"{digit}\ufe0f\u20e3" for digit in "0123456789"}
ALPHABETS = [{}, ARABIC, WIDE, DEVANAGARI, KEYCAP]
INVISIBLE = ["", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060"]
SEPARATORS = ["", " ", "-", "–", "—", ".", " - ", "\u00a0", "/", "－", "·", "  ", "\n"]
GROUPINGS = [
    (6, 2, 4),
    (12,),
    (6, 6),
    (8, 4),
    (2, 2, 2, 2, 4),
    (4, 4, 4),
    (3, 3, 3, 3),
    (1,) * 12,
]
BEFORE = [
    "",
    "IC: ",
    "no kp saya ",
    "ic",
    "my number is ",
    "umur 54, ",
    "(",
    "RM50 dan ",
]
AFTER = ["", ".", " umur 54", ") terima kasih", "\n", ", gaji RM 1,200.50", "?"]


@st.composite
def spellings(draw: st.DrawFn, number: str, groupings: list[tuple[int, ...]]) -> str:
    alphabet = draw(st.sampled_from(ALPHABETS))
    separator = draw(st.sampled_from(SEPARATORS))
    hidden = draw(st.sampled_from(INVISIBLE))
    parts, place = [], 0
    for size in draw(st.sampled_from(groupings)):
        group = number[place : place + size]
        parts.append(hidden.join(alphabet.get(digit, digit) for digit in group))
        place += size
    return separator.join(parts)


@settings(max_examples=600, deadline=None)
@given(data=st.data(), number=identity_numbers())
def test_an_identity_card_number_never_survives_however_it_is_spelled(data, number):
    spelled = data.draw(spellings(number, GROUPINGS))
    before, after = (
        data.draw(st.sampled_from(BEFORE)),
        data.draw(st.sampled_from(AFTER)),
    )
    seal = Sealer()
    redacted = redact(before + spelled + after, seal).text
    assert digits_of(redacted) == digits_of(before + after)
    assert seal.sealed == [("IC", number)]


@settings(max_examples=300, deadline=None)
@given(data=st.data(), number=identity_numbers())
def test_a_number_in_mixed_separators_never_survives(data, number):
    joints = data.draw(st.lists(st.sampled_from(SEPARATORS), min_size=11, max_size=11))
    spelled = "".join(
        digit + joint for digit, joint in zip(number, [*joints, ""], strict=True)
    )
    redacted = redact(f"ic {spelled} ya", Sealer()).text
    assert digits_of(redacted) == ""


@settings(max_examples=300, deadline=None)
@given(data=st.data(), rest=st.integers(1_000_000, 9_999_999))
def test_a_mobile_number_never_survives_however_it_is_spelled(data, rest):
    prefix = data.draw(st.sampled_from(["+60", "60", "0060", "0"]))
    operator = data.draw(st.sampled_from(["12", "13", "14", "16", "17", "18", "19"]))
    separator = data.draw(st.sampled_from(["", " ", "-", ".", "–", " - ", "\u00a0"]))
    number = separator.join([prefix + operator, str(rest)[:3], str(rest)[3:]])
    alphabet = data.draw(st.sampled_from(ALPHABETS))
    spelled = "".join(alphabet.get(character, character) for character in number)
    seal = Sealer()
    redacted = redact(f"tel saya {spelled} ya", seal).text
    assert str(rest) not in digits_of(redacted)
    assert seal.sealed


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_at_all_is_handled(text):
    redact(text, Sealer(), challenge_open=True, expecting_number=True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("IC: 900101 10 5555", "IC"),
        ("saya 901301-10-5555", "IC"),  # mistyped: no such month
        ("9OO1O1-1O-5555", "IC"),
        ("900101-1O-5S55", "IC"),
        ("O12-345 6789", "PHONE"),
        ("ic lama 1234567", "IC"),
        ("A1234567", "IC"),
        ("no polis RF123456", "IC"),
        ("telefon 012-345 6789", "PHONE"),
        ("(03) 8888 1234", "PHONE"),
        ("whatsapp +65 9123 4567", "PHONE"),
        ("4111 1111 1111 1111", "CARD"),
        ("3782 822463 10005", "CARD"),
        ("akaun Maybank 1122 3344 5566", "BANK"),
        ("bayar ke 514012345678", "BANK"),
        ("ali.abu@gmail.com", "EMAIL"),
        ("ali＠gmail.com", "EMAIL"),
        ("passport A12345678", "PASSPORT"),
        ("pasport saya AB1234567", "PASSPORT"),
    ],
)
def test_a_number_is_sealed_under_its_kind(text, kind):
    seal = Sealer()
    redacted = redact(text, seal).text
    assert [found for found, _ in seal.sealed] == [kind]
    assert TOKEN.search(redacted)


@pytest.mark.parametrize(
    "text",
    [
        "RM 1,200.50",
        "gaji RM120050 sebulan",
        "gaji 1200 1300 1400",
        "umur 54, gaji 1700, plan 2",
        "01/01/1990",
        "dari 01/01/2024 - 31/12/2024",
        "2024-01-01 hingga 2024-12-31",
        "saya lahir 1970-05-06 gaji 3000",
        "hotline 1-300-22-8000",
        "1300228000",
        "tahun 2020 2021 2022 2023",
        "tuntutan B1234567",
        "no. rujukan CLM2025000123",
        "claim no 20250001234567",
        "perkeso@perkeso.gov.my",
        "plan 4 RM592.80 setahun 2026",
        "hilang ic, gaji 12000",
        "saya polis gaji 15000",
        "kod 123456",
        "Akta 789, seksyen 7(1)",
        "RM1,234,567,890.00",
    ],
)
def test_what_identifies_nobody_stays(text):
    assert redact(text, Sealer()).text == text


def test_six_digits_are_a_code_only_while_a_challenge_is_open():
    seal = Sealer()
    assert redact("kod 123 456", seal).text == "kod 123 456"
    assert "123" not in redact("kod 123 456", seal, challenge_open=True).text
    assert seal.sealed == [("CODE", "123456")]


def test_an_amount_is_no_code_while_a_challenge_is_open():
    text = "RM120050 sebulan"
    assert redact(text, Sealer(), challenge_open=True).text == text


def test_the_halves_of_a_number_are_joined_when_a_number_was_asked_for():
    seal = Sealer()
    first = redact("900101", seal, expecting_number=True)
    second = redact("10-5555", seal, expecting_number=True, carried=first.carry)
    assert "900101" not in first.text
    assert seal.sealed == [("IC", "900101"), ("IC", "900101105555")]
    assert second.carry == ""


def test_three_parts_of_a_number_are_joined():
    seal, carry = Sealer(), ""
    for part in ("900101", "10", "5555"):
        carry = redact(part, seal, expecting_number=True, carried=carry).carry
    assert seal.sealed[-1] == ("IC", "900101105555")


def test_a_question_in_between_is_left_alone_when_a_number_was_asked_for():
    text = "gaji 2500 berapa caruman"
    assert redact(text, Sealer(), expecting_number=True).text == text


@pytest.mark.parametrize(
    "typed", ["[[IC:deadbeef]]", "［［IC:deadbeef]]", "[\u200b[ IC : deadbeef]]"]
)
def test_a_token_that_somebody_types_is_broken(typed):
    redacted = redact(f"{typed} saya", Sealer()).text
    plain = unicodedata.normalize("NFKC", redacted).replace("\u200b", "")
    assert not TOKEN.search(plain.replace(" :", ":").replace(": ", ":"))


def test_two_numbers_in_one_message_are_both_sealed():
    seal = Sealer()
    redact("900101105555 dan 012-3456789 dan 850505-14-6666", seal)
    assert [kind for kind, _ in seal.sealed] == ["IC", "PHONE", "IC"]


def test_history_shows_the_kind_and_never_the_token():
    shown = mask("nombor saya [[IC:0123abcd]] ok")
    assert shown == "nombor saya [IC ••••] ok"


def test_every_kind_has_a_token():
    assert all(TOKEN.fullmatch(f"[[{kind}:0123abcd]]") for kind in KINDS)
