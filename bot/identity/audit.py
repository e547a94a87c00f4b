"""Who looked up what, when, why and with what outcome: rows are added, never changed.

Each row carries a keyed hash over itself and the row in front of it, and a sealed row
beside the table says where the chain begins and ends. So an edit, a row put in, taken
out or moved shows, wherever it stands; triggers in the database refuse the attempt. A
copy of the end outside the database (`bot.identity.anchor`) shows even an older copy of
the whole database put in its place.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from bot.identity.counting import hold
from bot.identity.keys import Keys
from bot.identity.tables import audit, audit_ends

START: Final = "start"  # what stands in front of the very first row
PAGE: Final = 1_000
ENDS: Final = 1


@dataclass(frozen=True)
class Entry:
    """What is put on record."""

    who: str
    what: str
    why: str = ""
    outcome: str = ""
    subject: str = ""  # keyed hash of the person it is about


@dataclass(frozen=True)
class End:
    """The last row of the chain."""

    sequence: int
    chain: str


@dataclass(frozen=True)
class Verdict:
    """How many rows hold together, and the first that does not."""

    rows: int
    last: End | None = None
    broken: int | None = None
    why: str = ""


def append(connection: Connection, entry: Entry, *, keys: Keys, now: float) -> None:
    """Add a row at the end; appends wait for each other until they are in force."""
    hold(connection, "\x7faudit")  # sorts last: whoever holds more took that before
    ends = _ends(connection)
    before = ends.chain if ends else START
    row: dict[str, Any] = {
        "sequence": ends.last + 1 if ends else 1,
        "at": round(now, 6),
        "who": entry.who,
        "what": entry.what,
        "why": entry.why,
        "outcome": entry.outcome,
        "subject": entry.subject,
        "before": before,
    }
    chain = _chain(row, keys)
    connection.execute(insert(audit), {**row, "chain": chain})
    first = (ends.first, ends.before_first) if ends else (1, START)
    _put_ends(connection, first, End(row["sequence"], chain), keys=keys, new=not ends)


def verify(connection: Connection, *, keys: Keys, anchor: End | None = None) -> Verdict:
    """Walk the chain from one end to the other."""
    ends = _ends(connection)
    if ends is None:
        rows = connection.execute(select(func.count()).select_from(audit)).scalar_one()
        if rows or anchor:
            return Verdict(0, broken=1, why="the record of both ends is gone")
        return Verdict(0)
    if ends.seal != _seal_of(ends, keys):
        return Verdict(0, broken=ends.first, why="the record of both ends was changed")
    return _walk(connection, ends, keys=keys, anchor=anchor)


def find_last(connection: Connection, count: int) -> list[dict[str, Any]]:
    """The latest rows, oldest first."""
    columns = [audit.c[name] for name in ("sequence", "at", "who", "what", "why")]
    query = (
        select(*columns, audit.c.outcome, audit.c.subject)
        .order_by(audit.c.sequence.desc())
        .limit(count)
    )
    return [dict(row._mapping) for row in connection.execute(query)][::-1]


def find_end(connection: Connection) -> End | None:
    """The last row, as the record of both ends has it."""
    ends = _ends(connection)
    return End(ends.last, ends.chain) if ends else None


def holds(connection: Connection, noted: End) -> bool:
    """Whether the row noted elsewhere stands where it did, or was let go with age."""
    ends = _ends(connection)
    if ends is None or noted.sequence > ends.last:
        return False
    query = select(audit.c.chain).where(audit.c.sequence == noted.sequence)
    chain = connection.execute(query).scalar_one_or_none()
    return bool(chain == noted.chain or noted.sequence < ends.first)


def _walk(
    connection: Connection, ends: Any, *, keys: Keys, anchor: End | None
) -> Verdict:
    expected, before, place = ends.first, ends.before_first, ends.first - 1
    while True:
        page = _page(connection, after=place)
        for row in page:
            why = _fault(row, expected, before, keys, anchor)
            if why:
                return Verdict(expected - ends.first, broken=expected, why=why)
            expected, before, place = expected + 1, row.chain, row.sequence
        if len(page) < PAGE:
            break
    rows = expected - ends.first
    if place != ends.last or before != ends.chain:
        why = "rows were taken away or added at the end"
        return Verdict(rows, broken=expected, why=why)
    if anchor and anchor.sequence > ends.last:
        why = "an older copy of the record stands in its place"
        return Verdict(rows, broken=expected, why=why)
    return Verdict(rows, last=End(ends.last, ends.chain))


def _page(connection: Connection, *, after: int) -> list[Any]:
    query = (
        select(audit)
        .where(audit.c.sequence > after)
        .order_by(audit.c.sequence)
        .limit(PAGE)
    )
    return list(connection.execute(query))


def _fault(row: Any, expected: int, before: str, keys: Keys, anchor: End | None) -> str:
    if row.sequence != expected:
        return "the row is missing"
    if row.before != before:
        return "the row does not follow the one in front of it"
    if row.chain != _chain(row._mapping, keys):
        return "the row was changed"
    if anchor and anchor.sequence == expected and anchor.chain != row.chain:
        return "the row is not the one that was noted outside the database"
    return ""


def forget_before(connection: Connection, moment: float, *, keys: Keys) -> int:
    """Let go of rows older than `moment`, except the last one; how many."""
    hold(connection, "\x7faudit")
    ends = _ends(connection)
    if ends is None:
        return 0
    kept = connection.execute(
        select(func.min(audit.c.sequence)).where(audit.c.at >= moment)
    ).scalar_one()
    first = min(kept or ends.last, ends.last)
    if first <= ends.first:
        return 0
    before = connection.execute(
        select(audit.c.before).where(audit.c.sequence == first)
    ).scalar_one()
    gone = connection.execute(delete(audit).where(audit.c.sequence < first)).rowcount
    last = End(ends.last, ends.chain)
    _put_ends(connection, (first, before), last, keys=keys, new=False)
    return int(gone)


def _ends(connection: Connection) -> Any:
    return connection.execute(
        select(audit_ends).where(audit_ends.c.id == ENDS)
    ).one_or_none()


def _put_ends(
    connection: Connection,
    first: tuple[int, str],
    last: End,
    *,
    keys: Keys,
    new: bool,
) -> None:
    values: dict[str, Any] = {
        "first": first[0],
        "before_first": first[1],
        "last": last.sequence,
        "chain": last.chain,
    }
    values["seal"] = _seal(*values.values(), keys=keys)
    if new:
        connection.execute(insert(audit_ends), {"id": ENDS, **values})
        return
    connection.execute(
        update(audit_ends).where(audit_ends.c.id == ENDS).values(**values)
    )


def _seal_of(ends: Any, keys: Keys) -> str:
    return _seal(ends.first, ends.before_first, ends.last, ends.chain, keys=keys)


def _seal(*values: object, keys: Keys) -> str:
    return keys.audit(json.dumps(["ends", *values]))


def _chain(row: Any, keys: Keys) -> str:
    names = ("sequence", "who", "what", "why", "outcome", "subject", "before")
    return keys.audit(json.dumps([f"{row['at']:.6f}", *(row[name] for name in names)]))
