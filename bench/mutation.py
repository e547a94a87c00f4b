"""Would a wrong figure be noticed? `python -m bench.mutation [PREFIX] [--list]`.

Shifts every value of the law by one unit and every dated edge by one day, one at a
time, in memory, and asks whether a golden case that reads it fails. Survivors are the
figures that nobody wrote a case for; `--list` names them, and `--check` fails when one
is not in mutation_survivors.txt, where those stand that no case can reach.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from bot.rulebook import Rulebook, load
from bot.rulebook.errors import RulebookError
from bot.rulebook.golden import Case, differences, read_cases
from bot.rulebook.loader import Law
from bot.rulebook.parameters import Parameter, Scalar, Span, Value
from bot.rulebook.tables import Row, Table, Version

DAY = timedelta(days=1)
SURVIVORS = Path(__file__).with_name("mutation_survivors.txt")
# columns that the loader adds up itself: a wrong one is refused before any case
ADDED_UP = ("total", "cat1_total")
STEP = {"percent": Decimal(1), "month": Decimal(1)}
SEN = Decimal("0.01")


@dataclass(frozen=True)
class Mutant:
    """One figure of one parameter, shifted."""

    path: str
    what: str
    law: Law


class Watched(dict[str, Law]):
    """The law, noting which of it is read."""

    def __init__(self, law: dict[str, Law]) -> None:
        super().__init__(law)
        self.seen: set[str] = set()

    def get(self, path: str, default: object = None) -> Law | None:  # type: ignore[override]
        self.seen.add(path)
        return super().get(path)


def readers(book: Rulebook, cases: list[Case]) -> dict[str, list[Case]]:
    """For each parameter the cases that read it."""
    found: dict[str, list[Case]] = defaultdict(list)
    watched = Watched(book.law)
    book = Rulebook(book.law, version=book.version)
    book.law = watched
    for case in cases:
        watched.seen.clear()
        case.decide(book)
        for path in watched.seen:
            found[path].append(case)
    return found


def shifted(value: Scalar, unit: str) -> Scalar:
    """The value, wrong by one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if isinstance(value, Decimal):
        return value + STEP.get(unit, SEN)
    if isinstance(value, date):
        return value + DAY
    if isinstance(value, tuple):
        return value[:-1]
    return f"not {value}" if isinstance(value, str) else value


def shifted_spans(span: Span) -> Iterator[tuple[str, Span]]:
    if span.since is not None:
        yield "from", replace(span, since=span.since + DAY)
    if span.until is not None:
        yield "to", replace(span, until=span.until - DAY)
    if span.vouched is not None:
        yield "vouched_from", replace(span, vouched=span.vouched + DAY)


def of_parameter(law: Parameter) -> Iterator[Mutant]:
    for kind in ("values", "announced"):
        values: tuple[Value, ...] = getattr(law, kind)
        for index, value in enumerate(values):
            changed = [
                ("value", replace(value, value=shifted(value.value, value.unit)))
            ]
            if kind == "values":
                spans = shifted_spans(value.span)
                changed += [(what, replace(value, span=span)) for what, span in spans]
            for what, one in changed:
                if one == value:
                    continue
                mutated = (*values[:index], one, *values[index + 1 :])
                start = value.span.since or "unknown"
                name = f"{kind} from {start}: {what}"
                yield Mutant(law.about.path, name, replace(law, **{kind: mutated}))


def of_table(law: Table) -> Iterator[Mutant]:
    for index, version in enumerate(law.versions):
        for what, changed in of_version(law, version):
            versions = (*law.versions[:index], changed, *law.versions[index + 1 :])
            name = f"{version.name}: {what}"
            yield Mutant(law.about.path, name, replace(law, versions=versions))


def of_version(law: Table, version: Version) -> Iterator[tuple[str, Version]]:
    for what, span in shifted_spans(version.span):
        yield what, Version(version.name, span, version.rows)
    for at, row in enumerate(version.rows):
        for column, unit in law.columns.items():
            if column in ("fact", "number", *ADDED_UP) or row.confidence == "low":
                continue
            cells = {**row.cells, column: shifted(row.cells[column], unit)}
            yield f"row {row.key} {column}", _with_row(version, at, cells)


def _with_row(version: Version, at: int, cells: dict[str, Scalar]) -> Version:
    row: Row = replace(version.rows[at], cells=cells)
    rows = (*version.rows[:at], row, *version.rows[at + 1 :])
    return Version(version.name, version.span, rows)


def mutants(book: Rulebook, prefix: str = "") -> Iterator[Mutant]:
    for path, law in book.law.items():
        if path.startswith(prefix):
            yield from (
                of_parameter(law) if isinstance(law, Parameter) else of_table(law)
            )


def survives(book: Rulebook, mutant: Mutant, cases: list[Case]) -> bool:
    """Whether every case that reads it still passes."""
    changed = Rulebook({**book.law, mutant.path: mutant.law}, version=book.version)
    return not any(_notices(changed, case) for case in cases)


def _notices(book: Rulebook, case: Case) -> bool:
    try:
        return bool(differences(case, case.decide(book)))
    except (RulebookError, ArithmeticError, LookupError, AssertionError):
        return True


def main(arguments: list[str]) -> None:
    prefix = next((each for each in arguments if not each.startswith("-")), "")
    book, cases = load(), list(read_cases())
    read = readers(book, cases)
    tried, survivors = 0, []
    for mutant in mutants(book, prefix):
        tried += 1
        if survives(book, mutant, read.get(mutant.path, [])):
            survivors.append(mutant)
    names = [f"{mutant.path}\t{mutant.what}" for mutant in survivors]
    new = [name for name in names if name not in SURVIVORS.read_text("utf-8")]
    if "--list" in arguments:
        print(*names, sep="\n")
    result = {"cases": len(cases), "mutants": tried, "survivors": len(survivors)}
    print(json.dumps({**result, "new": new}), file=sys.stderr)
    if "--check" in arguments and new:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
