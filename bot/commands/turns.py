"""`tanya turns`: what could not be answered, and asking it again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from bot import settings
from bot.errors import TanyaError, UsageError

if TYPE_CHECKING:
    from bot.database import Database
    from bot.gateway.dead import Letter


@click.group(help="Turns that ended in an apology: see them, ask again.")
def command() -> None:
    """The gateway may be running; it takes up what is replayed."""


@command.command()
@click.option("--json", "as_json", is_flag=True, help="one JSON object a line")
@click.option("--text", "with_text", is_flag=True, help="with what was asked, redacted")
def dead(*, as_json: bool, with_text: bool) -> None:
    """List dead letters, oldest first."""
    from bot.gateway import dead as letters

    with _gateway() as database, database.read() as connection:
        found = letters.find_all(connection)
    for letter in found:
        click.echo(_as_json(letter, with_text) if as_json else _line(letter, with_text))


@command.command()
@click.argument("turns", nargs=-1, type=int)
@click.option("--all", "everything", is_flag=True, help="whatever was not yet replayed")
def replay(turns: tuple[int, ...], *, everything: bool) -> None:
    """Ask again what these TURNS asked; the people see question and answer."""
    from bot.gateway import dead as letters

    if bool(turns) == everything:
        raise UsageError("name turns, or give --all")
    failed = False
    with _gateway() as database:
        with database.read() as connection:
            known = letters.find_all(connection)
        if everything:
            turns = tuple(one.turn for one in known if one.replayed_as is None)
        for turn in turns:
            try:
                with database.write() as connection:
                    made = letters.replay(connection, turn)
            except TanyaError as error:
                failed = True
                click.echo(f"{turn}: {error}", err=True)
            else:
                click.echo(f"{turn} is asked again as {made}")
    if failed:
        raise click.exceptions.Exit(1)


@contextmanager
def _gateway() -> Iterator[Database]:
    from bot.database import Database
    from bot.gateway import tables

    url = settings.load().database("gateway")
    database = Database(url, tables=tables.metadata)
    try:
        yield database
    finally:
        database.close()


def _line(letter: Letter, with_text: bool) -> str:
    died = datetime.fromtimestamp(letter.died_at).astimezone()
    parts = [
        f"{letter.turn:>8}",
        died.isoformat(timespec="seconds"),
        f"{letter.channel:<9}",
        f"{letter.reason:<9}",
        f"{letter.state:<8}",
    ]
    if letter.replayed_as is not None:
        parts.append(f"replayed as {letter.replayed_as}")
    elif with_text:
        parts.append(repr(letter.text))
    return " ".join(parts)


def _as_json(letter: Letter, with_text: bool) -> str:
    fields = asdict(letter)
    if not with_text:
        fields.pop("text")
        fields.pop("payload")
    return json.dumps(fields, ensure_ascii=False)
