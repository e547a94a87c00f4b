"""The tables of the records as they are now; `migrations/` brings older ones here."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from bot.registry.columns import Moment, Money

metadata = sa.MetaData()


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _owner(table: str) -> sa.Column[Any]:
    return sa.Column(f"{table}_id", sa.ForeignKey(f"{table}.id"), nullable=False)


person = sa.Table(
    "person",
    metadata,
    _id(),
    sa.Column("key", sa.String(32), nullable=False),
    sa.Column("ic", sa.String(12), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("phone", sa.String(20)),  # E.164; none means that none is on record
    sa.Column("birth_date", sa.Date, nullable=False),
    sa.Column("died_on", sa.Date),
    sa.Column("demo", sa.Boolean, nullable=False),
    sa.UniqueConstraint("ic", name="person_ic"),
    sa.UniqueConstraint("key", name="person_key"),
)

employer = sa.Table(
    "employer",
    metadata,
    _id(),
    sa.Column("code", sa.String(20), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.UniqueConstraint("code", name="employer_code"),
)

registration = sa.Table(
    "registration",
    metadata,
    _id(),
    _owner("person"),
    sa.Column("scheme", sa.String(20), nullable=False),
    sa.Column("status", sa.String(30), nullable=False),
    sa.Column("plan", sa.Integer),
    sa.Column("registered_on", sa.Date, nullable=False),
    sa.Column("cover_from", sa.Date),
    sa.Column("cover_until", sa.Date),
    # also the index by which a person's registrations are found
    sa.UniqueConstraint(
        "person_id", "scheme", "registered_on", name="registration_once"
    ),
)

contribution = sa.Table(
    "contribution",
    metadata,
    _id(),
    _owner("person"),
    sa.Column("employer_id", sa.ForeignKey("employer.id")),
    sa.Column("scheme", sa.String(20), nullable=False),
    sa.Column("status", sa.String(30), nullable=False),
    sa.Column("receipt", sa.String(30), nullable=False),
    sa.Column("amount", Money, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("cover_from", sa.Date, nullable=False),
    sa.Column("cover_until", sa.Date, nullable=False),
    sa.UniqueConstraint("receipt", name="contribution_receipt"),
    sa.Index("contribution_newest", "person_id", "received_at"),
)

claim = sa.Table(
    "claim",
    metadata,
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
    sa.Index("claim_newest", "person_id", "filed_on"),
)

claim_event = sa.Table(
    "claim_event",
    metadata,
    _id(),
    _owner("claim"),
    sa.Column("step", sa.Integer, nullable=False),  # 1, 2, 3 ... within the claim
    sa.Column("status", sa.String(30), nullable=False),
    sa.Column("happened_on", sa.Date, nullable=False),
    sa.Column("note_code", sa.String(30)),
    sa.UniqueConstraint("claim_id", "step", name="claim_event_step"),
)

missing_document = sa.Table(
    "missing_document",
    metadata,
    sa.Column("claim_id", sa.ForeignKey("claim.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("code", sa.String(40), nullable=False),
)
