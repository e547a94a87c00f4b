"""Questions beside the usual ones: whole, cited, in both languages, and answerable."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
import yaml

from bot import rulebook
from bot.answers import longtail
from bot.dialogue.needs import CLAIM_NEEDS, FIXED
from bot.dialogue.small_talk import SMALL_TALK
from bot.dialogue.wording import load_words
from bot.errors import ConfigurationError
from bot.i18n import LANGUAGES
from bot.i18n.extractors import extract_entries
from bot.settings import ROOT, load

ON = "2026-11-23"
VERDICTS = frozenset({"yes", "no", "ya", "tidak", "boleh", "bukan", "not", "never"})
GOOD = """
- name: one
  needs: [how_to_pay]
  title: "A question?"
  text: "It costs {price}."
  values: {price: skssr/contribution}
  facts: [SKSSR-015]
  confidence: high
  source: "Act 838"
  checked_on: 2026-11-22
  offers: []
  asked:
    ms: [a, b, c]
    en: [d, e, f]
"""


def loaded(folder: Path, text: str) -> dict[str, longtail.LongTail]:
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    return dict(longtail.load(folder))


def test_there_are_enough_questions_with_phrasings_in_both_languages() -> None:
    known = longtail.load().values()
    assert len(known) >= 150
    for item in known:
        assert len(set(item.phrasings)) == len(item.phrasings)


def test_every_fact_that_an_answer_rests_on_is_registered() -> None:
    register = ROOT / "bot" / "rulebook" / "fact_register" / "facts.csv"
    with register.open(encoding="utf-8", newline="") as file:
        facts = {row["fact"]: row["corrected_by"] for row in csv.DictReader(file)}
    for item in longtail.load().values():
        for fact in item.entry.facts if item.entry else ():
            assert fact in facts, f"{item.name}: {fact}"


def test_a_question_refines_needs_that_there_are() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    needs = {*domain["intents"], *FIXED, *CLAIM_NEEDS, *SMALL_TALK}
    offered = needs | {"talk_to_human"}
    for item in longtail.load().values():
        assert {*item.needs, *item.not_for} <= needs, item.name
        assert not {*item.needs} & {*item.not_for}, item.name
        assert set(item.entry.offers if item.entry else ()) <= offered, item.name


def test_what_the_law_answers_is_a_question_that_it_knows() -> None:
    book = rulebook.load()
    for item in longtail.load().values():
        if item.question:
            decision = book.decide(item.question, item.facts, on=date.fromisoformat(ON))
            assert not decision.need, item.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_can_be_worded_with_its_figures_and_buttons(language: str) -> None:
    words = load_words(load().parameters, lambda name: name)
    for item in longtail.load().values():
        if item.entry is None:
            continue
        told = words.word("utter_known", {"known": item.name, "on": ON}, language)
        assert "{" not in told.text, item.name
        assert len(told.text) < 1200, item.name
        assert len(told.buttons) == len(item.entry.offers), item.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_opens_with_a_yes_or_a_no_to_a_question_that_may_be_put_either_way(
    language: str,
) -> None:
    words = load_words(load().parameters, lambda name: name)
    for item in longtail.load().values():
        if item.entry is None:
            continue
        told = words.word("utter_known", {"known": item.name, "on": ON}, language)
        first = told.text.split()[0].strip(".,:").casefold()
        assert first not in VERDICTS, item.name


def test_a_figure_comes_from_the_law() -> None:
    words = load_words(load().parameters, lambda name: name)
    told = words.word("utter_known", {"known": "employer_penalty", "on": ON}, "ms")
    assert "RM10,000.00" in told.text
    assert "2 tahun" in told.text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("[a, b, c]", "[a, b]", "fewer than 3 phrasings"),
        ("    en: [d, e, f]", "", "asked must hold ms and en"),
        ("{price}", "RM120", "a value that no text names"),
        ("It costs {price}.", "It costs {price} or RM3.", "a figure stands in"),
        ('  text: "It costs {price}."', "", "either a text or a decision"),
        ("  needs: [how_to_pay]", "", "needs and asked are needed"),
        ("confidence: high", "confidence: low", "confidence must be"),
    ],
)
def test_a_wrong_question_names_the_mistake(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        loaded(tmp_path, GOOD.replace(before, after))


def test_a_question_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="stands twice"):
        loaded(tmp_path, GOOD + GOOD)


def test_what_stands_beside_the_questions_is_none_of_them() -> None:
    beside = longtail.beside()
    asked = {text for item in longtail.load().values() for text in item.phrasings}
    assert len(beside) >= 100
    assert len(set(beside)) == len(beside)
    assert not {*beside} & asked


def test_what_stands_beside_is_listed_by_needs_that_there_are() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    needs = yaml.safe_load(longtail.BESIDE.read_text("utf-8"))
    assert set(needs) <= {*domain["intents"], *FIXED, *CLAIM_NEEDS, *SMALL_TALK}


def test_a_list_of_what_stands_beside_must_be_a_mapping(tmp_path: Path) -> None:
    wrong = tmp_path / "beside.yaml"
    wrong.write_text("[a, b]", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="must map needs"):
        longtail.beside(wrong)


def test_every_sentence_is_handed_to_the_catalogue() -> None:
    found = set()
    for path in sorted(longtail.FOLDER.glob("*.yaml")):
        with path.open("rb") as file:
            found |= {message for _, _, message, _ in extract_entries(file, {}, (), {})}
    spoken = {text for item in longtail.load().values() for text in item.sentences}
    assert found == spoken
