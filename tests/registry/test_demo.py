"""The demo people: belonging to nobody, complete in their cases, dated by the day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import phonenumbers
import pytest

from bot import rulebook
from bot.identity.redaction import redact
from bot.registry import codes
from bot.registry.demo import (
    INVALID_IC,
    MONTH,
    SKSPS_YEAR,
    SKSSR_YEAR,
    UNKNOWN_IC,
)
from bot.registry.demo_people import demo_people
from bot.registry.phones import is_demo, normalised, takes_messages
from tests.registry.conftest import TODAY

PEOPLE = demo_people(TODAY)
CLAIMS = [claim for each in PEOPLE for claim in each.claims]
HELD = [held for each in PEOPLE for held in each.registrations]
PAID = [paid for each in PEOPLE for paid in each.contributions]


@pytest.mark.parametrize("each", PEOPLE, ids=lambda each: each.about)
def test_demo_numbers_belong_to_nobody(each):
    assert each.ic[6:8] == "00", "place code 00 is not assigned"
    assert each.ic[:6] == each.birth_date.strftime("%y%m%d")
    if each.phone:
        assert not phonenumbers.is_valid_number(phonenumbers.parse(each.phone))
        assert normalised(each.phone) == each.phone


def test_demo_people_are_told_apart_by_their_numbers():
    assert len({each.ic for each in PEOPLE}) == len(PEOPLE)
    assert UNKNOWN_IC not in {each.ic for each in PEOPLE}
    with pytest.raises(ValueError, match="month"):
        date(1990, int(INVALID_IC[2:4]), 1)


def test_every_scheme_status_note_and_decision_occurs_among_the_demo_people():
    assert {held.scheme for held in HELD} == set(codes.SCHEMES)
    assert {held.status for held in HELD} == set(codes.REGISTRATION_STATUSES)
    assert {paid.status for paid in PAID} == set(codes.PAYMENT_STATUSES)
    assert {claim.scheme for claim in CLAIMS} == set(codes.SCHEMES)
    steps = [step for claim in CLAIMS for step in claim.history]
    assert {step.status for step in steps} == set(codes.CLAIM_STATUSES)
    assert {claim.status for claim in CLAIMS} >= set(codes.CLAIM_STATUSES_FINAL)
    decisions = {claim.decision for claim in CLAIMS} - {None}
    assert decisions == set(codes.DECISIONS)
    notes = {step.note_code for step in steps} - {None}
    assert notes <= set(codes.CLAIM_NOTES)


def test_the_awkward_cases_occur_among_the_demo_people():
    phones = [each.phone for each in PEOPLE]
    assert None in phones
    assert any(each and not takes_messages(each) for each in phones)
    assert any(each and phones.count(each) > 1 for each in phones)
    assert any(each.died_on for each in PEOPLE)
    assert any(len(each.claims) > 2 for each in PEOPLE)
    assert any(claim.missing_documents for claim in CLAIMS)
    assert any(
        claim.appeal_until and TODAY <= claim.appeal_until <= TODAY + timedelta(14)
        for claim in CLAIMS
    )
    assert any(not each.registrations and not each.contributions for each in PEOPLE)
    assert any(len({held.scheme for held in each.registrations}) > 3 for each in PEOPLE)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.number)
def test_a_demo_claim_tells_its_own_story_in_order(claim):
    assert claim.benefit in codes.BENEFITS
    assert [step.on for step in claim.history] == sorted(
        step.on for step in claim.history
    )
    assert claim.history[-1].status == claim.status
    assert set(claim.missing_documents) <= set(codes.DOCUMENTS)
    assert (claim.status == "documents_missing") == bool(claim.missing_documents)
    assert (claim.decision is None) == (claim.decided_on is None)


@pytest.mark.parametrize(
    "day", [date(2024, 2, 29), date(2027, 1, 1), date(2027, 3, 31), date(2028, 12, 31)]
)
def test_demo_people_can_be_made_on_any_day(day):
    for each in demo_people(day):
        for held in each.registrations:
            ends = held.cover_until
            assert held.status != "active" or ends is None or ends >= day
        assert all(paid.received_at.date() <= day for paid in each.contributions)
        assert all(claim.status_on <= day for claim in each.claims)


def test_amounts_are_those_that_the_rulebook_gives():
    book = rulebook.load()

    def asked(scheme: str, name: str, **facts: object) -> Decimal:
        decision = book.decide(f"contribution.{scheme}", facts, on=TODAY)
        return decision.amounts[name]

    employee = {"wage": "3000", "age": 35, "citizenship": "citizen", "category": 1}
    assert asked("skssr", "yearly") == SKSSR_YEAR
    for plan, price in SKSPS_YEAR.items():
        assert asked("sksps", "yearly", plan=plan) == price
    for scheme, price in MONTH.items():
        assert asked(scheme, "total", **employee) == price


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.number)
def test_a_demo_claim_number_is_not_taken_for_a_number_that_identifies(claim):
    said = f"status tuntutan {claim.number} saya"
    kept = redact(said, lambda kind, value: "[[taken]]", challenge_open=True)
    assert kept.text == said


def test_only_the_range_that_is_never_assigned_counts_as_demo():
    assert is_demo("+601100009999")
    assert not is_demo("+60110000999")
    assert not is_demo("+601110000999")
