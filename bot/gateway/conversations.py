"""Conversations: whose they are, which language they are in, who answers in them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.errors import TanyaError
from bot.gateway import outbox
from bot.gateway.tables import buttons, conversations, dead_letters, inbox
from bot.gateway.tables import outbox as outbox_table

IDLE_SECONDS: Final = 30 * 60.0
LIFETIME_SECONDS: Final = 12 * 3600.0

BOT: Final = "bot"
WAITING: Final = "waiting"
PERSON: Final = "person"
CLOSED: Final = "closed"
# who may take over from whom; everything may close
MOVES: Final = {BOT: {WAITING}, WAITING: {PERSON, BOT}, PERSON: {BOT, WAITING}}


class MoveRefused(TanyaError):
    """A conversation cannot pass from one state to the other."""

    code = "move_refused"


@dataclass(frozen=True)
class Lifetime:
    """How long a session lasts, in seconds: of silence, and in all."""

    idle: float = IDLE_SECONDS
    total: float = LIFETIME_SECONDS


USUAL: Final = Lifetime()


@dataclass(frozen=True)
class Conversation:
    """A conversation as it stood when it was read."""

    id: str
    channel: str
    state: str
    chosen_language: str | None
    language: str | None
    awaiting: str | None

    @property
    def answer_language(self) -> str:
        """The language in which to speak when no message decides it."""
        return self.chosen_language or self.language or "ms"


def _conversation(row: Any) -> Conversation:
    return Conversation(
        id=row.id,
        channel=row.channel,
        state=row.state,
        chosen_language=row.chosen_language,
        language=row.language,
        awaiting=row.awaiting,
    )


def hash_session(token: str) -> str:
    """What is kept of a session's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def start(connection: Connection, channel: str, *, session: str, now: float) -> str:
    """A new conversation that belongs to `session`; its id."""
    name = f"{channel}:{secrets.token_hex(16)}"
    row = {
        "id": name,
        "channel": channel,
        "session_hash": hash_session(session),
        "state": BOT,
        "created_at": now,
        "seen_at": now,
        "lease_until": 0.0,
    }
    connection.execute(insert(conversations), row)
    return name


def find_by_session(
    connection: Connection, session: str, *, now: float, lifetime: Lifetime = USUAL
) -> Conversation | None:
    """The open conversation of `session`, unless it slept or lived too long.

    Who waits for an officer, or has one, may be silent for longer.
    """
    handed_over = conversations.c.state.in_((WAITING, PERSON))
    row = connection.execute(
        select(conversations).where(
            conversations.c.session_hash == hash_session(session),
            conversations.c.state != CLOSED,
            handed_over | (conversations.c.seen_at > now - lifetime.idle),
            conversations.c.created_at > now - lifetime.total,
        )
    ).first()
    return _conversation(row) if row else None


def lock(connection: Connection, name: str) -> Conversation | None:
    """The conversation, kept from others until this transaction ends."""
    row = connection.execute(
        select(conversations).where(conversations.c.id == name).with_for_update()
    ).first()
    return _conversation(row) if row else None


def change(connection: Connection, name: str, **values: object) -> None:
    """Set columns of one conversation."""
    connection.execute(
        update(conversations).where(conversations.c.id == name).values(**values)
    )


def move(
    connection: Connection, name: str, to: str, *, now: float, agent: str | None = None
) -> None:
    """Hand the conversation over, and show it. Raises MoveRefused."""
    conversation = lock(connection, name)
    state = conversation.state if conversation else CLOSED
    if to not in MOVES.get(state, ()):
        raise MoveRefused(f"a conversation cannot pass from {state} to {to}")
    change(connection, name, state=to, agent=agent, state_at=now)
    outbox.append(connection, name, "state", {"state": to}, now=now)


def unforgotten(connection: Connection, *, now: float) -> list[str]:
    """Conversations that the brain has to forget, and that no turn is run of."""
    found = connection.execute(
        select(conversations.c.id)
        .where(conversations.c.brain_to_forget == 1)
        .where(conversations.c.lease_until <= now)
    )
    return list(found.scalars())


def forget(connection: Connection, name: str, *, now: float) -> None:
    """Close the conversation and delete every text of it."""
    if lock(connection, name) is None:
        return
    change(
        connection,
        name,
        state=CLOSED,
        session_hash=None,
        awaiting=None,
        memory=None,
        brain_to_forget=1,
    )
    connection.execute(delete(outbox_table).where(outbox_table.c.conversation == name))
    for table in (buttons, dead_letters):
        connection.execute(delete(table).where(table.c.conversation == name))
    mine = inbox.c.conversation == name
    connection.execute(update(inbox).where(mine).values(text=None, payload=None))
    connection.execute(
        update(inbox)
        .where(mine, inbox.c.status == "open")
        .values(status="forgotten", closed_at=now)
    )
    outbox.append(connection, name, "closed", {"reason": "forgotten"}, now=now)
