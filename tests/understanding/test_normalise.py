"""Plain words that know where they came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.lexicons import document, mapping, phrases
from bot.understanding.normalise import MAX_CHARACTERS, plain, sentence, words

TABLE = [
    ("BERAPA", "berapa"),
    ("brp nk byr", "berapa nak bayar"),
    ("mcm mna", "macam mana"),
    ("camne", "macam mana"),
    ("xnak", "tidak nak"),
    ("tlgggg sayaaaa", "tolong saya"),
    ("pleaseee", "please"),
    ("anak2 sy", "anak saya"),
    ("plan2", "plan 2"),
    ("rm2950", "rm 2950"),
    ("15hb", "15 hb"),
    ("SOKSO socso Perkeso", "perkeso perkeso perkeso"),
    ("s\u200bocs\u00ado", "perkeso"),
    ("ＢＲＰ １２", "berapa 12"),
    ("[[IC:0a1b2c3d]] tu ic sy", "tokenic itu ic saya"),
    ("café", "cafe"),
    ("berapa?!", "berapa ? !"),
    ("aaaa", "aaa"),
    ("", ""),
]


@pytest.mark.parametrize(("typed", "expected"), TABLE)
def test_a_message_becomes_plain_words(typed: str, expected: str) -> None:
    assert plain(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "Am I still with SOCSO when I drive to my second job at night?",
            "am i still with socso when i drive to my second job at night?",
        ),
        ("Adakah saya layak menuntut?", "adakah saya layak menuntut?"),
        ("brp nk byr sethn", plain("brp nk byr sethn")),
        ("Ｂｏｌｅｈ ke\u200b saya?", "boleh ke saya?"),
        ("is [[IC:0a1b2c3d]] my number there", "is tokenic my number there"),
        ("", ""),
    ],
)
def test_the_encoder_reads_what_is_written_out_as_it_was_typed(
    typed: str, expected: str
) -> None:
    assert sentence(typed) == expected


def test_words_know_their_place_in_the_original() -> None:
    text = "Ｇaji  s\u200by rm2950"
    places = [(word.text, text[word.start : word.end]) for word in words(text)]
    assert places == [
        ("gaji", "Ｇaji"),
        ("saya", "s\u200by"),
        ("rm", "rm"),
        ("2950", "2950"),
    ]


@given(st.text(max_size=200))
def test_every_word_stands_somewhere_whatever_is_typed(text: str) -> None:
    said = words(text)
    assert all(0 <= w.start < w.end <= len(text) for w in said)
    assert all(w.text for w in said)


def test_a_very_long_message_is_cut() -> None:
    assert len(words("ya " * 10_000)) <= MAX_CHARACTERS


def test_no_short_form_stands_for_two_things() -> None:
    listed = [s for said in document("short_forms").values() for s in phrases(said)]
    assert sorted(listed) == sorted(set(listed))


def test_short_forms_are_single_words_that_the_text_can_hold() -> None:
    assert all(short.isalpha() and short.islower() for short in mapping("short_forms"))


def test_no_short_form_leads_to_another() -> None:
    table = mapping("short_forms")
    chained = {
        short: plain
        for short, plain in table.items()
        if any(word in table for word in plain.split())
    }
    assert not chained
