"""Turns: taken in order, closed once, with their replies in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.engine import Connection

from bot.gateway import conversations, dead, outbox, views
from bot.gateway.conversations import BOT, MOVES, PERSON
from bot.gateway.inbox import OPEN
from bot.gateway.outbox import Reply
from bot.gateway.tables import conversations as conversation_table
from bot.gateway.tables import inbox

__all__ = ["Closing", "Reply", "Turn", "begin_next", "close", "notify"]

ANSWERED: Final = "answered"
APOLOGISED: Final = "apologised"
SILENT: Final = "silent"  # a person has the conversation, the bot said nothing


@dataclass(frozen=True)
class Turn:
    """A message that waits for its answer."""

    id: int
    conversation: str
    channel: str
    text: str
    payload: str | None
    fixed: str | None
    language: str
    answer_language: str
    chosen_language: str | None
    state: str  # of the conversation
    awaiting: str | None  # likewise
    attempts: int
    accepted_at: float
    memory: str | None = None  # JSON: where the dialogue stands
    standby: bool = False  # the turn before was answered without the brain
    address: str | None = None  # keyed hash of where the message came from


@dataclass(frozen=True)
class Closing:
    """How a turn ends."""

    status: str
    replies: tuple[Reply, ...] = ()
    language: str = "ms"  # of the replies
    awaiting: str | None = None
    chosen_language: str | None = None
    memory: str | None = None  # JSON; None leaves it as it was
    standby: bool | None = None  # said without the brain; None: neither of them spoke
    to: str | None = None  # the state that the turn moves the conversation to
    reason: str | None = None  # why it is an apology: then it is a dead letter
    view: str | None = None  # what is to happen to what was shown before


def begin_next(connection: Connection, conversation: str) -> Turn | None:
    """The oldest open turn, one attempt further; None when there is none."""
    row = connection.execute(
        select(
            inbox,
            conversation_table.c.chosen_language,
            conversation_table.c.state,
            conversation_table.c.awaiting,
            conversation_table.c.memory,
            conversation_table.c.standby,
        )
        .join(conversation_table, conversation_table.c.id == inbox.c.conversation)
        .where(inbox.c.conversation == conversation, inbox.c.status == OPEN)
        .order_by(inbox.c.id)
        .limit(1)
    ).first()
    if row is None:
        return None
    further = {"attempts": row.attempts + 1}
    connection.execute(update(inbox).where(inbox.c.id == row.id).values(**further))
    return _turn(row)


def _turn(row: Any) -> Turn:
    return Turn(
        id=row.id,
        conversation=row.conversation,
        channel=row.channel,
        text=row.text or "",
        payload=row.payload,
        fixed=row.fixed,
        language=row.language,
        answer_language=row.answer_language,
        chosen_language=row.chosen_language,
        state=row.state,
        awaiting=row.awaiting,
        attempts=row.attempts + 1,
        accepted_at=row.accepted_at,
        memory=row.memory,
        standby=bool(row.standby),
        address=row.address,
    )


def notify(connection: Connection, turn: Turn, text: str, *, now: float) -> bool:
    """Say once that the turn takes long. False if that was said, or it is closed."""
    conversations.lock(connection, turn.conversation)
    waiting = (inbox.c.id == turn.id) & (inbox.c.status == OPEN)
    result = connection.execute(
        update(inbox)
        .where(waiting, inbox.c.noticed_at.is_(None))
        .values(noticed_at=now)
    )
    if not result.rowcount:
        return False
    language = turn.answer_language
    body = {"turn": str(turn.id), "text": text, "language": language}
    outbox.append(connection, turn.conversation, "notice", body, now=now)
    return True


def close(connection: Connection, turn: Turn, closing: Closing, *, now: float) -> bool:
    """End the turn and write its replies, in one. False if it had ended before."""
    conversation = conversations.lock(connection, turn.conversation)
    if conversation and conversation.state == PERSON and closing.to != BOT:
        closing = Closing(SILENT)  # an officer came while the bot was thinking
    result = connection.execute(
        update(inbox)
        .where(inbox.c.id == turn.id, inbox.c.status == OPEN)
        .values(
            status=closing.status, closed_at=now, text=None, payload=None, address=None
        )
    )
    if not result.rowcount:
        return False
    if closing.reason:
        dead.keep(connection, turn, closing.reason, now=now)
    name, language = turn.conversation, closing.language
    views.change_view(connection, name, closing.view, language=language, now=now)
    for reply in closing.replies:
        outbox.say(connection, name, reply, turn=turn.id, language=language, now=now)
    if closing.to and conversation and closing.to in MOVES.get(conversation.state, ()):
        conversations.move(connection, name, closing.to, now=now)
    end = {"turn": str(turn.id), "status": closing.status, "awaiting": closing.awaiting}
    outbox.append(connection, name, "turn", end, now=now)
    conversations.change(connection, name, **_changes(closing))
    return True


def _changes(closing: Closing) -> dict[str, object]:
    """What the conversation keeps of the end of a turn."""
    if closing.status == SILENT:
        return {"awaiting": None}
    changes: dict[str, object] = {"awaiting": closing.awaiting}
    if closing.view == views.FORGET:
        changes["brain_to_forget"] = 1
    if closing.chosen_language:
        changes["chosen_language"] = closing.chosen_language
    if closing.memory is not None:
        changes["memory"] = closing.memory
    if closing.standby is not None:
        changes["standby"] = int(closing.standby)
    return changes
