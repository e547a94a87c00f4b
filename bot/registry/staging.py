"""Where an extract waits, row by row, until all of it is put in force at once.

A staged row is known by its file and line, so a killed import goes on where it was.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.registry.columns import Moment, Money
from bot.registry.tables import metadata

extract_file = sa.Table(
    "extract_file",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("bytes_read", sa.BigInteger, nullable=False),
    sa.Column("lines_read", sa.BigInteger, nullable=False),
    sa.Column("rows_read", sa.BigInteger, nullable=False),  # lines that are not blank
    sa.Column("rows_rejected", sa.BigInteger, nullable=False),
    sa.Column("staged_at", Moment),  # all of it was read
    sa.Column("in_force_at", Moment),
    sa.UniqueConstraint("sha256", name="extract_file_sha256"),
)


def _place() -> list[sa.Column[Any]]:
    file = sa.ForeignKey("extract_file.id")
    return [
        sa.Column("file_id", file, primary_key=True),
        sa.Column("line", sa.BigInteger, primary_key=True, autoincrement=False),
    ]


extract_rejection = sa.Table(
    "extract_rejection",
    metadata,
    *_place(),
    sa.Column("record", sa.String(20)),
    sa.Column("reason", sa.String(40), nullable=False),
    sa.Column("field", sa.String(30)),
    sa.Column("looks", sa.String(40)),  # the form of the value, never the value
)


def _text(name: str, length: int, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _day(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Date, nullable=nullable)


staged_person = sa.Table(
    "staged_person",
    metadata,
    *_place(),
    _text("key", 32),
    _text("ic", 12),
    _text("name", 200),
    _text("phone", 20, nullable=True),
    _day("birth_date", nullable=False),
    _day("died_on"),
)

staged_employer = sa.Table(
    "staged_employer", metadata, *_place(), _text("code", 20), _text("name", 200)
)

staged_registration = sa.Table(
    "staged_registration",
    metadata,
    *_place(),
    _text("ic", 12),
    _text("scheme", 20),
    _text("status", 30),
    sa.Column("plan", sa.Integer),
    _day("registered_on", nullable=False),
    _day("cover_from"),
    _day("cover_until"),
)

staged_contribution = sa.Table(
    "staged_contribution",
    metadata,
    *_place(),
    _text("ic", 12),
    _text("employer_code", 20, nullable=True),
    _text("scheme", 20),
    _text("status", 30),
    _text("receipt", 30),
    sa.Column("amount", Money, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    _day("cover_from", nullable=False),
    _day("cover_until", nullable=False),
)

staged_claim = sa.Table(
    "staged_claim",
    metadata,
    *_place(),
    _text("ic", 12),
    _text("number", 30),
    _text("scheme", 20),
    _text("benefit", 40),
    _text("status", 30),
    _day("filed_on", nullable=False),
    _day("status_on", nullable=False),
    _text("decision", 30, nullable=True),
    _day("decided_on"),
    _day("appeal_until"),
    _text("missing_documents", 400, nullable=True),  # codes with ; between them
)

staged_claim_event = sa.Table(
    "staged_claim_event",
    metadata,
    *_place(),
    _text("number", 30),
    sa.Column("step", sa.Integer, nullable=False),
    _text("status", 30),
    _day("happened_on", nullable=False),
    _text("note_code", 30, nullable=True),
)

# in the order in which they are put in force: each may name what stands before it
STAGED = {
    "person": staged_person,
    "employer": staged_employer,
    "registration": staged_registration,
    "contribution": staged_contribution,
    "claim": staged_claim,
    "claim_event": staged_claim_event,
}
