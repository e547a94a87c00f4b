"""How well values are found: F1 over `heldout/entities.csv`, by kind of entity.

python -m bench.entities [--misses]
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from bot.understanding.entities import extract

LISTED = Path(__file__).parent / "heldout" / "entities.csv"
ON = date(2026, 11, 23)


def plain(name: str, value: object) -> str:
    """A value in one spelling; twelve months and a year are the same period."""
    if name == "period":
        if isinstance(value, str) and value.startswith("{"):
            value = json.loads(value)
        if isinstance(value, dict):
            count, unit = int(value["n"]), value["unit"]
            years = unit == "year"
            return f"{count * 12 if years else count} {'month' if years else unit}"
    return str(value).lower()


def main() -> int:
    """Print F1 of each kind and of all."""
    hit: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    with LISTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name, wanted = row["entity"], plain(row["entity"], row["value"])
            found = extract(row["text"], ON)
            values = {plain(name, e.value) for e in found if e.entity == name}
            hit[name] += wanted in values
            missed[name] += wanted not in values
            extra[name] += len(values - {wanted})
            if wanted not in values and "--misses" in sys.argv:
                print(f"missed: {row['text']} | {name} {wanted} | {sorted(values)}")
    for name in sorted(hit):
        print(f"{name:14} {f1(hit[name], extra[name], missed[name]):.4f}")
    print(f"{'all':14} {f1(hit.total(), extra.total(), missed.total()):.4f}")
    return 0


def f1(hit: int, extra: int, missed: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * hit / (2 * hit + extra + missed) if hit else 0.0


if __name__ == "__main__":
    raise SystemExit(main())
