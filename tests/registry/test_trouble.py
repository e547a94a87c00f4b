"""A registry in trouble says so in time, and is back without a restart."""

from __future__ import annotations

import shutil
import sqlite3
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import psycopg2
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from bot.errors import PersonNotFound, RegistryUnavailable
from bot.registry.deadline import Deadline
from bot.registry.demo_people import demo_people
from bot.registry.engine import reading_engine, writing_engine
from bot.registry.seed import seed_demo
from bot.registry.sql import SqlRecords
from tests.registry.conftest import TODAY
from tests.registry.wire import wire

SOMEBODY = demo_people(TODAY)[0]
PATIENCE = 5.0


def refused(records: SqlRecords, match: str = "registry") -> str:
    """What all four questions, asked at once, are refused with, each in time."""
    asked = (
        lambda: records.find_person(SOMEBODY.ic),
        lambda: records.find_registrations("a" * 32),
        lambda: records.find_contributions("a" * 32),
        lambda: records.find_claims("a" * 32),
    )
    with ThreadPoolExecutor(len(asked)) as people:
        said = list(people.map(lambda ask: refusal(ask, match), asked))
    return said[-1]


def refusal(ask: Callable[[], object], match: str) -> str:
    began = time.monotonic()
    with pytest.raises(RegistryUnavailable, match=match) as caught:
        ask()
    assert time.monotonic() - began < PATIENCE
    written = "".join(traceback.format_exception(caught.value))
    assert SOMEBODY.ic not in written
    return str(caught.value)


def path_of(url: str) -> Path:
    return Path(make_url(url).database)


@contextmanager
def server(url: str):
    connection = psycopg2.connect(url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        yield cursor
    connection.close()


@pytest.fixture
def on_sqlite(tmp_path):
    url = f"sqlite:///{tmp_path / 'registry.db'}"
    seed_demo(url, on=TODAY)
    return url


@pytest.fixture
def on_postgres(postgres_url):
    seed_demo(postgres_url, on=TODAY)
    return postgres_url


@pytest.fixture
def opened():
    """Opens sources of records that are closed after the test."""
    made: list[SqlRecords] = []

    def open_it(url: str, **more: float) -> SqlRecords:
        made.append(SqlRecords(url, **more))
        return made[-1]

    yield open_it
    for each in made:
        each.close()


def test_a_file_that_is_not_there_is_not_made_by_asking_and_counts_once_it_is(
    tmp_path, opened
):
    url = f"sqlite:///{tmp_path / 'registry.db'}"
    records = opened(url)
    refused(records)
    assert not path_of(url).exists()
    seed_demo(url, on=TODAY)
    assert records.find_person(SOMEBODY.ic).name == SOMEBODY.name


def test_a_file_that_is_no_database_is_trouble_and_not_nobody(tmp_path, opened):
    path = tmp_path / "registry.db"
    path.write_bytes(b"not a database " * 500)
    refused(opened(f"sqlite:///{path}"))


def test_a_restored_file_is_read_without_a_restart(on_sqlite, tmp_path, opened):
    other = f"sqlite:///{tmp_path / 'other.db'}"
    seed_demo(other, on=date(2026, 1, 5))
    records = opened(on_sqlite)
    before = records.find_person(SOMEBODY.ic)
    shutil.copy(path_of(other), path_of(on_sqlite).with_suffix(".new"))
    path_of(on_sqlite).with_suffix(".new").replace(path_of(on_sqlite))
    assert records.find_person(SOMEBODY.ic).key != before.key


def test_a_locked_file_is_told_in_time_and_read_once_it_is_free(on_sqlite, opened):
    holder = sqlite3.connect(path_of(on_sqlite), isolation_level=None)
    holder.execute("PRAGMA journal_mode=DELETE")
    records = opened(on_sqlite)
    found = records.find_person(SOMEBODY.ic)
    holder.execute("BEGIN EXCLUSIVE")
    refused(records, "busy")
    holder.execute("ROLLBACK")
    holder.close()
    assert records.find_person(SOMEBODY.ic) == found


def test_somebody_who_writes_for_long_holds_up_no_reader(on_sqlite, opened):
    writer = writing_engine(on_sqlite).execution_options(immediate=True)
    with writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM claim_event")
        records = opened(on_sqlite)
        assert records.find_claims(records.find_person(SOMEBODY.ic).key)[0].history


@pytest.mark.postgres
def test_a_locked_table_is_told_in_time_and_read_once_it_is_free(on_postgres, opened):
    records = opened(on_postgres)
    found = records.find_person(SOMEBODY.ic)
    holder = psycopg2.connect(on_postgres)
    with holder.cursor() as cursor:
        cursor.execute("LOCK TABLE person, alembic_version IN ACCESS EXCLUSIVE MODE")
        refused(records)
    holder.rollback()
    holder.close()
    assert records.find_person(SOMEBODY.ic) == found


@pytest.mark.postgres
def test_connections_that_the_server_ended_are_made_anew(on_postgres, opened):
    records = opened(on_postgres)
    found = records.find_person(SOMEBODY.ic)
    with server(on_postgres) as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            " AND usename = current_user"  # not the server's own housekeeping
        )
    assert records.find_person(SOMEBODY.ic) == found


@pytest.mark.postgres
def test_a_wire_that_goes_dead_is_told_in_time_and_used_once_it_lives(
    on_postgres, opened
):
    target = make_url(on_postgres)
    with wire(target.host, target.port or 5432) as between:
        url = target.set(host="127.0.0.1", port=between.port)
        records = opened(url.render_as_string(hide_password=False))
        found = records.find_person(SOMEBODY.ic)
        between.dead = True
        refused(records)
        between.dead = False
        assert records.find_person(SOMEBODY.ic) == found
        between.cut()
        assert records.find_person(SOMEBODY.ic) == found


def test_work_that_takes_too_long_is_cut_off_and_its_thread_is_free_again(url, opened):
    seed_demo(url, on=TODAY)
    engine = reading_engine(url, connections=1)
    deadline = Deadline(engine, seconds=0.5, threads=1)
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT count(*) FROM n"
    )
    began = time.monotonic()
    with pytest.raises(RegistryUnavailable, match="in time"):
        deadline.run(lambda connection: connection.execute(sa.text(endless)).all())
    assert time.monotonic() - began < 2
    one = deadline.run(lambda connection: connection.execute(sa.text("SELECT 1")).all())
    assert len(one) == 1
    deadline.close()


def test_a_value_that_cannot_be_read_is_trouble_and_is_not_quoted(on_sqlite, opened):
    records = opened(on_sqlite)
    key = records.find_person(SOMEBODY.ic).key
    editor = sqlite3.connect(path_of(on_sqlite))
    for value in ("UPDATE contribution SET amount = 'rubbish'", "UPDATE claim SET"):
        whole = value if "=" in value else f"{value} filed_on = 'rubbish'"
        editor.execute(whole)
    editor.commit()
    editor.close()
    for ask in (records.find_contributions, records.find_claims):
        with pytest.raises(RegistryUnavailable, match="cannot be read") as caught:
            ask(key)
        assert "rubbish" not in "".join(traceback.format_exception(caught.value))


def test_a_registry_that_somebody_empties_cannot_say_who_is_not_on_record(
    seeded, opened
):
    records = opened(seeded)
    with pytest.raises(PersonNotFound):
        records.find_person("850101000099")
    engine = writing_engine(seeded)
    with engine.begin() as connection:
        for table in ("claim_event", "missing_document", "claim"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        for table in ("contribution", "registration", "person"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    engine.dispose()
    with pytest.raises(RegistryUnavailable, match="nobody"):
        records.find_person("850101000099")
