"""Puts the demo people into the registry and moves their dates along with the days."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.clock import today
from bot.registry import reading
from bot.registry.demo import EMPLOYER, DemoPerson
from bot.registry.demo_people import demo_people
from bot.registry.engine import transaction, writing_engine
from bot.registry.records import Claim
from bot.registry.schema import upgrade
from bot.registry.tables import (
    claim,
    claim_event,
    contribution,
    employer,
    missing_document,
    person,
    registration,
)
from bot.settings import Settings

MANY = 1_000


@dataclass(frozen=True)
class Seeded:
    """How many people came in, and of how many the records were moved."""

    added: int
    moved: int


def prepare(settings: Settings) -> None:
    """The registry as `make run` needs it; demo people only where they are let in.

    Raises RegistryUnavailable.
    """
    url = settings.database("registry")
    if settings.lets_demo_people_in:
        seed_demo(url, on=today(settings))
        return
    engine = writing_engine(url)
    try:
        upgrade(engine)
    finally:
        engine.dispose()


def seed_demo(url: str, *, on: date) -> Seeded:
    """Add who is missing, and renew whoever's records are those of another day.

    Nobody who came with an extract is touched. Raises RegistryUnavailable.
    """
    engine = writing_engine(url)
    try:
        upgrade(engine)
        with transaction(engine) as connection:
            _one_at_a_time(connection)
            return _seed(connection, on)
    finally:
        engine.dispose()


def _one_at_a_time(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE")


def _seed(connection: Connection, on: date) -> Seeded:
    works_for = _employer(connection)
    added = moved = 0
    for each in demo_people(on):
        found = sa.select(person).where(person.c.ic == each.ic)
        row = connection.execute(found).one_or_none()
        if row is None:
            _fill(connection, _add(connection, each), each, works_for)
            added += 1
        elif row.demo and not _is_as_wanted(connection, row, each):
            _empty(connection, row.id)
            change = sa.update(person).where(person.c.id == row.id)
            connection.execute(change.values(**_described(each)))
            _fill(connection, row.id, each, works_for)
            moved += 1
    return Seeded(added, moved)


def _employer(connection: Connection) -> int:
    code, name = EMPLOYER
    found = sa.select(employer.c.id).where(employer.c.code == code)
    number = connection.execute(found).scalar_one_or_none()
    if number is None:
        made = connection.execute(sa.insert(employer).values(code=code, name=name))
        number = made.inserted_primary_key[0]
    return int(number)


def _described(each: DemoPerson) -> dict[str, Any]:
    names = ("ic", "name", "phone", "birth_date", "died_on")
    return {name: getattr(each, name) for name in names}


def _add(connection: Connection, each: DemoPerson) -> int:
    values = {**_described(each), "key": secrets.token_hex(16), "demo": True}
    made = connection.execute(sa.insert(person).values(**values))
    return int(made.inserted_primary_key[0])


def _is_as_wanted(connection: Connection, row: Any, each: DemoPerson) -> bool:
    return (
        all(getattr(row, name) == value for name, value in _described(each).items())
        and set(reading.registrations(connection, row.id)) == set(each.registrations)
        and set(reading.contributions(connection, row.id, limit=MANY))
        == set(each.contributions)
        and set(reading.claims(connection, row.id)) == set(each.claims)
    )


def _empty(connection: Connection, owner: int) -> None:
    theirs = sa.select(claim.c.id).where(claim.c.person_id == owner)
    for part in (claim_event, missing_document):
        connection.execute(sa.delete(part).where(part.c.claim_id.in_(theirs)))
    for table in (claim, contribution, registration):
        connection.execute(sa.delete(table).where(table.c.person_id == owner))


def _fill(connection: Connection, owner: int, each: DemoPerson, works_for: int) -> None:
    for held in each.registrations:
        connection.execute(
            sa.insert(registration).values(person_id=owner, **vars(held))
        )
    for paid in each.contributions:
        values = dict(vars(paid))
        values["employer_id"] = works_for if values.pop("employer") else None
        connection.execute(sa.insert(contribution).values(person_id=owner, **values))
    for filed in each.claims:
        _file(connection, owner, filed)


def _file(connection: Connection, owner: int, filed: Claim) -> None:
    values = dict(vars(filed))
    history, missing = values.pop("history"), values.pop("missing_documents")
    made = connection.execute(sa.insert(claim).values(person_id=owner, **values))
    number = made.inserted_primary_key[0]
    for step, event in enumerate(history, start=1):
        connection.execute(
            sa.insert(claim_event).values(
                claim_id=number,
                step=step,
                status=event.status,
                happened_on=event.on,
                note_code=event.note_code,
            )
        )
    for position, code in enumerate(missing, start=1):
        connection.execute(
            sa.insert(missing_document).values(
                claim_id=number, position=position, code=code
            )
        )
