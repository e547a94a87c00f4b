"""Tables of every earlier version come up to today's, whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import traceback
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from click.testing import CliRunner

from bot.commands.registry import command
from bot.errors import RegistryUnavailable
from bot.registry import schema
from bot.registry.engine import transaction, writing_engine
from bot.registry.seed import seed_demo
from bot.registry.sql import SqlRecords
from bot.registry.tables import metadata
from tests.registry.conftest import TODAY

ROOT = Path(__file__).resolve().parents[2]
IC = "720314000018"


@pytest.fixture
def engine(url):
    made = writing_engine(url)
    yield made
    made.dispose()


@pytest.fixture
def asked(url):
    """What a look-up says of the registry."""

    def ask() -> str:
        source = SqlRecords(url)
        try:
            return source.find_person(IC).name
        except RegistryUnavailable as error:
            return str(error)
        finally:
            source.close()

    return ask


def make_first_tables(engine: sa.engine.Engine) -> None:
    """As the program made them before there were migrations, with a person in them."""
    first = ScriptDirectory(str(schema.MIGRATIONS)).get_revision("0001").module
    with engine.begin() as connection:
        with Operations.context(MigrationContext.configure(connection)):
            first.upgrade()
        old = sa.MetaData()
        old.reflect(connection)
        rows = {
            "person": {
                "ic": IC,
                "name": "Demo Aminah",
                "birth_date": date(1972, 3, 14),
                "sex": "female",
                "demo": True,
            },
            "contribution": {
                "person_id": 1,
                "scheme": "skssr",
                "receipt": "DEMO-1",
                "amount": Decimal("120.00") if "postgres" in engine.name else "120.00",
                "received_at": datetime(2026, 2, 2, 4, tzinfo=timezone.utc),
                "cover_from": date(2026, 2, 3),
                "cover_until": date(2027, 2, 2),
            },
            "claim": {
                "person_id": 1,
                "number": "DEMO-2026-0001",
                "scheme": "skssr",
                "benefit": "medical",
                "status": "received",
                "filed_on": date(2026, 8, 10),
                "status_on": date(2026, 8, 24),
            },
        }
        for name, values in rows.items():
            connection.execute(sa.insert(old.tables[name]).values(**values))


def test_migrations_make_the_tables_that_the_code_reads(engine):
    schema.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_newest_version_is_that_of_the_folder():
    folder = ScriptDirectory(str(schema.MIGRATIONS))
    assert folder.get_heads() == [schema.HEAD]
    assert {each.revision for each in folder.walk_revisions()} == (
        schema.known_versions()
    )


def test_tables_made_without_migrations_are_taken_over_with_what_they_hold(engine, url):
    make_first_tables(engine)
    schema.upgrade(engine)
    source = SqlRecords(url)
    person = source.find_person(IC)
    (paid,) = source.find_contributions(person.key)
    assert (person.name, len(person.key)) == ("Demo Aminah", 32)
    assert (paid.amount, paid.status) == (Decimal("120.00"), "credited")
    assert paid.received_at == datetime(2026, 2, 2, 4, tzinfo=timezone.utc)
    assert source.find_claims(person.key)[0].number == "DEMO-2026-0001"
    source.close()
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert seed_demo(url, on=TODAY).moved == 1


def test_reading_never_migrates(engine, asked):
    make_first_tables(engine)
    assert asked() == schema.OLDER
    with engine.connect() as connection:
        assert schema.version(connection) is None


def test_tables_of_a_newer_version_are_neither_read_nor_changed(engine, url, asked):
    seed_demo(url, on=TODAY)
    with transaction(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert asked() == schema.NEWER
    with pytest.raises(RegistryUnavailable, match="newer version"):
        schema.upgrade(engine)
    with pytest.raises(RegistryUnavailable, match="newer version"):
        seed_demo(url, on=TODAY)


@pytest.mark.parametrize(
    "damage",
    [
        "ALTER TABLE claim DROP COLUMN appeal_until",
        "DROP TABLE claim_event",
        "DELETE FROM alembic_version",
        "INSERT INTO alembic_version VALUES ('0002')",
    ],
)
def test_half_made_tables_are_noticed_and_mended_tables_are_read_again(
    damage, engine, url, asked
):
    seed_demo(url, on=TODAY)
    source = SqlRecords(url)
    before = source.find_person(IC)
    with transaction(engine) as connection:
        connection.exec_driver_sql(damage)
    assert asked() == schema.HALF
    for ask in (source.find_claims, source.find_claims):
        with pytest.raises(RegistryUnavailable):
            ask(before.key)
    source.close()
    with pytest.raises(RegistryUnavailable, match="not complete"):
        schema.upgrade(engine)


def test_what_the_database_says_of_half_made_tables_quotes_nobody(engine, url):
    seed_demo(url, on=TODAY)
    source = SqlRecords(url)
    source.find_person(IC)
    with transaction(engine) as connection:
        connection.exec_driver_sql("ALTER TABLE person DROP COLUMN died_on")
    with pytest.raises(RegistryUnavailable, match="not complete") as caught:
        source.find_person(IC)
    source.close()
    assert IC not in "".join(traceback.format_exception(caught.value))


def test_a_registry_without_tables_says_what_to_run(engine, asked):
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE other (id INTEGER)")
    assert asked() == schema.EMPTY


def test_an_upgrade_that_fails_half_way_leaves_everything_as_it_was(
    engine, asked, monkeypatch
):
    make_first_tables(engine)
    with monkeypatch.context() as patched:
        patched.setattr(schema, "check_complete", _fail)
        with pytest.raises(KeyboardInterrupt):
            schema.upgrade(engine)
    assert asked() == schema.OLDER
    with engine.connect() as connection:
        assert not sa.inspect(connection).has_table("claim_event")
    schema.upgrade(engine)
    assert asked() == "Demo Aminah"


def _fail(_: object) -> None:
    raise KeyboardInterrupt


KILLED = """
import os, signal, sys
from bot.registry import schema
from bot.registry.engine import writing_engine
schema.check_complete = lambda _: os.kill(os.getpid(), signal.SIGKILL)
schema.upgrade(writing_engine(sys.argv[1]))
"""


def test_an_upgrade_that_is_killed_half_way_leaves_everything_as_it_was(
    engine, url, asked
):
    make_first_tables(engine)
    engine.dispose()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, url], cwd=ROOT, env=os.environ, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert asked() == schema.OLDER
    schema.upgrade(engine)
    assert asked() == "Demo Aminah"


def test_the_upgrade_command_says_the_version(url, monkeypatch):
    monkeypatch.setenv("TANYA_REGISTRY_DATABASE", url)
    for _ in range(2):
        done = CliRunner().invoke(command, ["upgrade"], catch_exceptions=False)
        assert done.output == f"The registry is at version {schema.HEAD}, 0 people.\n"
