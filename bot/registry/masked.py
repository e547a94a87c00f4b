"""What may be shown on a screen of whoever runs the commands: four last digits."""

from __future__ import annotations

import sqlalchemy as sa

from bot.registry.engine import connected
from bot.registry.tables import claim, person, registration


def masked_people(url: str) -> list[dict[str, object]]:
    """Everybody, numbers hidden but for the last four digits."""
    with connected(url) as connection:
        people = connection.execute(sa.select(person).order_by(person.c.id)).all()
        records = connection.execute(sa.select(registration)).all()
        claims = connection.execute(sa.select(claim)).all()
    return [
        {
            "ic": mask(row.ic),
            "phone": mask(row.phone) if row.phone else None,
            "demo": row.demo,
            "registrations": [
                f"{each.scheme} {each.status}"
                for each in records
                if each.person_id == row.id
            ],
            "claims": [
                f"{each.number} {each.status}"
                for each in claims
                if each.person_id == row.id
            ],
        }
        for row in people
    ]


def mask(number: str) -> str:
    """`********0018`: enough to tell two apart, too little to use."""
    return "*" * (len(number) - 4) + number[-4:]
