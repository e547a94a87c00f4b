"""Leases: one taker at a time for a conversation, whichever gateway it runs in.

A gateway that dies lets go by falling silent: its leases run out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import func, select, update
from sqlalchemy.engine import Connection

from bot.gateway.inbox import OPEN
from bot.gateway.tables import conversations as conversation_table
from bot.gateway.tables import inbox

LEASE_SECONDS: Final = 15.0


def claim(connection: Connection, owner: str, *, now: float, most: int) -> list[str]:
    """Conversations with open turns that nobody takes; now `owner` does."""
    oldest = (
        select(inbox.c.conversation, func.min(inbox.c.id).label("first"))
        .where(inbox.c.status == OPEN)
        .group_by(inbox.c.conversation)
        .subquery()
    )
    names = connection.execute(
        select(conversation_table.c.id)
        .join(oldest, oldest.c.conversation == conversation_table.c.id)
        .where(conversation_table.c.lease_until <= now)
        .order_by(oldest.c.first)
        .limit(most)
        .with_for_update(skip_locked=True, of=conversation_table)
    )
    claimed = list(names.scalars())
    renew(connection, owner, claimed, now=now, taking=True)
    return claimed


def renew(
    connection: Connection,
    owner: str,
    names: Iterable[str],
    *,
    now: float,
    taking: bool = False,
) -> None:
    """Keep `names` for `owner` a while longer."""
    chosen = conversation_table.c.id.in_(list(names))
    mine = conversation_table.c.lease_owner == owner
    connection.execute(
        update(conversation_table)
        .where(chosen if taking else chosen & mine)
        .values(lease_owner=owner, lease_until=now + LEASE_SECONDS)
    )


def release(connection: Connection, owner: str, name: str | None = None) -> None:
    """Let go of `name`, or of everything that `owner` holds."""
    mine = conversation_table.c.lease_owner == owner
    chosen = mine if name is None else mine & (conversation_table.c.id == name)
    connection.execute(
        update(conversation_table)
        .where(chosen)
        .values(lease_owner=None, lease_until=0.0)
    )


def release_all(connection: Connection) -> None:
    """Let go of every lease: for the only gateway, when it starts."""
    connection.execute(update(conversation_table).values(lease_until=0.0))
