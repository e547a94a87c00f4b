"""From files to records in force: stage line by line, then all at once.

What is staged is known by the hash of its file and its line. An import that was killed
goes on behind the last batch; a file that is in force already is not read again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from bot.errors import UsageError
from bot.registry.engine import transaction, writing_engine
from bot.registry.extract.alone import alone
from bot.registry.extract.force import put_in_force
from bot.registry.extract.lines import Extract, Line, look_at, read_lines
from bot.registry.extract.report import write_report
from bot.registry.schema import upgrade
from bot.registry.staging import STAGED, extract_file, extract_rejection

BATCH = 5_000  # lines in one transaction: what a kill costs at most

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    name: str
    read: int
    rejected: int
    known_since: datetime | None  # in force before this import

    @property
    def accepted(self) -> int:
        """Every line that is not blank is accepted or rejected."""
        return self.read - self.rejected


@dataclass
class _Batch:
    """Lines that go into staging together."""

    end: int = 0
    number: int = 0
    rows: int = 0
    staged: dict[str, list[dict[str, Any]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    rejected: list[dict[str, Any]] = field(default_factory=list)

    def add(self, file: int, line: Line) -> None:
        self.end, self.number = line.end, line.number
        place = {"file_id": file, "line": line.number}
        if line.refused is not None:
            told = line.refused
            why = {"reason": told.reason, "field": told.field, "looks": told.looks}
            self.rejected.append({**place, "record": line.record, **why})
        elif line.row is not None and line.record is not None:
            self.staged[line.record].append({**place, **line.row})
        else:
            return
        self.rows += 1


def import_extracts(
    url: str, paths: Sequence[Path], *, report: Path, progress: Progress
) -> list[Outcome]:
    """Bring files in, all or none of them; `report` gets a line for each rejection.

    Raises UsageError for what is no extract, ImportRunning, RegistryUnavailable.
    """
    extracts = look_at_all(paths)
    engine = writing_engine(url)
    try:
        upgrade(engine)
        with alone(engine):
            return _import(engine, extracts, report, progress)
    finally:
        engine.dispose()


def look_at_all(paths: Iterable[Path]) -> list[Extract]:
    """Every file, before anything is written. Raises UsageError."""
    extracts = [look_at(path) for path in paths]
    if len({each.sha256 for each in extracts}) < len(extracts):
        raise UsageError("the same file is given twice")
    return extracts


def _import(
    engine: Engine, extracts: list[Extract], report: Path, progress: Progress
) -> list[Outcome]:
    known: dict[int, datetime | None] = {}
    for extract in extracts:
        with transaction(engine) as connection:
            row = _file(connection, extract)
        known[row.id] = row.in_force_at
        progress(extract.size if row.staged_at else row.bytes_read)
        if row.staged_at is None:
            _stage(engine, extract, row, progress)
    waiting = [file for file, since in known.items() if since is None]
    with transaction(engine) as connection:
        if waiting:
            put_in_force(connection, waiting)
        write_report(connection, list(known), report)
        outcomes = [_outcome(connection, *each) for each in known.items()]
    if waiting:
        _refresh_statistics(engine)
    return outcomes


def _file(connection: Connection, extract: Extract) -> Any:
    found = sa.select(extract_file).where(extract_file.c.sha256 == extract.sha256)
    row = connection.execute(found).one_or_none()
    if row is None:
        begin, lines = extract.begin
        connection.execute(
            sa.insert(extract_file).values(
                sha256=extract.sha256,
                name=extract.path.name[:200],
                bytes_read=begin,
                lines_read=lines,
                rows_read=0,
                rows_rejected=0,
            )
        )
        row = connection.execute(found).one()
    return row


def _stage(engine: Engine, extract: Extract, row: Any, progress: Progress) -> None:
    lines = read_lines(extract, offset=row.bytes_read, number=row.lines_read)
    done = row.bytes_read
    for batch in _batches(lines, row.id):
        with transaction(engine) as connection:
            _keep(connection, row.id, batch)
        progress(batch.end - done)
        done = batch.end
    with transaction(engine) as connection:
        _change(connection, row.id, staged_at=datetime.now(timezone.utc))


def _batches(lines: Iterator[Line], file: int) -> Iterator[_Batch]:
    while some := list(islice(lines, BATCH)):
        batch = _Batch()
        for line in some:
            batch.add(file, line)
        yield batch


def _keep(connection: Connection, file: int, batch: _Batch) -> None:
    for record, rows in batch.staged.items():
        connection.execute(sa.insert(STAGED[record]), rows)
    if batch.rejected:
        connection.execute(sa.insert(extract_rejection), batch.rejected)
    _change(
        connection,
        file,
        bytes_read=batch.end,
        lines_read=batch.number,
        rows_read=extract_file.c.rows_read + batch.rows,
        rows_rejected=extract_file.c.rows_rejected + len(batch.rejected),
    )


def _change(connection: Connection, file: int, **values: Any) -> None:
    change = sa.update(extract_file).where(extract_file.c.id == file)
    connection.execute(change.values(**values))


def _outcome(connection: Connection, file: int, since: datetime | None) -> Outcome:
    found = sa.select(extract_file).where(extract_file.c.id == file)
    row = connection.execute(found).one()
    return Outcome(row.name, row.rows_read, row.rows_rejected, since)


def _refresh_statistics(engine: Engine) -> None:
    with transaction(engine) as connection:
        connection.exec_driver_sql("ANALYZE")
