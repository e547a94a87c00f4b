"""Rasa's wording hook: response names become text in the language of the turn.

Subclasses the templated generator because only then Rasa hands over the responses of
the domain. It cannot fail: for Rasa a failure here is silence for the person.
"""

from __future__ import annotations

import logging
from typing import Any

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot import settings
from bot.dialogue.wording import Words, load_words

logger = logging.getLogger(__name__)

LAST_RESORT = "utter_error"
LANGUAGES = ("ms", "en")


class TanyaNLG(TemplatedNaturalLanguageGenerator):  # type: ignore[misc]
    """Words every reply through `bot.dialogue.wording`."""

    def __init__(
        self,
        endpoint_config: EndpointConfig | None = None,
        domain: Domain | None = None,
    ) -> None:
        super().__init__(domain.responses if domain else {})
        self._words: Words = load_words(settings.load().parameters, self._source)

    def _source(self, response: str) -> str:
        return str(self.responses[response][0]["text"])

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any]:
        language = language_of(tracker, kwargs)
        try:
            worded = self._words.word(utter_action, kwargs, language)
        except Exception as error:  # the edge: a person must be told something
            logger.error("wording %s: %s", utter_action, type(error).__name__)
            worded = self._words.word(LAST_RESORT, {}, language)
        return {"text": worded.text, "buttons": [dict(b) for b in worded.buttons]}


def language_of(tracker: DialogueStateTracker, values: dict[str, Any]) -> str:
    """The language of a reply: chosen in this turn, else decided by the gateway."""
    metadata = (tracker.latest_message.metadata if tracker.latest_message else {}) or {}
    for language in (values.get("language"), metadata.get("answer_language")):
        if language in LANGUAGES:
            return str(language)
    return "ms"
