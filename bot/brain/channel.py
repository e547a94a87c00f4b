"""The private channel: one POST is one turn, and the answer says how it went.

Loopback only, with a shared secret. Rasa's own channels are not used: they hide
failures, and let anybody speak as anybody. A turn whose `message_id` the tracker
already holds is not run again; its replies are returned as they were given.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any
from weakref import WeakValueDictionary

import aiohttp
from rasa.core.channels.channel import (
    CollectingOutputChannel,
    InputChannel,
    UserMessage,
)
from rasa.shared.core.events import BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot import settings
from bot.brain import sessions
from bot.brain.guarded import guard
from bot.brain.turn import (
    BadTurn,
    TurnFailure,
    TurnRequest,
    current_failure,
    note_failure,
    wire_messages,
)
from bot.dialogue.lookup_turn import awaiting
from bot.dialogue.memory import Memory

logger = logging.getLogger(__name__)

NAME = "tanya"
SECRET_HEADER = "X-Tanya-Secret"  # noqa: S105
HEALTH_SECONDS = aiohttp.ClientTimeout(total=2)
ASKS_FOR_PERSON = "utter_person"
# one turn at a time in a conversation, so that asking again never runs it twice
_turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


class TurnOutput(CollectingOutputChannel):  # type: ignore[misc]
    """Collects the replies of one turn; a text with blank lines stays one message."""

    @classmethod
    def name(cls) -> str:
        return NAME

    async def send_text_message(
        self, recipient_id: str, text: str, **kwargs: Any
    ) -> None:
        await self._persist_message(self._message(recipient_id, text=text))


class PrivateChannel(InputChannel):  # type: ignore[misc]
    """Named in `credentials.yml`; reachable by the gateway alone."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        return NAME

    @classmethod
    def from_credentials(cls, _: dict[str, Any] | None) -> PrivateChannel:
        return cls(settings.load().secret("brain"))

    def blueprint(
        self, on_new_message: Callable[[UserMessage], Awaitable[Any]]
    ) -> Blueprint:
        routes = Blueprint("tanya_private_channel")

        @routes.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            if not self._allowed(request):
                return json({"error": "forbidden"}, status=403)
            try:
                asked = TurnRequest.parse(request.json)
            except BadTurn as error:
                return json({"error": str(error)}, status=400)
            return json(await take_turn(request.app.ctx.agent, asked, on_new_message))

        @routes.post("/forget")
        async def forget(request: Request) -> HTTPResponse:
            if not self._allowed(request):
                return json({"error": "forbidden"}, status=403)
            name = (request.json or {}).get("conversation")
            if not isinstance(name, str):
                return json({"error": "conversation must be a string"}, status=400)
            return json(
                {"events": await forget_conversation(request.app.ctx.agent, name)}
            )

        @routes.get("/health")
        async def health(request: Request) -> HTTPResponse:
            if not self._allowed(request):
                return json({"error": "forbidden"}, status=403)
            return json(await read_health(request.app.ctx.agent))

        return routes

    def _allowed(self, request: Request) -> bool:
        given = request.headers.get(SECRET_HEADER, "")
        return hmac.compare_digest(given.encode(), self._secret)


async def take_turn(
    agent: Any,
    asked: TurnRequest,
    on_new_message: Callable[[UserMessage], Awaitable[Any]],
) -> dict[str, Any]:
    """Run `asked`, or repeat what it was answered. Shape: see the gateway's client."""
    lock = _turns.setdefault(asked.conversation, asyncio.Lock())
    async with lock:
        return await _take_turn(agent, asked, on_new_message)


async def _take_turn(
    agent: Any,
    asked: TurnRequest,
    on_new_message: Callable[[UserMessage], Awaitable[Any]],
) -> dict[str, Any]:
    failure = TurnFailure()
    token = current_failure.set(failure)
    try:
        events = await _events_of_turn(agent, asked)
        if events is None:
            await _run(agent, asked, on_new_message)
            events = await _events_of_turn(agent, asked)
    except Exception as error:  # the one edge where Rasa's errors are translated
        # the text of the error may quote the person, its type never does
        logger.error("turn failed: %s", type(error).__name__)
        failure.reasons.append(type(error).__name__)
        events = None
    finally:
        current_failure.reset(token)
    if failure.reasons or events is None:
        return {**_answer("failed", []), "retry": failure.untouched}
    tracker = await agent.tracker_store.retrieve(asked.conversation)
    messages = _replies(events)
    return _answer(
        "answered" if messages else "empty",
        messages,
        awaiting=_awaiting(tracker),
        view=_view(events),
        chosen_language=_chosen_language(events),
        memory=tracker.get_slot("memory") if tracker else None,
        person=_asks_for_person(events),
    )


async def _run(
    agent: Any,
    asked: TurnRequest,
    on_new_message: Callable[[UserMessage], Awaitable[Any]],
) -> None:
    # Without actions Rasa would close the turn with no reply, and keep it so. Asked
    # first, the turn stays untouched and the gateway may send it again.
    if not await _answers(agent.action_endpoint):
        note_failure("actions", untouched=True)
        return
    guard(agent)
    await _renew_session(agent, asked)
    await on_new_message(_user_message(asked))


async def _renew_session(agent: Any, asked: TurnRequest) -> None:
    """Go on where the gateway stands, if it answered meanwhile; keep sessions short."""
    memory = asked.metadata.get("memory")
    tracker = await agent.tracker_store.retrieve(asked.conversation)
    if isinstance(memory, Mapping):
        store = agent.tracker_store
        tracker = tracker or await store.get_or_create_tracker(asked.conversation)
        sessions.take_over(tracker, memory)
    elif tracker is not None and sessions.is_long(tracker):
        sessions.go_on(tracker)
    else:
        return
    await agent.tracker_store.save(tracker)


async def forget_conversation(agent: Any, name: str) -> int:
    """Delete everything that the tracker holds of a conversation; how many events."""
    store = agent.tracker_store
    # Rasa wraps the store that it was given
    deleted: int = getattr(store, "_tracker_store", store).forget(name)
    return deleted


def _answer(status: str, messages: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    return {
        "status": status,
        "messages": messages,
        "awaiting": more.get("awaiting"),
        "chosen_language": more.get("chosen_language"),
        "memory": more.get("memory"),
        "view": more.get("view"),
        "person": more.get("person", False),
    }


def _user_message(asked: TurnRequest) -> UserMessage:
    return UserMessage(
        text=asked.text,
        output_channel=TurnOutput(),
        sender_id=asked.conversation,
        input_channel=NAME,
        message_id=asked.message_id,
        metadata={k: v for k, v in asked.metadata.items() if k != "memory"},
    )


async def _events_of_turn(agent: Any, asked: TurnRequest) -> list[Event] | None:
    """What followed the message with this id; None if the tracker never saw it."""
    tracker = await agent.tracker_store.retrieve(asked.conversation)
    found: list[Event] | None = None
    for event in tracker.events if tracker else ():
        if isinstance(event, UserUttered):
            if found is not None:
                return found
            found = [] if event.message_id == asked.message_id else None
        elif found is not None:
            found.append(event)
    return found


def _replies(events: Iterable[Event]) -> list[dict[str, Any]]:
    return wire_messages(
        {"text": event.text, "buttons": (event.data or {}).get("buttons")}
        for event in events
        if isinstance(event, BotUttered)
    )


def _awaiting(tracker: DialogueStateTracker | None) -> str | None:
    if tracker is None:
        return None
    memory = Memory.from_json(tracker.get_slot("memory"))
    return awaiting(memory, form_open=bool(tracker.active_loop_name))


def _view(events: Iterable[Event]) -> str | None:
    """Whether what was shown is to be hidden, or everything forgotten."""
    wished = [e.value for e in events if isinstance(e, SlotSet) and e.key == "view"]
    return wished[-1] if wished else None


def _chosen_language(events: Iterable[Event]) -> str | None:
    chosen = [
        event.value
        for event in events
        if isinstance(event, SlotSet) and event.key == "chosen_language"
    ]
    return chosen[-1] if chosen else None


def _asks_for_person(events: Iterable[Event]) -> bool:
    return any(
        isinstance(event, BotUttered)
        and (event.metadata or {}).get("utter_action") == ASKS_FOR_PERSON
        for event in events
    )


async def read_health(agent: Any) -> dict[str, bool]:
    """Whether the model is loaded and the action server answers."""
    model = bool(agent and agent.is_ready())
    endpoint = agent.action_endpoint if model else None
    return {"model": model, "actions": bool(endpoint) and await _answers(endpoint)}


async def _answers(endpoint: Any) -> bool:
    base = endpoint.url.rsplit("/", 1)[0]
    try:
        async with (
            endpoint.session() as session,
            session.get(f"{base}/health", timeout=HEALTH_SECONDS) as response,
        ):
            return bool(response.status == 200)
    except (aiohttp.ClientError, OSError, asyncio.TimeoutError):
        return False
