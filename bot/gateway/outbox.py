"""Everything that a conversation shows, in order: clients resume from any id."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import insert, select, text
from sqlalchemy.engine import Connection

from bot.gateway.tables import buttons, outbox
from bot.identity.redaction import mask

CHANNEL: Final = "tanya_gateway"  # on which PostgreSQL tells the other gateways
PAGE: Final = 500  # events read at once
BUTTON_SECONDS: Final = 24 * 3600.0


@dataclass(frozen=True)
class Event:
    """One thing to show."""

    id: int
    kind: str
    body: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        """As clients receive it outside a stream."""
        return {"id": self.id, "event": self.kind, **self.body}


@dataclass(frozen=True)
class Reply:
    """One message to the person; buttons are titles with what they mean."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()


def say(
    connection: Connection,
    conversation: str,
    reply: Reply,
    *,
    language: str,
    now: float,
    turn: int | None = None,
    by: str | None = None,
) -> int:
    """Show a message of the bot in `turn`, or one `by` an officer."""
    named = [
        {
            "title": title,
            "id": keep_button(connection, conversation, title, payload, now=now),
        }
        for title, payload in reply.buttons
    ]
    body: dict[str, Any] = {
        "turn": None if turn is None else str(turn),
        "text": reply.text,
        "language": language,
        "buttons": named,
    }
    if by is not None:
        body["by"] = by
    return append(connection, conversation, "message", body, now=now)


def append(
    connection: Connection,
    conversation: str,
    kind: str,
    body: Mapping[str, Any],
    *,
    now: float,
) -> int:
    """Add an event; the caller holds the conversation's lock, so ids keep order."""
    row = {
        "conversation": conversation,
        "turn": int(body["turn"]) if body.get("turn") else None,
        "kind": kind,
        "body": json.dumps(body, ensure_ascii=False),
        "created_at": now,
    }
    result = connection.execute(insert(outbox), row)
    announce(connection, conversation)
    return int(result.inserted_primary_key[0])


def announce(connection: Connection, conversation: str) -> None:
    """Tell gateways on other machines, once this transaction is in force."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("SELECT pg_notify(:channel, :name)"),
            {"channel": CHANNEL, "name": conversation},
        )


def read_after(
    connection: Connection, conversation: str, after: int, *, most: int = PAGE
) -> Sequence[Event]:
    """Events of `conversation` that follow `after`; numbers masked."""
    rows = connection.execute(
        select(outbox.c.id, outbox.c.kind, outbox.c.body)
        .where(outbox.c.conversation == conversation, outbox.c.id > after)
        .order_by(outbox.c.id)
        .limit(most)
    )
    return [_event(row) for row in rows]


def read_last(connection: Connection, conversation: str) -> Sequence[Event]:
    """The latest events of `conversation`, oldest first: what a page shows again."""
    rows = connection.execute(
        select(outbox.c.id, outbox.c.kind, outbox.c.body)
        .where(outbox.c.conversation == conversation)
        .order_by(outbox.c.id.desc())
        .limit(PAGE)
    )
    return [_event(row) for row in rows][::-1]


def _event(row: Any) -> Event:
    body = json.loads(row.body)
    if "text" in body:
        body["text"] = mask(body["text"])
    return Event(row.id, row.kind, body)


def keep_button(
    connection: Connection, conversation: str, title: str, payload: str, *, now: float
) -> str:
    """Keep what a button means; the opaque id that clients get for it."""
    name = secrets.token_urlsafe(12)
    row = {
        "id": name,
        "conversation": conversation,
        "title": title,
        "payload": payload,
        "expires_at": now + BUTTON_SECONDS,
    }
    connection.execute(insert(buttons), row)
    return name


@dataclass(frozen=True)
class Button:
    """What a press means."""

    title: str
    payload: str


def find_button(
    connection: Connection, conversation: str, name: str, *, now: float
) -> Button | None:
    """The button `name` of this conversation, unless its time is over."""
    row = connection.execute(
        select(buttons.c.title, buttons.c.payload).where(
            buttons.c.id == name,
            buttons.c.conversation == conversation,
            buttons.c.expires_at > now,
        )
    ).first()
    return Button(row.title, row.payload) if row else None
