"""Which conversation a chat has, and up to where it was told everything."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import func, insert, select, update
from sqlalchemy.engine import Connection

from bot.gateway import conversations
from bot.gateway.conversations import CLOSED, Conversation
from bot.gateway.tables import conversations as conversation_table
from bot.gateway.tables import outbox
from bot.gateway.telegram.config import Config
from bot.gateway.telegram.tables import chats

CHANNEL: Final = "telegram"
ACTIVE: Final = "active"
BLOCKED: Final = "blocked"
GENERATIONS: Final = 1 << 30


@dataclass(frozen=True)
class Chat:
    """A chat as it stood when it was read."""

    id: int
    conversation: str
    generation: int
    state: str
    language_asked: bool
    delivered: int
    part: int
    failures: int
    unknowns: int
    retry_at: float


def _chat(row: Any) -> Chat:
    return Chat(
        id=row.chat,
        conversation=row.conversation,
        generation=row.generation,
        state=row.state,
        language_asked=bool(row.language_asked),
        delivered=row.delivered,
        part=row.part,
        failures=row.failures,
        unknowns=row.unknowns,
        retry_at=row.retry_at,
    )


def find(connection: Connection, chat: int) -> Chat | None:
    """The chat with this id."""
    row = connection.execute(select(chats).where(chats.c.chat == chat)).first()
    return _chat(row) if row else None


def find_by_name(connection: Connection, conversation: str) -> Chat | None:
    """The chat that `conversation` is held in."""
    row = connection.execute(
        select(chats).where(chats.c.conversation == conversation)
    ).first()
    return _chat(row) if row else None


def change(connection: Connection, conversation: str, **values: object) -> None:
    """Set columns of one chat."""
    connection.execute(
        update(chats).where(chats.c.conversation == conversation).values(**values)
    )


def current(connection: Connection, chat: int) -> Conversation | None:
    """The open conversation of an active chat; None when one has to be opened."""
    found = find(connection, chat)
    if found is None or found.state != ACTIVE:
        return None
    conversation = conversations.lock(connection, found.conversation)
    closed = conversation is None or conversation.state == CLOSED
    return None if closed else conversation


def opened(
    connection: Connection, config: Config, chat: int, *, hint: str | None, now: float
) -> Conversation:
    """The conversation of `chat`, a new one if the last one was closed or deleted."""
    found = _locked(connection, config, chat)
    conversation = conversations.lock(connection, found.conversation)
    if conversation is None:
        _start(connection, found.conversation, hint, now)
    elif conversation.state == CLOSED:
        return renewed(connection, config, chat, hint=hint, now=now)
    if found.state == BLOCKED:  # what was said meanwhile is out of date
        latest = _latest(connection, found.conversation)
        _rest(connection, chat, state=ACTIVE, delivered=latest)
    conversation = conversations.lock(connection, found.conversation)
    assert conversation is not None
    return conversation


def renewed(
    connection: Connection, config: Config, chat: int, *, hint: str | None, now: float
) -> Conversation:
    """A new conversation for `chat`, of which nothing leads to the old one."""
    found = _locked(connection, config, chat)
    generation = found.generation + 1
    name = config.conversation(chat, generation)
    _rest(connection, chat, conversation=name, generation=generation, state=ACTIVE)
    _start(connection, name, hint, now)
    conversation = conversations.lock(connection, name)
    assert conversation is not None
    return conversation


def _locked(connection: Connection, config: Config, chat: int) -> Chat:
    query = select(chats).where(chats.c.chat == chat).with_for_update()
    row = connection.execute(query).first()
    if row is None:
        _insert(connection, config, chat)
        row = connection.execute(query).one()
    return _chat(row)


def _insert(connection: Connection, config: Config, chat: int) -> None:
    # by chance: a chat that was forgotten altogether does not get its old name again
    generation = secrets.randbelow(GENERATIONS)
    row = {
        "chat": chat,
        "conversation": config.conversation(chat, generation),
        "generation": generation,
        "state": ACTIVE,
        "language_asked": 0,
        "delivered": 0,
        "part": 0,
        "failures": 0,
        "unknowns": 0,
        "retry_at": 0.0,
    }
    connection.execute(insert(chats), row)


def _rest(connection: Connection, chat: int, **values: object) -> None:
    """Set columns, and leave behind whatever was being delivered."""
    fresh = {"part": 0, "failures": 0, "unknowns": 0, "retry_at": 0.0}
    connection.execute(
        update(chats).where(chats.c.chat == chat).values(**fresh, **values)
    )


def _start(connection: Connection, name: str, hint: str | None, now: float) -> None:
    row = {
        "id": name,
        "channel": CHANNEL,
        "state": conversations.BOT,
        "language": hint,
        "created_at": now,
        "seen_at": now,
        "lease_until": 0.0,
    }
    connection.execute(insert(conversation_table), row)


def _latest(connection: Connection, name: str) -> int:
    query = select(func.max(outbox.c.id)).where(outbox.c.conversation == name)
    return int(connection.execute(query).scalar() or 0)


def block(connection: Connection, chat: int) -> None:
    """The person wants no more messages."""
    connection.execute(update(chats).where(chats.c.chat == chat).values(state=BLOCKED))
