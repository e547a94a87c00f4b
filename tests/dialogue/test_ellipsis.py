"""Messages of almost no words after each kind of answer, over the real law."""

from __future__ import annotations

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from tests.dialogue.conftest import questions, said
from tests.dialogue.test_pay import talk, told

WAGE = "contribution_amount_employee"
JOINING = "eligibility_housewife"


@pytest.fixture(scope="module")
def law() -> Tools:
    return build(settings.load(), "2026-11-23")


def test_a_bare_age_behind_words_of_a_follow_up_is_heard(law: Tools) -> None:
    turn = talk(law, ("gaji 2500 socso berapa", WAGE), ("habis kalau 61?", "inform"))
    assert turn.utterances[0].values["facts"]["age"] == 61


@pytest.mark.parametrize(
    "text", ["majikan share?", "yang pekerja bayar?", "who pays?", "bahagian majikan"]
)
def test_who_pays_how_much_is_the_contribution_again(text: str, law: Tools) -> None:
    turn = talk(law, ("gaji 2500 socso berapa", WAGE), (text, "nlu_fallback"))
    assert questions(turn) == ["contribution.act4"]


@pytest.mark.parametrize("text", ["tahun lepas?", "how about last year's rate"])
def test_last_year_is_the_same_question_on_its_law(text: str, law: Tools) -> None:
    turn = talk(law, ("gaji 2500 socso berapa", WAGE), (text, "claim_deadline"))
    assert questions(turn) == ["contribution.act4"]
    assert turn.utterances[0].values["on"] == "2025-12-31"


def test_a_supposed_status_does_not_stay(law: Tools) -> None:
    first = ("perempuan 40, warganegara, boleh masuk lindung kasih?", JOINING)
    turn = talk(law, first, ("kalau foreigner?", "inform"))
    assert turn.utterances[0].values["facts"]["citizenship"] == "foreigner"
    assert turn.memory.facts["citizenship"] == "citizen"


def test_what_was_answered_for_one_is_not_said_of_a_wife(law: Tools) -> None:
    price = ("lindung kasih berapa", "contribution_amount_housewife")
    turn = talk(law, price, ("kalau foreigner?", "inform"), ("for my wife?", "inform"))
    assert "citizenship" not in turn.memory.facts


def test_kalau_pekerja_asks_the_same_of_the_employees_scheme(law: Tools) -> None:
    first = ("mc 14 hari plan 2 berapa dapat", "benefit_temporary_disablement")
    turn = talk(law, first, ("kalau pekerja?", "inform"))
    assert questions(turn) == ["benefit.act4.temporary_disablement"]


def test_the_difference_of_plans_sets_them_beside_each_other(law: Tools) -> None:
    first = ("plan 2 berapa", "contribution_amount_selfemployed")
    turn = talk(law, first, ("apa beza dgn plan 4", "scheme_definition"))
    assert questions(turn) == ["choice.sksps"]


def test_documents_after_a_benefit_are_those_of_its_claim(law: Tools) -> None:
    first = ("faedah pengurusan mayat lindung kasih", "benefit_funeral")
    turn = talk(law, first, ("documents?", "claim_documents"))
    assert questions(turn) == ["claim.skssr.funeral"]


def test_two_fingers_are_no_plan(law: Tools) -> None:
    first = ("suri rumah putus jari berapa dapat", "benefit_permanent_disablement")
    turn = talk(law, first, ("2 jari?", "benefit_permanent_disablement"))
    assert turn.memory.scheme == "skssr"
    assert turn.memory.facts["injury"] == "two_fingers"


def test_a_year_of_contributions_changes_the_allowance(law: Tools) -> None:
    first = ("kena buang kerja, dah carum 2 tahun eis berapa dapat", "benefit_job_loss")
    turn = talk(law, first, ("kalau setahun carum?", "inform"))
    assert turn.memory.facts["contributed_months"] == 12


def test_an_age_that_changes_nothing_gets_the_answer_again(law: Tools) -> None:
    first = ("penjaja warganegara boleh masuk sps?", "eligibility_selfemployed")
    turn = talk(law, first, ("umur 70?", "inform"))
    assert questions(turn) == ["eligibility.sksps"]


def test_a_price_asked_in_the_middle_is_told_and_the_question_stays(law: Tools) -> None:
    first = ("boleh saya masuk lindung kasih?", JOINING)
    turn = talk(law, first, ("sebulan?", "inform"))
    assert "contribution.skssr" in questions(turn)
    assert turn.memory.asked == "sex"


def test_an_unsure_change_of_language_without_a_word_for_it_is_none(law: Tools) -> None:
    message = told("kaki?", "change_language")
    turn = reply(type(message)(**{**vars(message), "band": "clarify"}), Memory(), law)
    assert said(turn) != ["utter_choose_language"]


def test_another_trade_forgets_the_service_of_the_first(law: Tools) -> None:
    first = ("grab driver plan 3 berapa", "contribution_amount_selfemployed")
    turn = talk(law, first, ("kalau foodpanda?", "inform"))
    assert turn.memory.facts["sector"] == "goods_food_transport"
    assert "service" not in turn.memory.facts


def test_the_24_of_a_name_is_no_wage(law: Tools) -> None:
    first = ("berapa potongan socso", WAGE)
    turn = talk(law, first, ("lindung 24 jam wajib ke?", "lindung24"))
    assert "wage" not in turn.memory.facts


def test_who_is_not_named_again_is_still_spoken_of(law: Tools) -> None:
    first = ("bibik saya warga Indonesia, kena perkeso?", "eligibility_employee")
    turn = talk(law, first, ("kena daftar ke", "how_to_register"))
    turn = reply(told("EIS kena tak", "eligibility_eis"), turn.memory, law)
    assert questions(turn) == ["eligibility.eis"]
    assert turn.memory.asked is None


def test_a_wage_told_before_it_was_asked_for_is_not_asked_again(law: Tools) -> None:
    first = ("i work in a factory, salary 2200", "inform")
    turn = talk(law, first, ("socso how much cut", WAGE))
    assert questions(turn) == ["contribution.act4"]


def test_another_scheme_after_lindung_24_jam_is_another_question(law: Tools) -> None:
    turn = talk(law, ("lindung 24 jam gaji 3000", "lindung24"), ("eis?", "inform"))
    assert questions(turn) == ["contribution.eis"]


def test_who_is_not_paid_for_hears_where_to_complain(law: Tools) -> None:
    turn = talk(law, ("boss saya tak bayar perkeso, gaji 1800", WAGE))
    assert said(turn)[0] == "utter_complaint"
    assert "contribution.act4" in questions(turn)


def test_years_of_work_count_where_the_job_was_lost(law: Tools) -> None:
    first = ("kena buang kerja, eis dapat apa", "benefit_job_loss")
    turn = talk(law, first, ("kerja 5 tahun gaji 6500", "inform"))
    assert turn.memory.facts["contributed_months"] == 60
    assert turn.memory.facts["wage"] == "6500.00"


def test_after_a_claim_how_much_is_the_benefit(law: Tools) -> None:
    first = ("kena vss 1 nov 2026, boleh claim eis?", "benefit_job_loss")
    turn = talk(law, first, ("berapa", "contribution_amount_housewife"))
    assert turn.memory.need == "benefit_job_loss"


def test_the_last_date_after_a_claim_is_its_time_limit(law: Tools) -> None:
    first = ("kena vss 1 nov 2026, boleh claim eis?", "benefit_job_loss")
    turn = talk(law, first, ("bila last date", "out_of_scope"))
    assert questions(turn) == ["claim.eis.job_search"]


def test_lindung_24_after_a_contribution_is_of_the_same_wage(law: Tools) -> None:
    turn = talk(law, ("gaji 2500 socso berapa", WAGE), ("lindung 24?", "lindung24"))
    assert questions(turn) == ["contribution.lindung24"]


def test_two_contributions_are_put_right_together(law: Tools) -> None:
    first = ("gaji 3850 socso eis berapa", "contribution_amount_eis")
    turn = talk(law, first, ("eh silap 3580", "inform"))
    assert turn.utterances[0].values["schemes"] == ["act4", "eis"]


def test_another_number_of_days_does_not_leave_the_old_wage(law: Tools) -> None:
    first = ("RM70 sehari 20 hari, socso berapa", WAGE)
    turn = talk(law, first, ("kalau 26 hari?", "inform"))
    assert turn.memory.facts["wage"] == "1820.00"


def test_who_tells_a_wage_is_paid_the_benefit_of_employees(law: Tools) -> None:
    text = "accident balik kerja, mc 21 hari gaji 2500"
    turn = talk(law, (text, "benefit_temporary_disablement"))
    assert questions(turn) == ["benefit.act4.temporary_disablement"]


def test_small_children_after_a_death_are_nobody_who_joins(law: Tools) -> None:
    first = ("suami meninggal sakit, dia kerja kilang, apa boleh claim", "inform")
    turn = talk(law, first, ("anak umur 5 dan 8", "inform"))
    assert turn.memory.relation == "husband"
    assert "age" not in turn.memory.facts


def test_if_she_dies_asks_what_the_family_gets(law: Tools) -> None:
    first = ("kasih scheme for my wife how much", "contribution_amount_housewife")
    turn = talk(law, first, ("wat if she die", "inform"))
    assert questions(turn) == ["benefit.skssr.survivors"]


def test_who_pays_for_her_does_not_become_the_one_spoken_of(law: Tools) -> None:
    first = ("my wife 38 PR, how much is kasih", "contribution_amount_housewife")
    turn = talk(law, first, ("can i pay 2 years one shot", "how_to_pay"))
    assert turn.memory.relation == "wife"
    assert turn.memory.facts["age"] == 38


def test_the_wages_of_staff_are_each_counted(law: Tools) -> None:
    text = "tauke kedai runcit, ada 3 pekerja gaji 1700, 1900, 2400"
    turn = talk(law, (text, "inform"))
    wages = [
        u.values["facts"]["wage"] for u in turn.utterances if "question" in u.values
    ]
    assert wages == ["1700.00", "1900.00", "2400.00"]


def test_a_wage_after_whether_socso_applies_is_its_contribution(law: Tools) -> None:
    first = ("saya kerja swasta, kena socso ke", "eligibility_employee")
    turn = talk(law, first, ("sebulan dapat 700", "inform"))
    assert questions(turn) == ["contribution.act4"]


def test_another_person_after_a_known_answer_asks_the_same_need(law: Tools) -> None:
    before = Memory(need="eligibility_housewife", scheme="skssr")
    turn = reply(told("kalau isteri?", "inform"), before, law)
    assert turn.memory.question == "eligibility.skssr"


def test_foreign_money_is_no_wage(law: Tools) -> None:
    turn = talk(law, ("kerja di singapore gaji sgd3000", "inform"))
    assert "wage" not in turn.memory.facts


def test_what_about_a_scheme_is_no_question_of_meaning(law: Tools) -> None:
    first = ("i'm an expat, do i pay socso", "eligibility_employee")
    turn = talk(law, first, ("what about EIS", "eligibility_eis"))
    assert "eligibility.eis" in questions(turn)
