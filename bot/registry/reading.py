"""Rows of the tables as frozen facts, on a connection that somebody else opened."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.errors import PersonNotFound
from bot.registry.records import Claim, ClaimEvent, Contribution, Person, Registration
from bot.registry.tables import (
    claim,
    claim_event,
    contribution,
    employer,
    missing_document,
    person,
    registration,
)

PERSON = [person.c[name] for name in Person.__dataclass_fields__]
REGISTRATION = [registration.c[name] for name in Registration.__dataclass_fields__]
CONTRIBUTION = [
    contribution.c[name] if name != "employer" else employer.c.name.label("employer")
    for name in Contribution.__dataclass_fields__
]
CLAIM = [claim.c[name] for name in Claim.__dataclass_fields__ if name in claim.c]


def select_person(ic: str) -> Any:
    """Who has this identity number."""
    return sa.select(*PERSON).where(person.c.ic == ic)


def select_registrations(owner: int) -> Any:
    """Newest first."""
    return (
        sa.select(*REGISTRATION)
        .where(registration.c.person_id == owner)
        .order_by(registration.c.registered_on.desc(), registration.c.scheme)
    )


def select_contributions(owner: int, limit: int) -> Any:
    """The last ones, newest first."""
    return (
        sa.select(*CONTRIBUTION)
        .select_from(contribution.outerjoin(employer))
        .where(contribution.c.person_id == owner)
        .order_by(contribution.c.received_at.desc(), contribution.c.receipt.desc())
        .limit(limit)
    )


def select_claims(owner: int) -> Any:
    """Newest first."""
    return (
        sa.select(claim.c.id, *CLAIM)
        .where(claim.c.person_id == owner)
        .order_by(claim.c.filed_on.desc(), claim.c.number.desc())
    )


def select_events(owner: int) -> Any:
    """The steps of all claims of one person, oldest first."""
    return (
        sa.select(
            claim_event.c.claim_id,
            claim_event.c.status,
            claim_event.c.happened_on,
            claim_event.c.note_code,
        )
        .join(claim)
        .where(claim.c.person_id == owner)
        .order_by(claim_event.c.claim_id, claim_event.c.step)
    )


def select_missing(owner: int) -> Any:
    """The papers that the claims of one person lack."""
    return (
        sa.select(missing_document.c.claim_id, missing_document.c.code)
        .join(claim)
        .where(claim.c.person_id == owner)
        .order_by(missing_document.c.claim_id, missing_document.c.position)
    )


def find_person(connection: Connection, ic: str) -> Person:
    """Raises PersonNotFound."""
    row = connection.execute(select_person(ic)).one_or_none()
    if row is None:
        raise PersonNotFound
    return Person(*row)


def find_owner(connection: Connection, key: str) -> int:
    """The row of the person with this key. Raises PersonNotFound."""
    found = sa.select(person.c.id).where(person.c.key == key)
    owner: int | None = connection.execute(found).scalar_one_or_none()
    if owner is None:
        raise PersonNotFound
    return owner


def registrations(connection: Connection, owner: int) -> tuple[Registration, ...]:
    """All of them, newest first."""
    rows = connection.execute(select_registrations(owner))
    return tuple(Registration(*row) for row in rows)


def contributions(
    connection: Connection, owner: int, *, limit: int
) -> tuple[Contribution, ...]:
    """The last `limit` of them, newest first."""
    rows = connection.execute(select_contributions(owner, limit))
    return tuple(Contribution(*row) for row in rows)


def claims(connection: Connection, owner: int) -> tuple[Claim, ...]:
    """All of them, newest first, with their steps."""
    rows = connection.execute(select_claims(owner)).all()
    if not rows:
        return ()
    events = defaultdict(list)
    for row in connection.execute(select_events(owner)):
        events[row.claim_id].append(ClaimEvent(*row[1:]))
    missing = defaultdict(list)
    for row in connection.execute(select_missing(owner)):
        missing[row.claim_id].append(row.code)
    return tuple(_claim(row, events[row.id], missing[row.id]) for row in rows)


def _claim(row: Any, events: list[ClaimEvent], missing: list[str]) -> Claim:
    values = {column.name: row[at] for at, column in enumerate(CLAIM, start=1)}
    return Claim(**values, history=tuple(events), missing_documents=tuple(missing))
