"""The part of a record that was asked about, in words, and of which claim it is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.dialogue.lookup_parts import part_names
from bot.dialogue.lookup_records import (
    claim_body,
    contributions_body,
    registration_body,
)
from bot.i18n.wording.records import render_records
from bot.i18n.wording.records_parts import MANY, PARTS
from bot.registry import codes
from bot.registry.records import Contribution, Registration
from tests.lookup.test_records import AS_AT, TODAY, claim, five_days, paid, through_json

CLAIM_PARTS = ("papers", "wait", "status", "refused", "appeal", "pay", "filed")
REFUSED = {"decision": "rejected", "decided_on": date(2026, 11, 18)}


def told(
    part: str,
    status: str = "under_review",
    *,
    language: str = "en",
    channel: str = "web",
    elsewhere: tuple[str, ...] = (),
    **more: Any,
) -> str:
    body = claim_body(
        claim(status, **more),
        as_at=AS_AT,
        today=TODAY,
        charter=five_days,
        part=part,
        elsewhere=elsewhere,
    )
    return render_records(through_json(body), language, channel=channel)


def of_payments(part: str, *payments: Contribution, channel: str = "web") -> str:
    body = contributions_body(payments, as_at=AS_AT, today=TODAY, part=part)
    return render_records(through_json(body), "en", channel=channel)


def cover(*registered: Registration, payments: tuple[Contribution, ...] = ()) -> str:
    body = registration_body(
        registered, payments, as_at=AS_AT, today=TODAY, part="cover"
    )
    return render_records(through_json(body), "en", channel="web")


def test_every_part_that_is_heard_has_its_words_and_no_other() -> None:
    assert part_names() == PARTS


@pytest.mark.parametrize("channel", ["web", "telegram"])
@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("part", CLAIM_PARTS)
def test_every_part_can_be_told_in_every_status(
    part: str, language: str, channel: str
) -> None:
    for status in codes.CLAIM_STATUSES:
        text = told(part, status, language=language, channel=channel)
        assert "{" not in text
        assert "_" not in text
        shows_number = "DEMO-1001-0001" in text.splitlines()[0]
        assert shows_number == (channel == "web")


def test_missing_papers_are_told_with_the_way_to_send_them() -> None:
    text = told("papers", "documents_missing", missing_documents=("payslips",))
    assert "Papers still missing: pay slips." in text
    assert "lindungfaedah.perkeso.gov.my" in text
    assert "What happened so far" not in text


def test_a_claim_that_lacks_nothing_says_so_and_names_the_claim_that_does() -> None:
    text = told("papers", elsewhere=("DEMO-2", "DEMO-3"))
    assert "no missing paper for this claim" in text
    assert "Papers are missing in your claim DEMO-2 and DEMO-3." in text
    brief = told("papers", elsewhere=("DEMO-2",), channel="telegram")
    assert "DEMO-2" not in brief
    assert "the other of your claims" in brief


def test_on_telegram_no_paper_is_named() -> None:
    lacking = {"missing_documents": ("payslips",), "channel": "telegram"}
    assert "pay slips" not in told("papers", "documents_missing", **lacking)


def test_why_it_was_refused_is_in_the_letter_and_not_made_up() -> None:
    text = told("refused", "rejected", **REFUSED, appeal_until=date(2026, 12, 3))
    assert "do not hold the reason" in text
    assert "refused, on 18 November 2026" in text
    assert "in time until 3 December 2026" in text
    assert "was not refused" in told("refused", "paid", decision="approved")


def test_the_last_day_for_an_appeal_is_that_of_the_claim_or_none() -> None:
    text = told("appeal", "rejected", **REFUSED, appeal_until=date(2026, 12, 3))
    assert "3 December 2026" in text
    late = told("appeal", "rejected", **REFUSED, appeal_until=date(2026, 11, 2))
    assert "last day for an appeal was 2 November 2026" in late
    assert "name no last day" in told("appeal", "rejected", **REFUSED)


def test_no_day_of_payment_is_made_up() -> None:
    assert "name no day of payment" in told("pay", "approved")
    assert "It is not decided yet." in told("pay")


def test_how_long_it_takes_is_what_the_charter_promises() -> None:
    assert "client charter promises" in told("wait")
    assert "no client charter" in told("wait", scheme="skssr")


def test_the_end_of_cover_is_told_and_nothing_of_money() -> None:
    registered = Registration(
        "skssr",
        "active",
        date(2026, 2, 1),
        None,
        date(2026, 2, 2),
        date(2027, 2, 1),
    )
    text = cover(registered, payments=(paid(date(2026, 2, 2), date(2027, 2, 1)),))
    assert "covered today, until 1 February 2027" in text
    assert "RM" not in text
    assert "no registration and no payment" in cover()


def test_employers_are_named_with_the_months_that_they_paid() -> None:
    months = [
        (date(2026, 8, 1), date(2026, 8, 31)),
        (date(2026, 9, 1), date(2026, 9, 30)),
    ]
    payments = [
        Contribution(
            **{**vars(paid(*month, scheme="act4")), "employer": "Demo Sdn. Bhd."}
        )
        for month in months
    ]
    text = of_payments("employer", *payments)
    assert "Demo Sdn. Bhd.: " in text
    assert "for 1 August 2026 to 30 September 2026" in text
    brief = of_payments("employer", *payments, channel="telegram")
    assert "Demo Sdn. Bhd." not in brief
    assert "name no employer" in of_payments("employer", paid(*months[0]))
    assert "no contribution under your number" in of_payments("employer")


def test_gaps_are_told_or_that_there_is_none() -> None:
    gap = (
        paid(date(2026, 2, 1), date(2027, 1, 31)),
        paid(date(2025, 1, 1), date(2025, 12, 31)),
    )
    assert "no cover from 1 January 2026 to 31 January 2026" in of_payments(
        "gaps", *gap
    )
    assert "There is no gap" not in of_payments("gaps", *gap)
    assert "There is no gap" in of_payments("gaps", gap[0])
    many = [paid(date(2026, 2, 1), date(2027, 1, 31))] * MANY
    assert f"the last {MANY} payments only" in of_payments("gaps", *many)
