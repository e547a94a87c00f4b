"""What is said next, need by need, fact by fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.form import complete, fill
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from tests.dialogue.conftest import heard, questions, said


def test_a_question_that_needs_nothing_is_answered_at_once(tools: Tools) -> None:
    turn = reply(heard("contribution_amount_housewife"), Memory(), tools)
    assert questions(turn) == ["contribution.skssr"]
    assert turn.memory.asked is None
    assert turn.memory.scheme == "skssr"


def test_what_can_be_answered_is_answered_and_the_rest_asked_about(
    tools: Tools,
) -> None:
    message = heard(
        "eligibility_housewife",
        "contribution_amount_housewife",
        age=54,
        occupation="housewife",
    )
    turn = reply(message, Memory(), tools)
    assert questions(turn) == ["contribution.skssr"]
    assert turn.memory.question == "eligibility.skssr"
    assert turn.memory.asked == "first_time"
    assert turn.memory.facts["sex"] == "female"


def test_the_form_takes_a_short_answer_and_asks_on(tools: Tools) -> None:
    memory = reply(heard("eligibility_housewife"), Memory(), tools).memory
    assert memory.asked == "sex"
    turn = fill(heard("inform", sex="female"), memory, tools)
    assert turn is not None
    assert turn.memory.asked == "age"
    turn = fill(heard("inform", text="54"), turn.memory, tools)
    assert turn is not None
    assert turn.memory.facts["age"] == 54
    turn = fill(heard("deny", text="tak"), turn.memory, tools)
    assert turn is not None
    assert turn.memory.facts["first_time"] is False
    assert turn.memory.asked is None
    assert questions(complete(heard("deny"), turn.memory, tools)) == [
        "eligibility.skssr"
    ]


def test_an_option_may_be_chosen_by_its_number(tools: Tools) -> None:
    memory = Memory(question="eligibility.skssr", asked="sex")
    turn = fill(heard("nlu_fallback", text="2"), memory, tools)
    assert turn is not None
    assert turn.memory.facts["sex"] == "male"


def test_an_interruption_is_answered_and_the_form_waits(tools: Tools) -> None:
    memory = Memory(question="eligibility.skssr", asked="age", facts={"sex": "female"})
    message = heard("contribution_amount_selfemployed", plan=2)
    assert fill(message, memory, tools) is None
    turn = reply(message, memory, tools)
    assert questions(turn) == ["contribution.sksps"]
    assert (turn.memory.question, turn.memory.asked) == ("eligibility.skssr", "age")


def test_a_fact_given_in_passing_completes_what_was_asked(tools: Tools) -> None:
    memory = Memory(
        question="eligibility.skssr",
        asked="age",
        facts={"sex": "female", "first_time": True},
    )
    message = heard(
        "contribution_amount_housewife",
        age=50,
        text="umur saya 50 berapa bayar setahun",
    )
    assert fill(message, memory, tools) is None
    turn = reply(message, memory, tools)
    assert questions(turn) == ["contribution.skssr", "eligibility.skssr"]
    assert turn.memory.asked is None


def test_a_second_question_with_facts_missing_is_asked_first_and_the_other_waits(
    tools: Tools,
) -> None:
    memory = Memory(question="eligibility.skssr", asked="age", facts={"sex": "female"})
    turn = reply(heard("contribution_amount_employee"), memory, tools)
    assert (turn.memory.question, turn.memory.asked) == ("contribution.act4", "wage")
    assert turn.memory.queue == ("eligibility.skssr",)
    filled = fill(heard("inform", amount="1700.00"), turn.memory, tools)
    assert filled is not None
    assert filled.memory.facts["wage"] == "1700.00"
    after = complete(heard("inform"), filled.memory, tools)
    assert questions(after) == ["contribution.act4"]
    assert (after.memory.question, after.memory.asked) == ("eligibility.skssr", "age")


def test_a_correction_after_the_answer_decides_again(tools: Tools) -> None:
    facts = {"sex": "female", "age": 54, "first_time": True}
    memory = Memory(question="eligibility.skssr", facts=facts)
    turn = reply(heard("deny", text="bukan, umur 52", age=52), memory, tools)
    assert questions(turn) == ["eligibility.skssr"]
    assert turn.utterances[0].values["facts"]["age"] == 52


def test_a_birth_date_replaces_an_age() -> None:
    memory = Memory(facts={"age": 54}).with_facts({"birth_date": "1974-05-01"})
    assert memory.facts == {"birth_date": "1974-05-01"}


def test_plans_that_are_named_together_are_compared(tools: Tools) -> None:
    turn = reply(
        heard("contribution_amount_selfemployed", plan=[2, 3]), Memory(), tools
    )
    assert said(turn) == ["utter_plans"]
    assert turn.utterances[0].values["plans"] == [2, 3]


def test_the_subject_is_carried_to_a_question_that_names_none(tools: Tools) -> None:
    memory = reply(
        heard("contribution_amount_selfemployed", plan=2), Memory(), tools
    ).memory
    turn = reply(heard("coverage_start_or_period", text="bila mula"), memory, tools)
    assert questions(turn) == ["coverage.sksps"]
    assert turn.utterances[0].values["facts"] == {"plan": 2}


def test_a_need_of_several_schemes_asks_which_when_none_is_known(tools: Tools) -> None:
    turn = reply(heard("how_to_pay"), Memory(), tools)
    assert said(turn) == ["utter_which_scheme"]
    turn = reply(heard("inform", scheme="skssr"), turn.memory, tools)
    assert [u.values.get("entry") for u in turn.utterances] == ["how_to_pay.skssr"]


def test_what_nobody_wrote_an_answer_for_is_said_to_be_unknown(tools: Tools) -> None:
    assert said(reply(heard("claim_documents"), Memory(), tools)) == ["utter_not_known"]


def test_facts_of_one_person_are_not_used_for_another(tools: Tools) -> None:
    memory = reply(
        heard("eligibility_housewife", relation="wife", age=50, first_time=True),
        Memory(),
        tools,
    ).memory
    assert memory.facts["sex"] == "female"
    turn = reply(heard("eligibility_housewife", relation="mother"), memory, tools)
    assert "age" not in turn.memory.facts
    assert turn.memory.asked == "age"


def test_a_nonsense_fact_is_named_and_forgotten(tools: Tools) -> None:
    turn = reply(
        heard("eligibility_housewife", age=200, sex="female", first_time=True),
        Memory(),
        tools,
    )
    assert said(turn) == ["utter_bad_fact"]
    assert turn.memory.asked == "age"
    assert "age" not in turn.memory.facts


def test_distress_is_answered_alone_and_ends_what_was_asked(tools: Tools) -> None:
    memory = Memory(question="eligibility.skssr", asked="age")
    message = heard("contribution_amount_housewife", "emergency_or_distress")
    turn = reply(message, memory, tools)
    assert said(turn) == ["utter_emergency"]
    assert turn.memory.asked is None


def test_stopping_ends_what_was_asked(tools: Tools) -> None:
    memory = Memory(question="eligibility.skssr", asked="age")
    turn = reply(heard("cancel"), memory, tools)
    assert said(turn) == ["utter_cancelled"]
    assert turn.memory.asked is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("english please", "en"),
        ("tukar ke inggeris", "en"),
        ("cakap melayu boleh?", "ms"),
        ("bm pls", "ms"),
        ("mandarin or tamil?", None),
        ("melayu ke english", None),
    ],
)
def test_a_language_is_chosen_by_hand(
    tools: Tools, text: str, language: str | None
) -> None:
    turn = reply(heard("change_language", text=text), Memory(), tools)
    assert turn.language == language
    expected = "utter_language_changed" if language else "utter_choose_language"
    assert said(turn) == [expected]


def test_changing_the_language_still_answers_the_question(tools: Tools) -> None:
    message = heard(
        "change_language", "coverage_start_or_period", text="balik melayu, mula bila"
    )
    turn = reply(message, Memory(scheme="sksps"), tools)
    assert said(turn) == ["utter_language_changed", "utter_decision"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ok balik melayu, kalau terlewat bayar macam mana", "ms"),
        ("bila mula dilindungi? english please", "en"),
        ("surat doktor dalam bahasa inggeris diterima tak", None),
        ("mc in english ok?", None),
    ],
)
def test_a_wish_for_a_language_is_heard_beside_a_question(
    tools: Tools, text: str, language: str | None
) -> None:
    turn = reply(heard("how_to_register", text=text), Memory(scheme="sksps"), tools)
    assert turn.language == language
    assert said(turn) == ["utter_decision"]


def test_a_greeting_before_a_question_is_not_answered_by_itself(tools: Tools) -> None:
    turn = reply(heard("greet", "contribution_amount_housewife"), Memory(), tools)
    assert said(turn) == ["utter_decision"]


def unclear(band: str = "clarify") -> Message:
    message = heard("nlu_fallback", text="hmm")
    guesses = ("how_to_pay", "greet", "office_or_contact")
    return replace(message, band=band, guesses=guesses)


def test_an_unclear_message_offers_what_it_may_have_meant(tools: Tools) -> None:
    turn = reply(unclear(), Memory(), tools)
    assert said(turn) == ["utter_did_you_mean"]
    needs = [offer.values.get("need") for offer in turn.utterances[0].offers]
    assert needs == ["how_to_pay", "office_or_contact", None]


def test_misunderstanding_twice_offers_a_person_in_other_words(tools: Tools) -> None:
    first = reply(unclear("sorry"), Memory(), tools)
    second = reply(unclear("sorry"), first.memory, tools)
    assert said(first) == ["utter_sorry"]
    assert said(second) == ["utter_sorry_again"]


def test_an_equal_reply_says_that_it_is_the_same(tools: Tools) -> None:
    message = heard("contribution_amount_housewife")
    first = reply(message, Memory(), tools)
    again = reply(message, first.memory, tools)
    assert said(again) == ["utter_same_as_before", "utter_decision"]


def test_memory_survives_its_slot_and_bad_slots_give_an_empty_one() -> None:
    memory = Memory(question="q", facts={"age": 5}, asked="sex", queue=("a", "b"))
    assert Memory.from_json(memory.to_json()) == memory
    assert Memory.from_json(None) == Memory()
    assert Memory.from_json({"unknown": 1}) == Memory()


@pytest.mark.parametrize(
    "text",
    [
        "takde sapa peduli",
        "nobody cares anymore",
        "dah tak larat hidup",
        "i cant go on",
    ],
)
def test_despair_after_distress_is_met_with_help_again(tools: Tools, text: str) -> None:
    first = reply(heard("emergency_or_distress", text="tolong"), Memory(), tools)
    assert said(first) == ["utter_emergency"]
    thanked = reply(heard("greet", text="hi"), first.memory, tools)
    for memory in (first.memory, thanked.memory):
        turn = reply(
            heard("out_of_scope", text=text.replace("cant", "can't")), memory, tools
        )
        assert said(turn) == ["utter_emergency_again"]


def test_words_of_despair_alone_are_no_emergency(tools: Tools) -> None:
    turn = reply(heard("complaint", text="nobody cares"), Memory(), tools)
    assert said(turn) == ["utter_complaint"]
