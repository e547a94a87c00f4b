"""Employers, steps of claims, missing papers, decisions; an opaque key for people.

Old rows are set aside, the tables made anew and the rows put back, so that names of
constraints are the same on every database.
"""

from __future__ import annotations

import secrets
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.registry.columns import Moment, Money

revision = "0002"
down_revision = "0001"

RECORD = "person_id, scheme, status"
# table -> its columns now, and how the old table gives them
KEPT = {
    "person": ("id, ic, name, phone, birth_date, demo, key", "'' AS key"),
    "registration": (f"{RECORD}, plan, registered_on, cover_from, cover_until", ""),
    "contribution": (
        f"{RECORD}, receipt, amount, received_at, cover_from, cover_until",
        "'credited' AS status",
    ),
    "claim": (f"{RECORD}, number, benefit, filed_on, status_on", ""),
}


def upgrade() -> None:
    """Set aside, make anew, put back."""
    for table, (_, added) in KEPT.items():
        seen = f"{table}.*, {added}" if added else "*"
        op.execute(f"CREATE TABLE old_{table} AS SELECT {seen} FROM {table}")  # noqa: S608  no value comes from outside
    for table in reversed(KEPT):
        op.drop_table(table)
    _make_people()
    _make_payments()
    _make_claims()
    _give_keys()
    for table, (columns, _) in KEPT.items():
        rows = f"SELECT {columns} FROM old_{table}"  # noqa: S608
        op.execute(f"INSERT INTO {table} ({columns}) {rows}")
        op.drop_table(f"old_{table}")
    if op.get_bind().dialect.name == "postgresql":
        last = "(SELECT max(id) FROM person)"
        op.execute(f"SELECT setval(pg_get_serial_sequence('person', 'id'), {last})")


def _give_keys() -> None:
    connection = op.get_bind()
    change = sa.text("UPDATE old_person SET key = :key WHERE id = :id")
    for number in connection.execute(sa.text("SELECT id FROM old_person")).all():
        given = {"key": secrets.token_hex(16), "id": number.id}
        connection.execute(change, given)


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _owner(table: str) -> sa.Column[Any]:
    return sa.Column(
        f"{table}_id", sa.Integer, sa.ForeignKey(f"{table}.id"), nullable=False
    )


def _make_people() -> None:
    op.create_table(
        "person",
        _id(),
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("ic", sa.String(12), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("phone", sa.String(20)),
        sa.Column("birth_date", sa.Date, nullable=False),
        sa.Column("died_on", sa.Date),
        sa.Column("demo", sa.Boolean, nullable=False),
        sa.UniqueConstraint("ic", name="person_ic"),
        sa.UniqueConstraint("key", name="person_key"),
    )
    op.create_table(
        "employer",
        _id(),
        sa.Column("code", sa.String(20), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.UniqueConstraint("code", name="employer_code"),
    )


def _make_payments() -> None:
    op.create_table(
        "registration",
        _id(),
        _owner("person"),
        sa.Column("scheme", sa.String(20), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("plan", sa.Integer),
        sa.Column("registered_on", sa.Date, nullable=False),
        sa.Column("cover_from", sa.Date),
        sa.Column("cover_until", sa.Date),
        sa.UniqueConstraint(
            "person_id", "scheme", "registered_on", name="registration_once"
        ),
    )
    op.create_table(
        "contribution",
        _id(),
        _owner("person"),
        sa.Column("employer_id", sa.Integer, sa.ForeignKey("employer.id")),
        sa.Column("scheme", sa.String(20), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("receipt", sa.String(30), nullable=False),
        sa.Column("amount", Money, nullable=False),
        sa.Column("received_at", Moment, nullable=False),
        sa.Column("cover_from", sa.Date, nullable=False),
        sa.Column("cover_until", sa.Date, nullable=False),
        sa.UniqueConstraint("receipt", name="contribution_receipt"),
    )
    op.create_index("contribution_newest", "contribution", ["person_id", "received_at"])


def _make_claims() -> None:
    op.create_table(
        "claim",
        _id(),
        _owner("person"),
        sa.Column("number", sa.String(30), nullable=False),
        sa.Column("scheme", sa.String(20), nullable=False),
        sa.Column("benefit", sa.String(40), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("filed_on", sa.Date, nullable=False),
        sa.Column("status_on", sa.Date, nullable=False),
        sa.Column("decision", sa.String(30)),
        sa.Column("decided_on", sa.Date),
        sa.Column("appeal_until", sa.Date),
        sa.UniqueConstraint("number", name="claim_number"),
    )
    op.create_index("claim_newest", "claim", ["person_id", "filed_on"])
    op.create_table(
        "claim_event",
        _id(),
        _owner("claim"),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("happened_on", sa.Date, nullable=False),
        sa.Column("note_code", sa.String(30)),
        sa.UniqueConstraint("claim_id", "step", name="claim_event_step"),
    )
    op.create_table(
        "missing_document",
        sa.Column("claim_id", sa.Integer, sa.ForeignKey("claim.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("code", sa.String(40), nullable=False),
    )
