"""People who are nobody, a registry that holds them, a clock that stands, and an SMS
service that remembers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from decimal import Decimal

from bot.errors import PersonNotFound, RegistryUnavailable
from bot.identity.sms import Sms
from bot.registry.records import Claim, Contribution, Person, Registration

KNOWN = "720314000018"
OTHER = "880921000035"
NO_PHONE = "900202000096"
LANDLINE = "810101000013"
UNKNOWN = "750505000017"
SHARED = "601223000019"  # with the telephone of KNOWN
DEAD = "500101000011"
PHONE = "+601100000001"
NOON = 1_795_000_000.0  # a moment in November 2026


def person(ic: str, phone: str | None, *, died: date | None = None) -> Person:
    born = date(1900 + int(ic[:2]), int(ic[2:4]), int(ic[4:6]))
    return Person(f"key-{ic[-4:]}", ic, "Demo Contoh", phone, born, True, died)


PEOPLE = {
    each.ic: each
    for each in (
        person(KNOWN, PHONE),
        person(OTHER, "+601100000002"),
        person(NO_PHONE, None),
        person(LANDLINE, "+60388881234"),
        person(SHARED, PHONE),
        person(DEAD, "+601100000009", died=date(2025, 1, 2)),
    )
}
REGISTRATION = Registration("skssr", "active", date(2026, 2, 2))
CONTRIBUTION = Contribution(
    "skssr",
    "R-1",
    Decimal("120.00"),
    datetime(2026, 2, 2, 9, tzinfo=timezone.utc),
    date(2026, 2, 3),
    date(2027, 2, 2),
)
CLAIMS = tuple(
    Claim(
        f"DEMO-{number}",
        "skssr",
        "medical",
        "received",
        date(2026, 8, 1),
        date(2026, 8, 1),
    )
    for number in (2, 1)
)


@dataclass
class People:
    """A registry in memory, which can be told to be down or slow."""

    down: bool = False
    asked: list[str] = field(default_factory=list)

    def find_person(self, ic: str) -> Person:
        self._answer()
        self.asked.append(ic)
        if ic not in PEOPLE:
            raise PersonNotFound
        return PEOPLE[ic]

    def find_registrations(self, person_key: str) -> tuple[Registration, ...]:
        self._answer()
        return (REGISTRATION,)

    def find_contributions(
        self, person_key: str, *, limit: int = 12
    ) -> tuple[Contribution, ...]:
        self._answer()
        return (CONTRIBUTION,)

    def find_claims(self, person_key: str) -> tuple[Claim, ...]:
        self._answer()
        return CLAIMS

    def _answer(self) -> None:
        if self.down:
            raise RegistryUnavailable("the registry does not answer")


@dataclass
class Clock:
    """Stands still until it is moved."""

    now: float = NOON

    def __call__(self) -> float:
        return self.now


@dataclass
class Telephones:
    """An SMS service that keeps what it was given."""

    messages: list[Sms] = field(default_factory=list)
    fails_with: Exception | None = None

    async def send(self, sms: Sms) -> None:
        self.messages.append(sms)
        if self.fails_with is not None:
            raise self.fails_with

    async def close(self) -> None:
        return None
