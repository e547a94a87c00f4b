"""Training messages are read as the engine's own importer reads them, only sooner."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.exceptions import YamlSyntaxException
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.brain.importer import MessageImporter
from bot.errors import ConfigurationError
from bot.settings import ROOT

pytestmark = [pytest.mark.rasa, pytest.mark.filterwarnings("ignore")]

MESSAGES = """
nlu:
- intent: greet
  examples:
  - text: |
      selamat pagi
    metadata:
      speaker: s1
      language: ms
  - text: hai
- intent: how_to_pay
  examples:
  - text: "bayar: di mana?"
    metadata:
      speaker: s2
      language: ms
"""


def folder(path: Path, text: str) -> list[str]:
    (path / "messages.yml").write_text(text, encoding="utf-8")
    return [str(path)]


def told(data: TrainingData) -> list[tuple[str, str, str]]:
    return [
        (one.get("text"), one.get("intent"), str(one.get("metadata")))
        for one in data.training_examples
    ]


def test_messages_are_those_that_the_engine_reads(tmp_path: Path) -> None:
    paths = folder(tmp_path, MESSAGES)
    ours = MessageImporter(training_data_paths=paths).get_nlu_data()
    engine = RasaFileImporter(training_data_paths=paths).get_nlu_data()
    assert len(told(ours)) == 3
    assert told(ours) == told(engine)


def test_the_assistant_is_trained_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    read = MessageImporter.get_nlu_data
    monkeypatch.setattr(
        MessageImporter,
        "get_nlu_data",
        lambda own, language="en": asked.append(language) or read(own, language),
    )
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), training_data_paths=folder(tmp_path, MESSAGES)
    )
    texts = {one.get("text") for one in importer.get_nlu_data().training_examples}
    assert {"selamat pagi", "hai"} <= texts
    assert asked


@pytest.mark.parametrize(
    "text",
    [
        "nlu:\n- intent: greet\n  examples: |\n    - hai\n",
        "nlu:\n- synonym: plan\n  examples:\n  - text: pelan\n",
        "nlu:\n- intent: greet\n  examples:\n  - hai\n",
    ],
)
def test_messages_that_stand_otherwise_are_refused_with_their_file(
    tmp_path: Path, text: str
) -> None:
    importer = MessageImporter(training_data_paths=folder(tmp_path, text))
    with pytest.raises(ConfigurationError, match=r"messages\.yml"):
        importer.get_nlu_data()


def test_a_file_that_breaks_off_is_named(tmp_path: Path) -> None:
    paths = folder(tmp_path, MESSAGES)
    importer = MessageImporter(training_data_paths=paths)
    folder(tmp_path, MESSAGES + "- intent: [")
    with pytest.raises(YamlSyntaxException, match=r"messages\.yml"):
        importer.get_nlu_data()
