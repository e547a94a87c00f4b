"""What a question about claims or cover means beside its words."""

from __future__ import annotations

from datetime import date

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.certainly import asked
from bot.dialogue.curated import chosen
from bot.dialogue.message import Message
from bot.dialogue.needs import of_benefit, scheme_of
from bot.dialogue.planner import reply
from bot.dialogue.prices import with_price
from bot.dialogue.tools import build
from bot.understanding.entities import extract

TOOLS = build(settings.load(), "2026-11-23")


def told(text: str, need: str, *found: tuple[str, float, str]) -> Message:
    entities = [one.to_json() for one in extract(text, date(2026, 11, 23))]
    understood = {"needs": [{"need": need}]}
    hits = [{"name": n, "score": s, "band": b} for n, s, b in found]
    latest = {"text": text, "intent": {"name": need}, "entities": entities}
    return Message.from_rasa({**latest, "understanding": understood, "found": hits})


@pytest.mark.parametrize(
    ("text", "need", "meant"),
    [
        ("dia patah tangan, boleh claim apa", "how_to_claim", "benefits_overview"),
        ("what can my husband claim", "how_to_claim", "benefits_overview"),
        ("apa je boleh tuntut", "how_to_claim", "benefits_overview"),
        ("dia jatuh bangunan, layak apa", "how_to_claim", "benefits_overview"),
        ("nak claim apa borang", "how_to_claim", "how_to_claim"),
        ("macam mana nak claim", "how_to_claim", "how_to_claim"),
        ("umur 61 kena retrench dapat eis tak", "benefit_job_loss", "eligibility_eis"),
        ("I'm Nepali and was laid off, eis?", "benefit_job_loss", "eligibility_eis"),
        ("umur 40 kena retrench dapat berapa", "benefit_job_loss", "benefit_job_loss"),
    ],
)
def test_the_need_that_is_meant_may_be_another(
    text: str, need: str, meant: str
) -> None:
    assert of_benefit(need, told(text, need)) == meant


def test_nobody_who_was_retrenched_is_asked_what_the_work_is() -> None:
    message = told("umur 61 kena retrench dapat eis tak", "benefit_job_loss")
    memory = reply(message, Memory(), TOOLS).memory
    assert memory.question == "eligibility.eis"
    assert memory.facts["employment"] == "private_employee"


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("company tutup, caruman saya macam mana", "act4"),
        ("my worker is on leave, does the contribution stop", "act4"),
        ("saya rider, company lambat, caruman terputus", "sksps"),
        ("macam mana kalau terlupa sambung", "sksps"),
    ],
)
def test_what_lapses_is_of_the_job_where_one_is_spoken_of(
    text: str, scheme: str
) -> None:
    need = "renewal_or_lapse"
    assert scheme_of(need, told(text, need), Memory()) == scheme


def test_who_names_both_covers_is_told_both() -> None:
    message = told("pekerja 62 tahun wajib socso dan eis ke", "eligibility_eis")
    both = ("eligibility_employee", "eligibility_eis")
    assert with_price(("eligibility_eis",), message) == both


def test_what_happened_at_work_is_no_matter_of_keeping_house() -> None:
    need, found = "coverage_start_or_period", ("skssr_home", 0.6, "sure")
    away = told("jatuh bilik air hotel masa outstation, cover ke", need, found)
    home = told("jatuh bilik air rumah, cover ke", need, found)
    assert chosen(need, away, Memory(), TOOLS.known) is None
    assert chosen(need, home, Memory(), TOOLS.known) == "skssr_home"


@pytest.mark.parametrize(
    "text",
    [
        "pekerja indonesia saya kemalangan, layak ke",
        "our part time staff, must we register",
        "my new employee, is he covered",
        "staf kontrak kami dilindungi ke",
    ],
)
def test_a_worker_of_ones_own_is_employed(text: str) -> None:
    memory = reply(told(text, "eligibility_employee"), Memory(), TOOLS).memory
    assert memory.relation == "employee"
    assert memory.facts["employment"] == "private_employee"


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("kerajaan kontrak ada socso tak", "contract_public_servant"),
        ("cikgu kerajaan layak perkeso ke", "civil_servant"),
        ("I'm working in factory, am I covered", "private_employee"),
    ],
)
def test_who_employs_is_heard_in_more_words(text: str, work: str) -> None:
    memory = reply(told(text, "eligibility_employee"), Memory(), TOOLS).memory
    assert memory.facts["employment"] == work


@pytest.mark.parametrize(
    "text",
    ["bos kata probation tak payah socso, betul ke", "my employer says I am too new"],
)
def test_whoever_has_a_boss_is_not_asked_what_the_work_is(text: str) -> None:
    memory = reply(told(text, "eligibility_employee"), Memory(), TOOLS).memory
    assert memory.facts["employment"] == "private_employee"


def test_the_trade_of_an_employer_is_not_that_of_the_staff() -> None:
    found = ("employer_new", 0.5, "sure")
    message = told(
        "saya majikan kedai makan, wajib daftar ke", "how_to_register", found
    )
    assert chosen("how_to_register", message, Memory(), TOOLS.known) == "employer_new"


def test_who_pays_a_retrenchment_is_no_question_of_contributions() -> None:
    message = told("retrenchment benefit majikan bayar ke perkeso bayar", "how_to_pay")
    assert asked(message, TOOLS.known) == ()
    finished = told("my staff finished their contract, still pay eis?", "how_to_pay")
    assert asked(finished, TOOLS.known) == ("known:employee_left",)


def test_a_permit_that_ran_out_is_nobodys_death() -> None:
    message = told("pekerja saya permit mati, kemalangan, boleh claim", "how_to_claim")
    assert not message.tells_of_a_death


@pytest.mark.parametrize(
    "text",
    ["kami ambil pekerja hujung minggu saja, wajib carum ke", "must staff be covered?"],
)
def test_whoever_is_called_staff_has_an_employer(text: str) -> None:
    memory = reply(told(text, "eligibility_employee"), Memory(), TOOLS).memory
    assert memory.facts["employment"] == "private_employee"


@pytest.mark.parametrize(
    "text",
    ["saya dah resign, masih dilindungi socso ke", "I quit, am I still covered"],
)
def test_cover_after_a_job_is_what_lapses_with_it(text: str) -> None:
    need = "coverage_start_or_period"
    assert of_benefit(need, told(text, need)) == "renewal_or_lapse"
    assert scheme_of("renewal_or_lapse", told(text, need), Memory()) == "act4"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("apa beza plan 2 dengan plan 3 untuk hilang upaya kekal", "permanent"),
        ("what does permanent disablement mean on plan 4", "permanent"),
        ("what is permanent disablement", "word"),
        ("apa itu plan 2", "word"),
    ],
)
def test_a_benefit_beside_a_plan_is_no_word_to_be_explained(
    text: str, meant: str
) -> None:
    needs = {"permanent": "benefit_permanent_disablement", "word": "scheme_definition"}
    need = "scheme_definition"
    assert of_benefit(need, told(text, need)) == needs[meant]
