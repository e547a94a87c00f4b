"""The tables of the registry. Money is decimal everywhere, whatever the database."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator

metadata = sa.MetaData()


class Money(TypeDecorator):  # type: ignore[misc]
    """Ringgit and sen. SQLite has no decimals, so there it is kept as text."""

    impl = sa.Numeric(12, 2)
    cache_ok = True

    def load_dialect_impl(self, dialect: Any) -> Any:
        exact = sa.String(15) if dialect.name == "sqlite" else sa.Numeric(12, 2)
        return dialect.type_descriptor(exact)

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> Any:
        if value is None:
            return None
        exact = value.quantize(Decimal("0.01"))
        return str(exact) if dialect.name == "sqlite" else exact

    def process_result_value(self, value: Any, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value)


def _owner() -> sa.Column[Any]:
    return sa.Column(
        "person_id", sa.ForeignKey("person.id"), nullable=False, index=True
    )


person = sa.Table(
    "person",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ic", sa.String(12), nullable=False, unique=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("phone", sa.String(20)),  # E.164; none means that none is on record
    sa.Column("birth_date", sa.Date, nullable=False),
    sa.Column("sex", sa.String(6), nullable=False),
    sa.Column("demo", sa.Boolean, nullable=False),
)

registration = sa.Table(
    "registration",
    metadata,
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

contribution = sa.Table(
    "contribution",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _owner(),
    sa.Column("scheme", sa.String(20), nullable=False),
    sa.Column("receipt", sa.String(30), nullable=False, unique=True),
    sa.Column("amount", Money, nullable=False),
    sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),  # in UTC
    sa.Column("cover_from", sa.Date, nullable=False),
    sa.Column("cover_until", sa.Date, nullable=False),
)

claim = sa.Table(
    "claim",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _owner(),
    sa.Column("number", sa.String(30), nullable=False, unique=True),
    sa.Column("scheme", sa.String(20), nullable=False),
    sa.Column("benefit", sa.String(40), nullable=False),
    sa.Column("status", sa.String(30), nullable=False),
    sa.Column("filed_on", sa.Date, nullable=False),
    sa.Column("status_on", sa.Date, nullable=False),
)
