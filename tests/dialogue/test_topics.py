"""Messages that name a topic and little else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.message import Message
from bot.dialogue.needs import of_benefit
from bot.dialogue.planner import reply
from bot.dialogue.topics import of_topic
from bot.understanding.entities import extract
from tests.dialogue.conftest import questions

KNOWN = ("l24_who_pays", "l24_opt_out")
DEPENDANTS = Memory(
    question="benefit.sksps.dependants",
    need="benefit_dependants_or_survivors",
    scheme="sksps",
)


def typed(text: str, *needs: str) -> Message:
    found = extract(text, date(2026, 11, 23))
    return Message(
        text=text,
        intent=needs[0],
        needs=needs,
        entities=tuple((e.entity, e.value) for e in found),
        starts=tuple(e.start for e in found),
        ends=tuple(e.end for e in found),
    )


@pytest.mark.parametrize(
    ("text", "memory", "topic"),
    [
        ("carum lindung 24 jam", Memory(scheme="act4"), "known:l24_who_pays"),
        ("caruman skssr", Memory(), "contribution_amount_housewife"),
        ("boleh tarik diri tak", Memory(scheme="lindung24"), "known:l24_opt_out"),
        ("boleh tarik diri tak", Memory(scheme="sksps"), None),
        ("dah opt out, nak masuk balik", Memory(scheme="lindung24"), None),
        ("unpaid leave macam mana", Memory(scheme="lindung24"), None),
        ("How much is the funeral benefit?", DEPENDANTS, "benefit_funeral"),
        ("how much is the dependants benefit", DEPENDANTS, None),
    ],
)
def test_a_topic_is_answered_for_what_it_names(
    text: str, memory: Memory, topic: str | None
) -> None:
    wanted = of_topic(typed(text, "eligibility_employee"), memory, KNOWN)
    assert wanted == ((topic,) if topic else ())


@pytest.mark.parametrize(
    "text",
    [
        "amount of funeral benefit for SKSSR and employee",
        "faedah pengurusan mayat untuk skssr dan akta 4 berapa",
    ],
)
def test_a_benefit_of_two_schemes_is_told_for_both(tools: Tools, text: str) -> None:
    both = frozenset({"benefit.skssr.funeral", "benefit.act4.funeral"})
    tools = replace(tools, questions=tools.questions | both)
    turn = reply(typed(text, "benefit_funeral"), Memory(), tools)
    assert questions(turn) == ["benefit.skssr.funeral", "benefit.act4.funeral"]


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("gaji 4500 kena retrench, dpt brp", "benefit_job_loss"),
        ("i earned rm3,000 and was laid off, what do i get", "benefit_job_loss"),
        ("gaji 4500, caruman berapa", "contribution_amount_employee"),
    ],
)
def test_a_wage_before_a_lost_job_asks_for_the_allowance(text: str, need: str) -> None:
    heard = typed(text, "contribution_amount_employee")
    assert of_benefit("contribution_amount_employee", heard) == need


@pytest.mark.parametrize(
    ("text", "needs", "asks"),
    [
        ("brp peratus majikan tolak utk lindung 24 jam", ("lindung24",), True),
        ("What percentage is deducted for LINDUNG 24 Jam?", ("lindung24",), True),
        ("skbbk ni kadar caruman dia camne", ("contribution_amount_employee",), True),
        ("lindung 24 jam gaji RM2,000 potong berapa", ("lindung24",), False),
        ("siapa yang wajib masuk lindung 24 jam ni", ("lindung24",), False),
        ("berapa bayar kalau patah tangan lindung 24 jam", ("benefit_medical",), False),
        ("berapa potong sip", ("contribution_amount_eis",), False),
    ],
)
def test_the_price_of_lindung_24_jam_is_told_when_no_wage_is_named(
    text: str, needs: tuple[str, ...], asks: bool
) -> None:
    found = of_topic(typed(text, *needs), Memory(), KNOWN)
    assert (found == ("known:l24_who_pays",)) is asks


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("caruman lindung kasih isteri", ("contribution_amount_housewife",)),
        ("isteri meninggal, dia mencarum lindung kasih", ()),
    ],
)
def test_a_told_death_is_more_than_a_topic(text: str, needs: tuple[str, ...]) -> None:
    assert of_topic(typed(text, "eligibility_housewife"), Memory(), KNOWN) == needs
