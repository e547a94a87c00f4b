"""What may be shown on a screen of whoever runs the commands: four last digits.

Demo people are shown in full: their numbers belong to nobody, and are for trying.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.registry import reading, schema
from bot.registry.demo import INVALID_IC, UNKNOWN_IC
from bot.registry.demo_people import demo_people
from bot.registry.engine import reading_engine, telling
from bot.registry.tables import claim, person

PERSON = sa.select(person.c.id, person.c.ic, person.c.phone, person.c.demo)


def masked_people(url: str, *, limit: int) -> dict[str, object]:
    """The first `limit` people, numbers hidden but for the last four digits.

    Raises RegistryUnavailable.
    """
    with _reading(url) as connection:
        count = sa.select(sa.func.count()).select_from(person)
        total = connection.execute(count).scalar_one()
        rows = connection.execute(PERSON.order_by(person.c.id).limit(limit)).all()
        people = [_masked(connection, row) for row in rows]
    return {"people": people, "total": total}


def demo_list(url: str, *, on: date) -> dict[str, object]:
    """The demo people of this registry, for those who try the product.

    Raises RegistryUnavailable.
    """
    about = {each.ic: each.about for each in demo_people(on)}
    with _reading(url) as connection:
        wanted = sa.select(person).where(person.c.demo, person.c.ic.in_(about))
        rows = connection.execute(wanted.order_by(person.c.id)).all()
        people = [
            {
                "ic": row.ic,
                "name": row.name,
                "phone": row.phone,
                "claims": [each.number for each in reading.claims(connection, row.id)],
                "about": about[row.ic],
            }
            for row in rows
        ]
    return {"people": people, "unknown_ic": UNKNOWN_IC, "invalid_ic": INVALID_IC}


def mask(number: str) -> str:
    """`********0018`: enough to tell two apart, too little to use."""
    return "*" * (len(number) - 4) + number[-4:]


def _masked(connection: Connection, row: Any) -> dict[str, object]:
    held = reading.registrations(connection, row.id)
    filed = connection.execute(
        sa.select(claim.c.number, claim.c.status).where(claim.c.person_id == row.id)
    )
    return {
        "ic": mask(row.ic),
        "phone": mask(row.phone) if row.phone else None,
        "demo": row.demo,
        "registrations": [f"{each.scheme} {each.status}" for each in held],
        "claims": [f"{each.number} {each.status}" for each in filed],
    }


@contextmanager
def _reading(url: str) -> Iterator[Connection]:
    engine = reading_engine(url, connections=1)
    try:
        with telling(), engine.connect() as connection:
            schema.check_readable(connection)
            yield connection
    finally:
        engine.dispose()
