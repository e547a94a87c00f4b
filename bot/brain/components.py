"""Understanding as a component of the dialogue engine's graph.

Everything that is clever stands in `bot.understanding`; this only hands training data
over, keeps the model where the engine keeps models, and writes what was understood
onto the message.
"""

# ruff: noqa: ARG003 - the graph dictates the arguments

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

import bot.understanding
from bot import settings
from bot.understanding import Parsed, Understanding, second_training
from bot.understanding.embedding import embedder
from bot.understanding.engine import FALLBACK
from bot.understanding.second_training import with_second
from bot.understanding.training import train
from bot.understanding.types import Example

EXTRACTOR = "Understanding"


@DefaultV1Recipe.register(
    [
        DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER,
        DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR,
    ],
    is_trainable=True,
)
class UnderstandingComponent(GraphComponent):  # type: ignore[misc]
    """Trains, loads and runs `bot.understanding` inside the graph."""

    def __init__(
        self,
        storage: ModelStorage,
        resource: Resource,
        understanding: Understanding | None = None,
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._understanding = understanding

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> UnderstandingComponent:
        """A component that is still to be trained."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> UnderstandingComponent:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            understanding = Understanding.load(Path(folder))
        return cls(model_storage, resource, understanding)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Changes when our code, our lists or what tells two needs change.

        The engine sees only this file and the training data in its own format.
        """
        folder = Path(bot.understanding.__file__).parent
        model = embedder()
        digest = hashlib.sha256(b"" if model is None else model.name.encode())
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".py", ".yml")):
            digest.update(path.read_bytes())
        if second_training.FILE.is_file():
            digest.update(second_training.FILE.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and keep the model."""
        messages = training_data.intent_examples
        model = train(
            [example_of(message) for message in messages],
            model=embedder(),
            cache=settings.load().var / "cache",
        )
        model = with_second(model, second_training.read())
        with self._storage.write_to(self._resource) as folder:
            model.save(Path(folder))
        self._understanding = Understanding(model)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after us learns from what we would add."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Write onto each message what it asks and names."""
        for message in messages:
            if self._understanding is not None:
                _annotate(message, self._understanding.parse(message.get("text") or ""))
        return messages


def example_of(message: Message) -> Example:
    """The example that a training message holds."""
    told = (message.get("metadata") or {}).get("example") or {}
    return Example(
        text=message.get("text"),
        intent=message.get("intent"),
        speaker=str(told.get("speaker", "")),
        language=str(told.get("language", "")),
    )


def _annotate(message: Message, parsed: Parsed) -> None:
    top = parsed.intent if parsed.band == "answer" else FALLBACK
    values: dict[str, object] = {
        "intent": {"name": top, "confidence": parsed.confidence},
        "intent_ranking": _ranking(parsed, top),
        "entities": [
            {**entity.to_json(), "extractor": EXTRACTOR} for entity in parsed.entities
        ],
        "understanding": {
            "needs": [
                {"need": need.need, "confidence": need.confidence}
                for need in parsed.needs
            ],
            "band": parsed.band,
            "ranking": [list(pair) for pair in parsed.ranking],
            "suggestions": list(parsed.suggestions),
            "also": list(parsed.also),
            "numbers": list(parsed.numbers),
        },
    }
    for name, value in values.items():
        message.set(name, value, add_to_output=True)


def _ranking(parsed: Parsed, top: str) -> list[dict[str, object]]:
    ranking: list[dict[str, object]] = [
        {"name": intent, "confidence": confidence}
        for intent, confidence in parsed.ranking
    ]
    if top == FALLBACK:
        ranking.insert(0, {"name": FALLBACK, "confidence": parsed.confidence})
    return ranking
