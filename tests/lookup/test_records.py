"""Results: from records to sealed JSON, and from there to words, by channel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from bot.dialogue.lookup_records import (
    MOST_CLAIMS,
    claim_body,
    claims_body,
    contributions_body,
    cover_of,
    registration_body,
)
from bot.i18n.wording.records import render_records
from bot.registry import codes
from bot.registry.records import Claim, ClaimEvent, Contribution, Registration

TODAY = date(2026, 11, 23)
AS_AT = datetime(2026, 11, 23, 7, 5, tzinfo=timezone.utc)  # 3.05 p.m. in Malaysia
LANGUAGES = ("ms", "en")
CHANNELS = ("web", "telegram")


def paid(
    start: date, end: date, *, scheme: str = "skssr", status: str = "credited"
) -> Contribution:
    return Contribution(
        scheme=scheme,
        receipt="R-0000-7788",
        amount=Decimal("120.00"),
        received_at=datetime(start.year, start.month, start.day, 4, tzinfo=timezone.utc)
        - timedelta(days=1),
        cover_from=start,
        cover_until=end,
        status=status,
    )


def claim(status: str = "under_review", **more: Any) -> Claim:
    values: dict[str, Any] = {
        "number": "DEMO-1001-0001",
        "scheme": "act4",
        "benefit": "temporary_disablement",
        "status": status,
        "filed_on": date(2026, 11, 16),
        "status_on": date(2026, 11, 18),
        "history": (
            ClaimEvent("received", date(2026, 11, 16), "filed_online"),
            ClaimEvent(status, date(2026, 11, 18)),
        ),
    }
    return Claim(**{**values, **more})


def five_days(question: str, since: date) -> tuple[int, date] | None:
    return (5, since + timedelta(days=5)) if "act4" in question else None


def told(
    of: Claim, *, language: str = "en", channel: str = "web", today: date = TODAY
) -> str:
    body = claim_body(of, as_at=AS_AT, today=today, charter=five_days)
    return render_records(through_json(body), language, channel=channel)


def through_json(body: dict[str, Any]) -> dict[str, Any]:
    """As the vault gives it back."""
    loaded: dict[str, Any] = json.loads(json.dumps(body))
    return loaded


def bodies() -> Iterator[dict[str, Any]]:
    """One of every kind, with every status."""
    for status in codes.REGISTRATION_STATUSES:
        registered = Registration("sksps", status, date(2026, 2, 2), 2)
        yield registration_body((registered,), (), as_at=AS_AT, today=TODAY)
    yield registration_body((), (), as_at=AS_AT, today=TODAY)
    for status in codes.PAYMENT_STATUSES:
        payment = paid(date(2026, 2, 3), date(2027, 2, 2), status=status)
        yield contributions_body((payment,), as_at=AS_AT, today=TODAY)
    yield contributions_body((), as_at=AS_AT, today=TODAY)
    yield claims_body((), as_at=AS_AT)
    yield claims_body((claim(), claim("paid")), as_at=AS_AT)
    for status in codes.CLAIM_STATUSES:
        yield claim_body(claim(status), as_at=AS_AT, today=TODAY, charter=five_days)
    for note in codes.CLAIM_NOTES:
        noted = claim(history=(ClaimEvent("received", TODAY, note),))
        yield claim_body(noted, as_at=AS_AT, today=TODAY, charter=five_days)
    for benefit in codes.BENEFITS:
        of = claim(benefit=benefit)
        yield claim_body(of, as_at=AS_AT, today=TODAY, charter=five_days)
    lacking = claim("documents_missing", missing_documents=tuple(codes.DOCUMENTS))
    yield claim_body(lacking, as_at=AS_AT, today=TODAY, charter=five_days)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_result_can_be_told(language: str, channel: str) -> None:
    for body in bodies():
        text = render_records(through_json(body), language, channel=channel)
        assert "{" not in text
        assert "_" not in text, text  # a code without words
        when = {"ms": "23 November 2026, 3.05 petang", "en": "23 November 2026"}
        assert when[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_is_told_no_amount_no_benefit_no_paper_and_no_number(
    language: str,
) -> None:
    for body in bodies():
        text = render_records(through_json(body), language, channel="telegram")
        for kept in ("RM", "DEMO-", "7788", "disablement", "hilang upaya", "Plan 2"):
            assert kept not in text, text
        for paper in ("certificate", "sijil", "report", "laporan", "bank statement"):
            assert paper not in text, text


def test_a_claim_tells_status_meaning_dates_and_next_step() -> None:
    text = told(claim())
    assert "Your claim DEMO-1001-0001: Temporary disablement benefit" in text
    assert "Status: Being looked at, since 18 November 2026" in text
    assert "It is not decided yet." in text
    assert "Filed on 16 November 2026" in text
    assert "16 November 2026: Received (filed online)" in text
    assert "my own plain words" in text


def test_the_expected_day_is_the_charters_and_says_its_limits() -> None:
    today = date(2026, 11, 20)
    text = told(claim(), today=today)
    assert "Expected by 21 November 2026" in text
    assert "5 days" in text
    assert "Public holidays are not counted out" in text
    assert "that ended on 21 November 2026" in told(claim())


def test_the_charter_counts_from_the_day_the_missing_papers_came() -> None:
    history = (
        ClaimEvent("received", date(2026, 11, 1)),
        ClaimEvent("documents_missing", date(2026, 11, 5), "documents_asked"),
        ClaimEvent("under_review", date(2026, 11, 20), "documents_arrived"),
    )
    assert "Expected by 25 November 2026" in told(claim(history=history))


def test_without_a_charter_no_day_is_told() -> None:
    text = told(claim(scheme="skssr"))
    assert "Expected" not in text
    assert "no client charter" in text


@pytest.mark.parametrize("status", ["documents_missing", "medical_board", "rejected"])
def test_no_day_is_expected_while_the_charter_does_not_run(status: str) -> None:
    text = told(claim(status))
    assert "Expected" not in text
    assert "charter" not in text


def test_missing_papers_are_named() -> None:
    papers = ("medical_certificate", "bank_statement")
    of = claim("documents_missing", missing_documents=papers)
    assert "medical leave certificates and bank statement" in told(of)
    assert "sijil cuti sakit dan penyata bank" in told(of, language="ms")


def test_an_appeal_tells_its_last_day_and_when_it_is_over() -> None:
    of = claim("rejected", decision="rejected", decided_on=date(2026, 11, 18))
    until = Claim(**{**vars(of), "appeal_until": date(2026, 11, 23)})
    assert "in time until 23 November 2026" in told(until)
    late = Claim(**{**vars(of), "appeal_until": date(2026, 11, 22)})
    assert "last day for an appeal was 22 November 2026" in told(late)


def test_money_sent_back_tells_what_to_do_about_the_account() -> None:
    history = (ClaimEvent("approved", TODAY, "payment_returned"),)
    assert "right account" in told(claim("approved", history=history))


def test_cover_now_and_its_last_day() -> None:
    cover = cover_of([paid(date(2026, 2, 3), TODAY)], TODAY)
    assert cover == [
        {"scheme": "skssr", "state": "now", "until": "2026-11-23", "gaps": []}
    ]
    assert cover_of([paid(date(2026, 2, 3), TODAY)], date(2026, 11, 24))[0][
        "state"
    ] == ("over")


def test_cover_that_is_still_to_begin() -> None:
    payment = paid(date(2026, 11, 24), date(2027, 11, 23))
    assert cover_of([payment], TODAY)[0] == {
        "scheme": "skssr",
        "state": "later",
        "start": "2026-11-24",
        "gaps": [],
    }


def test_gaps_are_the_days_between_and_touching_spells_have_none() -> None:
    first = paid(date(2024, 1, 1), date(2024, 12, 31))
    second = paid(date(2025, 1, 1), date(2025, 12, 31))
    third = paid(date(2026, 2, 1), date(2027, 1, 31))
    cover = cover_of([third, first, second], TODAY)[0]
    assert cover["gaps"] == [["2026-01-01", "2026-01-31"]]


@pytest.mark.parametrize("status", ["received", "returned"])
def test_a_payment_that_does_not_count_gives_no_cover(status: str) -> None:
    payment = paid(date(2026, 2, 3), date(2027, 2, 2), status=status)
    assert cover_of([payment], TODAY) == []


def test_months_that_an_employer_paid_say_nothing_of_cover_today() -> None:
    payment = paid(date(2026, 9, 1), date(2026, 9, 30), scheme="act4")
    body = contributions_body((payment,), as_at=AS_AT, today=TODAY)
    text = render_records(body, "en", channel="web")
    assert "contributions up to 30 September 2026" in text
    assert "not covered" not in text


def test_a_gap_is_told_in_words() -> None:
    payments = (
        paid(date(2026, 2, 1), date(2027, 1, 31)),
        paid(date(2025, 1, 1), date(2025, 12, 31)),
    )
    body = contributions_body(payments, as_at=AS_AT, today=TODAY)
    english = render_records(body, "en", channel="web")
    assert "no cover from 1 January 2026 to 31 January 2026" in english
    assert "covered today, until 31 January 2027" in english
    malay = render_records(body, "ms", channel="web")
    assert "tiada perlindungan dari 1 Januari 2026 hingga 31 Januari 2026" in malay


def test_a_payment_shows_its_amount_and_its_receipt() -> None:
    payment = paid(date(2026, 2, 3), date(2027, 2, 2))
    body = contributions_body((payment,), as_at=AS_AT, today=TODAY)
    text = render_records(body, "en", channel="web")
    assert "2 February 2026: RM120.00" in text
    assert "receipt R-0000-7788" in text


def test_a_list_of_claims_is_short_and_says_how_many_there_are() -> None:
    body = claims_body((claim(),) * 9, as_at=AS_AT)
    assert len(body["items"]) == MOST_CLAIMS
    assert "You have 9 claims" in render_records(body, "en", channel="web")


def test_covers_that_ran_out_are_told_after_those_of_today() -> None:
    old = Registration("sksps", "lapsed", date(2024, 2, 2), 2)
    gone = Registration(
        "skssr", "active", date(2025, 1, 2), None, date(2025, 1, 2), date(2026, 1, 1)
    )
    now = Registration("act4", "active", date(2026, 1, 2))
    payments = (
        paid(date(2025, 1, 2), date(2026, 1, 1)),
        paid(date(2026, 2, 3), date(2027, 2, 2), scheme="sksps"),
    )
    body = registration_body((old, gone, now), payments, as_at=AS_AT, today=TODAY)
    assert [item["scheme"] for item in body["items"]] == ["act4", "sksps", "skssr"]
    assert [each["scheme"] for each in body["cover"]] == ["sksps", "skssr"]
