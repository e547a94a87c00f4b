"""The report of an import: one JSON line for each line that was not accepted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.errors import ConfigurationError
from bot.registry.extract.reasons import REASONS
from bot.registry.staging import extract_file, extract_rejection

AT_ONCE = 1_000


def write_report(connection: Connection, files: Sequence[int], path: Path) -> None:
    """Every rejection of these files. Raises ConfigurationError."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8") as written:
            for each in _rejections(connection, files):
                written.write(json.dumps(each) + "\n")
        part.replace(path)
    except OSError as error:
        raise ConfigurationError(f"cannot write {path}: {error.strerror}") from error


def _rejections(
    connection: Connection, files: Sequence[int]
) -> Iterator[dict[str, Any]]:
    found = (
        sa.select(extract_file.c.name, extract_rejection)
        .join(extract_rejection)
        .where(extract_file.c.id.in_(files))
        .order_by(extract_rejection.c.file_id, extract_rejection.c.line)
    )
    rows = connection.execute(found, execution_options={"yield_per": AT_ONCE})
    for row in rows:
        told = {
            "file": row.name,
            "line": row.line,
            "record": row.record,
            "reason": row.reason,
            "says": REASONS[row.reason],
            "field": row.field,
            "looks": row.looks,
        }
        yield {name: value for name, value in told.items() if value}
