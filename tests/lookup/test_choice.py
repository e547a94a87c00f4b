"""Which of somebody's claims is meant, once their list is at hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.dialogue.lookup import Again, Chosen, OfBenefit, WithStatus
from bot.dialogue.lookup_choice import elsewhere, place_of, present_first
from bot.registry.records import Claim

DAY = date(2026, 11, 1)


def claim(number: str, status: str = "under_review", **more: Any) -> Claim:
    benefit = more.pop("benefit", "medical")
    return Claim(number, "act4", benefit, status, DAY, DAY, **more)


REFUSED = claim("A-1", "rejected", benefit="invalidity", decision="rejected")
LACKING = claim("A-2", "documents_missing", missing_documents=("payslips",))
PAID = claim("A-3", "paid", benefit="funeral", decision="approved")
THREE = (REFUSED, LACKING, PAID)


@pytest.mark.parametrize(
    ("chosen", "place"),
    [
        (2, 1),
        (4, None),
        (0, None),
        ("a-3", 2),
        ("A-9", None),
        (WithStatus("rejected"), 0),
        (WithStatus("received"), None),
        (OfBenefit("funeral"), 2),
        (OfBenefit("dialysis"), None),
        (Again(2, 3), 1),
        (None, None),
    ],
)
def test_a_claim_is_picked_by_place_number_status_or_benefit(
    chosen: Chosen, place: int | None
) -> None:
    assert place_of(THREE, chosen) == place


def test_a_status_that_two_claims_have_picks_none() -> None:
    assert place_of((PAID, REFUSED, PAID), WithStatus("paid")) is None


@pytest.mark.parametrize("chosen", [Again(2, 2), Again(0, 3), Again(4, 3)])
def test_a_list_that_has_changed_is_shown_anew(chosen: Again) -> None:
    """Else the papers of another claim would be told as those of the one before."""
    assert place_of(THREE, chosen, "papers") is None


@pytest.mark.parametrize(
    ("part", "place"),
    [("papers", 1), ("refused", 0), ("appeal", 0), ("pay", 2), ("wait", 1)],
)
def test_with_no_claim_chosen_the_only_one_that_has_the_part_is_meant(
    part: str, place: int
) -> None:
    assert place_of(THREE, None, part) == place


def test_of_two_claims_that_both_lack_papers_none_is_picked() -> None:
    assert place_of((LACKING, LACKING), None, "papers") is None


def test_the_claim_that_was_shown_is_kept_to_although_another_lacks_papers() -> None:
    assert place_of(THREE, Again(3, 3), "papers") == 2
    assert elsewhere(THREE, PAID, "papers") == ["A-2"]
    assert elsewhere(THREE, LACKING, "papers") == []
    assert elsewhere(THREE, PAID, "wait") == []


def test_the_only_claim_is_meant_however_it_is_spoken_of() -> None:
    for chosen in (None, Again(1, 1), OfBenefit("funeral"), WithStatus("paid")):
        assert place_of((LACKING,), chosen) == 0
    assert place_of((LACKING,), 2) is None


def test_claims_that_are_over_come_after_those_that_go_on() -> None:
    appealable = claim("A-4", "rejected", appeal_until=date(2026, 12, 24))
    listed = present_first((*THREE, appealable), date(2026, 11, 23))
    assert [each.number for each in listed] == ["A-2", "A-4", "A-1", "A-3"]
