"""One way to open a database: SQLite in a file, or PostgreSQL, with the same code.

SQLite: write-ahead log, five seconds of patience, and every writing transaction begins
as a writer, so that two of them never deadlock half-way.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import MetaData, Table, create_engine, event, inspect, text
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateColumn

from bot.errors import ConfigurationError

Result = TypeVar("Result")
THREADS = 8
BUSY_MILLISECONDS = 5_000
SCHEMA_LOCK = 0x7A6E79  # PostgreSQL advisory lock: one process creates tables
# a server that is gone or stuck is an error soon, not a process that hangs
POSTGRES: dict[str, Any] = {
    "pool_size": THREADS,
    "pool_pre_ping": True,
    "pool_recycle": 300,
    "connect_args": {"connect_timeout": 5, "options": "-c statement_timeout=15000"},
}


class Database:
    """An engine, its transactions, and threads in which they run."""

    def __init__(self, url: str, *, tables: MetaData) -> None:
        self.engine = open_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self._writing = threading.Lock()  # fairer than SQLite's own busy waiting
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="database")
        try:
            with self.write() as connection:
                _create(connection, tables)
        except SQLAlchemyError as error:
            self.close()
            raise ConfigurationError(
                f"cannot open database {self.engine.url!r}: {_first_line(error)}"
            ) from error

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that may write; committed at the end, else rolled back."""
        if not self.is_sqlite:
            with self.engine.begin() as connection:
                yield connection
            return
        immediate = self.engine.execution_options(immediate=True)
        with self._writing, immediate.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with self.engine.begin() as connection:
            yield connection

    async def run(
        self, function: Callable[..., Result], *args: Any, **more: Any
    ) -> Result:
        """`function` in one of this database's threads."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._threads, partial(function, *args, **more)
        )

    def close(self) -> None:
        """Let go of threads and connections."""
        self._threads.shutdown(wait=True)
        self.engine.dispose()


def open_engine(url: str, *, future: bool = True) -> Engine:
    """An engine; `future` is off for the one library that needs the old manners."""
    # parameters hold what people wrote: no error may print them
    options: dict[str, Any] = {"future": future, "hide_parameters": True}
    if not url.startswith("sqlite"):
        return create_engine(url, **POSTGRES, **options)
    _make_folder(url)
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=THREADS,
        connect_args={"check_same_thread": False},
        **options,
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(url: str) -> None:
    folder = Path(url.removeprefix("sqlite:///")).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"cannot create {folder}: {error.strerror}") from error


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin on its own
    for pragma in (
        "journal_mode=WAL",
        f"busy_timeout={BUSY_MILLISECONDS}",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _create(connection: Connection, tables: MetaData) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({SCHEMA_LOCK})"))
    tables.create_all(connection)
    for table in tables.sorted_tables:
        _add_columns(connection, table)


def _add_columns(connection: Connection, table: Table) -> None:
    """Give a table of an earlier version the columns that it lacks."""
    known = {column["name"] for column in inspect(connection).get_columns(table.name)}
    for column in table.columns:
        if column.name not in known:
            made = CreateColumn(column).compile(dialect=connection.dialect)
            connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {made}"))


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0]
