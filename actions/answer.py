"""Answering: every need of a message, and the question whose facts are complete."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.lookup import clerk_of
from actions.support import (
    SafeAction,
    memory_of,
    message_of,
    remember,
    tools,
    utter,
)
from bot.dialogue.form import complete
from bot.dialogue.lookup_turn import go_on, take
from bot.dialogue.lookup_words import TOPIC_OF
from bot.dialogue.planner import reply
from bot.dialogue.turn import Turn


class ActionAnswer(SafeAction):
    """Answers what was asked; starts or ends the form according to what is missing."""

    def name(self) -> str:
        return "action_answer"

    def act(
        self, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> list[EventType]:
        message, memory = message_of(tracker), memory_of(tracker)
        clerk = clerk_of(tracker)
        turn = take(message, memory, clerk)
        if turn is None:
            turn = go_on(reply(message, memory, tools()), message, clerk)
        utter(dispatcher, turn.utterances, language=turn.language)
        return remember(turn) + _what_follows(turn, tracker)

    def late(self, tracker: Tracker) -> str:
        """Records that cannot be reached in time are no lack of records."""
        about_records = set(message_of(tracker).needs) & set(TOPIC_OF)
        if memory_of(tracker).lookup or about_records:
            return "utter_lookup_unavailable"
        return super().late(tracker)


class ActionAnswerQuestion(SafeAction):
    """Answers the question that the form collected facts for, and those that waited."""

    def name(self) -> str:
        return "action_answer_question"

    def act(
        self, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> list[EventType]:
        message = message_of(tracker)
        turn = complete(message, memory_of(tracker), tools())
        turn = go_on(turn, message, clerk_of(tracker))
        utter(dispatcher, turn.utterances)
        return remember(turn) + _what_follows(turn, tracker)


def _what_follows(turn: Turn, tracker: Tracker) -> list[EventType]:
    if turn.memory.asked:
        return [SlotSet("fact", None), FollowupAction("facts_form")]
    if tracker.active_loop.get("name"):
        return [
            ActiveLoop(None),
            SlotSet("requested_slot", None),
            FollowupAction("action_listen"),
        ]
    return [FollowupAction("action_listen")]
