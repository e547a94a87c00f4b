"""Workers do not meet: files stay whole, ports and databases are nobody else's."""

from __future__ import annotations

import contextlib

import psycopg2
import pytest

from tests import workers
from tests.postgres import new_postgres


@pytest.fixture
def sharing() -> workers.Sharing:
    return workers.Sharing.__new__(workers.Sharing)


def test_the_tests_of_a_file_stay_together(sharing: workers.Sharing) -> None:
    one, other = (
        sharing._split_scope(f"tests/registry/test_seed.py::{name}")
        for name in ("test_a[x::y]", "test_b")
    )
    assert one == other == "tests/registry/test_seed.py"


def test_one_assistant_answers_all_that_talk_to_it(sharing: workers.Sharing) -> None:
    found = {
        sharing._split_scope(f"tests/stack/test_{name}.py::test_a")
        for name in ("conversations", "kills", "traces")
    }
    assert len(found) == 1


def test_workers_are_given_different_ports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "2")
    given = []
    for name in ("gw0", "gw1"):
        monkeypatch.setenv("PYTEST_XDIST_WORKER", name)
        given.append({workers.some_port() for _ in range(50)})
    first, second = given
    assert len(first) == len(second) == 50
    assert {port % 2 for port in first}.isdisjoint(port % 2 for port in second)


def test_a_machine_with_one_core_gets_one_worker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for cores, expected in ((1, 1), (2, 2), (64, workers.MOST)):
        had = set(range(cores))
        monkeypatch.setattr(workers.os, "sched_getaffinity", lambda _, had=had: had)
        assert workers.count() == expected


@pytest.mark.postgres
def test_a_database_that_is_given_again_is_empty_and_nobody_is_in_it() -> None:
    with new_postgres() as first:
        left = psycopg2.connect(first)
        with left.cursor() as cursor:
            cursor.execute("CREATE TABLE kept (n int); CREATE SCHEMA another")
            left.commit()
            cursor.execute("LOCK TABLE kept")
    with pytest.raises(psycopg2.OperationalError), left.cursor() as cursor:
        cursor.execute("SELECT 1")
    left.close()
    with (
        new_postgres() as second,
        contextlib.closing(psycopg2.connect(second)) as connection,
        connection.cursor() as cursor,
    ):
        assert second == first
        cursor.execute("SELECT count(*) FROM pg_stat_user_tables")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = 'another'")
        assert cursor.fetchone() == (0,)
