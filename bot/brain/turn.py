"""What one turn of the private channel looks like on the wire, and its failures.

A turn is one message from a person and all replies to it. Rasa answers `200 []` when
something broke; here a turn says outright whether it was answered, failed or empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

MAX_TEXT = 4_000  # characters; the gateway refuses far earlier, and politely


class BadTurn(ValueError):
    """The request does not describe a turn."""


@dataclass
class TurnFailure:
    """Filled in when a part that Rasa does not let us raise from has failed."""

    reasons: list[str] = field(default_factory=list)
    untouched: bool = False  # nothing was run or kept: asking again is harmless


# Rasa swallows tracker errors; whoever fails during a turn leaves the reason here.
current_failure: ContextVar[TurnFailure | None] = ContextVar("failure", default=None)


def note_failure(reason: str, *, untouched: bool = False) -> None:
    """Mark the turn that is running as failed."""
    failure = current_failure.get()
    if failure is not None:
        failure.reasons.append(reason)
        failure.untouched = failure.untouched or untouched


@dataclass(frozen=True)
class TurnRequest:
    """One message to answer."""

    conversation: str
    message_id: str
    text: str  # what Rasa is given: plain text, or a payload of our own
    metadata: Mapping[str, Any]

    @classmethod
    def parse(cls, body: object) -> TurnRequest:
        """A request from JSON. Raises BadTurn naming what is wrong."""
        if not isinstance(body, Mapping):
            raise BadTurn("body must be an object")
        metadata = body.get("metadata", {})
        if not isinstance(metadata, Mapping):
            raise BadTurn("metadata must be an object")
        return cls(
            conversation=_word(body, "conversation"),
            message_id=_word(body, "message_id"),
            text=_text_or_payload(body),
            metadata=metadata,
        )


def _word(body: Mapping[str, Any], name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= 255:
        raise BadTurn(f"{name} must be a string of 1 to 255 characters")
    return value


def _text_or_payload(body: Mapping[str, Any]) -> str:
    payload, text = body.get("payload"), body.get("text")
    if isinstance(payload, str) and payload.startswith("/") and text is None:
        return payload
    if not isinstance(text, str) or payload is not None or len(text) > MAX_TEXT:
        raise BadTurn(f"give text (up to {MAX_TEXT} characters) or payload")
    return plain(text)


def plain(text: str) -> str:
    """`text` as something that Rasa never takes for a command of its own.

    Rasa strips white space and then reads a leading slash as an intent, so that
    anybody could set slots; a person's slash is dropped.
    """
    # an empty text would be skipped by the pipeline; a full stop is not understood
    return re.sub(r"^[\s/]+", "", text).rstrip() or "."


def wire_messages(messages: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Bot messages as the gateway reads them: text and buttons, nothing else."""
    return [
        {
            "text": message.get("text") or "",
            "buttons": [
                {"title": button["title"], "payload": button["payload"]}
                for button in message.get("buttons") or []
            ],
        }
        for message in messages
    ]
