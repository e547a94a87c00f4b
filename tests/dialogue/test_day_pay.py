"""Pay by the day: a follow-up that changes the days, or the rate, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.day_pay import completed, remembered
from bot.dialogue.form import complete, fill
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from bot.understanding.entities import extract

PRICE = "contribution_amount_employee"


@pytest.fixture(scope="module")
def law() -> Tools:
    return build(settings.load(), "2026-11-23")


def told(text: str, need: str = "inform") -> Message:
    found = [one.to_json() for one in extract(text, date(2026, 11, 23))]
    understood = {"needs": [{"need": need}]}
    latest = {"text": text, "intent": {"name": need}, "entities": found}
    return Message.from_rasa({**latest, "understanding": understood})


@pytest.mark.parametrize(
    ("first", "then", "wage"),
    [
        ("upah RM90 sehari, kerja 18 hari, socso brp", "kalau 25 hari?", "2250.00"),
        ("I earn RM64 a day for 20 days, how much socso", "and 22 days?", "1408.00"),
        ("gaji harian rm75 utk 24 hari caruman?", "klu kerja 12 hari brp", "900.00"),
        ("upah RM90 sehari, kerja 20 hari, socso brp", "RM95 sehari?", "1900.00"),
        ("gaji hari RM65, kerja 22 hari, socso berapa", "kalau 24", "1560.00"),
        ("RM100 a day, 15 days, how much socso", "if RM110 a day", "1650.00"),
    ],
)
def test_a_follow_up_changes_the_days_or_the_rate_alone(
    law: Tools, first: str, then: str, wage: str
) -> None:
    turn = reply(told(first, PRICE), Memory(), law)
    memory = Memory.from_json(turn.memory.to_json())
    after = reply(told(then), memory, law).memory
    assert after.facts["wage"] == wage
    assert after.question == "contribution.act4"


def test_several_follow_ups_each_go_on_from_the_last(law: Tools) -> None:
    memory = reply(
        told("gaji RM80 sehari 20 hari, socso?", PRICE), Memory(), law
    ).memory
    for text, wage in (("25 hari?", "2000.00"), ("RM90 sehari?", "2250.00")):
        memory = reply(told(text), memory, law).memory
        assert memory.facts["wage"] == wage


def test_days_answer_the_question_for_the_wage_where_the_rate_was_told(
    law: Tools,
) -> None:
    memory = reply(told("gaji RM55 sehari, berapa socso", PRICE), Memory(), law).memory
    assert memory.asked == "wage"
    answer = told("24 hari")
    filled = fill(answer, memory, law)
    assert filled is not None
    assert complete(answer, filled.memory, law).memory.facts["wage"] == "1320.00"


@pytest.mark.parametrize(
    "text",
    [
        "mc 14 hari dapat berapa",
        "kena tunggu 7 hari ke",
        "lewat bayar 10 hari macam mana",
    ],
)
def test_other_days_are_no_days_of_work(text: str) -> None:
    memory = Memory(by_day={"rate": "70.00", "days": 20})
    message = told(text)
    assert completed(message, memory) is message


def test_a_monthly_wage_takes_the_place_of_pay_by_the_day() -> None:
    memory = Memory(by_day={"rate": "70.00", "days": 20})
    assert remembered(told("gaji RM2000 sebulan"), memory).by_day == {}
    assert remembered(told("terima kasih"), memory) == memory


def test_pay_with_its_days_asks_what_is_deducted(law: Tools) -> None:
    memory = reply(told("RM70 sehari 20 hari"), Memory(), law).memory
    assert memory.question == "contribution.act4"
    assert replace(memory, by_day={}) != memory
