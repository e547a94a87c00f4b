"""Dead letters: turns that ended in an apology, for an operator to see and replay."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from bot.errors import TanyaError
from bot.gateway import inbox
from bot.gateway.tables import conversations as conversation_table
from bot.gateway.tables import dead_letters

if TYPE_CHECKING:
    from bot.gateway.turns import Turn

KEPT_SECONDS: Final = 7 * 24 * 3600.0

# why a turn ended in an apology
TIME: Final = "time"  # nobody answered in time
NONSENSE: Final = "nonsense"  # the brain's answers made no sense
FAILED: Final = "failed"  # the brain said so, or had nothing to say
ATTEMPTS: Final = "attempts"  # it was begun too often: it may break the gateway


class NoSuchLetter(TanyaError):
    """There is no dead letter of this turn that could be replayed."""

    code = "no_such_letter"


@dataclass(frozen=True)
class Letter:
    """A dead letter; its text is as redacted as the inbox keeps it."""

    turn: int
    conversation: str
    channel: str
    state: str  # of the conversation
    reason: str
    attempts: int
    text: str | None
    payload: str | None
    language: str
    answer_language: str
    died_at: float
    replayed_as: int | None


def keep(connection: Connection, turn: Turn, reason: str, *, now: float) -> None:
    """Write `turn` down as dead."""
    row = {
        "turn": turn.id,
        "conversation": turn.conversation,
        "reason": reason,
        "attempts": turn.attempts,
        "text": turn.text,
        "payload": turn.payload,
        "language": turn.language,
        "answer_language": turn.answer_language,
        "died_at": now,
    }
    connection.execute(insert(dead_letters), row)


def find_all(connection: Connection) -> Sequence[Letter]:
    """Every dead letter, oldest first."""
    return [_letter(row) for row in connection.execute(_query())]


def count(connection: Connection) -> int:
    """How many wait for an operator."""
    waiting = dead_letters.c.replayed_as.is_(None)
    return int(connection.execute(select(func.count()).where(waiting)).scalar_one())


def replay(connection: Connection, turn: int, *, now: float | None = None) -> int:
    """Ask again what `turn` asked; the new turn. Twice is the same as once.

    Raises NoSuchLetter, ConversationClosed or TooManyWaiting.
    """
    now = time.time() if now is None else now
    row = connection.execute(_query().where(dead_letters.c.turn == turn)).first()
    if row is None:
        raise NoSuchLetter(f"there is no dead letter {turn}")
    letter = _letter(row)
    name = f"replay-{letter.turn}"
    message = inbox.Message(
        conversation=letter.conversation,
        channel=letter.channel,
        message_id=f"{letter.conversation}:{name}",
        client_id=name,
        text=letter.text or "…",
        language=letter.language,
        answer_language=letter.answer_language,
        payload=letter.payload,
    )
    made = inbox.accept(connection, message, now=now)
    connection.execute(
        update(dead_letters)
        .where(dead_letters.c.turn == turn)
        .values(replayed_as=made, text=None, payload=None)
    )
    return made


def purge(connection: Connection, *, now: float) -> int:
    """Delete what nobody looked at in time; how many there were."""
    old = dead_letters.c.died_at < now - KEPT_SECONDS
    return int(connection.execute(delete(dead_letters).where(old)).rowcount)


def _query() -> Any:
    table = conversation_table
    return (
        select(dead_letters, table.c.channel, table.c.state)
        .join(table, table.c.id == dead_letters.c.conversation)
        .order_by(dead_letters.c.turn)
    )


def _letter(row: Any) -> Letter:
    return Letter(**{name: getattr(row, name) for name in Letter.__dataclass_fields__})
