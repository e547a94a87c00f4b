"""What every source of records must do, whoever wrote it.

Subclass `RecordsContract` and give it three fixtures: `records`, which holds PEOPLE and
nobody else; `empty`, which answers and holds nobody; `down`, which cannot be asked.
Then pytest runs the whole contract against the source.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.errors import PersonNotFound, RegistryUnavailable
from bot.registry import codes
from bot.registry.demo import UNKNOWN_IC
from bot.registry.demo_people import demo_people
from bot.registry.records import Claim, Contribution, Person, Records, Registration

PEOPLE = demo_people(date(2026, 11, 23))
NOT_NUMBERS = (
    "",
    "72031400001",
    "7203140000180",
    "72031400001x",
    "\x00" * 12,
    "\ud800",
)
NOT_KEYS = ("", "nobody", PEOPLE[0].ic, "\x00", "\ud800", "x" * 10_000)


def _facts(records: Records) -> Iterator[Any]:
    for each in PEOPLE:
        found = records.find_person(each.ic)
        yield found
        yield from records.find_registrations(found.key)
        yield from records.find_contributions(found.key, limit=1_000)
        for claim in records.find_claims(found.key):
            yield claim
            yield from claim.history


def _values(records: Records, kind: type) -> Iterator[Any]:
    for fact in _facts(records):
        for field in dataclasses.fields(fact):
            value = getattr(fact, field.name)
            if isinstance(value, kind):
                yield value


def _asking(records: Records, ic: str, key: str) -> dict[str, Callable[[], object]]:
    return {
        "person": lambda: records.find_person(ic),
        "registrations": lambda: records.find_registrations(key),
        "contributions": lambda: records.find_contributions(key),
        "claims": lambda: records.find_claims(key),
    }


class RecordsContract:
    """The tests. `patience` is what one answer may take, in seconds."""

    patience = 5.0

    def test_a_person_is_found_by_number_with_everything_that_is_known(self, records):
        for each in PEOPLE:
            found = records.find_person(each.ic)
            assert type(found) is Person
            names = ("ic", "name", "phone", "birth_date", "died_on")
            for name in names:
                assert getattr(found, name) == getattr(each, name), name

    def test_everybody_gets_their_own_records_and_nobody_elses(self, records):
        for each in PEOPLE:
            key = records.find_person(each.ic).key
            assert set(records.find_registrations(key)) == set(each.registrations)
            paid = records.find_contributions(key, limit=1_000)
            assert sorted(one.receipt for one in paid) == sorted(
                one.receipt for one in each.contributions
            )
            assert set(paid) == set(each.contributions)
            assert set(records.find_claims(key)) == set(each.claims)

    def test_a_key_stays_the_same_and_tells_nothing(self, records):
        keys = [records.find_person(each.ic).key for each in PEOPLE]
        assert keys == [records.find_person(each.ic).key for each in PEOPLE]
        assert len(set(keys)) == len(PEOPLE)
        for each, key in zip(PEOPLE, keys, strict=True):
            assert type(key) is str
            assert each.ic not in key
            assert each.ic[-4:] != key[-4:]
            assert not each.phone or each.phone[-8:] not in key

    def test_a_number_that_nobody_has_is_told_as_that(self, records):
        for ic in (UNKNOWN_IC, *NOT_NUMBERS):
            with pytest.raises(PersonNotFound):
                records.find_person(ic)

    def test_a_key_that_nobody_has_is_not_somebody_without_records(self, records):
        for key in NOT_KEYS:
            for name, ask in _asking(records, UNKNOWN_IC, key).items():
                with pytest.raises(PersonNotFound):
                    pytest.fail(f"{name} gave {ask()!r}")

    def test_what_is_newest_comes_first(self, records):
        for each in PEOPLE:
            key = records.find_person(each.ic).key
            _assert_newest_first(
                [held.registered_on for held in records.find_registrations(key)],
                [paid.received_at for paid in records.find_contributions(key)],
                [claim.filed_on for claim in records.find_claims(key)],
            )

    def test_steps_of_a_claim_come_in_the_order_in_which_they_happened(self, records):
        for each in PEOPLE:
            wanted = {claim.number: claim for claim in each.claims}
            for claim in records.find_claims(records.find_person(each.ic).key):
                assert claim.history == wanted[claim.number].history
                assert claim.missing_documents == wanted[claim.number].missing_documents

    def test_no_more_payments_come_than_were_asked_for(self, records):
        most = max(PEOPLE, key=lambda each: len(each.contributions))
        newest = sorted((paid.received_at for paid in most.contributions), reverse=True)
        key = records.find_person(most.ic).key
        assert len(records.find_contributions(key)) == 12
        for limit in (1, 5, 1_000):
            paid = records.find_contributions(key, limit=limit)
            assert [each.received_at for each in paid] == newest[:limit]

    def test_money_is_exact_to_the_sen(self, records):
        amounts = [fact.amount for fact in _facts(records) if _is(fact, Contribution)]
        assert amounts
        for amount in amounts:
            assert type(amount) is Decimal
            assert amount.as_tuple().exponent == -2
        assert not list(_values(records, float))

    def test_times_have_a_zone_and_days_have_no_time(self, records):
        for moment in _values(records, datetime):
            assert moment.tzinfo is not None
        for fact in _facts(records):
            if _is(fact, Registration):
                assert type(fact.registered_on) is date
            if _is(fact, Claim):
                assert type(fact.filed_on) is type(fact.status_on) is date

    def test_only_documented_codes_come_back(self, records):
        for fact in _facts(records):
            if not _is(fact, Person):
                assert not _unknown_codes(fact)

    def test_facts_cannot_be_changed_by_whoever_asked(self, records):
        for fact in _facts(records):
            assert fact.__dataclass_params__.frozen
            hash(fact)  # fails for a list inside
        key = records.find_person(PEOPLE[0].ic).key
        for name, ask in _asking(records, PEOPLE[0].ic, key).items():
            assert name == "person" or type(ask()) is tuple

    def test_a_source_that_cannot_be_asked_never_says_that_nothing_is_there(self, down):
        for name, ask in _asking(down, PEOPLE[0].ic, "somebody").items():
            began = time.monotonic()
            with pytest.raises(RegistryUnavailable) as caught:
                pytest.fail(f"{name} gave {ask()!r}")
            assert time.monotonic() - began < self.patience
            assert PEOPLE[0].ic not in str(caught.value)

    def test_a_source_that_holds_nobody_cannot_say_who_is_not_on_record(self, empty):
        with pytest.raises(RegistryUnavailable):
            empty.find_person(PEOPLE[0].ic)

    def test_an_error_names_nobody(self, records):
        for ask in _asking(records, UNKNOWN_IC, PEOPLE[0].ic).values():
            with pytest.raises(PersonNotFound) as caught:
                ask()
            said = f"{caught.value!r} {caught.value}"
            assert UNKNOWN_IC not in said
            assert PEOPLE[0].ic not in said

    def test_answers_come_in_time(self, records):
        key = records.find_person(PEOPLE[0].ic).key
        for ask in _asking(records, PEOPLE[0].ic, key).values():
            began = time.monotonic()
            ask()
            assert time.monotonic() - began < self.patience

    def test_many_may_ask_at_once_and_each_hears_of_their_own(self, records):
        def ask(each: Any) -> bool:
            found = records.find_person(each.ic)
            claims = set(records.find_claims(found.key))
            return found.name == each.name and claims == set(each.claims)

        with ThreadPoolExecutor(8) as threads:
            assert all(threads.map(ask, PEOPLE * 4))


def _is(fact: object, kind: type) -> bool:
    return isinstance(fact, kind)


def _assert_newest_first(*lists: list[Any]) -> None:
    for moments in lists:
        assert moments == sorted(moments, reverse=True)


def _unknown_codes(fact: Any) -> set[str]:
    if isinstance(fact, Registration):
        known = set(codes.REGISTRATION_STATUSES)
    elif isinstance(fact, Contribution):
        known = set(codes.PAYMENT_STATUSES)
    else:
        known = set(codes.CLAIM_STATUSES)
    said = {fact.status}
    if isinstance(fact, Claim):
        known |= set(codes.DOCUMENTS) | set(codes.DECISIONS) | set(codes.BENEFITS)
        said |= {*fact.missing_documents, fact.decision, fact.benefit} - {None}
    return said - known
