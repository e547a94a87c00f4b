"""`tanya audit`: whether the record of look-ups is whole."""

from __future__ import annotations

import json

import click

from bot import settings
from bot.errors import TanyaError


class AuditBroken(TanyaError):
    """A row of the audit is not as it was written."""

    code = "audit_broken"


@click.group()
def command() -> None:
    """The record of who looked up what."""


@command.command()
def verify() -> None:
    """Walk the chain: exit 0 if it is whole, else 1 and the first broken row."""
    from bot.database import Database
    from bot.identity import anchor, audit
    from bot.identity.keys import Keys
    from bot.identity.tables import metadata

    loaded = settings.load()
    keys = Keys(loaded.secret("identity"))
    database = Database(loaded.database("identity"), tables=metadata)
    path = loaded.var / anchor.FILE
    try:
        noted = anchor.read(path, keys=keys)
        with database.read() as connection:
            verdict = audit.verify(connection, keys=keys, anchor=noted)
        if verdict.broken is not None:
            raise AuditBroken(f"audit row {verdict.broken}: {verdict.why}")
        with database.read() as connection:
            anchor.note(connection, path, keys=keys)
    finally:
        database.close()
    outside = "and agree with the note outside the database" if noted else ""
    click.echo(f"{verdict.rows} rows are whole {outside}".strip() + ".")


@command.command()
@click.option("--last", default=20, show_default=True, help="how many rows")
@click.option("--json", "as_json", is_flag=True, help="one JSON object a line")
def show(last: int, *, as_json: bool) -> None:
    """The latest rows, oldest first: people and conversations stand as keyed hashes."""
    from bot.clock import moment
    from bot.database import Database
    from bot.identity import audit
    from bot.identity.tables import metadata

    database = Database(settings.load().database("identity"), tables=metadata)
    try:
        with database.read() as connection:
            rows = audit.find_last(connection, last)
    finally:
        database.close()
    for row in rows:
        shown = {**row, "at": moment(row["at"])}
        words = (str(shown[name]) for name in ("at", "who", "what", "outcome", "why"))
        click.echo(json.dumps(shown) if as_json else "  ".join(words))
