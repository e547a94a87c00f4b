"""PERKESO's offices: which towns have one, and the few addresses that are safe to show.

`offices.csv` carries the office ids of the fact pack; an address that no recent source
confirms is left out there, and people are sent to the official page of the state.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).parent / "offices.csv"


@dataclass(frozen=True)
class Office:
    """One office; `address` is empty where none is safe to show."""

    office: str
    town: str
    aliases: tuple[str, ...]
    state: str
    address: str
    working_week: str
    page: str


@lru_cache(maxsize=1)
def load() -> tuple[Office, ...]:
    """All offices in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_office(row) for row in csv.DictReader(file))


def _office(row: dict[str, str]) -> Office:
    return Office(
        office=row["office"],
        town=row["town"],
        aliases=tuple(filter(None, row["aliases"].split(";"))),
        state=row["state"],
        address=row["address"],
        working_week=row["working_week"],
        page=row["page"],
    )


def get(office: str) -> Office:
    """The office with this id; KeyError if there is none."""
    return {item.office: item for item in load()}[office]


def find(text: str) -> Office | None:
    """The office whose town, or else whose state, `text` names."""
    words = f" {re.sub(r'[^a-z ]+', ' ', text.casefold())} "
    words = re.sub(r" +", " ", words)
    for names in (_town_names, _state_names):
        for item in load():
            if any(f" {name} " in words for name in names(item)):
                return item
    return None


def _town_names(item: Office) -> tuple[str, ...]:
    return (item.town.casefold(), *item.aliases)


def _state_names(item: Office) -> tuple[str, ...]:
    return (item.state.casefold(),)
