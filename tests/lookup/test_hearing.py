"""How people answer the prompts of a look-up, in both languages and in short forms."""

from __future__ import annotations

import pytest

from bot.dialogue.lookup_others import other_person
from bot.dialogue.lookup_words import Heard, hear
from tests.dialogue.conftest import heard

AT = [
    ("consent", "setuju", "agree"),
    ("consent", "ya saya setuju", "agree"),
    ("consent", "boleh", "agree"),
    ("consent", "ok teruskan", "agree"),
    ("consent", "I agree", "agree"),
    ("consent", "yes go ahead", "agree"),
    ("consent", "tak setuju", "refuse"),
    ("consent", "saya tidak setuju", "refuse"),
    ("consent", "tak nak", "refuse"),
    ("consent", "no thanks", "refuse"),
    ("consent", "i do not agree", "refuse"),
    ("consent", "kenapa perlu nombor ic?", "why"),
    ("consent", "ni scam ke", "why"),
    ("consent", "is this safe?", "why"),
    ("consent", "batal", "cancel"),
    ("consent", "never mind", "cancel"),
    ("consent", "hmm entahlah", "unclear"),
    ("number", "720314-00-0018 tu [[IC:0a1b2c3d]]", "number"),
    ("number", "bukan [[IC:00000000]] tapi [[IC:0a1b2c3d]]", "number"),
    ("number", "[[PHONE:0a1b2c3d]]", "not_that"),
    ("number", "akaun saya [[BANK:0a1b2c3d]]", "not_that"),
    ("number", "cancel", "cancel"),
    ("number", "ok", "agree"),
    ("confirm", "ya betul", "agree"),
    ("confirm", "salah nombor", "renumber"),
    ("confirm", "tidak", "refuse"),
    ("code", "[[CODE:0a1b2c3d]]", "code"),
    ("code", "kod dia [[CODE:0a1b2c3d]]", "code"),
    ("code", "[[IC:0a1b2c3d]]", "number"),
    ("code", "tak dapat kod", "resend"),
    ("code", "belum terima sms lagi", "resend"),
    ("code", "xdpt kod pun", "resend"),
    ("code", "hantar semula kod", "resend"),
    ("code", "i didn't get the code", "resend"),
    ("code", "please send again", "resend"),
    ("code", "resend", "resend"),
    ("code", "kod dah expired", "resend"),
    ("code", "salah nombor ic", "renumber"),
    ("code", "silap taip", "renumber"),
    ("code", "wrong number", "renumber"),
    ("code", "i want to change my ic number", "renumber"),
    ("code", "nombor telefon saya dah tukar", "phone"),
    ("code", "i lost that phone", "phone"),
    ("code", "stop", "cancel"),
    ("code", "kod tak sampai", "resend"),
    ("code", "belum dapat kod", "resend"),
    ("code", "no sms", "resend"),
    ("code", "hantar kod lain", "resend"),
    ("code", "Send another code", "resend"),
    ("code", "betulkan nombor", "renumber"),
    ("code", "Correct the number", "renumber"),
    ("choose", "2", "choice"),
    ("choose", "yang kedua", "choice"),
    ("choose", "the second one", "choice"),
    ("choose", "nombor 2", "choice"),
    ("choose", "batal", "cancel"),
]


@pytest.mark.parametrize(("step", "text", "kind"), AT)
def test_an_answer_is_heard_for_what_it_is(step: str, text: str, kind: str) -> None:
    found = hear(heard("nlu_fallback", text=text), step, form_open=False)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("2", 2),
        ("yang ketiga", 3),
        ("first", 1),
        ("no 4", 4),
        ("the first one", 1),
        ("the second one", 2),
        ("number one", 1),
        ("yang pertama", 1),
        ("one", 1),
        ("nak tengok yang kedua", 2),
        ("tuntutan kedua apa status", 2),
        ("status of the first one", 1),
    ],
)
def test_a_place_in_the_list_is_heard(text: str, place: int) -> None:
    message = heard("nlu_fallback", text=text)
    assert hear(message, "choose", form_open=False) == Heard("choice", place)


@pytest.mark.parametrize(
    "text",
    ["which one is under appeal", "is this one paid", "that one", "berapa lama 2 tu"],
)
@pytest.mark.parametrize("step", ["choose", "chosen"])
def test_a_number_inside_a_question_chooses_nothing(step: str, text: str) -> None:
    found = hear(heard("nlu_fallback", text=text), step, form_open=False)
    assert found is None or found.kind != "choice"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("kod tak sampai", "resend"),
        ("hantar kod lain", "resend"),
        ("betulkan nombor", "renumber"),
        ("tak jadi cancel kod", "cancel"),
    ],
)
def test_trouble_with_the_code_is_no_wish_to_stop(text: str, kind: str) -> None:
    found = hear(heard("cancel", text=text), "code", form_open=False)
    assert found == Heard(kind)


def test_of_two_numbers_the_last_one_counts() -> None:
    message = heard("inform", text="bukan [[IC:00000000]] tapi [[IC:0a1b2c3d]]")
    assert hear(message, "number", form_open=False) == Heard(
        "number", "[[IC:0a1b2c3d]]"
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("sembunyi", "hide"),
        ("/sembunyi", "hide"),
        ("Hide!", "hide"),
        ("padam", "forget"),
        ("padam semua", "forget"),
        ("/padam", "forget"),
        ("delete everything", "forget"),
    ],
)
@pytest.mark.parametrize("step", [None, "consent", "number", "code", "choose"])
def test_hide_and_delete_are_heard_everywhere(
    step: str | None, text: str, kind: str
) -> None:
    message = heard("nlu_fallback", text=text)
    for form_open in (False, True):
        found = hear(message, step, form_open=form_open)
        assert found is not None
        assert found.kind == kind


@pytest.mark.parametrize("text", ["padam api di tempat kerja", "hide and seek injury"])
def test_words_inside_a_question_are_no_command(text: str) -> None:
    assert hear(heard("which_cover", text=text), None, form_open=False) is None


@pytest.mark.parametrize("step", ["consent", "number", "code", "choose"])
@pytest.mark.parametrize(
    ("need", "text"),
    [
        ("contribution_amount_housewife", "berapa caruman suri rumah setahun"),
        ("how_to_pay", "macam mana nak bayar caruman"),
        ("emergency_or_distress", "tolong saya kemalangan"),
        ("talk_to_human", "nak cakap dengan pegawai"),
        ("change_language", "english please"),
    ],
)
def test_another_question_is_not_for_the_look_up(
    step: str, need: str, text: str
) -> None:
    assert hear(heard(need, text=text), step, form_open=False) is None


def test_while_a_fact_is_asked_for_a_plain_answer_belongs_to_it() -> None:
    assert hear(heard("affirm", text="ya"), "code", form_open=True) is None
    code = heard("nlu_fallback", text="[[CODE:0a1b2c3d]]")
    assert hear(code, "code", form_open=True) == Heard("code", "[[CODE:0a1b2c3d]]")


@pytest.mark.parametrize(
    ("text", "relation", "whose"),
    [
        ("status claim suami saya", "husband", "family"),
        ("check my wife's contributions", "wife", "family"),
        ("nak tengok caruman arwah ayah", "father", "dead"),
        ("my late father's claim", "father", "dead"),
        ("semak pendaftaran pekerja saya", "employee", "staff"),
        ("check my staff's registration", None, "staff"),
        ("boleh semak untuk kawan", "friend", "family"),
        ("status tuntutan saya", None, None),
        ("my claim status", None, None),
        ("suami saya nak tahu, macam mana caruman saya", "husband", None),
        ("semak caruman", None, None),
    ],
)
def test_whose_record_is_meant(
    text: str, relation: str | None, whose: str | None
) -> None:
    entities = {"relation": relation} if relation else {}
    assert other_person(heard("check_claim_status", text=text, **entities)) == whose


def test_a_husband_who_pays_is_not_the_one_whose_record_it_is() -> None:
    message = heard(
        "check_contribution_record",
        text="suami dah bayar skssr, dah masuk ke belum",
        relation="husband",
        scheme="skssr",
    )
    assert other_person(message) is None


def test_his_claim_is_that_of_whom_the_talk_was_about() -> None:
    message = heard("check_claim_status", text="claim dia dah lulus ke")
    assert other_person(message, before="husband") == "family"
    assert other_person(message) is None
