"""What a person no longer wants to see: results hidden, or everything deleted."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection

from bot.gateway import outbox
from bot.gateway.opening import MARK
from bot.gateway.tables import buttons, dead_letters, inbox
from bot.gateway.tables import outbox as outbox_table
from bot.i18n import translate
from bot.i18n.wording.records import GONE

HIDE: Final = "hide"
FORGET: Final = "forget"
VIEWS: Final = {None, HIDE, FORGET}


def change_view(
    connection: Connection, name: str, view: str | None, *, language: str, now: float
) -> None:
    """Do as `view` says with what conversation `name` has shown so far."""
    if view == HIDE:
        _hide(connection, name, language, now)
    elif view == FORGET:
        _clear(connection, name, now)


def _hide(connection: Connection, name: str, language: str, now: float) -> None:
    """Tell whoever looks on which messages have nothing to show any more."""
    shown = connection.execute(
        select(outbox_table.c.id)
        .where(outbox_table.c.conversation == name, outbox_table.c.kind == "message")
        .where(outbox_table.c.body.contains(MARK, autoescape=True))
        .order_by(outbox_table.c.id)
    ).scalars()
    body = {"messages": list(shown), "text": translate(GONE, language)}
    outbox.append(connection, name, "hidden", {**body, "language": language}, now=now)


def _clear(connection: Connection, name: str, now: float) -> None:
    """Delete every text of the conversation; it goes on, empty."""
    for table in (outbox_table, buttons, dead_letters):
        connection.execute(delete(table).where(table.c.conversation == name))
    mine = (inbox.c.conversation == name) & (inbox.c.status != "open")
    connection.execute(update(inbox).where(mine).values(text=None, payload=None))
    outbox.append(connection, name, "cleared", {}, now=now)
