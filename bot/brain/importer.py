"""Training messages read in seconds, for the engine's importer.

The engine's own reader checks every file against a schema with a parser in pure Python,
and reads all messages twice. Ours need none of its other forms; stories, rules and the
domain are left to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from rasa.shared.exceptions import YamlSyntaxException
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.errors import ConfigurationError


class MessageImporter(RasaFileImporter):  # type: ignore[misc]
    """Reads messages of an intent; a block of anything else is refused."""

    _read: TrainingData | None = None

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All training messages; a file that is not as ours are is named."""
        if self._read is None:
            files = [Path(name) for name in sorted(self._nlu_files)]
            found = [message for path in files for message in _messages(path)]
            self._read = TrainingData(found)
        return self._read


def _messages(path: Path) -> Iterator[Message]:
    try:
        document = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise YamlSyntaxException(str(path), error) from error
    try:
        for block in document["nlu"]:
            for listed in block["examples"]:
                yield _message(block["intent"], listed)
    except (KeyError, TypeError, AttributeError) as error:
        raise ConfigurationError(
            f"{path}: messages stand as `text` in the `examples` of an `intent`"
        ) from error


def _message(intent: str, listed: dict[str, Any]) -> Message:
    told = listed.get("metadata")
    data = {TEXT: str(listed["text"]).strip(), INTENT: str(intent)}
    return Message(data=data | ({"metadata": {"example": told}} if told else {}))
