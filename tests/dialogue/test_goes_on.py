"""What a further message goes on with: the same benefit, wage, scheme or person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue.asking import Tools
from tests.dialogue.conftest import questions, said
from tests.dialogue.talking import law, talk, told

OWN_PRICE = "contribution_amount_selfemployed"
EMPLOYEE = "contribution_amount_employee"
WAGE = ("potongan gaji RM2,300", EMPLOYEE)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return law()


DEATH = ("my husband died of cancer, he worked in a factory", "benefit_funeral")


@pytest.mark.parametrize("text", ["how long will it be paid", "sampai bila"])
def test_how_long_after_what_a_family_may_claim_is_of_its_pension(
    tools: Tools, text: str
) -> None:
    turn = talk(tools, DEATH, (text, "coverage_start_or_period"))
    assert questions(turn) == ["benefit.act4.survivors"]


def test_what_happened_is_told_and_no_steps_of_a_claim_are_asked(tools: Tools) -> None:
    turn = talk(
        tools,
        ("my late father was a factory worker", "benefit_funeral"),
        ("he had a heart attack at home", "how_to_claim"),
    )
    assert questions(turn) == ["benefit.death"]
    assert turn.memory.facts["cause"] == "illness"


def test_who_has_no_work_is_told_what_there_is(tools: Tools) -> None:
    turn = talk(
        tools,
        ("can i join, i am a freelancer", "eligibility_selfemployed"),
        ("and my sister, 25, no job", "inform"),
    )
    assert turn.memory.question == "which_scheme"


def test_half_a_year_of_one_person_is_none_of_the_next(tools: Tools) -> None:
    turn = talk(
        tools,
        ("i drive for grab, plan 2 for 6 months", OWN_PRICE),
        ("and my wife? she is a housewife, 44", "inform"),
    )
    assert "months" not in turn.memory.facts


def test_a_wage_after_another_scheme_asks_nothing_of_the_one_left(
    tools: Tools,
) -> None:
    turn = talk(
        tools,
        ("i am a foreigner in a factory, do i get eis", "eligibility_eis"),
        ("i slipped at work, how do i claim", "how_to_claim"),
    )
    assert turn.memory.question != "eligibility.eis"


@pytest.mark.parametrize(
    ("said", "question"),
    [
        (
            ("is it compulsory for me", "eligibility_selfemployed"),
            "eligibility.lindung24",
        ),
        (("what does it cover", "coverage_start_or_period"), "coverage.lindung24"),
    ],
)
def test_it_is_the_scheme_for_employees_off_duty_that_was_spoken_of(
    tools: Tools, said: tuple[str, str], question: str
) -> None:
    turn = talk(tools, ("what is lindung 24 jam", "lindung24"), said)
    assert turn.memory.question == question


def test_kalau_dia_pekerja_after_a_claim_is_of_employees(tools: Tools) -> None:
    claim = ("suami cedera, macam mana nak tuntut", "how_to_claim")
    turn = talk(tools, claim, ("kalau dia pekerja", "inform"))
    assert turn.memory.scheme == "act4"


def test_before_that_tells_of_no_earlier_contribution(tools: Tools) -> None:
    turn = talk(
        tools,
        ("what is deducted for socso", "contribution_amount_employee"),
        ("and before that", "inform"),
    )
    assert "first_time" not in turn.memory.facts


def test_now_asks_a_past_months_contribution_for_today(tools: Tools) -> None:
    past = ("socso for RM5,500 in may 2024", "contribution_amount_employee")
    turn = talk(tools, past, ("and now?", "deny"))
    assert questions(turn) == ["contribution.act4"]
    assert turn.utterances[0].values["on"] == "2026-11-23"


def test_the_age_of_a_widower_is_not_that_of_the_dead(tools: Tools) -> None:
    turn = talk(
        tools,
        ("my mother died, she was a housewife of 52", "benefit_funeral"),
        ("my father is 58", "inform"),
    )
    assert turn.memory.relation == "mother"
    assert turn.memory.facts["age"] == 52


@pytest.mark.parametrize(
    ("text", "wage"),
    [
        ("kalau campur elaun 200", "2500.00"),
        ("plus overtime of RM450", "2750.00"),
        ("my colleague earns RM500 less", "1800.00"),
        ("kalau gaji RM200", "200.00"),
    ],
)
def test_what_comes_beside_a_wage_is_reckoned_from_it(
    tools: Tools, text: str, wage: str
) -> None:
    turn = talk(tools, WAGE, (text, "inform"))
    assert turn.memory.facts["wage"] == wage


def test_a_wage_is_not_that_of_the_next_person(tools: Tools) -> None:
    turn = talk(tools, WAGE, ("and my wife?", "inform"))
    assert "wage" not in turn.memory.facts
    assert turn.memory.asked == "wage"


def test_what_may_be_meant_is_offered_a_second_time(tools: Tools) -> None:
    near = (("late_interest", 0.3, "offer"),)
    first = told("hmm then what", "nlu_fallback", band="clarify")
    turn = talk(tools, WAGE, first, told("the late thing", "menu", near=near))
    assert said(turn) == ["utter_did_you_mean"]


def test_an_answer_that_is_not_read_is_not_called_the_same_answer(
    tools: Tools,
) -> None:
    unread = told("hmm", "nlu_fallback", band="clarify")
    ask = ("what is deducted for socso", "contribution_amount_employee")
    assert "utter_same_as_before" not in said(talk(tools, ask, unread, unread))


def test_still_covered_after_a_lapse_asks_for_no_accident(tools: Tools) -> None:
    turn = talk(
        tools,
        ("caruman suri rumah isteri tamat ogos", "renewal_or_lapse"),
        ("is she still covered", "coverage_start_or_period"),
    )
    assert questions(turn) == ["coverage.skssr"]


def test_a_sure_question_of_ours_is_answered_while_a_fact_is_asked(
    tools: Tools,
) -> None:
    near = (("obs_singapore", 0.75, "sure"),)
    turn = talk(
        tools,
        ("what is deducted for socso", EMPLOYEE),
        told("what if i work in singapore instead", "out_of_scope", near=near),
    )
    assert [u.values.get("known") for u in turn.utterances] == ["obs_singapore"]


def test_a_benefit_named_alone_is_told_as_itself(tools: Tools) -> None:
    near = (("ordinary_illness", 0.38, "answer"),)
    text = "saya maksudkan faedah hilang upaya sementara"
    turn = talk(tools, told(text, "benefit_temporary_disablement", near=near))
    assert all("known" not in u.values for u in turn.utterances)


@pytest.mark.parametrize("text", ["ok socso on 3000", "perkeso untuk 3,000 berapa"])
def test_a_number_beside_socso_is_the_wage(tools: Tools, text: str) -> None:
    turn = talk(tools, told(text, EMPLOYEE, band="clarify"))
    assert turn.memory.facts["wage"] == "3000.00"


@pytest.mark.parametrize(
    "text", ["socso for 1500 workers", "rate socso untuk 2024", "socso for 30 staff"]
)
def test_a_number_of_people_or_years_is_no_wage(tools: Tools, text: str) -> None:
    turn = talk(tools, (text, EMPLOYEE))
    assert "wage" not in turn.memory.facts


def test_a_first_job_tells_of_a_wage(tools: Tools) -> None:
    turn = talk(
        tools,
        ("i'm 22, first job next month at RM2,800", "inform"),
        ("whats deducted from my pay", EMPLOYEE),
    )
    assert turn.memory.facts["wage"] == "2800.00"


@pytest.mark.parametrize(
    "then", [("untuk siapa", "bot_challenge"), ("sy jual online", "inform")]
)
def test_for_whom_after_what_a_scheme_is_asks_who_may_join(
    tools: Tools, then: tuple[str, str]
) -> None:
    turn = talk(tools, ("SKSPS tu apa", "scheme_definition"), then)
    assert turn.memory.question == "eligibility.sksps"


def test_all_together_adds_up_what_is_due_on_the_wage_told(tools: Tools) -> None:
    eis = ("eis pula", "eligibility_eis")
    turn = talk(tools, WAGE, eis, told("campur semua", "cancel", band="clarify"))
    assert said(turn)[0] == "utter_wage_totals"


def test_years_of_one_scheme_are_none_of_another(tools: Tools) -> None:
    turn = talk(
        tools,
        ("suri rumah 44, berapa untuk 2 tahun", "contribution_amount_housewife"),
        ("kalau plan 2 sksps", OWN_PRICE),
    )
    assert "months" not in turn.memory.facts
    assert questions(turn) == ["contribution.sksps"]


def test_layak_ke_asks_of_the_scheme_spoken_of(tools: Tools) -> None:
    plan = ("plan 2 berapa", OWN_PRICE)
    turn = talk(tools, plan, told("layak ke", "goodbye", band="clarify"))
    assert turn.memory.question == "eligibility.sksps"


@pytest.mark.parametrize(
    ("text", "response"),
    [("he said he'll pay later", "utter_goodbye"), ("ok bye then, that is all", None)],
)
def test_only_a_farewell_ends_a_talk(
    tools: Tools, text: str, response: str | None
) -> None:
    replies = said(talk(tools, WAGE, (text, "goodbye")))
    assert ("utter_goodbye" in replies) is (response is None)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("ok and how long do we have", "claim_deadline"), ("ok tq bye", "utter_goodbye")],
)
def test_a_question_taken_for_a_farewell_is_what_it_may_be_besides(
    tools: Tools, text: str, answer: str
) -> None:
    message = replace(told(text, "goodbye"), guesses=("claim_deadline",))
    turn = talk(tools, DEATH, message)
    assert any(answer in str(one) for one in (turn.memory.need, *said(turn)))


def test_how_many_months_after_a_claim_for_a_lost_job_is_of_its_benefit(
    tools: Tools,
) -> None:
    lost = "i lost my job on 2 november 2026, i paid EIS for 5 years, my wage was 5,000"
    turn = talk(
        tools,
        (lost, "benefit_job_loss"),
        ("how many months", "check_contribution_record"),
    )
    assert questions(turn) == ["benefit.eis.job_search"]
    assert turn.memory.facts["contributed_months"] == 60


def test_wages_of_staff_in_a_list_are_priced(tools: Tools) -> None:
    text = "kami majikan 3 pekerja: 1,800, 2,400 dan 5,900"
    assert questions(talk(tools, (text, "inform"))) == ["contribution.act4"] * 3
