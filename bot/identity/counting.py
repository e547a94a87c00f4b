"""What was done how often by whom, in windows that slide; and what has been done once.

The caller is inside a writing transaction and has called `hold` first: on SQLite it is
alone with the database, on PostgreSQL it is alone with the names it holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import case, distinct, func, insert, select, text
from sqlalchemy.engine import Connection

from bot.identity.policy import DAY, HOUR, Limit
from bot.identity.tables import counted, done


def hold(connection: Connection, *names: str) -> None:
    """Keep others who name the same away until this transaction ends.

    Everybody takes the names in one order, so that nobody waits in a circle.
    """
    if connection.dialect.name != "postgresql":
        return
    for name in sorted(names):
        number = int.from_bytes(
            hashlib.sha256(name.encode()).digest()[:8], "big", signed=True
        )
        connection.execute(
            text("SELECT pg_advisory_xact_lock(:number)"), {"number": number}
        )


def count(
    connection: Connection,
    what: str,
    everybody: Sequence[str],
    *,
    now: float,
    detail: str = "",
) -> None:
    """Count one more against each of `everybody`."""
    rows = [
        {"what": what, "who": who, "detail": detail, "at": now} for who in everybody
    ]
    connection.execute(insert(counted), rows)


def is_over(
    connection: Connection, what: str, who: str, *, limit: Limit, now: float
) -> bool:
    """Whether `who` has had all that an hour or a day allows."""
    recent = func.sum(case((counted.c.at > now - HOUR, 1), else_=0))
    row = connection.execute(
        select(func.count().label("day"), recent.label("hour")).where(
            counted.c.what == what, counted.c.who == who, counted.c.at > now - DAY
        )
    ).one()
    return bool(row.day >= limit.day or (row.hour or 0) >= limit.hour)


def is_over_with(
    connection: Connection,
    what: str,
    who: str,
    *,
    detail: str,
    limit: Limit,
    now: float,
) -> bool:
    """Whether `detail` would be one different thing too many of a day."""
    others = connection.execute(
        select(func.count(distinct(counted.c.detail))).where(
            counted.c.what == what,
            counted.c.who == who,
            counted.c.detail != detail,
            counted.c.at > now - DAY,
        )
    ).scalar_one()
    return int(others) >= limit.day


def find_done(
    connection: Connection, conversation: str, message_id: str, *, what: str
) -> str | None:
    """How it ended when this message did `what`, if it did."""
    outcome: str | None = connection.execute(
        select(done.c.outcome).where(
            done.c.conversation == conversation,
            done.c.message_id == message_id,
            done.c.what == what,
        )
    ).scalar_one_or_none()
    return outcome


def note_done(
    connection: Connection,
    conversation: str,
    message_id: str,
    *,
    what: str,
    outcome: str,
    now: float,
) -> None:
    """Note that this message has done `what`."""
    row = {
        "conversation": conversation,
        "message_id": message_id,
        "what": what,
        "outcome": outcome,
        "at": now,
    }
    connection.execute(insert(done), row)
