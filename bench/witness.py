"""Do the tables agree with somebody else's? `python -m bench.witness [FOLDER]`.

Compares every row in force on 1 October 2024 with the PyPI package
malaysia-statutory-rates: a witness, never a source. It is no dependency: install it
anywhere and give the folder of its `data`, or install it here for a moment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any

from bot.rulebook import Rulebook, load

ON = date(2024, 10, 1)
PACKAGE = "malaysia_statutory_rates"
SEN = Decimal("0.01")
# where the witness is known to be wrong as a rule: its rows are right
EXPLAINED = {
    "foreign workers and EIS": "the witness lists EIS for foreign workers; Act 800 does"
    " not cover them (s.3)",
    "foreign workers and employer only": "the witness calls RM104.15 employment injury"
    " alone; since July 2024 it includes invalidity",
}


def folder(arguments: list[str]) -> Path:
    if arguments:
        return Path(arguments[0])
    try:
        return Path(str(resources.files(PACKAGE))) / "data"
    except ModuleNotFoundError:
        sys.exit(f"{PACKAGE} is not installed here; give the folder of its data")


def rows(data: Path, name: str) -> list[dict[str, Any]]:
    text = (data / f"{name}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return list(found["rate_table"])


def wage_of(row: Mapping[str, Any]) -> Decimal:
    """The upper edge of a band, or one sen over the ceiling."""
    top = row["wage_max"]
    return Decimal(row["wage_min"]) + SEN if top is None else Decimal(top)


def ours(book: Rulebook, question: str, wage: Decimal, category: int) -> list[Decimal]:
    facts = {"wage": str(wage), "category": category}
    if question == "contribution.eis":
        facts.pop("category")
    amounts = book.decide(question, facts, on=ON).amounts
    return [amounts["employer"], amounts["employee"], amounts["total"]]


def compared(book: Rulebook, data: Path) -> Iterator[tuple[str, bool]]:
    """Each row of each table, and whether it agrees."""
    for row in rows(data, "socso_rates"):
        wage, second = wage_of(row), Decimal(row["total_schedule2"])
        first = [
            Decimal(row[f"{who}_schedule1"])
            for who in ("employer", "employee", "total")
        ]
        same = ours(book, "contribution.act4", wage, 1) == first
        yield f"Act 4, first category, RM{wage}", same
        same = ours(book, "contribution.act4", wage, 2)[2] == second
        yield f"Act 4, second category, RM{wage}", same
    for row in rows(data, "eis_rates"):
        wage = wage_of(row)
        theirs = [Decimal(row[who]) for who in ("employer", "employee", "total")]
        yield f"EIS, RM{wage}", ours(book, "contribution.eis", wage, 1) == theirs


def main(arguments: list[str]) -> None:
    data, book = folder(arguments), load()
    results = list(compared(book, data))
    for name, same in results:
        if not same:
            print(f"differs: {name}")
    for name, why in EXPLAINED.items():
        print(f"explained: {name}: {why}")
    agree = sum(same for _, same in results)
    print(json.dumps({"rows": len(results), "agree": agree}))
    sys.exit(agree != len(results))


if __name__ == "__main__":
    main(sys.argv[1:])
