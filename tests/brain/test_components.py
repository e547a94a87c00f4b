"""Our component in the dialogue engine's own graph: trained, kept, loaded, asked."""

from __future__ import annotations

import asyncio
import shutil
import tarfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import settings as settings_module
from bot.understanding import Understanding
from tests.understanding.conftest import SAID

pytestmark = [pytest.mark.rasa, pytest.mark.filterwarnings("ignore")]
ROOT = Path(__file__).resolve().parent.parent.parent


def _project(folder: Path) -> None:
    blocks = [
        {
            "intent": intent,
            "examples": [
                {"text": text, "metadata": {"speaker": f"s{number}", "language": "ms"}}
                for number, text in enumerate(texts)
            ],
        }
        for intent, texts in SAID.items()
    ]
    domain = {
        "version": "3.1",
        "intents": [*SAID, "nlu_fallback"],
        "entities": ["age", "amount", "plan"],
        "responses": {"utter_greet": [{"text": "Hai"}]},
    }
    steps = [{"intent": "greet"}, {"action": "utter_greet"}]
    rules = {"rules": [{"rule": "greet back", "steps": steps}]}
    for name, content in (
        ("nlu", {"nlu": blocks}),
        ("domain", domain),
        ("rules", rules),
    ):
        text = yaml.safe_dump(content, allow_unicode=True)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")


def _remember(folder: Path) -> None:
    """Embeddings that a training of the project has kept are not computed again."""
    folder.mkdir(parents=True)
    for kept in (settings_module.load().var / "cache").glob("embeddings-*.npz"):
        shutil.copy(kept, folder / kept.name)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A tiny model trained with the project's own config.yml."""
    folder = tmp_path_factory.mktemp("project")
    _project(folder)
    _remember(folder / "var" / "cache")
    patch = pytest.MonkeyPatch()
    patch.setenv("RASA_TELEMETRY_ENABLED", "false")
    patch.setenv("TANYA_VAR", str(folder / "var"))
    patch.chdir(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from rasa.model_training import train

        files = [str(folder / "nlu.yml"), str(folder / "rules.yml")]
        domain, config = str(folder / "domain.yml"), str(ROOT / "config.yml")
        result = train(domain, config, files, str(folder), fixed_model_name="tanya")
    yield Path(result.model)
    patch.undo()


@pytest.fixture(scope="module")
def agent(trained: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from rasa.core.agent import Agent

        return Agent.load(str(trained))


def ask(agent: Any, text: str) -> dict[str, Any]:
    parsed: dict[str, Any] = asyncio.run(agent.parse_message(text))
    return parsed


def test_a_message_carries_intent_entities_and_understanding(agent: Any) -> None:
    parsed = ask(agent, "umur 54, macam mana nak bayar")
    assert parsed["understanding"]["needs"][0]["need"] == "how_to_pay"
    assert parsed["understanding"]["ranking"][0][0] == "how_to_pay"
    assert parsed["understanding"]["numbers"] == ["54"]
    entity = next(e for e in parsed["entities"] if e["entity"] == "age")
    assert (entity["value"], entity["start"], entity["end"]) == (54, 5, 7)


def test_below_the_answer_band_the_intent_is_the_fallback(agent: Any) -> None:
    parsed = ask(agent, "????")
    assert parsed["intent"]["name"] == "nlu_fallback"
    assert parsed["understanding"]["band"] == "sorry"


def test_an_intent_in_the_answer_band_is_named(agent: Any) -> None:
    parsed = ask(agent, "selamat pagi")
    assert parsed["understanding"]["band"] == "answer"
    assert parsed["intent"]["name"] == "greet"
    assert parsed["intent_ranking"][0]["name"] == "greet"


def test_a_rule_follows_what_was_understood(agent: Any) -> None:
    replies = asyncio.run(agent.handle_text("selamat pagi"))
    assert [reply["text"] for reply in replies] == ["Hai"]


def test_the_archive_is_read_without_the_engine_and_says_the_same(
    agent: Any, trained: Path
) -> None:
    alone = Understanding.load(trained)
    for text in ("macam mana nak bayar", "who gets the funeral money", "plan 2"):
        top = ask(agent, text)["understanding"]["ranking"][0][0]
        assert alone.parse(text).ranking[0][0] == top


def test_no_pickle_is_in_the_archive(trained: Path) -> None:
    with tarfile.open(trained) as archive:
        names = [member.name for member in archive if member.isfile()]
    endings = {Path(name).suffix for name in names}
    assert endings <= {".json", ".npz", ".yml"}, names


def test_speaker_and_language_of_an_example_reach_training(tmp_path: Path) -> None:
    from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader

    from bot.brain.components import example_of

    _project(tmp_path)
    read = RasaYAMLReader().reads((tmp_path / "nlu.yml").read_text(encoding="utf-8"))
    first = example_of(read.intent_examples[0])
    assert (first.speaker, first.language) == ("s0", "ms")
    assert first.text in SAID[first.intent]


def test_training_again_is_needed_when_our_lists_change(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from bot.brain import components

    before = components.UnderstandingComponent.fingerprint_addon({})
    assert components.UnderstandingComponent.fingerprint_addon({}) == before
    (tmp_path / "short_forms.yml").write_text("saya: sy")
    place = str(tmp_path / "__init__.py")
    monkeypatch.setattr(components.bot.understanding, "__file__", place)
    assert components.UnderstandingComponent.fingerprint_addon({}) != before


def test_training_again_is_needed_when_messages_of_two_needs_change(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from bot.brain import components

    path = tmp_path / "questions.csv"
    monkeypatch.setattr(components.second_training, "FILE", path)
    addon = components.UnderstandingComponent.fingerprint_addon
    without = addon({})
    path.write_text("text,needs,language,speaker\n")
    empty = addon({})
    path.write_text("text,needs,language,speaker\nhai,greet,ms,s1\n")
    assert len({without, empty, addon({})}) == 3


def test_a_known_question_is_found_and_written_onto_the_message(agent: Any) -> None:
    found = ask(agent, "does it count if I stop for lunch?")["found"]
    assert found[0]["name"] == "lunch"
    assert found[0]["band"] in ("sure", "answer")
