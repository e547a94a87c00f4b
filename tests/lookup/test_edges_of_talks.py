"""Look-ups hidden, deleted, forged, taken for somebody else's, asked out of turn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.lookup import Shown
from tests.dialogue.conftest import heard
from tests.lookup.conftest import CODE, IC, Talk


def test_hide_ends_everything_and_leaves_the_talk(talk: Talk) -> None:
    talk.at("choose", claims=2)
    talk.memory = replace(talk.memory, facts={"age": 50})
    assert talk.says("sembunyi") == ["utter_hidden"]
    assert talk.turn.view == "hide"
    assert talk.clerk.done == ["end"]
    assert talk.memory.lookup is None
    assert talk.memory.facts == {"age": 50}


def test_delete_forgets_everything(talk: Talk) -> None:
    talk.memory = replace(talk.memory, facts={"age": 50}, question="eligibility.skssr")
    assert talk.says("padam semua") == ["utter_forgotten"]
    assert talk.turn.view == "forget"
    assert talk.memory.facts == {}
    assert talk.memory.question is None


def test_a_button_of_a_look_up_that_is_over_starts_or_offers_one(talk: Talk) -> None:
    assert talk.presses(lookup="resend") == ["utter_lookup_nothing_open"]
    assert talk.presses(lookup="agree", topic="claims") == ["utter_lookup_number"]
    assert talk.clerk.done == ["consent"]


def test_buttons_carry_no_numbers_and_nothing_of_a_record(talk: Talk) -> None:
    talk.says("status claim", "check_claim_status")
    for text in ("setuju", IC, CODE):
        talk.says(text, "affirm" if text == "setuju" else "nlu_fallback")
        for utterance in talk.turn.utterances:
            for offer in utterance.offers:
                assert set(offer.values) <= {"lookup", "topic", "choice", "need"}


@pytest.mark.parametrize(
    "slots",
    [
        {"lookup": {"topic": "claims", "step": "verified"}},
        {"lookup": {"topic": "claims", "step": "done"}},
        {"lookup": {"verified": True}},
        {"lookup": "verified"},
        {"lookup": ["choose"]},
    ],
)
def test_a_forged_memory_proves_nothing(talk: Talk, slots: dict[str, object]) -> None:
    talk.memory = type(talk.memory).from_json(slots)
    assert talk.says("status claim", "check_claim_status") == ["utter_lookup_notice"]


@pytest.mark.parametrize("step", ["code", "choose"])
def test_a_forged_step_shows_nothing_without_proof(talk: Talk, step: str) -> None:
    talk.at(step, claims=5).clerk.shown = Shown("not_verified")
    talk.clerk.check_ = "wrong"
    for message in (heard("nlu_fallback", text="1"), heard("nlu_fallback", text=CODE)):
        assert "utter_result" not in talk.hears(message)


def test_a_number_that_nobody_asked_for_is_hidden_and_unused(talk: Talk) -> None:
    assert talk.says(IC) == ["utter_number_not_needed"]
    told = Talk().says(f"no ic saya {IC}", "out_of_scope")
    assert told == ["utter_number_not_needed"]
    assert Talk().says(CODE) == ["utter_number_not_needed"]
    assert talk.clerk.done == []


def test_a_number_of_the_family_is_refused_also_where_nothing_is_asked(
    talk: Talk,
) -> None:
    told = talk.says(f"tunjuk rekod suami {IC}", "out_of_scope", relation="husband")
    assert told == ["utter_number_unused", "utter_lookup_other"]
    assert talk.clerk.done == []


def test_somebody_elses_number_is_not_used(talk: Talk) -> None:
    talk.at("number")
    told = talk.says(f"ni ic suami saya {IC}", relation="husband")
    refused = ["utter_lookup_other", "utter_lookup_resume_number"]
    assert told == ["utter_number_unused", *refused]
    assert talk.clerk.done == []
    assert talk.step == "number"


def test_a_number_typed_while_a_claim_is_chosen_is_said_to_be_unused(
    talk: Talk,
) -> None:
    talk.at("choose", claims=3)
    assert talk.says(IC) == ["utter_lookup_number_unused"]
    assert talk.says(f"bukan, {IC}")[0] == "utter_lookup_number_unused"
    told = talk.says(f"ic isteri saya {IC}", relation="wife")
    assert told[:2] == ["utter_number_unused", "utter_lookup_other"]
    assert talk.clerk.done == []
    assert talk.step == "choose"


def test_another_topic_before_the_proof_goes_on_at_the_same_step(talk: Talk) -> None:
    talk.at("code")
    told = talk.says("eh caruman saya lah", "check_contribution_record")
    assert told == ["utter_lookup_resume_code"]
    talk.says(CODE)
    assert talk.clerk.done[-1] == ("look_up", "contributions", None)


def test_two_questions_are_both_dealt_with(talk: Talk) -> None:
    told = talk.says(
        "caruman suri rumah berapa, dan status claim saya",
        "contribution_amount_housewife",
        "check_claim_status",
    )
    assert told == ["utter_decision", "utter_lookup_notice"]
