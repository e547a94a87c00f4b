"""The talk after a record was shown: what leads back to it, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.lookup import Lookup, Shown, lookup_of, with_lookup
from bot.dialogue.lookup_turn import awaiting, is_meant
from tests.dialogue.conftest import heard
from tests.lookup.conftest import CODE, REFERENCE, FakeClerk, Talk

PAPERS = "dokumen apa yang kurang"


@pytest.fixture
def after() -> Talk:
    """Just after the only claim of a verified person was shown."""
    clerk = FakeClerk(shown=Shown("found", REFERENCE, 1, "act4", 1))
    talk = Talk(clerk=clerk).at("code")
    assert talk.says(CODE) == ["utter_result"]
    talk.clerk.done.clear()
    return talk


def run_out(talk: Talk) -> Talk:
    talk.clerk.standing_, talk.clerk.shown = "consented", Shown("not_verified")
    return talk


def away(talk: Talk) -> int:
    lookup = lookup_of(talk.memory)
    assert lookup is not None
    return lookup.away


def test_nothing_is_asked_for_after_a_record_was_shown(after: Talk) -> None:
    assert after.step == "shown"
    assert awaiting(after.memory, form_open=False) is None


def test_a_question_shows_its_part_of_the_same_claim(after: Talk) -> None:
    assert after.says(PAPERS, "claim_documents") == ["utter_result"]
    (done,) = after.clerk.done
    assert (done[0], done[1], done[3]) == ("look_up", "claims", "papers")
    needs = [o.values.get("need") for o in after.turn.utterances[0].offers]
    assert needs[0] == "claim_documents"  # what the law says of it is offered


def test_a_thank_you_keeps_the_record_near_and_a_question_of_law_does_not(
    after: Talk,
) -> None:
    after.says("terima kasih", "thanks")
    assert away(after) == 0
    assert after.says("bila bayar", "inform") == ["utter_result"]
    after.says("berapa caruman suri rumah", "contribution_amount_housewife")
    assert away(after) == 1
    assert after.says("bila bayar", "inform") != ["utter_result"]
    assert after.says("bila tuntutan saya dibayar", "inform") == ["utter_result"]
    assert away(after) == 0


def test_a_question_that_may_be_one_of_law_is_that_once_nobody_is_verified(
    after: Talk,
) -> None:
    after.says("berapa caruman suri rumah", "contribution_amount_housewife")
    run_out(after)
    assert after.says(PAPERS, "claim_documents") != ["utter_lookup_run_out"]
    assert after.says("apa dokumen tuntutan saya yang kurang") == [
        "utter_lookup_run_out"
    ]


@pytest.mark.parametrize(
    ("text", "need", "told", "step"),
    [
        ("ya", "affirm", "utter_lookup_number", "number"),
        ("boleh", "affirm", "utter_lookup_number", "number"),
        ("tak nak", "deny", "utter_lookup_declined", None),
        ("caruman pula", "inform", "utter_lookup_number", "number"),
        ("bila bayar", "inform", "utter_lookup_run_out", "lapsed"),
    ],
)
def test_the_offer_to_check_again_is_taken_or_left(
    after: Talk, text: str, need: str, told: str, step: str | None
) -> None:
    assert run_out(after).says(PAPERS) == ["utter_lookup_run_out"]
    assert after.says(text, need)[-1] == told
    assert after.step == step


def test_the_offer_is_over_once_the_talk_went_on(after: Talk) -> None:
    run_out(after).says(PAPERS)
    after.says("berapa caruman suri rumah", "contribution_amount_housewife")
    assert after.says("ya", "affirm") == ["utter_affirmed"]


def test_the_button_of_the_offer_begins_anew(after: Talk) -> None:
    run_out(after).says(PAPERS)
    button = after.turn.utterances[0].offers[1]
    assert button.values == {"lookup": "topic", "topic": "claims"}
    assert after.presses(**button.values) == ["utter_lookup_number"]


def test_who_proves_it_again_begins_with_nothing_chosen(after: Talk) -> None:
    """It may be somebody else by then."""
    run_out(after).says(PAPERS)
    after.says("ya", "affirm")
    lookup = lookup_of(after.memory)
    assert lookup is not None
    assert (lookup.place, lookup.claims) == (0, 0)


@pytest.mark.parametrize("step", ["shown", "chosen", "lapsed"])
@pytest.mark.parametrize(
    "values",
    [
        {"lookup": "resend"},
        {"lookup": "sure"},
        {"lookup": "renumber"},
        {"lookup": "stop"},
        {"lookup": "agree", "topic": "claims"},
        {"lookup": "refuse", "topic": "claims"},
        {"choice": "2"},
        {"lookup": "hide"},
    ],
)
def test_buttons_of_before_still_lead_somewhere(
    talk: Talk, step: str, values: dict[str, str]
) -> None:
    told = talk.at(step, claims=2).presses(**values)
    assert told


def test_a_number_that_a_form_asked_for_chooses_no_claim(after: Talk) -> None:
    lookup = Lookup("claims", "chosen", claims=3, place=1)
    memory = replace(with_lookup(after.memory, lookup), asked="age")
    assert not is_meant(heard("inform", text="2"), memory)
    assert not is_meant(heard("inform", text="bila bayar"), memory)
    assert is_meant(heard("inform", text="bila tamat perlindungan saya"), memory)


def test_a_memory_of_an_earlier_version_is_understood(talk: Talk) -> None:
    stored = {"topic": "claims", "step": "chosen", "misses": 0, "claims": 2}
    memory = replace(talk.memory, lookup=stored)
    assert lookup_of(memory) == Lookup("claims", "chosen", claims=2)
    assert lookup_of(replace(memory, lookup={"step": "chosen"})) is None


def test_an_appeal_asked_for_in_general_is_told_by_law_and_its_last_day_by_record(
    after: Talk,
) -> None:
    assert after.says("boleh rayu tak", "appeal") != ["utter_result"]
    assert after.says("sampai bila boleh rayu", "appeal") == ["utter_result"]
    assert after.clerk.done[-1][3] == "appeal"


def test_somebody_elses_record_after_ones_own_is_explained(after: Talk) -> None:
    message = replace(
        heard("inform", text="caruman isteri pula", relation="wife"),
        starts=(8,),
        ends=(14,),
    )
    assert after.hears(message) == ["utter_lookup_other"]
    assert after.clerk.done == []
    assert after.step == "shown"
