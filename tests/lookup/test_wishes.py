"""What is asked in the middle of a look-up: another claim, an appeal, an end."""

from __future__ import annotations

import pytest

from bot.dialogue.lookup import Shown, WithStatus
from tests.lookup.conftest import REFERENCE, Talk


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("which one is under appeal", "appealed"),
        ("yang ditolak", "rejected"),
        ("the refused one", "rejected"),
    ],
)
@pytest.mark.parametrize("step", ["choose", "chosen"])
def test_a_status_picks_the_claim_that_has_it(
    talk: Talk, step: str, text: str, code: str
) -> None:
    talk.at(step, claims=4).says(text, "check_claim_status")
    assert talk.clerk.done == [("look_up", "claims", WithStatus(code))]


@pytest.mark.parametrize(
    "text", ["can I appeal", "boleh rayu lagi tak", "can i appeal the refused one"]
)
@pytest.mark.parametrize("need", ["check_claim_status", "nlu_fallback", "appeal"])
def test_after_a_refused_claim_its_own_law_says_how_to_appeal(
    talk: Talk, text: str, need: str
) -> None:
    talk.at("choose", claims=2).clerk.shown = Shown("chosen", REFERENCE, 2, "act4")
    talk.says("1")
    said = talk.says(text, need)
    assert "utter_status_meaning" not in said
    assert (talk.memory.need, talk.memory.scheme) == ("appeal", "act4")


WITHDRAWN = [
    "saya nak batalkan tuntutan saya",
    "cancel my registration",
    "i want to withdraw my claim",
    "batalkan polisi saya",
]


@pytest.mark.parametrize("text", WITHDRAWN)
def test_cancelling_a_claim_is_not_taken_for_stopping_the_talk(
    talk: Talk, text: str
) -> None:
    assert talk.says(text, "cancel") == ["utter_cannot_withdraw"]
    talk.at("code")
    said = talk.says(text, "cancel")
    assert said[-1] == "utter_lookup_resume_code"
    assert talk.step == "code"


@pytest.mark.parametrize(
    "text", ["batal", "batalkan semakan tuntutan", "Hentikan semakan", "stop"]
)
def test_a_look_up_is_still_stopped_by_the_word_alone(talk: Talk, text: str) -> None:
    assert talk.at("code").says(text, "cancel") == ["utter_lookup_stopped"]


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("pencen janda macam mana", "out_of_scope"),
        ("saya janda, ada pencen tak", "inform"),
        ("kalau balu kahwin lagi pencen berhenti ke", "out_of_scope"),
    ],
)
@pytest.mark.parametrize("step", ["consent", "number", "code", "choose"])
def test_a_question_of_a_widows_pension_is_answered_and_the_step_goes_on(
    talk: Talk, step: str, text: str, need: str
) -> None:
    said = talk.at(step, claims=2).says(text, need, relation="widow")
    assert talk.memory.need == "benefit_dependants_or_survivors"
    assert said[-1] == f"utter_lookup_resume_{step}"
    assert "utter_out_of_scope" not in said


def test_a_policy_to_cancel_is_not_this_talk_even_if_off_topic(talk: Talk) -> None:
    said = talk.says("cancel my policy", "out_of_scope")
    assert said == ["utter_cannot_withdraw"]
