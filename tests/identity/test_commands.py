"""`tanya audit` and `tanya privacy`, as an operator uses them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.database import Database, open_engine
from bot.gateway import outbox, tables
from bot.identity.tables import audit, metadata, verified
from bot.settings import Settings
from tests.identity.conftest import Desk
from tests.identity.people import KNOWN
from tests.identity.test_audit import tampered
from tests.leaks import leaks

WHERE = "web:there"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def tanya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command, on databases of its own."""
    for name in ("GATEWAY", "TRACKER", "REGISTRY", "IDENTITY"):
        monkeypatch.delenv(f"TANYA_{name}_DATABASE", raising=False)
    monkeypatch.setenv("TANYA_VAR", str(tmp_path))
    monkeypatch.setenv("TANYA_IDENTITY_SECRET", "another key")
    monkeypatch.setenv("TANYA_VAULT_SECRET", "a key")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "bot.cli", *words]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Desk]:
    """Somebody talked, proved who they are and was shown records."""
    settings = Settings(var=tmp_path)
    database = Database(settings.database("identity"), tables=metadata)
    desk = Desk(database)
    desk.prove(KNOWN, WHERE)
    desk.identity.look_up(WHERE, "claims", message_id="x")
    gateway = Database(settings.database("gateway"), tables=tables.metadata)
    with gateway.write() as connection:
        row = {
            "id": WHERE,
            "channel": "web",
            "state": "bot",
            "session_hash": "secret",
            "created_at": desk.clock.now,
            "seen_at": desk.clock.now,
            "lease_until": 0.0,
        }
        connection.execute(tables.conversations.insert(), row)
        body = {"text": "tuntutan saya [[IC:0123abcd]]"}
        outbox.append(connection, WHERE, "person", body, now=desk.clock.now)
    gateway.close()
    tracker = open_engine(settings.database("tracker"))
    with tracker.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE events (id INTEGER, sender_id TEXT, data TEXT)"
        )
        connection.exec_driver_sql(
            "INSERT INTO events VALUES (1, ?, ?)", (WHERE, '{"event": "user"}')
        )
    tracker.dispose()
    yield desk
    database.close()


def test_a_whole_audit_exits_with_nought(tanya: Run, held: Desk) -> None:
    done = tanya("audit", "verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("5 rows are whole")
    assert "note outside" in tanya("audit", "verify").stdout


def test_a_broken_audit_exits_with_one_and_names_the_row(
    tanya: Run, held: Desk
) -> None:
    change = update(audit).where(audit.c.sequence == 2).values(outcome="x")
    tampered(held, lambda connection: connection.execute(change))
    done = tanya("audit", "verify")
    assert done.returncode == 1
    assert done.stderr == "tanya: audit row 2: the row was changed\n"


def test_the_audit_is_shown_without_anybodys_number(tanya: Run, held: Desk) -> None:
    lines = tanya("audit", "show", "--json", "--last", "2").stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["what"] for row in rows] == ["check", "look_up"]
    assert rows[-1]["why"] == "claims, message x"


def test_what_is_held_is_handed_out_with_numbers_sealed(tanya: Run, held: Desk) -> None:
    done = tanya("privacy", "export", WHERE)
    assert done.returncode == 0, done.stderr
    given = json.loads(done.stdout)
    assert given["conversation"]["id"] == WHERE
    assert "session_hash" not in given["conversation"]
    assert "[[IC:0123abcd]]" in given["outbox"][0]["body"]
    assert given["tracker"] == [{"event": "user"}]
    assert given["identity"]["verified"]
    assert [row["what"] for row in given["identity"]["audit"]][-1] == "look_up"
    assert KNOWN not in done.stdout


def test_erasing_leaves_the_audit_and_nothing_else(
    tanya: Run, held: Desk, tmp_path: Path
) -> None:
    done = tanya("privacy", "erase", WHERE)
    assert done.returncode == 0, done.stderr
    with held.database.read() as connection:
        assert connection.execute(select(verified)).first() is None
        last = connection.execute(
            select(audit).order_by(audit.c.sequence.desc()).limit(1)
        ).one()
    assert (last.who, last.what) == ("operator", "erase")
    assert tanya("audit", "verify").returncode == 0
    given = json.loads(tanya("privacy", "export", WHERE).stdout)
    assert given["tracker"] == []
    assert [event["kind"] for event in given["outbox"]] == ["closed"]
    assert not given["identity"]["challenges"]
    assert not leaks([tmp_path], numbers=[KNOWN])


def test_an_unknown_conversation_is_said_to_be_unknown(tanya: Run, held: Desk) -> None:
    for what in ("export", "erase"):
        done = tanya("privacy", what, "web:nowhere")
        assert done.returncode == 1
        assert done.stderr == "tanya: nothing is held of web:nowhere\n"


def test_old_data_is_let_go_by_hand(tanya: Run, held: Desk) -> None:
    done = tanya("privacy", "retention")
    assert done.returncode == 0, done.stderr
    assert "conversations lost their texts" in done.stdout
