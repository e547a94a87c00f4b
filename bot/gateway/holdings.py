"""What gateway and tracker hold of one conversation: to hand out, or to destroy."""

from __future__ import annotations

import json
import time
from typing import Any, Final

from sqlalchemy import Table, delete, inspect, select, text
from sqlalchemy.engine import Connection, Engine

from bot.database import Database
from bot.gateway import conversations as forgetting
from bot.gateway.tables import conversations, metadata
from bot.gateway.telegram import tables as telegram

SECRET: Final = {"session_hash", "lease_owner", "lease_until"}
KNOWN: Final = (telegram.chats,)  # and what else stands beside it, in `metadata`
TRACKER: Final = "events"  # the table that Rasa keeps its conversations in


def export(gateway: Database, conversation: str) -> dict[str, Any]:
    """Every row of the conversation, tokens left as they are; empty if unknown."""
    with gateway.read() as connection:
        mine = conversations.c.id == conversation
        row = connection.execute(select(conversations).where(mine)).one_or_none()
        if row is None:
            return {}
        held: dict[str, Any] = {"conversation": _shown(row._mapping)}
        for table in _tables():
            held[table.name] = _rows(connection, table, conversation)
    return held


def erase(gateway: Database, conversation: str) -> bool:
    """Close the conversation and destroy its texts; whether there was one."""
    with gateway.write() as connection:
        known = forgetting.lock(connection, conversation) is not None
        forgetting.forget(connection, conversation, now=time.time())
        for table in _tables():
            if table.name not in ("inbox", "outbox"):
                mine = table.c.conversation == conversation
                connection.execute(delete(table).where(mine))
    return known


def export_tracker(engine: Engine, conversation: str) -> list[dict[str, Any]]:
    """What the brain holds; nothing if it never ran here."""
    if not inspect(engine).has_table(TRACKER):
        return []
    query = text(f"SELECT data FROM {TRACKER} WHERE sender_id = :name ORDER BY id")  # noqa: S608
    with engine.begin() as connection:
        rows = connection.execute(query, {"name": conversation}).scalars()
        return [json.loads(row) for row in rows]


def erase_tracker(engine: Engine, conversation: str) -> int:
    """Destroy what the brain holds; how many events that were."""
    if not inspect(engine).has_table(TRACKER):
        return 0
    query = text(f"DELETE FROM {TRACKER} WHERE sender_id = :name")  # noqa: S608
    with engine.begin() as connection:
        return int(connection.execute(query, {"name": conversation}).rowcount)


def _tables() -> list[Table]:
    return [table for table in metadata.sorted_tables if "conversation" in table.c]


def _rows(
    connection: Connection, table: Table, conversation: str
) -> list[dict[str, Any]]:
    query = select(table).where(table.c.conversation == conversation)
    return [_shown(row._mapping) for row in connection.execute(query)]


def _shown(row: Any) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in SECRET}
