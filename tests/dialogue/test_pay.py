"""Pay that is told by the day, roughly, before or after deductions, or put right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.form import fill
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from bot.dialogue.turn import Turn
from bot.dialogue.wages import monthly_wages, tells_no_month
from bot.understanding.entities import extract
from tests.dialogue.conftest import said

WAGE = "contribution_amount_employee"


def told(text: str, *needs: str) -> Message:
    found = [one.to_json() for one in extract(text, date(2026, 11, 23))]
    latest: dict[str, Any] = {
        "text": text,
        "intent": {"name": (needs or (WAGE,))[0]},
        "entities": found,
        "understanding": {"needs": [{"need": need} for need in needs or (WAGE,)]},
    }
    return Message.from_rasa(latest)


def talk(law: Tools, *said_: tuple[str, str]) -> Turn:
    turn = Turn(memory=Memory())
    for text, need in said_:
        turn = reply(told(text, need), turn.memory, law)
    return turn


@pytest.mark.parametrize(
    ("text", "wage"),
    [
        ("RM50 sehari 26 hari, berapa socso", "1300.00"),
        ("RM80 sehari, kerja 22 hari sebulan", "1760.00"),
        ("RM65 x 24", "1560.00"),
        ("2k sebulan campur OT 300", "2300.00"),
        ("basic 1800 elaun 200 komisen 300", "2300.00"),
        ("elaun 200 gaji pokok 1800", "2000.00"),
        ("gaji kasar 3200 gaji bersih 2800", "3200.00"),
        ("gross 4000 net 3500", "4000.00"),
        ("gaji 3000 bonus 1000", "3000.00"),
        ("gaji 2600 termasuk OT 300", "2600.00"),
        ("gaji lebih kurang 2500", "2500.00"),
        ("around RM1.7k a month", "1700.00"),
        ("RM30,000 setahun", "2500.00"),
        ("eh bukan 2950 lah, 2590", "2590.00"),
        ("sorry not 4100, 1400", "1400.00"),
        ("bos potong socso rm30 gaji 2000 betul ke", "2000.00"),
    ],
)
def test_pay_is_read_as_the_wage_of_a_month(text: str, wage: str) -> None:
    assert monthly_wages(told(text)) == [wage]


@pytest.mark.parametrize(
    ("text", "wages"),
    [
        ("salary between 2 and 3 thousand", ["2000.00", "3000.00"]),
        ("gaji 2 hingga 3 ribu", ["2000.00", "3000.00"]),
        ("gaji 1.5k - 2k", ["1500.00", "2000.00"]),
    ],
)
def test_a_range_of_wages_is_read_as_its_two_ends(text: str, wages: list[str]) -> None:
    assert monthly_wages(told(text)) == wages


@pytest.mark.parametrize(
    "text",
    [
        "gaji hari RM65 socso berapa",
        "RM65 sehari, 5 hari seminggu",
        "8 ringgit sejam, 4 jam sehari",
        "gaji seminggu RM400",
        "gaji setengah bulan RM900",
        "gaji dua ribu lebih",
        "gaji kurang dari 2000",
        "salary below 5000",
        "gaji 3000 ke atas",
        "gaji bersih 2800",
        "gaji minimum socso berapa",
    ],
)
def test_no_row_is_picked_for_pay_that_tells_no_month(text: str) -> None:
    message = told(text)
    assert monthly_wages(message) == []
    assert tells_no_month(message)


def test_an_earlier_wage_does_not_stand_in_for_a_limit(tools: Tools) -> None:
    before = Memory(question="contribution.act4", facts={"wage": "3000.00"})
    turn = reply(told("kalau gaji lebih 5000?", WAGE), before, tools)
    assert "wage" not in turn.memory.facts
    assert turn.memory.asked == "wage"
    assert said(turn) == ["utter_monthly_wage"]


def test_a_days_pay_given_as_the_answer_is_asked_about_again(tools: Tools) -> None:
    asked = Memory(question="contribution.act4", asked="wage")
    turn = fill(told("RM60 sehari", "inform"), asked, tools)
    assert turn is not None
    assert turn.memory.asked == "wage"
    assert said(turn) == ["utter_monthly_wage"]


def test_the_minimum_wage_is_said_to_be_unknown(tools: Tools) -> None:
    turn = reply(told("pekerja gaji minimum, socso berapa"), Memory(), tools)
    assert said(turn) == ["utter_minimum_wage"]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("bukan plan 2, plan 3", "plan", 3),
        ("not 45, 54", "age", 54),
        ("bukan isteri saya, mak saya", "relation", "mother"),
    ],
)
def test_what_is_put_right_in_one_breath_is_dropped(
    text: str, name: str, value: object
) -> None:
    assert list(told(text, "inform").values(name)) == [value]


def test_what_is_only_denied_is_kept() -> None:
    assert told("saya bukan suri rumah").first("employment") == "housewife"
