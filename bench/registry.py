"""How long looking up one person in a million takes, on SQLite and on PostgreSQL.

python bench/registry.py [--people 1000000] [--asked 2000] [--postgres URL].
Fails if the 95th of a hundred takes 20 ms or more. The PostgreSQL that is named (or
TANYA_TEST_POSTGRES_URL) gets a database that is dropped at the end.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sqlalchemy.engine import Engine  # noqa: E402

from bench.extract_maker import birth_of, ic_of  # noqa: E402
from bench.registry_import import postgres  # noqa: E402
from bot.errors import PersonNotFound  # noqa: E402
from bot.registry import reading  # noqa: E402
from bot.registry.engine import writing_engine  # noqa: E402
from bot.registry.schema import upgrade  # noqa: E402
from bot.registry.sql import SqlRecords  # noqa: E402

LIMIT_MS = 20.0
COLUMNS = "id, key, ic, name, phone, birth_date, demo"
# each person: a registration, two payments; every fifth: a claim with two steps
REST = (
    "INSERT INTO registration (person_id, scheme, status, plan, registered_on,"
    " cover_from, cover_until) SELECT id, 'sksps', 'active', 2, '2026-01-05',"
    " '2026-01-06', '2027-01-05' FROM person",
    *(
        "INSERT INTO contribution (person_id, scheme, status, receipt, amount,"
        f" received_at, cover_from, cover_until) SELECT id, 'act4', 'credited',"
        f" 'R{month}-' || id, {{amount}}, '2026-0{month}-15 02:15:00.000000{{zone}}',"
        f" '2026-0{month}-01', '2026-0{month}-28' FROM person"
        for month in (1, 2)
    ),
    "INSERT INTO claim (id, person_id, number, scheme, benefit, status, filed_on,"
    " status_on) SELECT id, id, 'T/2026/' || id, 'act4', 'medical', 'under_review',"
    " '2026-06-01', '2026-06-08' FROM person WHERE id % 5 = 0",
    *(
        "INSERT INTO claim_event (claim_id, step, status, happened_on)"
        f" SELECT id, {step}, '{status}', '2026-06-0{step}' FROM claim"
        for step, status in ((1, "received"), (2, "under_review"))
    ),
    "INSERT INTO missing_document (claim_id, position, code)"
    " SELECT id, 1, 'payslips' FROM claim WHERE id % 10 = 0",
    "ANALYZE",
)


def people(count: int) -> Iterator[tuple[Any, ...]]:
    """So many rows of `person`, with keys as random as real ones."""
    chance = random.Random(5)
    for number in range(count):
        yield (
            number + 1,
            f"{chance.getrandbits(128):032x}",
            ic_of(number),
            f"Contoh {number}",
            f"+60110000{number % 10_000:04d}",
            birth_of(number).isoformat(),
            False,
        )


class Text(io.RawIOBase):
    """Rows as the text that COPY reads, a part at a time."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._rest = ""

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> str:  # type: ignore[override]
        while len(self._rest) < size:
            row = next(self._rows, None)
            if row is None:
                break
            self._rest += "\t".join(map(str, row)) + "\n"
        part, self._rest = self._rest[:size], self._rest[size:]
        return part


def fill(engine: Engine, count: int) -> None:
    """A registry of so many people."""
    upgrade(engine)
    with engine.begin() as connection:
        driver = connection.connection.driver_connection
        if engine.dialect.name == "sqlite":
            marks = ", ".join("?" * len(COLUMNS.split(", ")))
            driver.executemany(
                f"INSERT INTO person ({COLUMNS}) VALUES ({marks})", people(count)
            )
            values = {"amount": "'66.40'", "zone": ""}
        else:
            with driver.cursor() as cursor:
                cursor.copy_expert(
                    f"COPY person ({COLUMNS}) FROM STDIN", Text(people(count))
                )
            values = {"amount": "66.40", "zone": "+00"}
        for statement in REST:
            connection.exec_driver_sql(_typed(engine, statement.format(**values)))


def _typed(engine: Engine, statement: str) -> str:
    """PostgreSQL wants to hear that a text in a list of values is a date."""
    if engine.dialect.name == "sqlite":
        return statement
    dated = re.sub(r"('\d{4}-\d\d-\d\d')", r"\1::date", statement)
    return re.sub(r"('\d{4}-\d\d-\d\d [^']*')", r"\1::timestamptz", dated).replace(
        "%", "%%"
    )


def timed(act: Callable[[], Any]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1_000


def whole(records: SqlRecords, ic: str) -> None:
    """Everything that a conversation may ask of one person."""
    key = records.find_person(ic).key
    records.find_registrations(key)
    records.find_contributions(key)
    records.find_claims(key)


def unknown(records: SqlRecords, ic: str) -> None:
    try:
        records.find_person(ic)
    except PersonNotFound:
        return
    raise SystemExit("somebody was found whom nobody knows")


def measure(url: str, count: int, asked: int) -> bool:
    """Prints the figures; whether they are good enough."""
    records = SqlRecords(url)
    chance = random.Random(7)
    numbers = [ic_of(chance.randrange(count)) for _ in range(asked)]
    keys = [records.find_person(ic).key for ic in numbers[: asked // 4]]
    kinds: dict[str, list[float]] = {
        "person": [timed(lambda ic=ic: records.find_person(ic)) for ic in numbers],
        "nobody": [
            timed(lambda at=at: unknown(records, ic_of(count + at)))
            for at in range(asked)
        ],
        "registrations": [
            timed(lambda key=key: records.find_registrations(key)) for key in keys
        ],
        "contributions": [
            timed(lambda key=key: records.find_contributions(key)) for key in keys
        ],
        "claims": [timed(lambda key=key: records.find_claims(key)) for key in keys],
        "all four": [timed(lambda ic=ic: whole(records, ic)) for ic in numbers],
    }
    for name, times in kinds.items():
        ordered = sorted(times)
        p50, p95, p99 = (ordered[int(len(ordered) * at)] for at in (0.5, 0.95, 0.99))
        print(f"  {name:14} p50 {p50:6.2f}  p95 {p95:6.2f}  p99 {p99:6.2f} ms")
    records.close()
    return all(
        sorted(each)[int(len(each) * 0.95)] < LIMIT_MS for each in kinds.values()
    )


def plans(engine: Engine) -> None:
    """What the database does for each question."""
    explain = "EXPLAIN QUERY PLAN " if engine.dialect.name == "sqlite" else "EXPLAIN "
    statements = {
        "person": reading.select_person("0" * 12),
        "registrations": reading.select_registrations(5),
        "contributions": reading.select_contributions(5, 12),
        "claims": reading.select_claims(5),
        "steps": reading.select_events(5),
        "papers": reading.select_missing(5),
    }
    with engine.connect() as connection:
        for name, statement in statements.items():
            literal = {"literal_binds": True}
            text = statement.compile(engine, compile_kwargs=literal).string
            print(f"  plan for {name}:")
            for row in connection.exec_driver_sql(explain + text.replace("%", "%%")):
                print(f"    {row[-1]}")


def bench(name: str, url: str, count: int, asked: int) -> bool:
    """One database."""
    engine = writing_engine(url)
    seconds = timed(lambda: fill(engine, count)) / 1_000
    print(f"{name}: {count:,} people, filled in {seconds:.0f} s")
    plans(engine)
    engine.dispose()
    return measure(url, count, asked)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000_000)
    parser.add_argument("--asked", type=int, default=2_000)
    parser.add_argument("--postgres", default=os.environ.get("TANYA_TEST_POSTGRES_URL"))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/registry.db"
        good = bench("SQLite", url, chosen.people, chosen.asked)
        if chosen.postgres:
            with postgres(chosen.postgres) as url:
                good &= bench("PostgreSQL", url, chosen.people, chosen.asked)
    sys.exit(0 if good else f"a look-up took {LIMIT_MS:.0f} ms or more")


if __name__ == "__main__":
    main()
