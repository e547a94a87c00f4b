"""What is known of a person, as frozen facts, and who may be asked for it.

`Records` is the door to any source: our own database or an agency's service. Whatever
stands behind it must pass `tests/registry/contract.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True)
class Person:
    """Somebody on record. Only `bot.identity` may hold one."""

    key: str  # opaque; the same person has the same one for ever
    ic: str  # twelve digits
    name: str
    phone: str | None  # E.164, a landline too; none means that none is on record
    birth_date: date
    demo: bool
    died_on: date | None = None

    def __repr__(self) -> str:
        return f"Person(key={self.key!r})"  # a log line may hold no more


@dataclass(frozen=True)
class Registration:
    """One registration in one scheme; a renewal is another one."""

    scheme: str
    status: str  # one of codes.REGISTRATION_STATUSES
    registered_on: date
    plan: int | None = None
    cover_from: date | None = None
    cover_until: date | None = None  # the last day that is covered


@dataclass(frozen=True)
class Contribution:
    """One payment and the days that it covers, the first and the last included."""

    scheme: str
    receipt: str
    amount: Decimal
    received_at: datetime  # with its zone
    cover_from: date
    cover_until: date
    employer: str | None = None  # name, where an employer paid
    status: str = "credited"  # one of codes.PAYMENT_STATUSES


@dataclass(frozen=True)
class ClaimEvent:
    """A step of a claim."""

    status: str  # one of codes.CLAIM_STATUSES
    on: date
    note_code: str | None = None  # one of codes.CLAIM_NOTES


@dataclass(frozen=True)
class Claim:
    """A claim as it stands, and how it came there, oldest step first."""

    number: str
    scheme: str
    benefit: str
    status: str  # one of codes.CLAIM_STATUSES
    filed_on: date
    status_on: date
    history: tuple[ClaimEvent, ...] = ()
    missing_documents: tuple[str, ...] = ()  # of codes.DOCUMENTS
    decision: str | None = None  # one of codes.DECISIONS
    decided_on: date | None = None
    appeal_until: date | None = None  # the last day on which an appeal is in time


class Records(Protocol):
    """A source of records. Every method answers or raises within five seconds.

    Each raises RegistryUnavailable if the source cannot be asked; that never looks
    like "nothing on record". No error message holds a value that was asked for.
    """

    def find_person(self, ic: str) -> Person:
        """The person with this identity number. Raises PersonNotFound as well."""

    def find_registrations(self, person_key: str) -> tuple[Registration, ...]:
        """All registrations, newest first. Raises PersonNotFound for a foreign key."""

    def find_contributions(
        self, person_key: str, *, limit: int = 12
    ) -> tuple[Contribution, ...]:
        """The last payments, newest first. Raises PersonNotFound for a foreign key."""

    def find_claims(self, person_key: str) -> tuple[Claim, ...]:
        """All claims, newest first. Raises PersonNotFound for a foreign key."""
