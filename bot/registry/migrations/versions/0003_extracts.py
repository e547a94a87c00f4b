"""Where the agency's extracts wait until they are put in force."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.registry.columns import Moment, Money

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Files, what was refused of them, and a waiting table for each kind of row."""
    op.create_table(
        "extract_file",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("bytes_read", sa.BigInteger, nullable=False),
        sa.Column("lines_read", sa.BigInteger, nullable=False),
        sa.Column("rows_read", sa.BigInteger, nullable=False),
        sa.Column("rows_rejected", sa.BigInteger, nullable=False),
        sa.Column("staged_at", Moment),
        sa.Column("in_force_at", Moment),
        sa.UniqueConstraint("sha256", name="extract_file_sha256"),
    )
    for name, columns in _waiting().items():
        file = sa.ForeignKey("extract_file.id")
        op.create_table(
            name,
            sa.Column("file_id", sa.Integer, file, primary_key=True),
            sa.Column("line", sa.BigInteger, primary_key=True, autoincrement=False),
            *columns,
        )


def _text(name: str, length: int, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _day(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Date, nullable=nullable)


def _waiting() -> dict[str, list[sa.Column[Any]]]:
    return {
        "extract_rejection": [
            _text("record", 20, nullable=True),
            _text("reason", 40),
            _text("field", 30, nullable=True),
            _text("looks", 40, nullable=True),
        ],
        "staged_person": [
            _text("key", 32),
            _text("ic", 12),
            _text("name", 200),
            _text("phone", 20, nullable=True),
            _day("birth_date", nullable=False),
            _day("died_on"),
        ],
        "staged_employer": [_text("code", 20), _text("name", 200)],
        "staged_registration": [
            _text("ic", 12),
            _text("scheme", 20),
            _text("status", 30),
            sa.Column("plan", sa.Integer),
            _day("registered_on", nullable=False),
            _day("cover_from"),
            _day("cover_until"),
        ],
        "staged_contribution": [
            _text("ic", 12),
            _text("employer_code", 20, nullable=True),
            _text("scheme", 20),
            _text("status", 30),
            _text("receipt", 30),
            sa.Column("amount", Money, nullable=False),
            sa.Column("received_at", Moment, nullable=False),
            _day("cover_from", nullable=False),
            _day("cover_until", nullable=False),
        ],
        "staged_claim": [
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
            _text("missing_documents", 400, nullable=True),
        ],
        "staged_claim_event": [
            _text("number", 30),
            sa.Column("step", sa.Integer, nullable=False),
            _text("status", 30),
            _day("happened_on", nullable=False),
            _text("note_code", 30, nullable=True),
        ],
    }
