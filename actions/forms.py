"""The one form: it asks for the facts that a question of law still needs."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.support import (
    SafeAction,
    memory_of,
    message_of,
    remember,
    tools,
    utter,
)
from bot.dialogue.form import ask, fill
from bot.dialogue.lookup_turn import is_meant

_ANSWERING = {"action_answer", "action_answer_question"}


class ValidateFactsForm(SafeAction):
    """Reads an answer to the fact that was asked for.

    Returning no slot makes the form step aside, so that the message is answered as
    what it is: another question, a correction, a wish to stop.
    """

    def name(self) -> str:
        return "validate_facts_form"

    def act(
        self, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> list[EventType]:
        message, memory = message_of(tracker), memory_of(tracker)
        if _answered_already(tracker) or is_meant(message, memory):
            return []
        turn = fill(message, memory, tools())
        if turn is None:
            return []
        utter(dispatcher, turn.utterances)
        if turn.memory.asked:
            asked = [SlotSet("fact", None), SlotSet("requested_slot", "fact")]
            return remember(turn) + asked
        return [
            *remember(turn),
            SlotSet("fact", "complete"),
            SlotSet("requested_slot", None),
        ]


class ActionAskFact(SafeAction):
    """Asks for the fact that is missing, and says why."""

    def name(self) -> str:
        return "action_ask_facts_form_fact"

    def act(
        self, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> list[EventType]:
        utter(dispatcher, [ask(memory_of(tracker), tools())])
        return []


def _answered_already(tracker: Tracker) -> bool:
    """Whether an action has dealt with the latest message, so that nothing is read."""
    for event in reversed(tracker.events):
        if event.get("event") == "user":
            return False
        if event.get("event") == "action" and event.get("name") in _ANSWERING:
            return True
    return False
