"""The private channel: a turn is run once, and says how it went."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, BotUttered, SlotSet, UserUttered

from bot.brain import channel
from bot.brain.turn import TurnRequest, note_failure

pytestmark = pytest.mark.rasa


class Brain:
    """Stands in for Rasa's agent: answers every message with the same events."""

    action_endpoint = None

    def __init__(self, *answers: Any) -> None:
        self.tracker_store = InMemoryTrackerStore(Domain.empty())
        self.answers = answers
        self.ran = 0

    async def handle(self, message: UserMessage) -> None:
        self.ran += 1
        tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
        tracker.update(UserUttered(message.text, message_id=message.message_id))
        for event in self.answers:
            tracker.update(event)
        await self.tracker_store.save(tracker)


@pytest.fixture(autouse=True)
def _actions_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def yes(_: object) -> bool:
        return True

    monkeypatch.setattr(channel, "_answers", yes)


def asked(message_id: str = "1") -> TurnRequest:
    return TurnRequest("web:1", message_id, "hai", {"answer_language": "ms"})


BUTTON = {"title": "Ya", "payload": '/inform{"first_time": true}'}


async def test_a_turn_is_answered_with_texts_and_buttons() -> None:
    brain = Brain(BotUttered("Hai", data={"buttons": [BUTTON]}), BotUttered("Lagi"))
    answer = await channel.take_turn(brain, asked(), brain.handle)
    assert answer["status"] == "answered"
    assert answer["messages"] == [
        {"text": "Hai", "buttons": [BUTTON]},
        {"text": "Lagi", "buttons": []},
    ]


async def test_a_turn_that_was_run_is_not_run_again() -> None:
    brain = Brain(BotUttered("Hai"))
    first = await channel.take_turn(brain, asked(), brain.handle)
    await channel.take_turn(brain, asked("2"), brain.handle)
    again = await channel.take_turn(brain, asked(), brain.handle)
    assert again == first
    assert brain.ran == 2


async def test_a_turn_without_a_reply_says_so() -> None:
    brain = Brain()
    answer = await channel.take_turn(brain, asked(), brain.handle)
    assert answer["status"] == "empty"


async def test_what_is_waited_for_and_a_chosen_language_are_told() -> None:
    brain = Brain(
        SlotSet("chosen_language", "en"),
        ActiveLoop("facts_form"),
        BotUttered("How old are you?"),
    )
    answer = await channel.take_turn(brain, asked(), brain.handle)
    assert answer["awaiting"] == "fact"
    assert answer["chosen_language"] == "en"


async def test_an_error_fails_the_turn_and_keeps_what_was_typed_out_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    brain = Brain()

    async def broken(message: UserMessage) -> None:
        raise RuntimeError(f"cannot read {message.text}")

    answer = await channel.take_turn(brain, asked(), broken)
    assert (answer["status"], answer["retry"]) == ("failed", False)
    assert "hai" not in caplog.text


async def test_a_failed_read_of_the_tracker_fails_the_turn() -> None:
    brain = Brain(BotUttered("Hai"))

    async def reading_fails(message: UserMessage) -> None:
        note_failure("tracker read")
        await brain.handle(message)

    answer = await channel.take_turn(brain, asked(), reading_fails)
    assert answer["status"] == "failed"


async def test_without_actions_the_turn_is_not_run_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def no(_: object) -> bool:
        return False

    monkeypatch.setattr(channel, "_answers", no)
    brain = Brain(BotUttered("Hai"))
    answer = await channel.take_turn(brain, asked(), brain.handle)
    assert (answer["status"], answer["retry"], brain.ran) == ("failed", True, 0)


async def test_health_tells_the_model_and_the_actions() -> None:
    agent = SimpleNamespace(is_ready=lambda: True, action_endpoint=object())
    assert await channel.read_health(agent) == {"model": True, "actions": True}
    assert await channel.read_health(None) == {"model": False, "actions": False}
