"""Makes an extract of any size for the benches: people, payments, claims of nobody."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.registry.codes import CLAIM_STATUSES

FIRST = date(1950, 1, 1)
DAYS = 20_000
BENEFITS = ("medical", "temporary_disablement", "permanent_disablement")

Rows = Iterator[dict[str, Any]]


def ic_of(number: int) -> str:
    """A number with an unassigned place code, another for each of 200 million."""
    birth = birth_of(number)
    serial = number // DAYS
    return f"{birth:%y%m%d}{('00', '17', '70')[serial // 10_000]}{serial % 10_000:04d}"


def birth_of(number: int) -> date:
    """From 1950 to 2004, in an order that jumps about."""
    return FIRST + timedelta(number * 7919 % DAYS)


def people(count: int) -> Rows:
    """So many of them."""
    for number in range(count):
        yield {
            "ic": ic_of(number),
            "name": f"Contoh {number}",
            "phone": f"+60110000{number % 10_000:04d}",
            "birth_date": birth_of(number),
        }


def registrations(count: int) -> Rows:
    """One for each of so many people."""
    for number in range(count):
        begin = date(2026, 1, 1) + timedelta(number % 300)
        yield {
            "ic": ic_of(number),
            "scheme": "sksps",
            "status": "active",
            "plan": number % 4 + 1,
            "registered_on": begin,
            "cover_from": begin,
            "cover_until": begin + timedelta(364),
        }


def contributions(count: int) -> Rows:
    """One for each of so many people."""
    for number in range(count):
        begin = date(2026, number % 12 + 1, 1)
        yield {
            "ic": ic_of(number),
            "scheme": "act4",
            "receipt": f"R{number:08d}",
            "amount": f"{number * 31 % 20_000 / 100:.2f}",
            "received_at": f"{begin + timedelta(14)}T10:15:00+08:00",
            "cover_from": begin,
            "cover_until": begin + timedelta(27),
        }


def claims(count: int) -> Rows:
    """One for each of so many people."""
    statuses = [each for each in CLAIM_STATUSES if each != "documents_missing"]
    for number in range(count):
        filed = date(2026, 1, 1) + timedelta(number % 300)
        yield {
            "ic": ic_of(number),
            "number": f"T/2026/{number:08d}",
            "scheme": "act4",
            "benefit": BENEFITS[number % 3],
            "status": statuses[number % len(statuses)],
            "filed_on": filed,
            "status_on": filed + timedelta(10),
        }


def events(count: int) -> Rows:
    """Two steps for each of those claims."""
    for claim in claims(count):
        for step, day in ((1, claim["filed_on"]), (2, claim["status_on"])):
            yield {
                "number": claim["number"],
                "step": step,
                "status": "received" if step == 1 else claim["status"],
                "happened_on": day,
            }


MAKERS: dict[str, Callable[[int], Rows]] = {
    "person": people,
    "registration": registrations,
    "contribution": contributions,
    "claim": claims,
    "claim_event": events,
}


def write(folder: Path, kind: str, count: int) -> Path:
    """A CSV file of one kind."""
    path = folder / f"{kind}.csv"
    rows = MAKERS[kind](count)
    with path.open("w", newline="", encoding="utf-8") as file:
        first = next(rows)
        writer = csv.DictWriter(file, list(first))
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(rows)
    return path
