"""Asks the brain: one POST is one turn. The shape of its answers is checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx

from bot.errors import BrainUnavailable
from bot.gateway.cleaning import clean
from bot.gateway.turns import Reply, Turn
from bot.gateway.views import VIEWS

ATTEMPT_SECONDS: Final = 30.0
CONNECT_SECONDS: Final = 2.0
HEALTH_SECONDS: Final = 3.0
MOST_CONNECTIONS: Final = 128
STATUSES: Final = {"answered", "empty", "failed"}
AWAITED: Final = {None, "consent", "number", "code", "fact"}
LANGUAGES: Final = {None, "ms", "en"}


class BrainNonsense(BrainUnavailable):
    """The brain answered, but not as agreed."""

    code = "brain_nonsense"


@dataclass(frozen=True)
class Answer:
    """What the brain made of a turn."""

    status: str  # answered, empty or failed
    replies: tuple[Reply, ...] = ()
    awaiting: str | None = None
    chosen_language: str | None = None
    memory: str | None = None  # JSON, where the dialogue stands after the turn
    person: bool = False  # somebody is asked for
    standby: bool = False  # said without a brain
    view: str | None = None  # what is to happen to what was shown before


@dataclass(frozen=True)
class BrainHealth:
    """Whether a turn could be answered now."""

    model: bool = False
    actions: bool = False


class Brain:
    """The private channel's client; `message_id` makes asking again harmless."""

    def __init__(self, url: str, secret: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=f"{url}/webhooks/tanya",
            headers={"X-Tanya-Secret": secret},
            timeout=httpx.Timeout(ATTEMPT_SECONDS, connect=CONNECT_SECONDS),
            limits=httpx.Limits(max_connections=MOST_CONNECTIONS),
            trust_env=False,  # loopback goes through no proxy
        )

    async def ask(self, turn: Turn) -> Answer:
        """The answer to `turn`. Raises BrainUnavailable, of which nonsense is one."""
        try:
            response = await self._client.post("/turn", json=_question(turn))
        except httpx.HTTPError as error:
            raise BrainUnavailable(f"brain: {type(error).__name__}") from error
        if response.status_code != 200:
            raise BrainUnavailable(f"brain answered {response.status_code}")
        try:
            body = response.json()
        except ValueError as error:
            raise BrainNonsense("brain did not answer in JSON") from error
        if isinstance(body, dict) and body.get("status") == "failed":
            _raise_if_untouched(body)
        return read_answer(body)

    async def health(self) -> BrainHealth:
        """Whether model and actions are there."""
        try:
            response = await self._client.get("/health", timeout=HEALTH_SECONDS)
            body = response.json() if response.status_code == 200 else {}
        except (httpx.HTTPError, ValueError):
            return BrainHealth()
        if not isinstance(body, dict):
            return BrainHealth()
        return BrainHealth(body.get("model") is True, body.get("actions") is True)

    async def forget(self, conversation: str) -> None:
        """Have everything deleted of `conversation`. Raises BrainUnavailable."""
        body = {"conversation": conversation}
        try:
            response = await self._client.post("/forget", json=body)
        except httpx.HTTPError as error:
            raise BrainUnavailable(f"brain: {type(error).__name__}") from error
        if response.status_code != 200:
            raise BrainUnavailable(f"brain answered {response.status_code}")

    async def close(self) -> None:
        """Let go of connections."""
        await self._client.aclose()


def _question(turn: Turn) -> dict[str, Any]:
    said = {"payload": turn.payload} if turn.payload else {"text": turn.text}
    return {
        "conversation": turn.conversation,
        "message_id": str(turn.id),
        **said,
        "metadata": {
            "language": turn.language,
            "answer_language": turn.answer_language,
            "chosen_language": turn.chosen_language,
            "channel": turn.channel,
            "address": turn.address,
            **_memory(turn),
        },
    }


def _memory(turn: Turn) -> dict[str, Any]:
    """What the brain does not know because it was not there."""
    if not (turn.standby and turn.memory):
        return {}
    return {"memory": json.loads(turn.memory)}


def _raise_if_untouched(body: Mapping[str, Any]) -> None:
    """A turn that failed before it began may be sent again; the brain says which."""
    if body.get("retry") is True:
        raise BrainUnavailable("brain could not begin the turn")


def read_answer(body: object) -> Answer:
    """An answer from JSON. Raises BrainNonsense naming what is wrong."""
    if not isinstance(body, dict) or body.get("status") not in STATUSES:
        raise BrainNonsense("brain's answer has no status")
    messages = body.get("messages")
    if not isinstance(messages, list):
        raise BrainNonsense("brain's answer has no messages")
    awaiting, chosen = body.get("awaiting"), body.get("chosen_language")
    if not _one_of(awaiting, AWAITED) or not _one_of(chosen, LANGUAGES):
        raise BrainNonsense("brain's answer awaits or chose something unknown")
    if not _one_of(body.get("view"), VIEWS):
        raise BrainNonsense("brain's answer wants something unknown done")
    replies = tuple(_reply(message) for message in messages)
    spoken = tuple(reply for reply in replies if reply.text or reply.buttons)
    memory = body.get("memory")
    return Answer(
        body["status"],
        spoken,
        awaiting,
        chosen,
        memory=json.dumps(memory) if isinstance(memory, dict) else None,
        person=body.get("person") is True,
        view=body.get("view"),
    )


def _one_of(value: object, allowed: set[str | None]) -> bool:
    return (value is None or isinstance(value, str)) and value in allowed


def _reply(message: object) -> Reply:
    if not isinstance(message, dict) or not isinstance(message.get("text"), str):
        raise BrainNonsense("brain's message has no text")
    listed = message.get("buttons") or []
    if not isinstance(listed, list):
        raise BrainNonsense("brain's buttons are no list")
    return Reply(clean(message["text"]), tuple(_button(button) for button in listed))


def _button(button: object) -> tuple[str, str]:
    if isinstance(button, dict):
        title, payload = button.get("title"), button.get("payload")
        if isinstance(title, str) and isinstance(payload, str):
            return clean(title), payload
    raise BrainNonsense("brain's button has no title and payload")
