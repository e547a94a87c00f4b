"""What identity holds of one conversation: to hand out, or to destroy."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.engine import Connection

from bot.identity import audit
from bot.identity.audit import Entry
from bot.identity.ground import Ground
from bot.identity.tables import (
    audit as audit_table,
)
from bot.identity.tables import (
    challenges,
    consents,
    counted,
    done,
    proven,
    sealed,
    verified,
)

# moments and outcomes; nothing sealed is opened, no hash is handed out
SHOWN: Final = {
    "vault": (sealed, ("kind", "expires_at")),
    "consents": (consents, ("language", "at")),
    "challenges": (challenges, ("language", "guesses", "created_at", "sms")),
    "verified": (verified, ("at", "used_at", "until")),
    "proven": (proven, ("at",)),
    "done": (done, ("message_id", "what", "outcome", "at")),
}
OPERATOR: Final = "operator"


def export(ground: Ground, conversation: str) -> dict[str, Any]:
    """Everything but secrets; that it was handed out is put on record."""
    with ground.database.write() as connection:
        held: dict[str, Any] = {
            name: _rows(connection, table, columns, conversation)
            for name, (table, columns) in SHOWN.items()
        }
        held["audit"] = _audit(connection, ground, conversation)
        _record(connection, ground, conversation, "export")
    return held


def erase(ground: Ground, conversation: str) -> int:
    """Destroy everything but the audit; how many rows that were."""
    with ground.database.write() as connection:
        gone = sum(
            connection.execute(
                delete(table).where(table.c.conversation == conversation)
            ).rowcount
            for table, _ in SHOWN.values()
        )
        mine = counted.c.who == f"conversation {conversation}"
        gone += connection.execute(delete(counted).where(mine)).rowcount
        _record(connection, ground, conversation, "erase")
    return int(gone)


def _rows(
    connection: Connection, table: Any, columns: tuple[str, ...], conversation: str
) -> list[dict[str, Any]]:
    shown = [table.c[name] for name in columns]
    query = select(*shown).where(table.c.conversation == conversation)
    return [dict(row._mapping) for row in connection.execute(query)]


def _audit(
    connection: Connection, ground: Ground, conversation: str
) -> list[dict[str, Any]]:
    table = audit_table.c
    query = (
        select(table.sequence, table.at, table.what, table.why, table.outcome)
        .where(table.who == ground.keys.conversation(conversation))
        .order_by(table.sequence)
    )
    return [dict(row._mapping) for row in connection.execute(query)]


def _record(
    connection: Connection, ground: Ground, conversation: str, what: str
) -> None:
    why = f"asked of {ground.keys.conversation(conversation)}"
    entry = Entry(OPERATOR, what, why=why, outcome="done")
    audit.append(connection, entry, keys=ground.keys, now=ground.clock())
