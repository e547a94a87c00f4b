"""What all tests share: nothing is skipped in silence where everything must run."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest

POSTGRES = os.environ.get("TANYA_TEST_POSTGRES_URL", "")
REQUIRE_ALL = bool(os.environ.get("TANYA_REQUIRE_ALL"))
# a developer's own bot hears nothing of the tests: empty, it wins over `.env`
os.environ["TANYA_TELEGRAM_TOKEN"] = ""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """With TANYA_REQUIRE_ALL set, a test that would be skipped fails."""
    report = yield
    return _forbid_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """The same for a whole module."""
    report = yield
    return _forbid_skip(report)


def _forbid_skip(report):  # type: ignore[no-untyped-def]
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipping is not allowed here: {report.longrepr}"
    return report


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A new, empty PostgreSQL database, dropped after the test."""
    with new_postgres() as url:
        yield url


@contextmanager
def new_postgres() -> Iterator[str]:
    """The same for a wider scope than one test."""
    if not POSTGRES:
        pytest.skip("TANYA_TEST_POSTGRES_URL names no PostgreSQL")
    import psycopg2

    name = f"tanya_test_{secrets.token_hex(6)}"
    server = psycopg2.connect(POSTGRES)
    server.autocommit = True
    try:
        with server.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
            yield f"{POSTGRES.rpartition('/')[0]}/{name}"
            _drop(cursor, name)
    finally:
        server.close()


def _drop(cursor, name):  # type: ignore[no-untyped-def]
    import psycopg2

    for _ in range(20):
        try:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
            return
        except psycopg2.errors.InsufficientPrivilege:
            time.sleep(0.25)  # the server's own cleaner is in there, not ours to end
    cursor.execute(f"DROP DATABASE {name}")
