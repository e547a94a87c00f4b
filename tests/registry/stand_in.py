"""A source of records in memory that keeps the contract, and one fault at a time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from datetime import time as clock
from typing import Any

from bot.errors import PersonNotFound, RegistryUnavailable
from bot.registry.demo import DemoPerson
from bot.registry.records import Claim, Contribution, Person, Registration
from tests.registry.contract import PEOPLE


class InMemory:
    """Everything as it must be."""

    def __init__(self, people: tuple[DemoPerson, ...] | None) -> None:
        self.people = people  # none: the source is down

    def find_person(self, ic: str) -> Person:
        for number, each in enumerate(self.held()):
            if each.ic == ic:
                return Person(
                    key=self.key_of(number),
                    ic=each.ic,
                    name=each.name,
                    phone=each.phone,
                    birth_date=each.birth_date,
                    demo=True,
                    died_on=each.died_on,
                )
        if not self.held():
            raise RegistryUnavailable("nobody is on record yet")
        raise PersonNotFound

    def find_registrations(self, person_key: str) -> tuple[Registration, ...]:
        held = self.with_key(person_key).registrations
        return newest_first(held, "registered_on")

    def find_contributions(
        self, person_key: str, *, limit: int = 12
    ) -> tuple[Contribution, ...]:
        paid = self.with_key(person_key).contributions
        return newest_first(paid, "received_at")[:limit]

    def find_claims(self, person_key: str) -> tuple[Claim, ...]:
        return newest_first(self.with_key(person_key).claims, "filed_on")

    def held(self) -> tuple[DemoPerson, ...]:
        if self.people is None:
            raise RegistryUnavailable("down")
        return self.people

    def key_of(self, number: int) -> str:
        return f"key-{number:x}-end"

    def with_key(self, key: str) -> DemoPerson:
        for number, each in enumerate(self.held()):
            if self.key_of(number) == key:
                return each
        raise PersonNotFound


def newest_first(facts: Any, name: str) -> tuple[Any, ...]:
    return tuple(sorted(facts, key=lambda fact: getattr(fact, name), reverse=True))


class NeighboursClaims(InMemory):
    def find_claims(self, person_key: str) -> Any:
        at = self.held().index(self.with_key(person_key))
        return newest_first(self.held()[at - 1].claims, "filed_on")


class AnybodyForUnknown(InMemory):
    def find_person(self, ic: str) -> Person:
        try:
            return super().find_person(ic)
        except PersonNotFound:
            return super().find_person(PEOPLE[0].ic)


class SamePhoneSamePerson(InMemory):
    def find_person(self, ic: str) -> Person:
        found = super().find_person(ic)
        first = next(each for each in self.held() if each.phone == found.phone)
        return super().find_person(first.ic)


class NoneForUnknown(InMemory):
    def find_person(self, ic: str) -> Any:
        try:
            return super().find_person(ic)
        except PersonNotFound:
            return None


class NothingForForeignKey(InMemory):
    def find_claims(self, person_key: str) -> Any:
        try:
            return super().find_claims(person_key)
        except PersonNotFound:
            return ()


class FailureAsNotFound(InMemory):
    def held(self) -> tuple[DemoPerson, ...]:
        if self.people is None:
            raise PersonNotFound
        return self.people


class FailureAsNothing(InMemory):
    def find_contributions(self, person_key: str, *, limit: int = 12) -> Any:
        try:
            return super().find_contributions(person_key, limit=limit)
        except RegistryUnavailable:
            return ()


class EmptyAsNotFound(InMemory):
    def find_person(self, ic: str) -> Person:
        if self.people == ():
            raise PersonNotFound
        return super().find_person(ic)


class Slow(InMemory):
    def find_registrations(self, person_key: str) -> Any:
        if person_key == self.key_of(0):
            time.sleep(0.3)
        return super().find_registrations(person_key)


class TellsTheNumber(InMemory):
    def find_person(self, ic: str) -> Person:
        try:
            return super().find_person(ic)
        except PersonNotFound as error:
            error.args = (f"no person {ic}",)
            raise


class KeyFromNumber(InMemory):
    def key_of(self, number: int) -> str:
        return self.held()[number].ic


class KeyOfToday(InMemory):
    asked = 0

    def find_person(self, ic: str) -> Person:
        self.asked += 1
        return replace(super().find_person(ic), key=f"key-{self.asked}")

    def with_key(self, key: str) -> DemoPerson:
        return self.held()[0]


@dataclass
class Changed(InMemory):
    """Changes one member of each fact of a kind."""

    people: tuple[DemoPerson, ...] | None

    def find_contributions(self, person_key: str, *, limit: int = 12) -> Any:
        return tuple(
            map(self.paid, super().find_contributions(person_key, limit=limit))
        )

    def find_claims(self, person_key: str) -> Any:
        return tuple(map(self.filed, super().find_claims(person_key)))

    def paid(self, fact: Contribution) -> Contribution:
        return fact

    def filed(self, fact: Claim) -> Claim:
        return fact


class FloatMoney(Changed):
    def paid(self, fact: Contribution) -> Contribution:
        return replace(fact, amount=float(fact.amount))  # type: ignore[arg-type]


class MoneyWithoutSen(Changed):
    def paid(self, fact: Contribution) -> Contribution:
        return replace(fact, amount=fact.amount.normalize())


class NaiveTime(Changed):
    def paid(self, fact: Contribution) -> Contribution:
        return replace(fact, received_at=fact.received_at.replace(tzinfo=None))


class WrongZone(Changed):
    def paid(self, fact: Contribution) -> Contribution:
        from datetime import timezone

        return replace(fact, received_at=fact.received_at.replace(tzinfo=timezone.utc))


class DayWithTime(Changed):
    def filed(self, fact: Claim) -> Claim:
        return replace(fact, filed_on=datetime.combine(fact.filed_on, clock()))


class HistoryBackwards(Changed):
    def filed(self, fact: Claim) -> Claim:
        return replace(fact, history=fact.history[::-1])


class NoHistory(Changed):
    def filed(self, fact: Claim) -> Claim:
        return replace(fact, history=())


class ListInside(Changed):
    def filed(self, fact: Claim) -> Claim:
        return replace(fact, history=list(fact.history))  # type: ignore[arg-type]


class OwnStatusWord(Changed):
    def filed(self, fact: Claim) -> Claim:
        return replace(fact, status="Lulus")


class LostPapers(Changed):
    def filed(self, fact: Claim) -> Claim:
        return replace(fact, missing_documents=fact.missing_documents[:1])


class OldestFirst(InMemory):
    def find_registrations(self, person_key: str) -> Any:
        return super().find_registrations(person_key)[::-1]


class OldestClaimsFirst(InMemory):
    def find_claims(self, person_key: str) -> Any:
        return super().find_claims(person_key)[::-1]


class LimitFromTheWrongEnd(InMemory):
    def find_contributions(self, person_key: str, *, limit: int = 12) -> Any:
        return super().find_contributions(person_key, limit=10_000)[-limit:]


class NoLimit(InMemory):
    def find_contributions(self, person_key: str, *, limit: int = 12) -> Any:
        return super().find_contributions(person_key, limit=10_000)


class ListsOutside(InMemory):
    def find_registrations(self, person_key: str) -> Any:
        return list(super().find_registrations(person_key))


class OneAnswerForAll(InMemory):
    """Keeps what it works on where another thread can change it."""

    wanted = ""

    def find_person(self, ic: str) -> Person:
        self.wanted = ic
        time.sleep(0.0005)
        return super().find_person(self.wanted)


def faults() -> Iterator[type[InMemory]]:
    """Every stand-in with a fault."""
    for name, kind in sorted(globals().items()):
        if not (isinstance(kind, type) and issubclass(kind, InMemory)):
            continue
        if name not in ("InMemory", "Changed"):
            yield kind
