"""What few words tell or name is not refused, whatever it was taken for."""

from __future__ import annotations

import pytest

from bot.dialogue.asking import Tools
from tests.dialogue.conftest import questions, said
from tests.dialogue.talking import law, talk, told

OWN_PRICE = "contribution_amount_selfemployed"
HIRES = told(
    "i run a bakery with 4 workers, do i register them",
    "eligibility_employee",
    near=(("employer_new", 0.5, "sure"),),
)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return law()


def test_who_says_who_they_are_is_not_refused(tools: Tools) -> None:
    text = "im an expat from india working in KL since january"
    assert "utter_out_of_scope" not in said(talk(tools, (text, "out_of_scope")))


def test_who_says_who_they_are_and_asks_another_matter_is_refused(
    tools: Tools,
) -> None:
    text = "im an expat from india, where do i buy a car"
    assert said(talk(tools, (text, "out_of_scope"))) == ["utter_out_of_scope"]


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("how do i register", "how_to_register"),
        ("nak claim macam mana", "how_to_claim"),
        ("where do we pay?", "how_to_pay"),
        ("apa faedah dia", "benefits_overview"),
        ("how do i register a car", None),
    ],
)
def test_a_topic_named_alone_is_ours(tools: Tools, text: str, need: str | None) -> None:
    turn = talk(tools, ("apa itu sksps", "scheme_definition"), (text, "out_of_scope"))
    if need:
        assert turn.memory.need == need
    else:
        assert turn.memory.need == "scheme_definition"


def test_a_wage_is_no_self_employed_contribution(tools: Tools) -> None:
    text = "berapa caruman kalau gaji saya RM3,480 sebulan"
    turn = talk(tools, (text, OWN_PRICE), ("eh bukan, RM3,840", "deny"))
    assert questions(turn) == ["contribution.act4"]
    assert turn.memory.facts["wage"] == "3840.00"


@pytest.mark.parametrize(
    "text", ["gaji grab saya RM2,000 sebulan, berapa plan 2", "suri rumah, gaji tiada"]
)
def test_work_of_ones_own_keeps_its_contribution(tools: Tools, text: str) -> None:
    need = OWN_PRICE if "grab" in text else "contribution_amount_housewife"
    assert "contribution.act4" not in questions(talk(tools, (text, need)))


def test_wages_told_after_the_duties_of_an_employer_are_priced(tools: Tools) -> None:
    turn = talk(tools, HIRES, ("they earn 1,700 each", "inform"))
    assert questions(turn) == ["contribution.act4"]


def test_paid_since_puts_a_first_contribution_right(tools: Tools) -> None:
    turn = talk(
        tools,
        ("i am 57 and employed, must i contribute", "eligibility_employee"),
        ("never paid before", "inform"),
        ("no sorry i paid since 1995", "check_contribution_record"),
    )
    assert turn.memory.facts["first_time"] is False
    assert turn.memory.lookup is None


def test_staff_who_were_hurt_and_never_registered_are_told_their_right(
    tools: Tools,
) -> None:
    turn = talk(
        tools,
        ("suami jatuh bangunan masa kerja, siapa bayar", "benefit_medical"),
        ("majikan tak daftar dia", "how_to_register"),
    )
    assert [u.values.get("known") for u in turn.utterances] == ["not_registered"]


def test_an_employer_who_registered_nobody_is_complained_of(tools: Tools) -> None:
    text = "my boss never registered me"
    assert said(talk(tools, (text, "how_to_register"))) == ["utter_complaint"]


def test_a_dependants_pass_tells_of_no_death(tools: Tools) -> None:
    turn = talk(
        tools,
        ("my salary is 9000, how much socso", "contribution_amount_employee"),
        ("and my wife? she is on dependant pass", "benefit_dependants_or_survivors"),
    )
    assert turn.memory.facts["citizenship"] == "foreigner"
    assert turn.memory.need != "benefit_dependants_or_survivors"


@pytest.mark.parametrize(
    ("text", "heard", "need"),
    [
        ("what do we need to submit", "menu", "claim_documents"),
        ("where", "out_of_scope", "office_or_contact"),
        ("kat mana nak hantar", "out_of_scope", "office_or_contact"),
        ("boleh sambung ke", "talk_to_human", "renewal_or_lapse"),
    ],
)
def test_a_topic_in_few_words_goes_on_with_the_talk(
    tools: Tools, text: str, heard: str, need: str
) -> None:
    before = ("suri rumah, macam mana nak tuntut faedah mayat", "how_to_claim")
    assert talk(tools, before, (text, heard)).memory.need == need


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("habis kalau jual kuih tepi jalan pulak?", "sksps"),
        ("and if i drive grab at night?", "sksps"),
        ("kalau nak beli kuih kat mana", "skssr"),
    ],
)
def test_a_trade_that_is_supposed_in_a_talk_is_asked_about(
    tools: Tools, text: str, scheme: str
) -> None:
    first = "umur 50 boleh ke masuk perkeso suri rumah"
    turn = talk(tools, (first, "eligibility_housewife"), (text, "out_of_scope"))
    assert turn.memory.scheme == scheme
    assert ("utter_out_of_scope" in said(turn)) is (scheme == "skssr")
