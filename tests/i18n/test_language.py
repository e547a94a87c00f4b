"""Which language a message is in, measured on messages that we labelled ourselves."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n.language import choose

MESSAGES = Path(__file__).parent / "messages.csv"


def labelled(*kinds: str) -> list[dict[str, str]]:
    with MESSAGES.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    return [row for row in rows if not kinds or row["kind"] in kinds]


@pytest.mark.parametrize(
    ("kinds", "floor"),
    [
        ((), 0.98),
        (("standard",), 0.99),
        (("sms",), 0.97),
        (("kelantan", "kedah"), 0.99),
        (("sabah", "sarawak"), 0.99),
        (("manglish",), 0.99),
        (("mixed",), 0.95),
    ],
)
def test_the_answer_is_in_the_language_of_the_message(
    kinds: tuple[str, ...], floor: float
) -> None:
    rows = labelled(*kinds)
    wrong = [
        row["text"]
        for row in rows
        if choose(row["text"]).answer_language != row["answer"]
    ]
    assert 1 - len(wrong) / len(rows) >= floor, wrong


def test_mixed_messages_are_told_from_the_others() -> None:
    rows = labelled()
    wrong = [
        row["text"] for row in rows if choose(row["text"]).language != row["language"]
    ]
    assert 1 - len(wrong) / len(rows) >= 0.95, wrong


@pytest.mark.parametrize(
    "text", ["ok", "54", "", "  ", "👍", "RM1,700", "/ask{}", "Grab"]
)
@pytest.mark.parametrize("previous", ["ms", "en"])
def test_a_neutral_message_keeps_the_language_of_the_conversation(
    text: str, previous: str
) -> None:
    choice = choose(text, previous=previous)
    assert (choice.language, choice.answer_language) == (previous, previous)


def test_malay_is_spoken_first_when_nothing_is_known() -> None:
    assert choose("54").answer_language == "ms"


def test_the_language_turns_when_the_person_turns_to_another() -> None:
    assert choose("how much is it a year", previous="ms").answer_language == "en"
    assert choose("berapa setahun", previous="en").answer_language == "ms"


@pytest.mark.parametrize("chosen", ["ms", "en"])
@pytest.mark.parametrize("text", ["how much is it", "berapa bayarannya", "ok", "你好"])
def test_a_language_chosen_by_hand_wins(text: str, chosen: str) -> None:
    assert choose(text, previous="ms", chosen=chosen).answer_language == chosen


def test_a_chosen_language_does_not_hide_how_the_message_is_written() -> None:
    assert choose("how much is it a year", chosen="ms").language == "en"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("请问家庭主妇可以参加吗", "zh"),
        ("PERKESO 怎样付款", "zh"),
        ("வணக்கம் எப்படி பதிவு செய்வது", "ta"),
        ("boleh saya mendaftar hari ini (谢)", None),
        ("saya nak bayar", None),
        ("كامي نق باير", None),
    ],
)
def test_chinese_and_tamil_are_seen_by_their_script(
    text: str, other: str | None
) -> None:
    assert choose(text).other == other


def test_jawi_is_malay() -> None:
    assert choose("اد بياران", previous="en").answer_language == "ms"


def test_number_tokens_and_addresses_say_nothing() -> None:
    text = "[[IC:1a2b3c4d]] someone@example.com https://example.com/the/page"
    assert choose(text, previous="ms").answer_language == "ms"


@given(st.text(max_size=300), st.sampled_from([None, "ms", "en", "xx"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_a_choice(text: str, previous: str | None) -> None:
    choice = choose(text, previous=previous)
    assert choice.language in ("ms", "en", "mixed")
    assert choice.answer_language in ("ms", "en")
    assert choice.other in (None, "zh", "ta")


def test_a_very_long_message_is_judged_by_its_beginning() -> None:
    assert choose("berapa " * 50_000).answer_language == "ms"
