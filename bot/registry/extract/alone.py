"""One import at a time into one registry; the lock ends with the process."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bot.errors import ImportRunning
from bot.registry.engine import telling

IMPORT_LOCK = 0x7A6E7B  # PostgreSQL advisory lock


@contextmanager
def alone(engine: Engine) -> Iterator[None]:
    """Raises ImportRunning if another process imports now."""
    held = _on_sqlite if engine.dialect.name == "sqlite" else _on_postgres
    with held(engine):
        yield


@contextmanager
def _on_sqlite(engine: Engine) -> Iterator[None]:
    with telling():
        lock = open(f"{engine.url.database}.import", "a")  # noqa: SIM115  closed below
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ImportRunning from None
        yield


@contextmanager
def _on_postgres(engine: Engine) -> Iterator[None]:
    taken = sa.text(f"SELECT pg_try_advisory_lock({IMPORT_LOCK})")
    with telling():
        connection = engine.execution_options(isolation_level="AUTOCOMMIT").connect()
    with connection:  # its end lets go of the lock
        with telling():
            free = connection.execute(taken).scalar_one()
        if not free:
            raise ImportRunning
        yield
