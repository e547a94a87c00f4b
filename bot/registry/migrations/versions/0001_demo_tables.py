"""The first tables, which held demo people only."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from bot.registry.columns import Money

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them as they were."""
    op.create_table(
        "person",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("ic", sa.String(12), nullable=False, unique=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("phone", sa.String(20)),
        sa.Column("birth_date", sa.Date, nullable=False),
        sa.Column("sex", sa.String(6), nullable=False),
        sa.Column("demo", sa.Boolean, nullable=False),
    )
    op.create_table(
        "registration",
        sa.Column("id", sa.Integer, primary_key=True),
        _owner(),
        sa.Column("scheme", sa.String(20), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("plan", sa.Integer),
        sa.Column("registered_on", sa.Date, nullable=False),
        sa.Column("cover_from", sa.Date),
        sa.Column("cover_until", sa.Date),
        sa.UniqueConstraint("person_id", "scheme", "registered_on"),
    )
    op.create_table(
        "contribution",
        sa.Column("id", sa.Integer, primary_key=True),
        _owner(),
        sa.Column("scheme", sa.String(20), nullable=False),
        sa.Column("receipt", sa.String(30), nullable=False, unique=True),
        sa.Column("amount", Money, nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cover_from", sa.Date, nullable=False),
        sa.Column("cover_until", sa.Date, nullable=False),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer, primary_key=True),
        _owner(),
        sa.Column("number", sa.String(30), nullable=False, unique=True),
        sa.Column("scheme", sa.String(20), nullable=False),
        sa.Column("benefit", sa.String(40), nullable=False),
        sa.Column("status", sa.String(30), nullable=False),
        sa.Column("filed_on", sa.Date, nullable=False),
        sa.Column("status_on", sa.Date, nullable=False),
    )


def _owner() -> sa.Column[int]:
    return sa.Column(
        "person_id",
        sa.Integer,
        sa.ForeignKey("person.id"),
        nullable=False,
        index=True,
    )
