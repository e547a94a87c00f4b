"""Several people in one message: who is asked about, and what is told of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.facts import FactType, for_question
from bot.dialogue.message import Message
from bot.dialogue.persons import whom_asked
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from bot.understanding.entities import extract

JOINING = "eligibility_housewife"


def told(text: str, *needs: str) -> Message:
    found = [one.to_json() for one in extract(text, date(2026, 11, 23))]
    understood = {"needs": [{"need": need} for need in needs or (JOINING,)]}
    intent = {"name": needs[0] if needs else JOINING}
    latest = {
        "text": text,
        "intent": intent,
        "entities": found,
        "understanding": understood,
    }
    return Message.from_rasa(latest)


@pytest.fixture
def law(tools: Tools) -> Tools:
    statuses = ("citizen", "permanent_resident", "foreigner")
    facts = {**tools.facts, "citizenship": FactType("code", statuses)}
    return replace(tools, facts=facts)


def facts(text: str, law: Tools) -> dict[str, Any]:
    return dict(reply(told(text), Memory(), law).memory.facts)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("umur saya 40, isteri 38, dia boleh masuk skim suri rumah?", 38),
        ("isteri 38, saya 40, dia nak masuk lindung kasih", 38),
        ("I am 61 and my wife is 52, can she join lindung kasih?", 52),
        ("suami 60, saya 54, boleh saya join suri rumah?", 54),
        ("my husband is 60. I'm 53, can I join the housewives scheme", 53),
        ("mak saya 58, kakak 50, boleh mak saya masuk lindung kasih?", 58),
        ("suami bayarkan untuk saya, umur 45, boleh join?", 45),
        ("hubby 45 me 40, can i join kasih?", 40),
        ("anak 3 orang, umur 41, suri rumah, boleh join?", 41),
    ],
)
def test_the_age_of_whom_is_asked_about_counts(text: str, age: int, law: Tools) -> None:
    assert facts(text, law)["age"] == age


@pytest.mark.parametrize(
    "text",
    [
        "I am 61, can my wife join lindung kasih?",
        "suami saya 60 tahun, boleh saya join lindung kasih?",
        "saya suri rumah, anak umur 20, boleh join?",
    ],
)
def test_the_age_of_somebody_else_is_not_taken(text: str, law: Tools) -> None:
    assert "age" not in facts(text, law)


@pytest.mark.parametrize(
    "text",
    [
        "bapa saya nak masuk skim suri rumah boleh?",
        "ayah jaga rumah je, boleh masuk lindung kasih?",
        "abang saya jaga anak, layak ke lindung kasih",
        "abg ipar saya duduk rumah boleh masuk skim suri rumah?",
        "my son stays home, can he join LINDUNG Kasih?",
        "can my husband join the housewives scheme",
        "he takes care of the kids, can he join lindung kasih",
    ],
)
def test_a_man_is_known_by_how_he_is_named(text: str, law: Tools) -> None:
    assert facts(text, law)["sex"] == "male"


@pytest.mark.parametrize(
    "text",
    [
        "kakak saya boleh masuk lindung kasih?",
        "my husband wants to pay for me, can i join lindung kasih",
        "suami bayarkan, boleh join lindung kasih?",
        "my daughter wants to join lindung kasih",
        "suami saya kerja kerajaan, boleh saya masuk lindung kasih?",
        "she wants to join lindung kasih, can she",
    ],
)
def test_a_payer_beside_her_does_not_make_her_a_man(text: str, law: Tools) -> None:
    assert facts(text, law)["sex"] == "female"


def test_the_status_of_another_is_not_hers(law: Tools) -> None:
    text = "my husband is Malaysian but I am from Indonesia, can I join lindung kasih?"
    assert facts(text, law)["citizenship"] == "foreigner"


def test_what_one_told_of_oneself_is_not_carried_to_a_wife(law: Tools) -> None:
    turn = reply(told("saya lelaki 40, boleh saya masuk lindung kasih?"), Memory(), law)
    turn = reply(told("isteri saya boleh masuk?"), turn.memory, law)
    assert "age" not in turn.memory.facts
    assert turn.memory.facts["sex"] == "female"


def test_who_speaks_on_without_a_name_keeps_what_was_told(law: Tools) -> None:
    turn = reply(told("saya perempuan 40, boleh saya masuk?"), Memory(), law)
    turn = reply(told("berapa bayaran lindung kasih"), turn.memory, law)
    assert turn.memory.facts["age"] == 40


def test_an_answer_about_her_in_the_first_person_stays_about_her(law: Tools) -> None:
    turn = reply(told("isteri boleh masuk lindung kasih?"), Memory(), law)
    turn = reply(told("saya rasa 44", "inform"), turn.memory, law)
    assert turn.memory.relation == "wife"


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("saya duda, 45, anak 2, jaga anak kat rumah, boleh join?", "male"),
        ("saya balu 40, boleh saya masuk lindung kasih?", "female"),
    ],
)
def test_a_widow_or_widower_tells_their_sex(text: str, sex: str, law: Tools) -> None:
    assert facts(text, law)["sex"] == sex


def test_a_husbands_wage_is_not_that_of_the_housewife(law: Tools) -> None:
    told_facts = facts("gaji suami saya 5000, boleh saya join lindung kasih?", law)
    assert "employment" not in told_facts


def test_the_work_of_a_husband_is_not_hers() -> None:
    law = build(settings.load(), "2026-11-23")
    text = "suami kerja kilang, saya suri rumah, boleh saya masuk lindung kasih?"
    assert facts(text, law)["employment"] == "housewife"


def test_a_day_of_payment_is_not_the_day_of_the_accident() -> None:
    text = "bayar kasih since 2 Jan 2026, kalau accident 5 Jan 2027 cover?"
    found = for_question("which_cover", told(text))
    assert found["event_date"] == "2027-01-05"


@pytest.mark.parametrize(
    "text",
    [
        "anak saya dijaga pengasuh, saya kerja kilang, layak perkeso ke",
        "my kids are with a nanny while I work in a bank, am I covered",
        "anak hantar babysitter pastu saya jatuh motor, boleh claim",
    ],
)
def test_a_child_whom_somebody_looks_after_is_not_asked_about(text: str) -> None:
    assert whom_asked(told(text)) in (None, "self")


def test_a_child_who_delivers_food_is_asked_about() -> None:
    text = "anak saya hantar makanan, boleh join kendiri?"
    assert whom_asked(told(text, "eligibility_selfemployed")) == "child"
