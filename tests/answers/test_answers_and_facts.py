"""Written answers are no surer than their facts, and equal in both languages."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache

import pytest

from bot import answers, i18n
from bot.answers import longtail
from bot.answers.entries import Entry
from bot.dialogue.wording import load_words
from bot.settings import ROOT, load

ON = "2026-11-23"
FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*")
# two is left out: "separuh masa" is part-time, "kedua-dua" is both
COUNTED = {
    "en": ("three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    "ms": ("tiga", "empat", "lima", "enam", "tujuh", "lapan", "sembilan", "sepuluh"),
}
PARTS = {
    "en": {"third": "3", "thirds": "3", "fifth": "5", "fifths": "5"},
    "ms": {"ketiga": "3", "pertiga": "3", "kelima": "5", "perlima": "5"},
}
UNSURE = re.compile(
    r"(?:please|may) (?:ask|check|confirm)|please get|(?:not|no) (?:know|name|say|seen)"
    r"|know (?:no|of no)|(?:could|can) not? ?confirm|differ|I found no",
    re.IGNORECASE,
)
# an age in English is a bare number: "turns 55", "below 60"
AGE_AS_A_TIME = re.compile(
    r"\b(?:under|before|until|at|turns|reach\w*|below|age of|aged) \d+ years\b"
)


@cache
def facts() -> dict[str, dict[str, str]]:
    register = ROOT / "bot" / "rulebook" / "fact_register" / "facts.csv"
    with register.open(encoding="utf-8", newline="") as file:
        return {row["fact"]: row for row in csv.DictReader(file)}


def entries() -> Iterator[Entry]:
    yield from answers.load().all()
    yield from (item.entry for item in longtail.load().values() if item.entry)


def sentences() -> Iterator[tuple[str, str]]:
    """Every sentence of a written answer with the name of the answer."""
    for entry in answers.load().all():
        yield from ((entry.name, sentence) for sentence in entry.sentences)
    for item in longtail.load().values():
        yield from ((item.name, sentence) for sentence in item.sentences)


def figures(text: str, language: str) -> set[str]:
    """The figures of `text`, in digits or in words."""
    counted = {word: str(n) for n, word in enumerate(COUNTED[language], start=3)}
    words = {**counted, **PARTS[language]}
    bare = re.sub(r"{\w+}", " ", text)
    spelt = re.findall(r"[a-z]+", bare.casefold())
    return {*FIGURE.findall(bare), *(words[word] for word in spelt if word in words)}


def test_every_figure_of_an_answer_stands_in_both_languages() -> None:
    unequal = {
        name: figures(sentence, "en") ^ figures(malay, "ms")
        for name, sentence in sentences()
        # a sentence without a translation is told by the check of the catalogues
        if (malay := i18n.translate(sentence, "ms")) != sentence
    }
    assert not {name: odd for name, odd in unequal.items() if odd}


def test_an_answer_is_no_surer_than_its_weakest_fact() -> None:
    too_sure = [
        (entry.name, fact)
        for entry in entries()
        for fact in entry.facts
        if entry.confidence == "high" and facts()[fact]["confidence"] != "high"
    ]
    assert not too_sure


def test_no_answer_rests_on_a_fact_that_another_corrects() -> None:
    corrected = [
        (entry.name, fact, facts()[fact]["corrected_by"])
        for entry in entries()
        for fact in entry.facts
        if facts()[fact]["corrected_by"]
    ]
    assert not corrected


def test_what_no_source_proves_is_told_as_unsure() -> None:
    for entry in entries():
        if any(facts()[fact]["confidence"] == "low" for fact in entry.facts):
            assert UNSURE.search(" ".join(entry.sentences)), entry.name


def test_what_was_only_announced_is_not_told_as_law() -> None:
    for entry in entries():
        if any(facts()[fact]["status"] == "announced" for fact in entry.facts):
            told = " ".join(entry.sentences)
            assert re.search(r"announce|not yet|so far|no date", told), entry.name


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("two thirds of 24 months, RM1,234.50", "en", {"3", "24", "1,234.50"}),
        ("tiga tahun, {months}, 1-300-22-8000", "ms", {"3", "1-300-22-8000"}),
        ("part-time, both of them", "en", set()),
        ("separuh masa, kedua-duanya", "ms", set()),
    ],
)
def test_figures_are_found_in_digits_and_in_words(
    text: str, language: str, found: set[str]
) -> None:
    assert figures(text, language) == found


def test_an_age_is_not_told_as_a_time() -> None:
    words = load_words(load().parameters, lambda name: name)
    for item in longtail.load().values():
        if item.entry is not None:
            values = {"known": item.name, "on": ON}
            told = words.word("utter_known", values, "en").text
            assert not AGE_AS_A_TIME.search(told), item.name
