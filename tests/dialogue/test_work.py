"""Kinds of work that settle a scheme, and those that may be done for an employer."""

from __future__ import annotations

from datetime import date

import pytest

from bot.dialogue import Memory
from bot.dialogue.message import Message
from bot.dialogue.needs import scheme_of
from bot.dialogue.work import may_be_employed
from bot.understanding.entities import extract

HAPPENED = ("claim_deadline", "how_to_claim", "claim_documents", "benefit_medical")


def told(text: str, need: str = "claim_deadline") -> Message:
    found = [one.to_json() for one in extract(text, date(2026, 11, 23))]
    understood = {"needs": [{"need": need}]}
    latest = {"text": text, "intent": {"name": need}, "entities": found}
    return Message.from_rasa({**latest, "understanding": understood})


@pytest.mark.parametrize(
    "text",
    [
        "pemandu lori langgar divider, sampai bila boleh tuntut",
        "my brother is a bus driver and was hurt, what is the time limit",
        "tukang masak melecur, claim mcm mana",
        "welder kena mata, how long do we have to claim",
        "mekanik tersepit jari, tempoh nak tuntut brp lama",
    ],
)
@pytest.mark.parametrize("need", HAPPENED)
def test_no_scheme_is_supposed_of_a_trade_that_may_be_done_for_an_employer(
    text: str, need: str
) -> None:
    assert scheme_of(need, told(text, need), Memory()) is None


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("pemandu lori bekerja sendiri, tempoh tuntutan?", "sksps"),
        ("driver lori syarikat accident, claim sampai bila", "act4"),
        ("pemandu grab accident, sampai bila boleh claim", "sksps"),
        ("penjaja jatuh di gerai, tempoh tuntut", "sksps"),
        ("I drive a lorry on plan 2, time limit for a claim", "sksps"),
    ],
)
def test_a_scheme_is_known_where_the_work_or_more_is_said(
    text: str, scheme: str
) -> None:
    assert scheme_of("claim_deadline", told(text), Memory()) == scheme


def test_who_registers_by_themself_works_for_themself() -> None:
    message = told("saya tukang paip, macam mana nak daftar", "how_to_register")
    assert scheme_of("how_to_register", message, Memory()) == "sksps"


def test_a_trade_beside_own_work_leaves_no_doubt() -> None:
    assert not may_be_employed(told("saya tukang cat dan penjaja"))
    assert may_be_employed(told("saya tukang cat"))
