"""Messages that ask two things are labelled with needs that exist, and are new."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import yaml

from bench import nlu_data
from bench.similar import near_pairs

ROOT = Path(__file__).parents[2]
FILE = ROOT / "data" / "several" / "questions.csv"
COLUMNS = ["text", "needs", "language", "speaker"]
# what people say beside a need, and what only the assistant itself makes
NO_NEED = frozenset(
    [
        "greet",
        "thanks",
        "goodbye",
        "affirm",
        "deny",
        "inform",
        "cancel",
        "menu",
        "ask",
        "lookup",
        "nlu_fallback",
    ]
)

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file, strict=True)]


@pytest.fixture(scope="module")
def needs() -> set[str]:
    document = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    return set(document["intents"]) - NO_NEED


def same(text: str) -> str:
    """`text` without what spacing, capitals and punctuation make of it."""
    return " ".join(re.findall(r"\w+", text.lower()))


def test_every_row_has_all_columns_and_no_other(rows: list[Row]) -> None:
    assert rows
    for number, row in enumerate(rows, start=1):
        assert [*row] == COLUMNS, number
        assert all(row.values()), number
        assert all(value == value.strip() for value in row.values()), number


def test_every_message_asks_one_or_two_needs_that_the_domain_knows(
    rows: list[Row], needs: set[str]
) -> None:
    for row in rows:
        asked = row["needs"].split(";")
        assert len(asked) in {1, 2}, row
        assert len(set(asked)) == len(asked), row
        assert set(asked) <= needs, row


def test_both_kinds_are_told_in_each_language(rows: list[Row]) -> None:
    found = {(row["language"], ";" in row["needs"]) for row in rows}
    assert found == {
        (language, two) for language in nlu_data.LANGUAGES for two in (False, True)
    }


def test_every_speaker_is_heard_in_one_language_and_in_no_other_file(
    rows: list[Row],
) -> None:
    heard = {(row["speaker"], row["language"]) for row in rows}
    speakers = {speaker for speaker, _ in heard}
    assert len(heard) == len(speakers)
    assert all(re.fullmatch(r"s\d+", speaker) for speaker in speakers)
    assert not speakers & {example.speaker for example in nlu_data.examples()}


def test_no_message_stands_twice_or_among_those_with_one_need(
    rows: list[Row],
) -> None:
    texts = [same(row["text"]) for row in rows]
    assert len(set(texts)) == len(texts)
    assert not set(texts) & {same(one.text) for one in nlu_data.examples()}


def test_no_two_messages_are_nearly_the_same(rows: list[Row]) -> None:
    texts = [row["text"] for row in rows]
    assert [(texts[p.first], texts[p.second]) for p in near_pairs(texts)] == []
