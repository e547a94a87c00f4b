"""The written answers: whole, cited, and refused when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import answers, rulebook
from bot.answers import offices
from bot.dialogue.message import Message
from bot.dialogue.needs import SCHEMES, target
from bot.errors import ConfigurationError
from bot.i18n.extractors import extract_entries

GOOD = """
- name: how_to_pay.x
  text: "A sentence."
  facts: [X-1]
  confidence: high
  source: "Act 1"
  checked_on: 2026-11-22
"""


def loaded(folder: Path, text: str) -> answers.Entries:
    (folder / "one.yaml").write_text(text, encoding="utf-8")
    return answers.load(folder)


def test_every_entry_of_the_product_loads_and_is_cited() -> None:
    for entry in answers.load().all():
        assert entry.facts
        assert entry.source


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("A sentence.", "It costs RM120.", "a figure stands in the text"),
        ("A sentence.", "It is 5 % of wages.", "a figure stands in the text"),
        ("A sentence.", "Hello {name}.", "a figure stands in the text"),
        ("confidence: high", "confidence: low", "confidence must be high or medium"),
        ("facts: [X-1]", "facts: []", "needs facts"),
        ("2026-11-22", "soon", "day of checking"),
        ('source: "Act 1"', 'sauce: "Act 1"', "missing or unknown sauce, source"),
        ("[X-1]", "[X-1", "one.yaml"),
    ],
)
def test_a_wrong_entry_names_the_file_and_the_mistake(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        loaded(tmp_path, GOOD.replace(before, after))
    assert "one.yaml" in str(caught.value)
    assert said in str(caught.value)


def test_every_entry_can_be_reached() -> None:
    """A question of law goes first; an entry behind one would never be told."""
    questions = {question.name for question in rulebook.load().questions()}
    names = answers.load().names()
    for name in names:
        need, _, scheme = name.partition(".")
        found = {
            target(
                need,
                message=Message(text, need, (need,), ()),
                scheme=about,
                questions=questions,
                entries=names,
            ).entry
            for text in ("", "bila mula", "siapa layak")
            for about in ([scheme] if scheme else [None, *SCHEMES])
        }
        assert name in found


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="must be a list"):
        loaded(tmp_path, "name: how_to_pay.x")


def test_an_entry_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="stands twice"):
        loaded(tmp_path, GOOD + GOOD)


def test_every_sentence_is_handed_to_the_catalogue() -> None:
    found = set()
    for path in sorted(answers.entries.FOLDER.glob("*.yaml")):
        with path.open("rb") as file:
            found |= {message for _, _, message, _ in extract_entries(file, {}, (), {})}
    spoken = {text for entry in answers.load().all() for text in entry.sentences}
    assert found == spoken


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("office kat KB buka pukul berapa", "Kota Bharu"),
        ("where is the Johor Bahru branch?", "Johor Bahru"),
        ("negeri perlis ada tak", "Kangar"),
        ("pejabat mana-mana", None),
    ],
)
def test_an_office_is_found_by_town_short_name_or_state(
    text: str, town: str | None
) -> None:
    office = offices.find(text)
    assert (office.town if office else None) == town


def test_only_confirmed_addresses_are_shown() -> None:
    shown = {office.office for office in offices.load() if office.address}
    assert shown == {"OFF-02", "OFF-41"}
