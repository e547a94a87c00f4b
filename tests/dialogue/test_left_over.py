"""Of many questions none is lost: what is not answered is offered by name."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard, said

PRICE = "contribution_amount_selfemployed"


def test_what_is_not_answered_is_offered_with_its_scheme(tools: Tools) -> None:
    message = heard(PRICE, text="plan 3 berapa? kat mana bayar? apa itu sksps?")
    message = replace(message, also=("how_to_pay", "scheme_definition"))
    turn = reply(message, Memory(), tools)
    offered = turn.utterances[-1]
    assert offered.response == "utter_also_asked"
    assert [dict(offer.values) for offer in offered.offers] == [
        {"need": "how_to_pay", "scheme": "sksps"},
        {"need": "scheme_definition"},
    ]


def test_what_was_answered_is_not_offered_again(tools: Tools) -> None:
    message = replace(heard(PRICE, text="berapa? berapa?"), also=(PRICE,))
    assert "utter_also_asked" not in said(reply(message, Memory(), tools))


def test_a_fourth_need_is_offered(tools: Tools) -> None:
    needs = (PRICE, "how_to_register", "coverage_start_or_period", "how_to_pay")
    turn = reply(heard(*needs, scheme="sksps"), Memory(), tools)
    last = turn.utterances[-1]
    assert last.response == "utter_also_asked"
    assert [offer.values["need"] for offer in last.offers] == ["how_to_pay"]


def test_a_question_that_was_not_made_out_is_asked_for_alone(tools: Tools) -> None:
    message = replace(heard(PRICE, text="a? b? c?"), also=("nlu_fallback",))
    assert said(reply(message, Memory(), tools))[-1] == "utter_ask_apart"


def test_what_is_left_over_stands_before_the_fact_that_is_asked(tools: Tools) -> None:
    message = heard("eligibility_housewife", text="boleh masuk? dokumen? bila?")
    turn = reply(replace(message, also=("how_to_register",)), Memory(), tools)
    assert turn.memory.asked == "sex"
    assert said(turn) == ["utter_also_asked"]


def test_distress_is_answered_alone(tools: Tools) -> None:
    message = heard("emergency_or_distress", text="tolong! sakit! boleh claim?")
    turn = reply(replace(message, also=("how_to_claim",)), Memory(), tools)
    assert "utter_also_asked" not in said(turn)
