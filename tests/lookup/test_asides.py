"""What is asked in between while a look-up waits; the step goes on after it."""

from __future__ import annotations

import pytest

from bot.dialogue.lookup_asides import aside
from bot.i18n import translate
from bot.identity.policy import Policy
from tests.lookup.conftest import CODE, IC, Talk

IDENTIFYING = ("consent", "number", "confirm", "code")
ASIDES = [
    ("apa guna bagi nombor mykad, selamat ke", "why"),
    ("nape nak kad pengenalan saya", "why"),
    ("can i trust this", "why"),
    ("nak tanya, selamat ke bagi nombor ni", "why"),
    ("ini betul perkeso ke", "why"),
    ("kod tu valid berapa minit", "of_code"),
    ("when does the code expire", "of_code"),
    ("how many digits is the code", "of_code"),
    ("berapa kali boleh saya cuba", "of_code"),
    ("sms tu dari siapa", "of_code"),
    ("mykad saya hilang", "no_card"),
    ("i don't have an identity card", "no_card"),
    ("pakai pasport boleh tak", "no_card"),
    ("ada caj ke", "free"),
    ("is it free?", "free"),
    ("saya ada soalan lain", "go_ahead"),
    ("can I ask something first", "go_ahead"),
    ("kejap, nak cari kad", "later"),
    ("wait a minute", "later"),
    ("esok boleh cuba lagi ke", None),
    ("esok sajalah", "later"),
    ("telefon lama saya dah hilang", "phone"),
    ("my old number is gone", "phone"),
    ("the sim was changed", "phone"),
]
REPLIES = {
    "why": "utter_lookup_why",
    "of_code": "utter_lookup_of_code",
    "no_card": "utter_lookup_no_card",
    "free": "utter_lookup_free",
    "go_ahead": "utter_lookup_go_ahead",
    "later": "utter_lookup_no_hurry",
    "phone": "utter_lookup_phone",
}


@pytest.mark.parametrize(("text", "kind"), ASIDES)
def test_what_is_said_in_between_is_heard(text: str, kind: str | None) -> None:
    assert aside(text, {"nlu_fallback"}, numbered=True, coded=True) == kind


@pytest.mark.parametrize("step", IDENTIFYING)
@pytest.mark.parametrize(("text", "kind"), [each for each in ASIDES if each[1]])
def test_it_is_answered_and_the_step_goes_on(
    talk: Talk, step: str, text: str, kind: str
) -> None:
    told = talk.at(step).says(text, "out_of_scope")
    assert told[0] == REPLIES[kind]
    assert talk.step == step
    assert talk.turn.utterances[-1].offers  # the buttons of the step
    assert talk.clerk.done == []


@pytest.mark.parametrize("need", ["cancel", "menu", "goodbye", "talk_to_human"])
def test_who_wants_to_ask_something_else_does_not_lose_the_step(
    talk: Talk, need: str
) -> None:
    assert talk.at("code").says("nak tanya benda lain dulu", need) == [
        "utter_lookup_go_ahead"
    ]
    told = talk.says("berapa caruman suri rumah", "contribution_amount_housewife")
    assert told == ["utter_decision", "utter_lookup_resume_code"]
    assert talk.says(CODE) == ["utter_result"]


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("pekerja asing ada pasport layak ke", "eligibility_employee"),
        ("kad pengenalan hilang boleh buat tuntutan ke", "claim_documents"),
        ("kenapa perkeso potong gaji", "contribution_amount_employee"),
        ("nak tanya berapa caruman suri rumah", "contribution_amount_housewife"),
        ("kena bayar berapa setahun", "contribution_amount_housewife"),
        ("esok pejabat buka ke", "office_or_contact"),
    ],
)
@pytest.mark.parametrize("step", ["number", "code"])
def test_a_question_of_law_is_no_aside(
    talk: Talk, step: str, text: str, need: str
) -> None:
    told = talk.at(step).says(text, need)
    assert not set(told) & set(REPLIES.values())
    assert talk.clerk.done == []


def test_who_has_no_card_is_not_sent_another_code(talk: Talk) -> None:
    talk.at("code").says("kalau takde mykad macam mana")
    talk.says("sms tu dari nombor mana")
    assert talk.clerk.done == []


def test_a_wish_to_stop_is_still_heard_in_between(talk: Talk) -> None:
    assert talk.at("number").says("stop, is this a scam", "cancel") == [
        "utter_lookup_stopped"
    ]


def test_somebody_elses_record_is_explained_at_every_step(talk: Talk) -> None:
    for step in IDENTIFYING:
        told = talk.at(step).says("nak semak mak punya", relation="mother")
        assert told == ["utter_lookup_other", f"utter_lookup_resume_{_resumed(step)}"]
        told = talk.at(step).says("my workers' contributions", relation="employee")
        assert told[0] == "utter_lookup_other_staff"
    assert talk.clerk.done == []


def _resumed(step: str) -> str:
    return "number" if step == "confirm" else step


def test_what_is_said_of_codes_is_what_holds(sentences: dict[str, str]) -> None:
    policy = Policy()
    text = sentences["utter_lookup_of_code"]
    assert f"valid for {policy.code_seconds / 60:.0f} minutes" in text
    assert f"tried {policy.guesses_per_code} times" in text
    malay = translate(text, "ms")
    assert f"{policy.code_seconds / 60:.0f} minit" in malay
    assert f"{policy.guesses_per_code} kali" in malay


def test_a_number_typed_after_an_aside_goes_on(talk: Talk) -> None:
    talk.at("number").says("selamat ke ni")
    assert talk.says(IC) == ["utter_lookup_code_sent"]
