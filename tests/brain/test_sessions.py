"""Long conversations go on in new sessions, and the gateway's memory is taken over."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    SlotSet,
    UserUttered,
)
from rasa.utils.endpoints import EndpointConfig

from bot.brain import channel
from bot.brain.guarded import guard
from bot.brain.sessions import MOST_EVENTS
from bot.brain.tracker_store import TanyaTrackerStore
from bot.brain.turn import TurnFailure, TurnRequest, current_failure
from bot.settings import ROOT
from tests.gateway.servers import free_port

pytestmark = [pytest.mark.rasa, pytest.mark.filterwarnings("ignore")]
MEMORY = {"question": "eligibility.skssr", "asked": "age", "facts": {"sex": "female"}}


class Brain:
    """Keeps its trackers as the real one does; answers with what it remembers."""

    action_endpoint = None

    def __init__(self, store: TanyaTrackerStore) -> None:
        self.tracker_store = store
        self.seen: list[Any] = []
        self.pause = 0.0

    async def handle(self, message: UserMessage) -> None:
        tracker = await self.tracker_store.get_or_create_tracker(message.sender_id)
        self.seen.append((tracker.get_slot("memory"), tracker.active_loop_name))
        await asyncio.sleep(self.pause)
        tracker.update(UserUttered(message.text, message_id=message.message_id))
        tracker.update(BotUttered(f"jawapan {message.message_id}"))
        tracker.update(ActionExecuted("action_listen"))
        await self.tracker_store.save(tracker)


@pytest.fixture
def brain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Brain:
    monkeypatch.setenv("TANYA_VAR", str(tmp_path))

    async def yes(_: object) -> bool:
        return True

    monkeypatch.setattr(channel, "_answers", yes)
    domain = Domain.from_dict(yaml.safe_load((ROOT / "domain.yml").read_text("utf-8")))
    return Brain(TanyaTrackerStore(domain))


async def take(brain: Brain, number: int, **metadata: Any) -> dict[str, Any]:
    asked = TurnRequest("web:1", str(number), "hai", metadata)
    return await channel.take_turn(brain, asked, brain.handle)


async def test_a_long_conversation_keeps_its_memory_and_its_form(brain: Brain) -> None:
    tracker = await brain.tracker_store.get_or_create_tracker("web:1")
    tracker.update(SlotSet("memory", MEMORY))
    tracker.update(ActiveLoop("facts_form"))
    await brain.tracker_store.save(tracker)
    lengths = []
    for number in range(1, MOST_EVENTS):
        answer = await take(brain, number)
        assert answer["messages"][0]["text"] == f"jawapan {number}"
        kept = await brain.tracker_store.retrieve("web:1")
        assert kept is not None
        lengths.append(len(kept.events))
    assert max(lengths) < MOST_EVENTS + 20
    assert min(lengths[50:]) < 20
    assert {loop for _, loop in brain.seen} == {"facts_form"}
    assert all(memory == MEMORY for memory, _ in brain.seen)


async def test_what_the_gateway_answered_meanwhile_is_remembered(brain: Brain) -> None:
    await take(brain, 1)
    answer = await take(brain, 2, memory=MEMORY)
    assert brain.seen[-1] == (MEMORY, "facts_form")
    assert answer["memory"] == MEMORY
    await take(brain, 3, memory={**MEMORY, "asked": None})
    assert brain.seen[-1] == ({**MEMORY, "asked": None}, None)


async def test_the_same_turn_asked_again_meanwhile_is_run_once(brain: Brain) -> None:
    brain.pause = 0.2
    first, again = await asyncio.gather(take(brain, 1), take(brain, 1))
    assert first == again
    assert len(brain.seen) == 1


async def test_an_action_server_that_is_gone_makes_the_turn_untouched() -> None:
    class Agent:
        processor: Any = type("Processor", (), {})()
        action_endpoint: Any = None

    agent = Agent()
    agent.processor.action_endpoint = EndpointConfig(
        f"http://127.0.0.1:{free_port()}/webhook"
    )
    guard(agent)
    guard(agent)
    failure = TurnFailure()
    token = current_failure.set(failure)
    with pytest.raises(OSError, match="127"):
        await agent.processor.action_endpoint.request(json={})
    current_failure.reset(token)
    assert failure.untouched
    assert failure.reasons == ["action"]
