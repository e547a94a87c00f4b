"""Connections to the registry's database: SQLite by default, PostgreSQL by URL.

What a driver says may quote the statement, and psycopg2 puts the values into it: so its
words never leave this module, only what kind of trouble it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import exc
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.pool import NullPool, QueuePool

from bot.errors import ConfigurationError, RegistryUnavailable

NOT_THERE = "the registry is not there yet: run `tanya registry import` or `seed`"
CONNECT_SECONDS = 3
BUSY_SECONDS = 3
STATEMENT_SECONDS = 4
# for those who read: a look-up ends by itself before whoever waits gives up
BOUNDED = (
    f"-c statement_timeout={STATEMENT_SECONDS}s -c lock_timeout={BUSY_SECONDS}s"
    " -c default_transaction_read_only=on"
)
# for those who write: an import may be at work, and nobody should wait for its end
PATIENT = "-c lock_timeout=10s"


def parsed(url: str) -> URL:
    """`url` as SQLAlchemy sees it. Raises ConfigurationError without its password."""
    try:
        target = make_url(url)
        sa.create_engine(target)  # connects to nothing; only looks for the driver
    except (exc.ArgumentError, ImportError):
        raise ConfigurationError("the registry's database URL is not one") from None
    return target


def reading_engine(url: str, *, connections: int) -> Engine:
    """An engine that never makes, changes or waits long for anything."""
    target = parsed(url)
    if target.get_backend_name() == "sqlite":
        engine = _sqlite(target, mode="rw", poolclass=QueuePool, pool_size=connections)
        sa.event.listen(engine, "connect", _prepare_reader)
        sa.event.listen(
            engine, "checkout", _same_file(Path(target.database or "").absolute())
        )
        return engine
    return sa.create_engine(
        target,
        future=True,
        hide_parameters=True,
        pool_size=connections,
        isolation_level="REPEATABLE READ",
        connect_args={"connect_timeout": CONNECT_SECONDS, "options": BOUNDED},
    )


def writing_engine(url: str) -> Engine:
    """An engine for seeding and importing, which may take their time."""
    target = parsed(url)
    engine: Engine
    if target.get_backend_name() != "sqlite":
        engine = sa.create_engine(
            target,
            future=True,
            hide_parameters=True,
            poolclass=NullPool,
            connect_args={"connect_timeout": CONNECT_SECONDS, "options": PATIENT},
        )
        return engine
    _make_file(Path(target.database or ""))
    engine = _sqlite(target, mode="rwc", poolclass=NullPool)
    sa.event.listen(engine, "connect", _prepare_writer)
    return engine


TROUBLE = (
    exc.DBAPIError,
    exc.DisconnectionError,
    exc.InvalidRequestError,  # no connection was given, however often one was asked for
    exc.TimeoutError,
    OSError,
    sqlite3.Error,
)


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes, told as RegistryUnavailable when it fails."""
    writer = engine.execution_options(immediate=True)
    with telling(), writer.begin() as connection:
        yield connection


@contextmanager
def telling() -> Iterator[None]:
    """What goes wrong inside as RegistryUnavailable, in words that quote nothing."""
    try:
        yield
    except TROUBLE as error:
        reason = _reason(error)
    else:
        return
    # from None: a log that shows the cause would show what the driver said
    raise RegistryUnavailable(f"the registry does not answer: {reason}") from None


def _reason(error: Exception) -> str:
    cause = getattr(error, "orig", None) or error
    said = str(cause).lower()
    if "locked" in said or "timeout" in said or "timed out" in said:
        return "its database is busy"
    if "no such" in said or "does not exist" in said:
        return "its tables are not complete, or not there"
    if isinstance(error, exc.OperationalError | exc.InterfaceError | OSError):
        return "its database cannot be reached or opened"
    return f"its database refuses the work ({type(cause).__name__})"


def _make_file(path: Path) -> None:
    # what it holds is for the eyes of this program's user alone
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError as error:
        raise RegistryUnavailable(
            f"the registry's file cannot be made: {error.strerror}"
        ) from error


def _sqlite(target: URL, *, mode: str, **pool: Any) -> Engine:
    # a reader must not make an empty file where there is none
    address = f"file:{quote(str(Path(target.database or '').absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        if not Path(target.database or "").exists():
            raise RegistryUnavailable(NOT_THERE)
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )

    engine: Engine = sa.create_engine(
        target, future=True, hide_parameters=True, creator=connect, **pool
    )
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _same_file(path: Path) -> Callable[..., None]:
    """An old connection would go on reading a file that a restored one replaced."""

    def check(_connection: object, record: Any, _proxy: object) -> None:
        try:
            now = path.stat()
        except OSError:
            raise exc.DisconnectionError from None
        known = record.info.setdefault("file", (now.st_dev, now.st_ino))
        if known != (now.st_dev, now.st_ino):
            raise exc.DisconnectionError

    return check


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin on its own
    connection.execute("PRAGMA foreign_keys=ON")


def _prepare_reader(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only=ON")


def _prepare_writer(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA cache_size=-65536")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
