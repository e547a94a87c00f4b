"""Conversations with the action itself: the real identity, records that can fail."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import answer
from tests.identity.conftest import Desk
from tests.identity.people import KNOWN

HERE = "web:here"
AGREE = "setuju"


@dataclass
class Conversation:
    """A conversation with `action_answer`, as Rasa would run it."""

    desk: Desk
    name: str = HERE
    address: str | None = None
    memory: dict[str, Any] | None = None
    events: list[dict[str, Any]] = field(default_factory=list)

    def say(
        self, text: str, intent: str = "nlu_fallback", **entities: Any
    ) -> list[dict[str, Any]]:
        """The replies to `text`; numbers are sealed as the gateway seals them."""
        self.events.append(
            {
                "event": "user",
                "text": text,
                "message_id": self.desk.id(),
                "metadata": {"answer_language": "ms", "address": self.address},
            }
        )
        latest = {
            "intent": {"name": intent},
            "text": text,
            "entities": [{"entity": k, "value": v} for k, v in entities.items()],
        }
        tracker = Tracker(
            self.name,
            {"memory": self.memory},
            latest,
            list(self.events),
            False,
            None,
            {},
            "action_listen",
        )
        dispatcher = CollectingDispatcher()
        action = answer.ActionAnswer()
        events = asyncio.run(action.run(dispatcher, tracker, {}))
        for event in events:
            if event["event"] == "slot" and event["name"] == "memory":
                self.memory = event["value"]
        return list(dispatcher.messages)

    def number(self, number: str) -> list[dict[str, Any]]:
        return self.say(self.desk.vault.seal(self.name, "IC", number))

    def code(self, code: str) -> list[dict[str, Any]]:
        return self.say(self.desk.vault.seal(self.name, "CODE", code))

    def opened(self, message: dict[str, Any]) -> dict[str, Any]:
        """What the result in a reply holds, as the gateway finds it."""
        body = self.desk.identity.open_result(self.name, message["reference"])
        assert body is not None
        return body

    def verify(self, number: str = KNOWN, need: str = "check_claim_status") -> Any:
        self.say("status saya", need)
        self.say(AGREE, "affirm")
        self.number(number)
        return self.code(self.desk.code())


def names(messages: list[dict[str, Any]]) -> list[str]:
    return [message["response"] for message in messages]
