"""Whole look-ups through the planner, with identity scripted."""

from __future__ import annotations

import pytest

from bot.dialogue.lookup import Shown
from bot.dialogue.lookup_turn import awaiting
from tests.lookup.conftest import CODE, IC, REFERENCE, FakeClerk, Talk


def asked(talk: Talk) -> str | None:
    return awaiting(talk.memory, form_open=talk.memory.asked is not None)


def test_from_the_question_to_the_result(talk: Talk) -> None:
    assert talk.says("status claim", "check_claim_status") == ["utter_lookup_notice"]
    assert asked(talk) == "consent"
    assert talk.says("setuju", "affirm") == ["utter_lookup_number"]
    assert asked(talk) == "number"
    assert talk.says(f"nombor saya {IC}") == ["utter_lookup_code_sent"]
    assert asked(talk) == "code"
    assert talk.says(CODE) == ["utter_result"]
    assert talk.turn.utterances[0].values == {"reference": REFERENCE}
    assert asked(talk) is None
    assert talk.clerk.done == [
        "consent",
        ("start", IC),
        ("check", CODE),
        ("look_up", "claims", None),
    ]


def test_without_agreement_nothing_is_looked_up(talk: Talk) -> None:
    talk.says("semak caruman", "check_contribution_record")
    assert talk.says("tak nak", "deny") == ["utter_lookup_declined"]
    assert talk.clerk.done == []
    assert talk.step is None


def test_a_number_before_the_agreement_is_not_used(talk: Talk) -> None:
    talk.says("semak caruman", "check_contribution_record")
    assert talk.says(IC) == ["utter_lookup_agree_first"]
    assert talk.clerk.done == []


@pytest.mark.parametrize("step", ["consent", "number", "confirm", "code", "choose"])
def test_a_look_up_can_be_stopped_at_every_step(talk: Talk, step: str) -> None:
    talk.at(step, claims=2).says("batal", "cancel")
    assert talk.step is None
    assert asked(talk) is None


def test_a_mistyped_number_is_corrected_without_starting_over(talk: Talk) -> None:
    talk.at("code")
    assert talk.says("salah nombor ic") == ["utter_lookup_number_corrected"]
    assert talk.says(IC) == ["utter_lookup_code_sent"]
    assert talk.says(f"silap, {IC}") == ["utter_lookup_code_resent"]
    assert talk.step == "code"


def test_another_code_is_sent_on_wish(talk: Talk) -> None:
    talk.at("code")
    assert talk.says("tak dapat kod") == ["utter_lookup_code_resent"]
    assert talk.presses(lookup="resend") == ["utter_lookup_code_resent"]
    assert talk.clerk.done == ["resend", "resend"]


def test_a_number_that_looks_odd_is_taken_after_confirmation(talk: Talk) -> None:
    talk.at("number").clerk.start_ = "confirm"
    assert talk.says(IC) == ["utter_lookup_confirm"]
    talk.clerk.start_ = "sent"
    assert talk.says("ya betul", "affirm") == ["utter_lookup_code_sent"]
    assert talk.clerk.done == [("start", IC), "confirm"]


def test_typing_the_odd_number_again_confirms_it(talk: Talk) -> None:
    talk.at("confirm").says(IC)
    assert talk.clerk.done == [("start_sure", IC)]
    assert talk.step == "code"


@pytest.mark.parametrize(
    ("start", "reply", "step"),
    [
        ("malformed", "utter_lookup_number_malformed", "number"),
        ("too_many", "utter_lookup_too_many", None),
        ("token_gone", "utter_lookup_number_gone", "number"),
        ("unavailable", "utter_lookup_unavailable", "number"),
        ("not_consented", "utter_lookup_notice", "consent"),
    ],
)
def test_what_identity_says_of_a_number(
    talk: Talk, start: str, reply: str, step: str | None
) -> None:
    talk.at("number").clerk.start_ = start
    assert talk.says(IC) == [reply]
    assert talk.step == step


@pytest.mark.parametrize(
    ("check", "reply", "step"),
    [
        ("wrong", "utter_lookup_code_wrong", "code"),
        ("too_many", "utter_lookup_too_many", None),
        ("token_gone", "utter_lookup_code_gone", "code"),
        ("unavailable", "utter_lookup_unavailable", "code"),
    ],
)
def test_what_identity_says_of_a_code(
    talk: Talk, check: str, reply: str, step: str | None
) -> None:
    talk.at("code").clerk.check_ = check
    assert talk.says(CODE) == [reply]
    assert talk.step == step


def test_another_question_is_answered_and_the_step_comes_back(talk: Talk) -> None:
    talk.at("code")
    told = talk.says("berapa caruman suri rumah", "contribution_amount_housewife")
    assert told == ["utter_decision", "utter_lookup_resume_code"]
    assert asked(talk) == "code"
    assert talk.says(CODE) == ["utter_result"]


def test_a_form_in_between_is_finished_and_codes_stay_codes(talk: Talk) -> None:
    talk.at("code")
    assert talk.says("layak ke saya", "eligibility_housewife") == []
    assert talk.memory.asked == "sex"
    assert asked(talk) == "code"
    assert talk.says(CODE) == ["utter_result"]


def test_a_look_up_ends_what_a_form_was_asking(talk: Talk) -> None:
    talk.says("layak ke saya", "eligibility_housewife")
    assert talk.memory.asked
    talk.says("status claim", "check_claim_status")
    assert talk.memory.asked is None
    assert asked(talk) == "consent"


def test_languages_may_change_in_mid_flow(talk: Talk) -> None:
    talk.at("number")
    told = talk.says("english please", "change_language", language="en")
    assert told == ["utter_language_changed", "utter_lookup_resume_number"]
    assert talk.turn.language == "en"


def test_once_verified_another_topic_needs_no_new_code() -> None:
    talk = Talk(clerk=FakeClerk(standing_="verified"))
    assert talk.says("caruman saya", "check_contribution_record") == ["utter_result"]
    assert talk.says("pendaftaran saya", "check_registration_status") == [
        "utter_result"
    ]
    assert [done[1] for done in talk.clerk.done] == ["contributions", "registration"]


def test_who_agreed_before_is_only_asked_for_the_number() -> None:
    talk = Talk(clerk=FakeClerk(standing_="consented"))
    assert talk.says("caruman saya", "check_contribution_record") == [
        "utter_lookup_number"
    ]


def test_a_number_with_the_question_is_not_answered_with_somebody_elses_record() -> (
    None
):
    talk = Talk(clerk=FakeClerk(standing_="verified"))
    talk.says(f"status claim {IC}", "check_claim_status")
    assert talk.step == "number"
    assert talk.clerk.done == []


def test_when_the_proof_runs_out_in_mid_turn_it_is_asked_for_again(talk: Talk) -> None:
    talk.at("code").clerk.shown = Shown("not_verified")
    assert talk.says(CODE) == ["utter_lookup_expired"]
    assert talk.step == "number"


def test_records_out_of_reach_are_said_to_be_so_and_can_be_asked_again(
    talk: Talk,
) -> None:
    talk.at("code").clerk.shown = Shown("unavailable")
    assert talk.says(CODE) == ["utter_lookup_unavailable"]
    again = talk.turn.utterances[0].offers[0]
    assert again.values == {"need": "check_claim_status"}
    talk.clerk.shown = Shown("found", REFERENCE)
    assert talk.says("status claim", "check_claim_status") == ["utter_result"]


def test_of_several_claims_one_is_chosen_by_number_or_button(talk: Talk) -> None:
    talk.at("code").clerk.shown = Shown("choose", REFERENCE, 3)
    assert talk.says(CODE) == ["utter_result"]
    assert asked(talk) == "fact"
    buttons = [o.values for o in talk.turn.utterances[0].offers if "choice" in o.values]
    assert buttons == [{"choice": 1}, {"choice": 2}, {"choice": 3}]
    talk.clerk.shown = Shown("found", REFERENCE, 3)
    assert talk.says("yang kedua") == ["utter_result"]
    assert talk.clerk.done[-1] == ("look_up", "claims", 2)
    assert talk.presses(choice="3") == ["utter_result"]
    assert talk.clerk.done[-1] == ("look_up", "claims", 3)


def test_another_of_several_claims_can_be_asked_for_and_nothing_is_pressed(
    talk: Talk,
) -> None:
    talk.at("choose", claims=3).clerk.shown = Shown("chosen", REFERENCE, 3)
    assert talk.says("2") == ["utter_result"]
    assert asked(talk) is None
    told = talk.says("berapa caruman suri rumah", "contribution_amount_housewife")
    assert told == ["utter_decision"]
    assert talk.says("the third one") == ["utter_result"]
    assert talk.clerk.done[-1] == ("look_up", "claims", 3)
    assert talk.says("hmm") == ["utter_sorry"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("my contributions", "contributions"),
        ("Caruman saya", "contributions"),
        ("and my contributions", "contributions"),
        ("ok nak tengok pendaftaran saya pula", "registration"),
        ("what about my claim?", "claims"),
        ("pendaftaran saya", "registration"),
        ("status claim saya", "claims"),
    ],
)
def test_a_topic_said_alone_is_heard_whatever_was_understood(
    topic: str, text: str
) -> None:
    talk = Talk(clerk=FakeClerk(standing_="verified"))
    assert talk.says(text, "coverage_start_or_period") == ["utter_result"]
    assert talk.clerk.done == [("look_up", topic, None)]


def test_a_claim_may_be_named_by_its_number() -> None:
    talk = Talk(clerk=FakeClerk(standing_="verified"))
    talk.says("status CLM-2026-0001", "check_claim_status", claim_number="CLM-2026-1")
    assert talk.clerk.done == [("look_up", "claims", "CLM-2026-1")]


def test_a_number_that_no_claim_of_theirs_has_is_said_to_be_so(talk: Talk) -> None:
    talk.at("choose", claims=2).clerk.shown = Shown("no_such_choose", REFERENCE, 2)
    told = talk.says("CLM-2026-9999", claim_number="CLM-2026-9999")
    assert told == ["utter_lookup_no_such", "utter_result"]
    assert talk.step == "choose"
