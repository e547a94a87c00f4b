"""What every action shares: the tools of the dialogue, and an edge that cannot fail."""

from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot import settings
from bot.clock import today
from bot.dialogue import Memory, Message, Turn, Utterance
from bot.dialogue.asking import Tools
from bot.dialogue.tools import build

logger = logging.getLogger(__name__)
SECONDS = 8.5  # then the person is told; whatever it waits for gives up by itself
_THREADS = ThreadPoolExecutor(32, thread_name_prefix="action")


class SafeAction(Action, ABC):  # type: ignore[misc]
    """An action that always says something: what fails is logged and apologised for."""

    @abstractmethod
    def act(
        self, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> list[EventType]:
        """Do it; anything raised becomes an apology."""

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],
    ) -> list[EventType]:
        # what comes too late goes to a dispatcher that nobody reads any more
        own = CollectingDispatcher()
        work = asyncio.get_running_loop().run_in_executor(
            _THREADS, self.act, own, tracker
        )
        try:
            events: list[EventType] = await asyncio.wait_for(work, SECONDS)
        except asyncio.TimeoutError:
            logger.error("%s: took too long", self.name())
            dispatcher.utter_message(response=self.late(tracker))
            return []
        except Exception as error:  # the edge of the action server
            # the trace names places, never the values a person gave
            logger.error("%s: %s", self.name(), type(error).__name__)
            dispatcher.utter_message(response="utter_error")
            return []
        dispatcher.messages.extend(own.messages)
        return events

    def late(self, tracker: Tracker) -> str:
        """What is said when it took too long."""
        return "utter_error"


def tools() -> Tools:
    """The tools of this process, for today in Malaysia."""
    return _tools(today(settings.load()).isoformat())


@lru_cache(maxsize=2)
def _tools(day: str) -> Tools:
    return build(settings.load(), day)


def memory_of(tracker: Tracker) -> Memory:
    """What is remembered of this conversation."""
    return Memory.from_json(tracker.get_slot("memory"))


def message_of(tracker: Tracker) -> Message:
    """The latest message as it was understood."""
    return Message.from_rasa(tracker.latest_message)


def utter(
    dispatcher: CollectingDispatcher,
    utterances: Iterable[Utterance],
    *,
    language: str | None = None,
) -> None:
    """Send utterances by response name; the wording is done elsewhere."""
    for utterance in utterances:
        chosen = {"language": language} if language else {}
        dispatcher.utter_message(
            response=utterance.response,
            offers=[offer.to_json() for offer in utterance.offers],
            **utterance.values,
            **chosen,
        )


def remember(turn: Turn) -> list[EventType]:
    """Slots after `turn`."""
    events: list[EventType] = [SlotSet("memory", turn.memory.to_json())]
    if turn.language:
        events.append(SlotSet("chosen_language", turn.language))
    if turn.view:
        events.append(SlotSet("view", turn.view))
    return events
