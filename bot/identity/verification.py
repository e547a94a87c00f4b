"""Who proved, in which conversation, who they are; and until when that counts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection

from bot.identity.ground import Ground
from bot.identity.tables import challenges, proven, verified


def begin(
    connection: Connection, ground: Ground, challenge: Any, *, person: str, now: float
) -> None:
    """The code of `challenge` was right: it is used up, the conversation verified."""
    connection.execute(
        update(challenges).where(challenges.c.id == challenge.id).values(open=0)
    )
    name = challenge.conversation
    connection.execute(delete(verified).where(verified.c.conversation == name))
    row = {
        "conversation": name,
        "challenge": challenge.id,
        "subject": challenge.subject,
        "person": ground.vault.encrypt(person, name, "verified"),
        "at": now,
        "used_at": now,
        "until": now + ground.policy.absolute_seconds,
    }
    connection.execute(insert(verified), row)
    connection.execute(delete(proven).where(proven.c.conversation == name))
    connection.execute(insert(proven), {"conversation": name, "at": now})


def find(connection: Connection, ground: Ground, conversation: str) -> Any:
    """The verified state of the conversation, or None when there is none any more."""
    row = connection.execute(
        select(verified).where(verified.c.conversation == conversation)
    ).one_or_none()
    now = ground.clock()
    good = row and row.used_at <= now + ground.policy.clock_seconds
    return row if good and until(row, ground) > now else None


def until(row: Any, ground: Ground) -> float:
    """When the verified state ends if nothing is looked up before."""
    return float(min(row.until, row.used_at + ground.policy.idle_seconds))


def use(connection: Connection, row: Any, *, now: float) -> None:
    """Records were looked up: idle time begins anew."""
    connection.execute(
        update(verified)
        .where(
            verified.c.conversation == row.conversation,
            verified.c.challenge == row.challenge,
        )
        .values(used_at=now)
    )
