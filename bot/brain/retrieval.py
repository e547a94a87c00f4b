"""Finding known questions as a component of the dialogue engine's graph.

It learns from the questions themselves, not from the training examples; what it finds
is written onto the message for the dialogue to weigh.
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

from bot import settings
from bot.brain.known import build, texts
from bot.understanding import retrieval
from bot.understanding.embedding import plain_embedder

FOUND = "found"  # attribute of the message


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True
)
class RetrievalComponent(GraphComponent):  # type: ignore[misc]
    """Trains, loads and runs `bot.understanding.retrieval` inside the graph."""

    def __init__(
        self,
        storage: ModelStorage,
        resource: Resource,
        index: retrieval.Index | None = None,
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._index = index

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> RetrievalComponent:
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
    ) -> RetrievalComponent:
        """The component as it was trained."""
        with model_storage.read_from(resource) as folder:
            index = retrieval.Index.load(Path(folder))
        return cls(model_storage, resource, index)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        """Changes when the questions or their translations change."""
        digest = hashlib.sha256(b"" if plain_embedder() is None else b"embeddings")
        for name, text in texts():
            digest.update(f"{name}\0{text}\0".encode())
        digest.update(Path(retrieval.__file__).read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Index the questions and keep the index."""
        index = build(cache=settings.load().var / "cache")
        with self._storage.write_to(self._resource) as folder:
            index.save(Path(folder))
        self._index = index
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing after us learns from what we would add."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Write onto each message which known questions it may ask."""
        for message in messages:
            if self._index is not None:
                hits = self._index.find(message.get("text") or "", plain_embedder())
                found = [hit.to_json() for hit in hits if hit.band != "far"]
                message.set(FOUND, found, add_to_output=True)
        return messages
