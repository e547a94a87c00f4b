"""Questions that are joined as bare names, and what only looks like that."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understanding import aspects
from bot.understanding.prepare import prepare
from bot.understanding.segments import Ranking

PRICE, PAY = "contribution_amount_housewife", "how_to_pay"
PAPERS, LIMIT, FUNERAL = "claim_documents", "claim_deadline", "benefit_funeral"


def texts(message: str) -> list[str]:
    entities = prepare(message, date(2026, 11, 23)).entities
    return [part.text for part in aspects.parts(message, entities)]


def needs(message: str, whole: Ranking, *ranked: Ranking) -> list[str]:
    entities = prepare(message, date(2026, 11, 23)).entities
    found = aspects.parts(message, entities)
    by_text = dict(zip((part.text for part in found), ranked, strict=True))
    chosen = aspects.needs_of_parts(whole, found, lambda text: by_text[text])
    return [need.need for need in chosen]


def test_a_part_borrows_the_scheme_that_the_other_names() -> None:
    assert texts("yuran serta cara bayar LINDUNG Kasih") == [
        "yuran LINDUNG Kasih",
        "cara bayar LINDUNG Kasih",
    ]


def test_a_part_borrows_the_kind_of_work_that_stands_in_front() -> None:
    assert texts("hawkers: eligibility & rates") == [
        "eligibility hawkers",
        "rates hawkers",
    ]


def test_a_list_of_three_has_three_parts() -> None:
    assert len(texts("borang, tarikh akhir dan tempat hantar")) == 3


@pytest.mark.parametrize(
    "message",
    [
        "",
        "yuran LINDUNG Kasih",
        "?",
        "papers and forms",
        "isteri dan anak saya",
        "sakit dan tidak boleh bekerja",
        "dokumen untuk pencen penakat dan pengurusan mayat",
        "sudah hantar borang dan sudah bayar yuran",
        "cara rayu serta dokumen rayuan",
    ],
)
def test_there_are_no_parts_when_one_thing_is_asked(message: str) -> None:
    assert texts(message) == []


def test_two_names_are_two_needs_although_the_message_leans_to_one() -> None:
    found = needs(
        "papers and time limit for the funeral benefit",
        [(PAPERS, 0.9), (LIMIT, 0.0)],
        [(PAPERS, 0.9)],
        # the benefit that is named is likelier than what is asked of it
        [(FUNERAL, 0.9), (LIMIT, 0.05)],
    )
    assert found == [PAPERS, LIMIT]


def test_a_part_that_is_not_understood_adds_no_need() -> None:
    found = needs(
        "rates and how to pay, LINDUNG Kasih",
        [(PRICE, 0.9), (PAY, 0.05)],
        [(PRICE, 0.9)],
        [("greet", 0.9), (PAY, 0.01)],
    )
    assert found == []


def test_a_message_that_surely_asks_something_else_is_no_list() -> None:
    whole = [("complaint", 0.95), (PRICE, 0.02), (PAY, 0.02)]
    parts = [(PRICE, 0.9)], [(PAY, 0.9)]
    assert needs("rates and how to pay LINDUNG Kasih", whole, *parts) == []


def test_a_long_message_must_leave_room_for_both() -> None:
    said = (
        "what is the rate for a housewife who is forty, and is there an office"
        " near the market where she may ask"
    )
    parts = [(PRICE, 0.6)], [("office_or_contact", 0.6)]
    assert needs(said, [(PRICE, 0.99), ("office_or_contact", 0.0)], *parts) == []
    whole = [(PRICE, 0.8), ("office_or_contact", 0.1)]
    assert needs(said, whole, *parts) == [PRICE, "office_or_contact"]


def test_a_part_in_words_of_its_own_must_be_clear() -> None:
    said = "cara bayar LINDUNG Kasih, bolehkah saya duduk di luar negara"
    whole = [(PAY, 0.8), ("coverage_start_or_period", 0.1)]
    unsure = [(PAY, 0.9)], [("coverage_start_or_period", 0.4)]
    assert needs(said, whole, *unsure) == []
    clear = [(PAY, 0.9)], [("coverage_start_or_period", 0.95)]
    assert needs(said, whole, *clear) == [PAY, "coverage_start_or_period"]


def test_nothing_is_understood_again_when_nothing_can_come_of_it() -> None:
    said = "cara bayar LINDUNG Kasih, bolehkah saya duduk di luar negara"
    found = aspects.parts(said, prepare(said, date(2026, 11, 23)).entities)
    whole = [(PAY, 0.9999), ("coverage_start_or_period", 0.0001)]

    def rank(text: str) -> Ranking:
        raise AssertionError(text)

    assert aspects.needs_of_parts(whole, found, rank) == []
