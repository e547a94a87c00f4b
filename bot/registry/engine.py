"""Connections to the registry's database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import RegistryUnavailable
from bot.registry.tables import metadata

BUSY_SECONDS = 5


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    """One transaction on the registry, its tables made if they are missing.

    Raises RegistryUnavailable; bound values never reach the message.
    """
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            metadata.create_all(connection)
            yield connection
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise RegistryUnavailable(f"the registry does not answer: {reason}") from error
    finally:
        engine.dispose()


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sa.create_engine(
            parsed,
            future=True,
            hide_parameters=True,
            connect_args={"connect_timeout": BUSY_SECONDS},
        )
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        parsed,
        future=True,
        hide_parameters=True,
        connect_args={"timeout": BUSY_SECONDS},
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    # the driver's own way of beginning transactions is too late for writers
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
