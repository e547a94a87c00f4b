"""`tanya privacy`: what is held of a conversation, its deletion, and old data."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from bot import settings
from bot.errors import TanyaError

if TYPE_CHECKING:
    from bot.database import Database
    from bot.identity.ground import Ground
    from bot.settings import Settings


class NoSuchConversation(TanyaError):
    """Nothing is known of the conversation."""

    code = "no_such_conversation"


@dataclass(frozen=True)
class Stores:
    """Everything that holds something of conversations."""

    settings: Settings
    gateway: Database
    ground: Ground
    tracker: Any


@click.group()
def command() -> None:
    """Hand out or destroy what is held of people."""


@command.command()
@click.argument("conversation")
def export(conversation: str) -> None:
    """What is held of CONVERSATION, as JSON; numbers stay sealed."""
    from bot.gateway import holdings
    from bot.identity import holdings as identity

    with _stores() as stores:
        held = holdings.export(stores.gateway, conversation)
        held["tracker"] = holdings.export_tracker(stores.tracker, conversation)
        held["identity"] = identity.export(stores.ground, conversation)
    if not held.get("conversation") and not held["tracker"]:
        raise NoSuchConversation(f"nothing is held of {conversation}")
    click.echo(json.dumps(held, ensure_ascii=False, indent=2, default=str))


@command.command()
@click.argument("conversation")
def erase(conversation: str) -> None:
    """Destroy what is held of CONVERSATION; the audit stays."""
    from bot.gateway import holdings
    from bot.identity import holdings as identity

    with _stores() as stores:
        known = holdings.erase(stores.gateway, conversation)
        events = holdings.erase_tracker(stores.tracker, conversation)
        rows = identity.erase(stores.ground, conversation)
    if not (known or events or rows):
        raise NoSuchConversation(f"nothing is held of {conversation}")
    click.echo(f"Erased {conversation}; the audit keeps that it took place.")


@command.command()
def retention() -> None:
    """Destroy what has lived its time, as the running gateway does by itself."""
    from bot.gateway.retention import let_go_of_old

    with _stores() as stores:
        texts, rows = let_go_of_old(stores.settings, stores.gateway, stores.ground)
    click.echo(f"{texts} conversations lost their texts, {rows} rows of identity went.")


@contextlib.contextmanager
def _stores() -> Iterator[Stores]:
    from bot.database import Database, open_engine
    from bot.gateway import tables
    from bot.identity.opening import open_identity
    from bot.identity.tables import metadata
    from bot.registry.sql import SqlRecords

    loaded = settings.load()
    with contextlib.ExitStack() as stack:
        gateway = Database(loaded.database("gateway"), tables=tables.metadata)
        stack.callback(gateway.close)
        database = Database(loaded.database("identity"), tables=metadata)
        stack.callback(database.close)
        records = SqlRecords(loaded.database("registry"))
        stack.callback(records.close)
        identity = open_identity(loaded, records, database=database)
        stack.callback(identity.close)
        tracker = open_engine(loaded.database("tracker"))
        stack.callback(tracker.dispose)
        yield Stores(loaded, gateway, identity.ground, tracker)
