"""Several wages told at once, asked about again for another month or another Act."""

from __future__ import annotations

from typing import Any

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from bot.dialogue.turn import Turn
from tests.dialogue.test_pay import told

WAGE, EIS = "contribution_amount_employee", "contribution_amount_eis"
TWO = ("socso for RM1,850 and for RM2,950?", WAGE)


@pytest.fixture(scope="module")
def law() -> Tools:
    return build(settings.load(), "2026-11-23")


def talk(law: Tools, *said_: tuple[str, str]) -> Turn:
    turn = Turn(memory=Memory())
    for text, need in said_:
        kept = Memory.from_json(turn.memory.to_json())
        turn = reply(told(text, *need.split()), kept, law)
    return turn


def decided(turn: Turn) -> list[tuple[Any, Any]]:
    """The wage and the day of each decision."""
    values = [u.values for u in turn.utterances if u.response == "utter_decision"]
    return [(one["facts"]["wage"], one["on"]) for one in values]


@pytest.mark.parametrize(
    "text",
    [
        "same but for May 2023",
        "kalau untuk Mei 2023 pulak",
        "gaji sama tapi Mei 2023",
        "both wages in May 2023?",
        "semua tu untuk Mei 2023",
        "kalau bulan Mei 2023",
    ],
)
def test_another_month_is_told_for_each_wage(text: str, law: Tools) -> None:
    turn = talk(law, TWO, (text, "inform"))
    assert decided(turn) == [("1850.00", "2023-05-01"), ("2950.00", "2023-05-01")]


def test_another_year_is_told_for_each_wage(law: Tools) -> None:
    turn = talk(law, TWO, ("same wages but in 2023", "inform"))
    assert decided(turn) == [("1850.00", "2023-12-31"), ("2950.00", "2023-12-31")]


def test_another_act_is_told_for_each_wage(law: Tools) -> None:
    turn = talk(law, TWO, ("eis pula?", "eligibility_eis"))
    assert [wage for wage, _ in decided(turn)] == ["1850.00", "2950.00"]
    assert turn.memory.question == "contribution.eis"


def test_two_acts_are_told_again_for_each_wage(law: Tools) -> None:
    first = ("socso dan eis untuk gaji RM1,850 dan RM2,950", f"{WAGE} {EIS}")
    turn = talk(law, first, ("kalau Mei 2023", "inform"))
    assert len(decided(turn)) == 4
    assert {day for _, day in decided(turn)} == {"2023-05-01"}


def test_the_age_told_beside_a_wage_stays_with_it(law: Tools) -> None:
    first = ("perkeso gaji RM1500 umur 62, dan RM2600", WAGE)
    turn = talk(law, first, ("kalau Mei 2023", "inform"))
    ages = [u.values["facts"].get("age") for u in turn.utterances[:2]]
    assert ages == [62, None]


def test_another_wage_takes_the_place_of_several(law: Tools) -> None:
    turn = talk(law, TWO, ("kalau 4000?", "inform"), ("Mei 2023?", "inform"))
    assert decided(turn) == [("4000.00", "2023-05-01")]


def test_five_wages_are_all_answered(law: Tools) -> None:
    text = "gaji RM1000, RM1500, RM2000, RM2500 dan RM3000, socso berapa"
    assert len(decided(talk(law, (text, WAGE)))) == 5
