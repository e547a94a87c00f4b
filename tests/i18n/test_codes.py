"""Every code that the rulebook can speak has its words, in both languages."""

from __future__ import annotations

import string
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from bot.i18n.wording.amounts import LABELS as AMOUNTS
from bot.i18n.wording.asking import (
    LABELS,
    QUESTIONS,
    WHYS,
    fact_label,
    fact_options,
    fact_question,
)
from bot.i18n.wording.conditions import CONDITIONS
from bot.i18n.wording.leftovers import DATES, DURATIONS, ITEMS
from bot.i18n.wording.notes import NOTES
from bot.i18n.wording.refers import REFERS
from bot.i18n.wording.steps import STEPS
from bot.i18n.wording.terms import NAMES, SCHEMES
from bot.i18n.wording.values import Wording, worded
from bot.rulebook import codes
from bot.rulebook.facts import EVERY_FACT

LANGUAGES = ("ms", "en")
SAMPLES: dict[str, object] = {
    "money": Decimal("1234.50"),
    "percent": Decimal("1.25"),
    "age": 54,
    "years": 2,
    "months": 12,
    "days": 60,
    "hours": 48,
    "year": 2026,
    "number": 20,
    "plan": 2,
    "category": 1,
    "date": date(2026, 8, 31),
    "scheme": "skssr",
    "plain": "Grab",
}


def test_every_code_is_worded_and_nothing_else() -> None:
    assert set(CONDITIONS) == set(codes.CONDITIONS)
    assert set(NOTES) == set(codes.NOTES)
    assert set(STEPS) == set(codes.STEPS)
    assert set(WHYS) == set(codes.WHYS)
    assert set(REFERS) == set(codes.REFERS)


def test_every_name_of_a_decision_is_worded() -> None:
    assert set(AMOUNTS) == set(codes.AMOUNTS)
    assert set(DATES) == set(codes.DATES)
    assert set(DURATIONS) == set(codes.DURATIONS)
    assert set(codes.ITEMS) - {"schemes"} == set(ITEMS)
    assert set(codes.ITEMS["schemes"]) <= set(SCHEMES)


@pytest.mark.parametrize("kind", ["documents", "forms", "places"])
def test_every_item_is_named(kind: str) -> None:
    assert set(codes.ITEMS[kind]) == set(NAMES[kind])


def wordings() -> Iterator[tuple[str, Wording]]:
    for code, (met, unmet) in CONDITIONS.items():
        yield f"{code} met", met
        yield f"{code} not met", unmet
    yield from NOTES.items()
    yield from STEPS.items()


def sample(kind: str) -> object:
    known = NAMES.get(kind)
    return SAMPLES[kind] if kind in SAMPLES or known is None else next(iter(known))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "wording"), list(wordings()))
def test_every_sentence_of_a_code_can_be_said(
    code: str, wording: Wording, language: str
) -> None:
    said = set()
    for sentence in wording.sentences:
        wanted = {
            place for _, place, _, _ in string.Formatter().parse(sentence) if place
        }
        values = {place: sample(wording.kinds.get(place, "plain")) for place in wanted}
        text = worded(wording, values, language)
        said.add(text)
        assert text
        assert not set("{}") & set(text)
        assert "None" not in text
    assert len(said) == len(wording.sentences)


@pytest.mark.parametrize(("code", "wording"), list(wordings()))
def test_a_sentence_uses_the_operands_that_its_gloss_names(
    code: str, wording: Wording
) -> None:
    name = code.split(" ")[0]
    if name not in codes.REASONS:
        return
    gloss = codes.REASONS[name]
    fullest = {p for _, p, _, _ in string.Formatter().parse(wording.sentences[0]) if p}
    assert all(f"{place}:" in gloss for place in fullest), gloss


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fact", EVERY_FACT)
def test_every_fact_can_be_asked_for_with_the_reason(fact: str, language: str) -> None:
    for other in (False, True):
        asked = fact_question(fact, language, other=other)
        question, _, why = asked.partition("?")
        assert question
        assert why.strip().endswith(".")
    assert fact_label(fact, language) != fact or language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "fact", [name for name in EVERY_FACT if EVERY_FACT[name].values]
)
def test_the_options_of_a_fact_are_its_values_with_different_titles(
    fact: str, language: str
) -> None:
    options = fact_options(fact, language)
    assert [value for value, _ in options] == list(EVERY_FACT[fact].values)
    titles = [title for _, title in options]
    assert len(set(titles)) == len(titles)
    assert all("_" not in title and len(title) <= 45 for title in titles)


def test_yes_and_no_are_options_of_what_is_true_or_false() -> None:
    assert fact_options("first_time", "ms") == [(True, "Ya"), (False, "Tidak")]
    assert fact_options("sex", "ms") == [("female", "Perempuan"), ("male", "Lelaki")]
    assert fact_options("plan", "en")[1] == (2, "Plan 2")
    assert fact_options("wage", "en") == []
    boolean = {name for name, fact in EVERY_FACT.items() if fact.kind == "boolean"}
    assert all(len(fact_options(name, "ms")) == 2 for name in boolean)


def test_facts_that_are_asked_are_the_facts_that_there_are() -> None:
    assert set(QUESTIONS) == set(EVERY_FACT)
    assert set(LABELS) == {*EVERY_FACT, "on"}
    assert {fact.why for fact in EVERY_FACT.values()} <= set(WHYS)
