"""Would a wrong figure be noticed? `python -m bench.mutation [PREFIX] [--check]`.

Shifts every value of the law by one unit and every dated edge by one day, one at a
time, in memory, and asks whether a golden case that reads it fails. Survivors are the
figures that nobody wrote a case for; `--list` names them. `--check` fails when they are
not those of mutation_survivors.txt, which no case can reach. A PREFIX such as `skssr/`
tries a part; the test suite tries everything.
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
    day: date | None = None  # the edge that was moved
    row: Row | None = None  # the row whose cell was changed

    @property
    def name(self) -> str:
        return f"{self.path}\t{self.what}"

    def distance(self, case: Case) -> int:
        """How far a case is from the change: the near ones notice it, if any does."""
        if self.day is not None:
            return abs((case.on - self.day).days)
        wage = case.facts.get("wage")
        if self.row is None or self.row.up_to is None or wage is None:
            return 0
        return int(not (self.row.over or 0) < Decimal(str(wage)) <= self.row.up_to)


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


def shifted_spans(span: Span) -> Iterator[tuple[str, date, Span]]:
    if span.since is not None:
        yield "from", span.since, replace(span, since=span.since + DAY)
    if span.until is not None:
        yield "to", span.until, replace(span, until=span.until - DAY)
    if span.vouched is not None:
        yield "vouched_from", span.vouched, replace(span, vouched=span.vouched + DAY)


def of_parameter(law: Parameter) -> Iterator[Mutant]:
    for kind in ("values", "announced"):
        values: tuple[Value, ...] = getattr(law, kind)
        for index, value in enumerate(values):
            start = value.span.since or "unknown"
            for what, day, one in _of_value(value, dated=kind == "values"):
                mutated = (*values[:index], one, *values[index + 1 :])
                name = f"{kind} from {start}: {what}"
                changed = replace(law, **{kind: mutated})
                yield Mutant(law.about.path, name, changed, day)


def _of_value(value: Value, *, dated: bool) -> Iterator[tuple[str, date | None, Value]]:
    """A value of low confidence is never stated, so a wrong one could do no harm."""
    one = replace(value, value=shifted(value.value, value.unit))
    if one != value and value.confidence != "low":
        yield "value", None, one
    for what, day, span in shifted_spans(value.span) if dated else ():
        yield what, day, replace(value, span=span)


def of_table(law: Table) -> Iterator[Mutant]:
    for index, version in enumerate(law.versions):
        for what, day, row, changed in of_version(law, version):
            versions = (*law.versions[:index], changed, *law.versions[index + 1 :])
            name = f"{version.name}: {what}"
            mutated = replace(law, versions=versions)
            yield Mutant(law.about.path, name, mutated, day, row)


def of_version(
    law: Table, version: Version
) -> Iterator[tuple[str, date | None, Row | None, Version]]:
    for what, day, span in shifted_spans(version.span):
        yield what, day, None, Version(version.name, span, version.rows)
    for at, row in enumerate(version.rows):
        for column, unit in law.columns.items():
            if column in ("fact", "number", *ADDED_UP) or row.confidence == "low":
                continue
            cells = {**row.cells, column: shifted(row.cells[column], unit)}
            what = f"row {row.key} {column}"
            yield what, None, row, _with_row(version, at, cells)


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
    nearest = sorted(cases, key=mutant.distance)
    return not any(_notices(changed, case) for case in nearest)


def expected_survivors(prefix: str = "") -> set[str]:
    """Those that no case can reach, by the file that says why."""
    lines = SURVIVORS.read_text("utf-8").splitlines()
    return {line for line in lines if line.startswith(prefix) and "\t" in line}


def survivors(
    book: Rulebook, cases: list[Case], *, prefix: str = ""
) -> tuple[set[str], set[str]]:
    """The mutants that survive, and all that were tried."""
    read = readers(book, cases)
    tried = list(mutants(book, prefix))
    left = {m.name for m in tried if survives(book, m, read.get(m.path, []))}
    return left, {mutant.name for mutant in tried}


def _notices(book: Rulebook, case: Case) -> bool:
    try:
        return bool(differences(case, case.decide(book)))
    except (RulebookError, ArithmeticError, LookupError, AssertionError):
        return True


def main(arguments: list[str]) -> None:
    prefix = next((each for each in arguments if not each.startswith("-")), "")
    book, cases = load(), list(read_cases())
    left, tried = survivors(book, cases, prefix=prefix)
    if "--list" in arguments:
        print(*sorted(left), sep="\n")
    expected = expected_survivors(prefix)
    result = {"cases": len(cases), "mutants": len(tried), "survivors": len(left)}
    wrong = {"new": sorted(left - expected), "gone": sorted(expected - left)}
    print(json.dumps({**result, **wrong}))
    if "--check" in arguments and left != expected:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
