"""Answering: every need of a message, and the question whose facts are complete."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.support import (
    SafeAction,
    memory_of,
    message_of,
    remember,
    tools,
    utter,
)
from bot.dialogue.form import complete
from bot.dialogue.planner import reply
from bot.dialogue.turn import Turn


class ActionAnswer(SafeAction):
    """Answers what was asked; starts or ends the form according to what is missing."""

    def name(self) -> str:
        return "action_answer"

    def act(
        self, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> list[EventType]:
        turn = reply(message_of(tracker), memory_of(tracker), tools())
        utter(dispatcher, turn.utterances, language=turn.language)
        return remember(turn) + _what_follows(turn, tracker)


class ActionAnswerQuestion(SafeAction):
    """Answers the question that the form collected facts for, and those that waited."""

    def name(self) -> str:
        return "action_answer_question"

    def act(
        self, dispatcher: CollectingDispatcher, tracker: Tracker
    ) -> list[EventType]:
        turn = complete(message_of(tracker), memory_of(tracker), tools())
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
