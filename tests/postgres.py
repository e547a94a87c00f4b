"""PostgreSQL databases for tests: empty when they are given out, and used again.

To make and drop one takes the server a second, to empty one a tenth of that.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg2
import pytest

SERVER = os.environ.get("TANYA_TEST_POSTGRES_URL", "")
_empty: list[str] = []  # URLs of databases of this process that nobody uses
_made: list[str] = []  # names of all of them

# as dropping it by force would, but for the server's own cleaner
ALONE = """
SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
AND usename = current_user
"""
SCHEMAS = """
SELECT quote_ident(nspname) FROM pg_namespace
WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
"""


@contextmanager
def new_postgres() -> Iterator[str]:
    """The URL of an empty PostgreSQL database."""
    if not SERVER:
        pytest.skip("TANYA_TEST_POSTGRES_URL names no PostgreSQL")
    url = _empty.pop() if _empty else _create()
    yield url
    _clear(url)
    _empty.append(url)


def _create() -> str:
    name = f"tanya_test_{secrets.token_hex(6)}"
    with _talking(SERVER) as server:
        server.execute(f"CREATE DATABASE {name}")
    _made.append(name)
    return f"{SERVER.rpartition('/')[0]}/{name}"


def _clear(url: str) -> None:
    """Nobody is left in it, and nothing of what they made."""
    with _talking(url) as database:
        database.execute(ALONE)
        database.execute(SCHEMAS)
        for (schema,) in database.fetchall():
            database.execute(f"DROP SCHEMA {schema} CASCADE")
        database.execute("CREATE SCHEMA public")


def drop_all() -> None:
    """At the end of everything."""
    _empty.clear()
    while _made:
        _drop(_made.pop())


def _drop(name: str) -> None:
    with _talking(SERVER) as server:
        for _ in range(20):
            try:
                server.execute(f"DROP DATABASE {name} WITH (FORCE)")
                return
            except psycopg2.errors.InsufficientPrivilege:
                time.sleep(0.25)  # the server's own cleaner is there, not ours to end
        server.execute(f"DROP DATABASE {name}")


@contextmanager
def _talking(url: str) -> Iterator[Any]:
    with closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            yield cursor
