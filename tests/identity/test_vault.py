"""What is sealed opens in its own conversation, for a day, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.database import Database
from bot.identity import vault as vaults
from bot.identity.vault import TokenUnknown, Vault


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'identity.db'}", tables=vaults.tables)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(database: Database, clock: Clock) -> Vault:
    return Vault(database, "a key", clock=clock)


def test_a_token_opens_in_its_conversation(vault: Vault) -> None:
    token = vault.seal("web:a", "IC", "900101105555")
    assert vault.open("web:a", token) == "900101105555"


def test_a_token_does_not_open_in_another_conversation(vault: Vault) -> None:
    token = vault.seal("web:a", "IC", "900101105555")
    with pytest.raises(TokenUnknown):
        vault.open("web:b", token)


def test_a_row_moved_to_another_conversation_does_not_open(
    vault: Vault, database: Database
) -> None:
    token = vault.seal("web:a", "IC", "900101105555")
    with database.write() as connection:
        connection.execute(text("UPDATE vault SET conversation = 'web:b'"))
    with pytest.raises(TokenUnknown):
        vault.open("web:b", token)


def test_a_token_dies_after_a_day(vault: Vault, clock: Clock) -> None:
    token = vault.seal("web:a", "IC", "900101105555")
    clock.now += 24 * 3600
    with pytest.raises(TokenUnknown):
        vault.open("web:a", token)
    assert vault.purge() == 1


def test_nothing_opens_with_another_key(vault: Vault, database: Database) -> None:
    token = vault.seal("web:a", "IC", "900101105555")
    with pytest.raises(TokenUnknown):
        Vault(database, "another key").open("web:a", token)


def test_a_word_that_is_no_token_is_unknown(vault: Vault) -> None:
    with pytest.raises(TokenUnknown):
        vault.open("web:a", "hello")


def test_forgetting_a_conversation_leaves_the_others(vault: Vault) -> None:
    gone = vault.seal("web:a", "IC", "1")
    kept = vault.seal("web:b", "IC", "2")
    vault.forget("web:a")
    assert vault.open("web:b", kept) == "2"
    with pytest.raises(TokenUnknown):
        vault.open("web:a", gone)


def test_half_a_number_waits_five_minutes(vault: Vault, clock: Clock) -> None:
    vault.carry("web:a", "900101")
    assert vault.carried("web:a") == "900101"
    vault.carry("web:a", "90010110")
    assert vault.carried("web:a") == "90010110"
    clock.now += 301
    assert vault.carried("web:a") == ""


def test_no_number_is_readable_in_the_file(vault: Vault, tmp_path: Path) -> None:
    vault.seal("web:a", "IC", "900101105555")
    files = list(tmp_path.iterdir())
    assert files
    assert all(b"900101105555" not in file.read_bytes() for file in files)
