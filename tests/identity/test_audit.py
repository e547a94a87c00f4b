"""The record of look-ups: nobody edits, removes, inserts or reorders it unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.identity import anchor, audit
from bot.identity.audit import Entry, Verdict
from bot.identity.tables import audit as table
from bot.identity.tables import audit_ends
from tests.identity.conftest import HERE, Desk
from tests.identity.people import KNOWN

ROWS = 6
TRIGGERS = {
    "audit": ("audit_unchanged", "audit_kept", "audit_whole"),
    "audit_ends": ("audit_ends_forward", "audit_ends_kept", "audit_ends_whole"),
}


def fill(desk: Desk, rows: int = ROWS) -> None:
    for number in range(rows):
        with desk.database.write() as connection:
            entry = Entry("conversation:a", "look_up", f"claims {number}", "shown", "s")
            keys, now = desk.identity.ground.keys, desk.clock.now
            audit.append(connection, entry, keys=keys, now=now)


def verdict(desk: Desk, noted: audit.End | None = None) -> Verdict:
    with desk.database.read() as connection:
        keys = desk.identity.ground.keys
        return audit.verify(connection, keys=keys, anchor=noted)


def tampered(desk: Desk, change: Callable[[Connection], object]) -> None:
    """`change` by somebody who may take the triggers away."""
    with desk.database.write() as connection:
        for name, triggers in TRIGGERS.items():
            for trigger in triggers:
                if desk.database.is_sqlite:
                    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
                else:
                    connection.exec_driver_sql(
                        f"DROP TRIGGER IF EXISTS {trigger} ON {name}"
                    )
        change(connection)


def test_an_untouched_record_is_whole(desk: Desk) -> None:
    assert verdict(desk) == Verdict(0)
    fill(desk)
    whole = verdict(desk)
    assert (whole.rows, whole.broken) == (ROWS, None)


@pytest.mark.parametrize(
    "change",
    [
        update(table).values(outcome="x"),
        delete(table),
        update(audit_ends).values(last=1),
        delete(audit_ends),
    ],
)
def test_the_database_itself_refuses_to_change_a_row(desk: Desk, change) -> None:
    fill(desk)
    with pytest.raises(SQLAlchemyError), desk.database.write() as connection:
        connection.execute(change)
    assert verdict(desk).broken is None


@pytest.mark.parametrize("column", ["who", "what", "why", "outcome", "subject"])
def test_an_edit_names_its_row(desk: Desk, column: str) -> None:
    fill(desk)
    tampered(
        desk,
        lambda connection: connection.execute(
            update(table).where(table.c.sequence == 3).values(**{column: "x"})
        ),
    )
    assert verdict(desk).broken == 3


def test_a_moment_that_was_moved_names_its_row(desk: Desk) -> None:
    fill(desk)
    tampered(
        desk,
        lambda connection: connection.execute(
            update(table).where(table.c.sequence == 2).values(at=table.c.at + 60)
        ),
    )
    assert verdict(desk).broken == 2


@pytest.mark.parametrize("gone", [1, 4, ROWS])
def test_a_row_that_was_taken_out_is_named_wherever_it_stood(
    desk: Desk, gone: int
) -> None:
    fill(desk)
    tampered(
        desk,
        lambda connection: connection.execute(
            delete(table).where(table.c.sequence == gone)
        ),
    )
    assert verdict(desk).broken == gone


def test_rows_that_changed_places_are_named(desk: Desk) -> None:
    def swap(connection: Connection) -> None:
        for old, new in ((3, 90), (4, 3), (90, 4)):
            connection.execute(
                update(table).where(table.c.sequence == old).values(sequence=new)
            )

    fill(desk)
    tampered(desk, swap)
    assert verdict(desk).broken == 3


def test_a_row_put_in_at_the_end_is_named(desk: Desk) -> None:
    def insert(connection: Connection) -> None:
        last = connection.execute(select(table).where(table.c.sequence == ROWS)).one()
        row = {**last._mapping, "sequence": ROWS + 1, "before": last.chain}
        connection.execute(table.insert(), row)

    fill(desk)
    tampered(desk, insert)
    assert verdict(desk).broken == ROWS + 1


def test_a_tail_taken_away_with_its_end_rewritten_is_noticed(desk: Desk) -> None:
    def shorten(connection: Connection) -> None:
        connection.execute(delete(table).where(table.c.sequence > 3))
        last = connection.execute(select(table).where(table.c.sequence == 3)).one()
        connection.execute(update(audit_ends).values(last=3, chain=last.chain))

    fill(desk)
    tampered(desk, shorten)
    assert verdict(desk).broken is not None


def test_an_older_copy_of_the_whole_record_is_noticed_by_the_note_outside(
    desk: Desk, tmp_path: Path
) -> None:
    fill(desk, 3)
    with desk.database.read() as connection:
        old_ends = connection.execute(select(audit_ends)).one()
    fill(desk, 3)
    keys, path = desk.identity.ground.keys, tmp_path / "audit" / "anchor.json"
    with desk.database.read() as connection:
        anchor.note(connection, path, keys=keys)

    def roll_back(connection: Connection) -> None:
        connection.execute(delete(table).where(table.c.sequence > 3))
        connection.execute(update(audit_ends).values(**old_ends._mapping))

    tampered(desk, roll_back)
    assert verdict(desk).broken is None  # the older copy agrees with itself
    noted = anchor.read(path, keys=keys)
    assert verdict(desk, noted).broken == 4
    with desk.database.read() as connection:
        anchor.note(connection, path, keys=keys)
    assert anchor.read(path, keys=keys) == noted  # the note is not moved back


def test_a_note_that_was_changed_is_no_note(desk: Desk, tmp_path: Path) -> None:
    fill(desk)
    keys, path = desk.identity.ground.keys, tmp_path / "anchor.json"
    with desk.database.read() as connection:
        anchor.note(connection, path, keys=keys)
    path.write_text(path.read_text().replace(f'"sequence": {ROWS}', '"sequence": 5'))
    with pytest.raises(anchor.AnchorBroken):
        anchor.read(path, keys=keys)


def test_old_rows_are_let_go_and_the_rest_holds_together(desk: Desk) -> None:
    year = 365.25 * 86_400
    desk.clock.now = 0.0  # 1970: the database's own clock lets these go as well
    fill(desk, 3)
    desk.clock.now = 3 * year
    fill(desk, 3)
    keys = desk.identity.ground.keys
    with desk.database.write() as connection:
        gone = audit.forget_before(connection, 2 * year, keys=keys)
    assert gone == 3
    whole = verdict(desk)
    assert (whole.rows, whole.broken) == (3, None)
    with desk.database.write() as connection:
        assert audit.forget_before(connection, 9 * year, keys=keys) == 2
    fill(desk, 1)
    assert (verdict(desk).rows, verdict(desk).broken) == (2, None)


def test_young_rows_stay_whatever_is_asked(desk: Desk) -> None:
    import time

    desk.clock.now = time.time()
    fill(desk)
    keys = desk.identity.ground.keys
    with pytest.raises(SQLAlchemyError), desk.database.write() as connection:
        audit.forget_before(connection, desk.clock.now + 1, keys=keys)
    assert verdict(desk).rows == ROWS


def test_a_look_up_says_who_what_why_and_with_what_outcome(desk: Desk) -> None:
    desk.prove(KNOWN)
    desk.identity.look_up(HERE, "claims", message_id="55")
    with desk.database.read() as connection:
        rows = connection.execute(select(table).order_by(table.c.sequence)).all()
    keys = desk.identity.ground.keys
    assert [(row.what, row.outcome) for row in rows] == [
        ("consent", "ms"),
        ("start", "sent"),
        ("sms", "sent"),
        ("check", "verified"),
        ("look_up", "shown"),
    ]
    last = rows[-1]
    assert last.who == keys.conversation(HERE)
    assert last.why == "claims, message 55"
    assert last.subject == keys.subject(KNOWN)
    assert last.at == desk.clock.now
    assert verdict(desk).broken is None
