"""Puts the demo people into the registry, each once, however often it is run."""

from __future__ import annotations

from datetime import datetime, time, timezone

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.registry.demo import PEOPLE, DemoPerson, DemoRegistration
from bot.registry.engine import connected
from bot.registry.tables import claim, contribution, person, registration


def seed_demo(url: str) -> int:
    """How many people were added. Raises RegistryUnavailable."""
    with connected(url) as connection:
        present = set(connection.execute(sa.select(person.c.ic)).scalars())
        missing = [each for each in PEOPLE if each.ic not in present]
        for each in missing:
            _add(connection, each)
    return len(missing)


def _add(connection: Connection, each: DemoPerson) -> None:
    values = {
        name: getattr(each, name) for name in ("ic", "name", "phone", "birth_date")
    }
    inserted = connection.execute(
        sa.insert(person).values(sex=each.sex, demo=True, **values)
    )
    owner = inserted.inserted_primary_key[0]
    for record in each.registrations:
        _add_registration(connection, owner, record)
    for filed in each.claims:
        connection.execute(sa.insert(claim).values(person_id=owner, **vars(filed)))


def _add_registration(
    connection: Connection, owner: int, record: DemoRegistration
) -> None:
    values = {name: value for name, value in vars(record).items() if name != "paid"}
    connection.execute(sa.insert(registration).values(person_id=owner, **values))
    if record.paid is None:
        return
    noon = datetime.combine(record.registered_on, time(4), tzinfo=timezone.utc)
    payment = {
        "scheme": record.scheme,
        "receipt": f"DEMO-{record.scheme.upper()}-{owner:04d}",
        "amount": record.paid,
        "received_at": noon,
        "cover_from": record.cover_from,
        "cover_until": record.cover_until,
    }
    connection.execute(sa.insert(contribution).values(person_id=owner, **payment))
