"""The version of a registry's tables: brought up to date when it is opened for writing,
looked at before each reading.

Whoever reads never migrates: a look-up must not take as long as a migration does.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.errors import RegistryUnavailable
from bot.registry import staging, tables  # noqa: F401  staging adds its own tables
from bot.registry.engine import telling, transaction

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0003"  # the newest migration; a test compares it with the folder
SCHEMA_LOCK = 0x7A6E7A  # PostgreSQL advisory lock: one process migrates
FIRST = "0001"  # what the tables made without migrations are
VERSION = sa.text("SELECT version_num FROM alembic_version")

NEWER = "the registry's tables were made by a newer version of Tanya than this one"
OLDER = "the registry's tables are of an earlier version: run `tanya registry upgrade`"
EMPTY = "the registry has no tables yet: run `tanya registry import` or `seed`"
HALF = "the registry's tables are not complete; an upgrade may have been cut short"


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest version, all in one transaction, or not at all.

    Raises RegistryUnavailable, also for tables newer than this code.
    """
    with transaction(engine) as connection:
        if connection.dialect.name == "postgresql":
            locked = sa.text(f"SELECT pg_advisory_xact_lock({SCHEMA_LOCK})")
            connection.execute(locked)
        found = version(connection)
        if found == HEAD:
            check_complete(connection)
        else:
            _migrate(connection, found)


def _migrate(connection: Connection, found: str | None) -> None:
    # Alembic takes a while to import and is needed only here
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    if found is None and _has(connection, "person"):
        command.stamp(config, FIRST)
    command.upgrade(config, HEAD)
    check_complete(connection)


def version(connection: Connection) -> str | None:
    """The version of the tables; none if there are none, or none with a version.

    Raises RegistryUnavailable for one that this code does not know.
    """
    if not _has(connection, "alembic_version"):
        return None
    found = connection.execute(VERSION).scalars().all()
    if len(found) != 1:
        raise RegistryUnavailable(HALF)
    if found[0] not in known_versions():
        raise RegistryUnavailable(NEWER)
    return str(found[0])


@cache
def known_versions() -> frozenset[str]:
    """Every version that a migration of ours makes."""
    return frozenset(path.name[:4] for path in MIGRATIONS.glob("versions/0*.py"))


def check_readable(connection: Connection) -> None:
    """Nothing if the tables are those of this code. Raises RegistryUnavailable."""
    found = version(connection)
    if found == HEAD:
        return
    if found is None and not _has(connection, "person"):
        raise RegistryUnavailable(EMPTY)
    raise RegistryUnavailable(OLDER)


def check_complete(connection: Connection) -> None:
    """Every column of ours is there. Raises RegistryUnavailable."""
    inspector = sa.inspect(connection)
    present = set(inspector.get_table_names())
    for table in tables.metadata.sorted_tables:
        if table.name not in present:
            raise RegistryUnavailable(HALF)
        columns = {each["name"] for each in inspector.get_columns(table.name)}
        if not columns.issuperset(table.columns.keys()):
            raise RegistryUnavailable(HALF)


def state(engine: Engine) -> str:
    """The version, for a person to read. Raises RegistryUnavailable."""
    with telling(), engine.connect() as connection:
        check_readable(connection)
        check_complete(connection)
        people = connection.execute(
            sa.select(sa.func.count()).select_from(tables.person)
        )
        return f"version {HEAD}, {people.scalar_one()} people"


def _has(connection: Connection, table: str) -> bool:
    found: bool = sa.inspect(connection).has_table(table)
    return found
