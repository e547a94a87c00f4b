"""What is asked after a death was told is of the family that is left."""

from __future__ import annotations

from datetime import date

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.bereaved import NEED
from bot.dialogue.form import fill
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from bot.dialogue.turn import Turn
from bot.understanding.entities import extract


@pytest.fixture(scope="module")
def law() -> Tools:
    return build(settings.load(), "2026-11-23")


def told(text: str, need: str = NEED) -> Message:
    found = [one.to_json() for one in extract(text, date(2026, 11, 23))]
    understood = {"needs": [{"need": need}]}
    latest = {"text": text, "intent": {"name": need}, "entities": found}
    return Message.from_rasa({**latest, "understanding": understood})


def talk(law: Tools, *said: tuple[str, str]) -> Turn:
    memory = Memory()
    for text, need in said:
        turn = reply(told(text, need), memory, law)
        memory = turn.memory
    return turn


@pytest.mark.parametrize(
    ("first", "then", "question"),
    [
        (
            "suami meninggal kena langgar masa balik kerja, kerja swasta",
            ("pencen dia berapa", "benefit_invalidity"),
            "benefit.act4.dependants",
        ),
        (
            "my late father was salaried, he died of cancer",
            ("how much is the pension", "benefit_invalidity"),
            "benefit.act4.survivors",
        ),
        (
            "arwah isteri suri rumah, sakit jantung",
            ("brp sebulan anak dapat pencen", NEED),
            "benefit.skssr.survivors",
        ),
        (
            "abah meninggal sakit buah pinggang, kerja kilang",
            ("mak dpt pencen brp", NEED),
            "benefit.act4.survivors",
        ),
    ],
)
def test_a_pension_asked_after_a_death_is_that_of_the_dead(
    law: Tools, first: str, then: tuple[str, str], question: str
) -> None:
    turn = talk(law, (first, NEED), then)
    asked = [u.values.get("question") for u in turn.utterances]
    assert question in (*asked, turn.memory.question)


def test_a_share_that_was_told_is_told_again_of_the_same_benefit(law: Tools) -> None:
    first = "arwah ayah rider plan 3, meninggal langgar lori masa hantar makanan"
    turn = talk(law, (first, NEED), ("berapa sebulan mak dapat", NEED))
    assert turn.memory.question == "benefit.sksps.dependants"
    assert turn.memory.asked is None


def test_what_is_missing_is_asked_of_whoever_died(law: Tools) -> None:
    turn = talk(law, ("bapa saya meninggal bulan lepas", NEED), ("berapa pencen", NEED))
    assert turn.memory.question == "benefit.death"
    assert turn.memory.asked in ("cause", "employment")
    assert turn.memory.relation == "father"


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("pencen ilat saya berapa", "benefit_invalidity"),
        ("berapa kena bayar caruman", "contribution_amount_employee"),
        ("pencen kwsp berapa", "out_of_scope"),
    ],
)
def test_another_pension_is_another_question(law: Tools, text: str, need: str) -> None:
    first = ("suami meninggal sakit jantung, kerja swasta", NEED)
    turn = talk(law, first, (text, need))
    asked = {u.values.get("question") for u in turn.utterances}
    assert not asked & {"benefit.act4.survivors", "benefit.act4.dependants"}


def test_nothing_is_of_the_dead_where_no_death_was_told(law: Tools) -> None:
    turn = talk(law, ("berapa pencen", "benefit_invalidity"))
    assert turn.memory.question != "benefit.death"


def test_whoever_only_tells_of_a_death_is_not_given_a_question_near_to_it(
    law: Tools,
) -> None:
    message = told("my father passed away last week, he worked in a factory")
    turn = reply(message, Memory(), law)
    assert turn.memory.question == "benefit.death"


def test_a_sum_asked_with_a_death_is_what_the_family_gets(law: Tools) -> None:
    text = "my husband died on a delivery, he was on plan 2, how much a month"
    turn = talk(law, (text, "contribution_amount_selfemployed"))
    assert turn.memory.need == NEED
    paying = "suami meninggal, berapa saya kena bayar caruman plan 2"
    turn = talk(law, (paying, "contribution_amount_selfemployed"))
    assert turn.memory.need != NEED


@pytest.mark.parametrize(
    "text", ["kalau suami saya meninggal siapa dapat", "if my wife dies what do I get"]
)
def test_nobody_is_condoled_for_a_death_that_is_only_supposed(
    law: Tools, text: str
) -> None:
    turn = talk(law, (text, NEED))
    assert "utter_condolence" not in [u.response for u in turn.utterances]


@pytest.mark.parametrize("answer", ["sakit", "sakit biasa", "he was sick", "sakit tua"])
def test_a_bare_word_says_that_somebody_was_ill(law: Tools, answer: str) -> None:
    turn = talk(law, ("bapa meninggal, dia kerja swasta", NEED))
    assert turn.memory.asked == "cause"
    filled = fill(told(answer, "out_of_scope"), turn.memory, law)
    assert filled is not None
    assert filled.memory.facts["cause"] == "illness"


def test_being_ill_is_no_cause_where_more_is_said() -> None:
    assert told("sakit kepala saya dengan perkeso ni").first("cause") is None
