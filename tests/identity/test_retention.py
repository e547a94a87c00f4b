"""Each class of rows has its time, and not a moment more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.database import Database
from bot.gateway import conversations, outbox, tables
from bot.gateway.retention import remove_old_texts
from bot.identity.retention import Gone, purge
from tests.identity.conftest import HERE, Desk
from tests.identity.people import KNOWN, NOON

MINUTE, DAY = 60.0, 86_400.0


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'gateway.db'}", tables=tables.metadata)
    yield opened
    opened.close()


def let_go(desk: Desk, tmp_path: Path) -> Gone:
    return purge(
        desk.identity.ground, verified_chat_days=90, audit_years=7, var=tmp_path
    )


def test_nothing_goes_before_its_time(desk: Desk, tmp_path: Path) -> None:
    desk.prove(KNOWN)
    desk.identity.keep_result(HERE, {"a": 1}, message_id="r")
    assert let_go(desk, tmp_path).total() == 0


def test_results_go_after_a_quarter_of_an_hour_and_numbers_after_a_day(
    desk: Desk, tmp_path: Path
) -> None:
    desk.vault.seal(HERE, "IC", KNOWN)
    desk.identity.keep_result(HERE, {"a": 1}, message_id="r")
    desk.clock.now += 15 * MINUTE - 1
    assert let_go(desk, tmp_path).sealed == 0
    desk.clock.now += 1
    assert let_go(desk, tmp_path).sealed == 1
    desk.clock.now = NOON + DAY - 1
    assert let_go(desk, tmp_path).sealed == 0
    desk.clock.now += 1
    assert let_go(desk, tmp_path).sealed == 1


def test_what_was_proved_goes_when_it_no_longer_counts(
    desk: Desk, tmp_path: Path
) -> None:
    desk.prove(KNOWN)
    desk.clock.now += 10 * MINUTE - 1
    assert let_go(desk, tmp_path).verified == 0
    desk.clock.now += 1
    assert let_go(desk, tmp_path).verified == 1


def test_codes_go_after_half_an_hour_and_counts_after_a_day(
    desk: Desk, tmp_path: Path
) -> None:
    desk.prove(KNOWN)
    desk.clock.now += 30 * MINUTE - 1
    assert let_go(desk, tmp_path).challenges == 0
    desk.clock.now += 1
    assert let_go(desk, tmp_path).challenges == 1
    desk.clock.now = NOON + DAY - 1
    gone = let_go(desk, tmp_path)
    assert (gone.counted, gone.done, gone.consents) == (0, 0, 0)
    desk.clock.now += 1
    gone = let_go(desk, tmp_path)
    assert gone.counted
    assert gone.done
    assert gone.consents == 1


def test_that_somebody_proved_who_they_are_is_known_as_long_as_texts_may_stay(
    desk: Desk, tmp_path: Path
) -> None:
    desk.prove(KNOWN)
    desk.clock.now += 180 * DAY - 1
    assert let_go(desk, tmp_path).proven == 0
    desk.clock.now += 1
    assert let_go(desk, tmp_path).proven == 1


def test_the_audit_stays_seven_years(desk: Desk, tmp_path: Path) -> None:
    begin = desk.clock.now = 800_000_000.0  # in 1995: the database agrees by now
    desk.prove(KNOWN)
    desk.clock.now = begin + 7 * 365.25 * DAY
    assert let_go(desk, tmp_path).audit == 0
    desk.clock.now += 1
    assert let_go(desk, tmp_path).audit == 3  # the last one is the chain's end
    assert (tmp_path / "audit" / "anchor.json").exists()


def said(gateway: Database, name: str, *, at: float) -> None:
    with gateway.write() as connection:
        row = {
            "id": name,
            "channel": "web",
            "state": "bot",
            "created_at": at,
            "seen_at": at,
            "lease_until": 0.0,
        }
        connection.execute(tables.conversations.insert(), row)
        outbox.append(connection, name, "person", {"text": "words"}, now=at)


def texts(gateway: Database, name: str) -> int:
    with gateway.read() as connection:
        mine = (tables.outbox.c.conversation == name, tables.outbox.c.kind != "closed")
        query = select(func.count()).select_from(tables.outbox).where(*mine)
        count: int = connection.execute(query).scalar_one()
        return count


def test_texts_stay_a_month_and_where_records_were_shown_three(
    desk: Desk, gateway: Database
) -> None:
    desk.prove(KNOWN, "web:proven")
    for name in ("web:plain", "web:proven"):
        said(gateway, name, at=NOON)

    def remove(days: float) -> tuple[int, int, int]:
        desk.clock.now = NOON + days * DAY
        removed = remove_old_texts(
            gateway, desk.database, days=30, verified_days=90, clock=desk.clock
        )
        return removed, texts(gateway, "web:plain"), texts(gateway, "web:proven")

    assert remove(29.99) == (0, 1, 1)
    assert remove(30) == (1, 0, 1)
    assert remove(89.99) == (0, 0, 1)
    assert remove(90) == (1, 0, 0)
    assert remove(400) == (0, 0, 0)
    with gateway.read() as connection:  # that they took place stays, for counting
        query = select(func.count()).select_from(tables.conversations)
        assert connection.execute(query).scalar_one() == 2
        names = conversations.unforgotten(connection, now=desk.clock.now)
    assert sorted(names) == ["web:plain", "web:proven"]  # the brain is told as well
