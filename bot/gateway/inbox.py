"""Messages: whatever was accepted is a turn, exactly once, and waits to be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection

from bot.errors import TanyaError
from bot.gateway import conversations, outbox
from bot.gateway.tables import inbox

OPEN: Final = "open"
MOST_WAITING: Final = 20  # open turns in one conversation


class ConversationClosed(TanyaError):
    """The conversation takes no more messages."""

    code = "conversation_closed"


class TooManyWaiting(TanyaError):
    """The person sent more than can be answered for now."""

    code = "too_many_waiting"


@dataclass(frozen=True)
class Message:
    """A message, redacted, with its language decided: ready to be accepted."""

    conversation: str
    channel: str
    message_id: str
    client_id: str
    text: str
    language: str
    answer_language: str
    payload: str | None = None
    fixed: str | None = None
    address: str | None = None  # keyed hash


def find(connection: Connection, channel: str, message_id: str) -> int | None:
    """The turn of a message that was accepted before."""
    found = connection.execute(
        select(inbox.c.id).where(
            inbox.c.channel == channel, inbox.c.message_id == message_id
        )
    ).scalar()
    return None if found is None else int(found)


def accept(connection: Connection, message: Message, *, now: float) -> int:
    """Take `message` in for good; its turn. The same message again is the same turn.

    Raises ConversationClosed or TooManyWaiting.
    """
    conversation = conversations.lock(connection, message.conversation)
    if conversation is None or conversation.state == conversations.CLOSED:
        raise ConversationClosed("this conversation is closed")
    known = find(connection, message.channel, message.message_id)
    if known is not None:
        return known
    if _count_open(connection, message.conversation) >= MOST_WAITING:
        raise TooManyWaiting("too many messages wait for an answer")
    turn = _insert(connection, message, now)
    body = {"turn": str(turn), "client_message_id": message.client_id}
    shown = {**body, "text": message.text, "language": message.language}
    outbox.append(connection, message.conversation, "person", shown, now=now)
    language = message.answer_language
    conversations.change(
        connection, message.conversation, seen_at=now, language=language
    )
    return turn


def _insert(connection: Connection, message: Message, now: float) -> int:
    row = {
        "conversation": message.conversation,
        "channel": message.channel,
        "message_id": message.message_id,
        "status": OPEN,
        "text": message.text,
        "payload": message.payload,
        "fixed": message.fixed,
        "address": message.address,
        "language": message.language,
        "answer_language": message.answer_language,
        "attempts": 0,
        "accepted_at": now,
    }
    return int(connection.execute(insert(inbox), row).inserted_primary_key[0])


def _count_open(connection: Connection, conversation: str) -> int:
    query = select(func.count()).where(
        inbox.c.conversation == conversation, inbox.c.status == OPEN
    )
    return int(connection.execute(query).scalar_one())


def list_waiting(connection: Connection, conversation: str) -> Sequence[str]:
    """Ids of the turns that are still open in `conversation`."""
    rows = connection.execute(
        select(inbox.c.id)
        .where(inbox.c.conversation == conversation, inbox.c.status == OPEN)
        .order_by(inbox.c.id)
    )
    return [str(name) for name in rows.scalars()]


def oldest_open(connection: Connection) -> float | None:
    """When the oldest open turn was accepted."""
    query = select(func.min(inbox.c.accepted_at)).where(inbox.c.status == OPEN)
    found = connection.execute(query).scalar()
    return None if found is None else float(found)
