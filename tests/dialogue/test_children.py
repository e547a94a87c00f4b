"""Children as facts of the dead or the living: how many, and one who works."""

from __future__ import annotations

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.form import fill
from bot.dialogue.tools import build
from bot.dialogue.whom import whom
from tests.dialogue.conftest import questions
from tests.dialogue.test_pay import talk, told

DEATH = "benefit_dependants_or_survivors"


@pytest.fixture(scope="module")
def law() -> Tools:
    return build(settings.load(), "2026-11-23")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ado anok perempuan sorang", 1),
        ("anak sorang je", 1),
        ("anak lelaki dua orang", 2),
        ("we have two sons and a daughter", 3),
    ],
)
def test_children_told_after_a_death_are_counted(
    text: str, count: int, law: Tools
) -> None:
    first = ("suami meninggal masa kerja di kilang", DEATH)
    turn = talk(law, first, (text, "emergency_or_distress"))
    assert questions(turn) == ["benefit.death"]
    assert turn.memory.facts["children"] == count
    assert turn.memory.relation == "husband"


def test_an_only_child_is_no_cry_for_help_while_a_fact_is_asked(law: Tools) -> None:
    turn = talk(law, ("husband died at work", DEATH))
    filled = fill(told("anak sorang", "emergency_or_distress"), turn.memory, law)
    assert filled is not None
    assert filled.memory.facts["children"] == 1
    assert filled.memory.asked == "employment"


@pytest.mark.parametrize(
    "text",
    [
        "anak saya 17 tahun kerja part time",
        "my son is 17, working part time, must he pay socso?",
        "anak perempuan 17 tahun kerja kilang, kena carum ke",
    ],
)
def test_a_child_who_works_is_asked_about_with_its_age(text: str, law: Tools) -> None:
    turn = talk(law, (text, "eligibility_employee"))
    assert questions(turn) == ["eligibility.act4"]
    assert turn.memory.relation == "child"
    assert turn.memory.facts["age"] == 17


def test_a_child_at_school_is_told_of_beside_its_mother() -> None:
    text = "saya suri rumah, anak 17 tahun sekolah, boleh masuk kasih?"
    assert whom(told(text, "eligibility_housewife"), Memory()) != "child"


def test_part_time_at_a_cafe_is_work_for_an_employer(law: Tools) -> None:
    text = "my daughter 17 works part time at a cafe, is she covered"
    assert questions(talk(law, (text, "eligibility_employee"))) == ["eligibility.act4"]
