"""The next message of a chat, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.engine import Connection

from bot.database import Database
from bot.gateway import outbox
from bot.gateway.outbox import Event
from bot.gateway.tables import outbox as outbox_table
from bot.gateway.telegram import chats
from bot.gateway.telegram.chats import ACTIVE, BLOCKED, Chat
from bot.gateway.telegram.formatting import parts_of
from bot.gateway.telegram.patience import Next, Then
from bot.gateway.telegram.tables import chats as chat_table
from bot.gateway.telegram.tables import dead, shown_records

CLEARING: Final = ("hidden", "cleared")  # records that were shown are to disappear
DELIVERED: Final = ("message", "notice", *CLEARING)
AHEAD: Final = 20  # events that are read at once
RECORD: Final = "[[RESULT:"

# text, conversation, language -> the text with its references opened
Open = Callable[[str, str, str], str]


@dataclass(frozen=True)
class Piece:
    """One message that is to be sent."""

    chat: int
    conversation: str
    event: int
    part: int
    text: str
    is_last: bool  # of its reply
    buttons: Sequence[Mapping[str, Any]]
    shows_record: bool
    clears: bool  # nothing is said; what was shown goes
    failures: int
    unknowns: int
    retry_at: float
    dead: int | None = None  # the dead letter that is tried again


def due(database: Database) -> list[str]:
    """Conversations in which something was not delivered."""
    newer = exists().where(
        outbox_table.c.conversation == chat_table.c.conversation,
        outbox_table.c.id > chat_table.c.delivered,
        outbox_table.c.kind.in_(DELIVERED),
    )
    wanted = exists().where(
        dead.c.conversation == chat_table.c.conversation, dead.c.again == 1
    )
    with database.read() as connection:
        query = select(chat_table.c.conversation).where(
            chat_table.c.state == ACTIVE, newer | wanted
        )
        return list(connection.execute(query).scalars())


def next_piece(database: Database, conversation: str, opened: Open) -> Piece | None:
    """The message that is next in `conversation`; dead letters come last."""
    with database.read() as connection:
        chat = chats.find_by_name(connection, conversation)
        if chat is None or chat.state != ACTIVE:
            return None
        event = _deliverable(connection, conversation, chat.delivered)
        if event is not None:
            return _piece(chat, event, opened, None)
        letter = connection.execute(
            select(dead)
            .where(dead.c.conversation == conversation, dead.c.again == 1)
            .order_by(dead.c.id)
            .limit(1)
        ).first()
        if letter is None:
            return None
        event = _deliverable(connection, conversation, letter.event - 1)
    if event is None or event.id != letter.event:  # deleted meanwhile
        _drop(database, letter.id)
        return next_piece(database, conversation, opened)
    return _piece(chat, event, opened, letter)


def _deliverable(connection: Connection, conversation: str, after: int) -> Event | None:
    events = outbox.read_after(connection, conversation, after, most=AHEAD)
    while events:
        for place, event in enumerate(events):
            overtaken = event.kind == "notice" and _overtaken(event, events[place:])
            if event.kind in DELIVERED and not overtaken:
                return event
        events = outbox.read_after(connection, conversation, events[-1].id, most=AHEAD)
    return None


def _overtaken(notice: Event, later: Sequence[Event]) -> bool:
    """Whether the answer is there already: then nobody needs to be told to wait."""
    turn = notice.body["turn"]
    return any(each.kind == "turn" and each.body["turn"] == turn for each in later)


def age(database: Database, piece: Piece, now: float) -> float:
    """Seconds since the reply was written."""
    query = select(outbox_table.c.created_at).where(outbox_table.c.id == piece.event)
    with database.read() as connection:
        return now - float(connection.execute(query).scalar() or 0.0)


def _piece(chat: Chat, event: Event, opened: Open, letter: Any) -> Piece:
    text = "" if event.kind in CLEARING else str(event.body.get("text") or "")
    language = str(event.body.get("language") or "ms")
    buttons = event.body.get("buttons") or ()
    part = letter.part if letter else chat.part
    parts = parts_of(opened(text, chat.conversation, language), buttons)
    part = min(part, len(parts) - 1)
    return Piece(
        chat=chat.id,
        conversation=chat.conversation,
        event=event.id,
        part=part,
        text=parts[part],
        is_last=part == len(parts) - 1,
        buttons=buttons,
        shows_record=RECORD in text,
        clears=event.kind in CLEARING,
        failures=0 if letter else chat.failures,
        unknowns=0 if letter else chat.unknowns,
        retry_at=0.0 if letter else chat.retry_at,
        dead=letter.id if letter else None,
    )


def _drop(database: Database, letter: int) -> None:
    with database.write() as connection:
        connection.execute(delete(dead).where(dead.c.id == letter))


def record(
    database: Database, piece: Piece, then: Next, *, message: int | None, now: float
) -> None:
    """Write down what became of `piece`, in one transaction."""
    with database.write() as connection:
        if message is not None and piece.shows_record:
            _show(connection, piece, message, now)
        if then.step is Then.QUIET:
            chats.change(connection, piece.conversation, state=BLOCKED)
        elif piece.dead is not None:
            _tried_again(connection, piece, then)
        elif then.step is Then.AGAIN:
            _later(connection, piece, then, now)
        else:
            if then.step is Then.GIVE_UP:
                _bury(connection, piece, then, now)
            _advance(connection, piece, whole=then.step is Then.GIVE_UP)


def _advance(connection: Connection, piece: Piece, *, whole: bool) -> None:
    done = piece.is_last or whole
    values: dict[str, object] = {"part": 0 if done else piece.part + 1}
    if done:
        values["delivered"] = piece.event
    # a chat that was renewed or unblocked meanwhile stands elsewhere
    connection.execute(
        update(chat_table)
        .where(
            chat_table.c.conversation == piece.conversation,
            chat_table.c.delivered < piece.event,
        )
        .values(**values, failures=0, unknowns=0, retry_at=0.0)
    )


def _later(connection: Connection, piece: Piece, then: Next, now: float) -> None:
    chats.change(
        connection,
        piece.conversation,
        failures=then.failures,
        unknowns=then.unknowns,
        retry_at=now + then.wait,
    )


def _bury(connection: Connection, piece: Piece, then: Next, now: float) -> None:
    row = {
        "conversation": piece.conversation,
        "event": piece.event,
        "part": piece.part,
        "reason": then.reason,
        "at": now,
        "again": 0,
    }
    connection.execute(insert(dead), row)


def _tried_again(connection: Connection, piece: Piece, then: Next) -> None:
    mine = dead.c.id == piece.dead
    if then.step is Then.GO_ON and piece.is_last:
        connection.execute(delete(dead).where(mine))
    elif then.step is Then.GO_ON:
        connection.execute(update(dead).where(mine).values(part=piece.part + 1))
    else:  # once more is enough, until the operator asks again
        values = {"again": 0, "reason": then.reason}
        connection.execute(update(dead).where(mine).values(**values))


def _show(connection: Connection, piece: Piece, message: int, now: float) -> None:
    row = {"conversation": piece.conversation, "message": message, "shown_at": now}
    connection.execute(insert(shown_records), row)


def no_longer_shown(database: Database, conversation: str) -> list[int]:
    """The messages of `conversation` that showed a record; they are forgotten here."""
    mine = shown_records.c.conversation == conversation
    with database.write() as connection:
        query = select(shown_records.c.message).where(mine)
        messages = list(connection.execute(query).scalars())
        connection.execute(delete(shown_records).where(mine))
    return messages
