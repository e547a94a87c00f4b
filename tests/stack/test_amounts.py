"""Fifty amounts of the law, drawn by a seed, as the running chat tells them."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import pytest

from bot.settings import ROOT
from tests.stack.conftest import Running
from tests.stack.talk import Talk, text_of

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]

SEED = 838
DRAWN = 50
TABLES = ROOT / "bot" / "rulebook" / "parameters"
PLANS = {
    1: ("13.10", "157.20"),
    2: ("19.40", "232.80"),
    3: ("36.90", "442.80"),
    4: ("49.40", "592.80"),
}


@dataclass(frozen=True)
class Asked:
    """A question as somebody may type it, and the sums that the answer must hold."""

    text: str
    sums: tuple[str, ...]


def rm(amount: str | Decimal) -> str:
    return f"RM{Decimal(amount):,.2f}"


def present_rows(pattern: str) -> Iterator[dict[str, str]]:
    """Rows in force today of the one table whose path matches."""
    (path,) = TABLES.rglob(pattern)
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from (row for row in csv.DictReader(lines) if not row["effective_to"])


def wage_in(row: dict[str, str]) -> str:
    """A wage inside the band: its upper edge, or above the ceiling for the last."""
    top = row["wage_up_to"]
    return rm(top) if top else rm(Decimal(row["wage_over"]) + 500)


def all_questions() -> Iterator[Asked]:
    yield Asked("berapa caruman suri rumah SKSSR setahun", (rm("120"),))
    yield Asked("how much is the housewife contribution per year", (rm("120"),))
    for plan, sums in PLANS.items():
        both = tuple(map(rm, sums))
        yield Asked(f"caruman SKSPS pelan {plan} berapa sebulan dan setahun", both)
        yield Asked(f"how much does self employed SOCSO plan {plan} cost", both)
    for row in present_rows("*third_schedule*.csv"):
        sums = (rm(row["cat1_employer"]), rm(row["cat1_employee"]))
        wage = wage_in(row)
        yield Asked(f"gaji {wage} sebulan caruman PERKESO pekerja berapa", sums)
        yield Asked(f"SOCSO contribution for an employee with wage {wage}", sums)
    for row in present_rows("*second_schedule*.csv"):
        wage = wage_in(row)
        sums = (rm(row["employer"]), rm(row["employee"]))
        yield Asked(f"caruman SIP untuk gaji {wage} berapa", sums)


def drawn() -> list[Asked]:
    return random.Random(SEED).sample(sorted(all_questions(), key=str), DRAWN)


@pytest.mark.parametrize("asked", drawn(), ids=lambda asked: asked.text)
def test_the_amount_comes_out_to_the_sen(
    running_assistant: Running, asked: Asked
) -> None:
    with Talk(running_assistant) as talk:
        text = text_of(talk.say(asked.text))
    for amount in asked.sums:
        assert amount in text, text
