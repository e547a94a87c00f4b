"""Files of an extract as rows: CSV or JSON Lines, a line at a time, from any place.

A row is one line. A quote that is never closed spoils its own line and no other.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from bot.errors import UsageError
from bot.registry.extract.kinds import KINDS, Kind, Row
from bot.registry.extract.values import Refused

LONGEST = 65_536
CHUNK = 1 << 20
BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Parse = Callable[[str], tuple[str, Row]]


@dataclass(frozen=True)
class Line:
    """One line: what it holds or why it is refused. A blank one holds neither."""

    number: int
    end: int  # where the next one begins, in bytes
    record: str | None = None
    row: Row | None = None
    refused: Refused | None = None


@dataclass(frozen=True)
class Extract:
    """A file that was looked at: it can be read, and as what."""

    path: Path
    sha256: str
    size: int
    begin: tuple[int, int]  # the first line with data: bytes and lines before it
    parse: Parse


def look_at(path: Path) -> Extract:
    """Raises UsageError for a file that is no extract at all, whatever its rows are."""
    try:
        with path.open("rb") as file:
            digest, size = _digest(file)
            file.seek(0)
            first = file.readline(LONGEST)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    if first.startswith(BOMS) or b"\x00" in first:
        raise UsageError(f"{path}: not UTF-8 text")
    if path.suffix.lower() == ".csv":
        parse = _csv_parser(path, first)
        return Extract(path, digest, size, (len(first), 1), parse)
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        skipped = len(codecs.BOM_UTF8) if first.startswith(codecs.BOM_UTF8) else 0
        return Extract(path, digest, size, (skipped, 0), parse_json)
    raise UsageError(f"{path}: the name must end in .csv or .jsonl")


def _digest(file: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := file.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def read_lines(extract: Extract, *, offset: int, number: int) -> Iterator[Line]:
    """The lines after `offset` bytes, which are `number` lines."""
    with extract.path.open("rb") as file:
        file.seek(offset)
        while raw := file.readline(LONGEST + 1):
            number += 1
            too_long = len(raw) > LONGEST and not raw.endswith(b"\n")
            offset += len(raw) + (_skip_line(file) if too_long else 0)
            if too_long:
                yield Line(number, offset, refused=Refused("line_too_long"))
            else:
                yield _line(extract.parse, raw, number, offset)


def _skip_line(file: BinaryIO) -> int:
    skipped = 0
    while raw := file.readline(LONGEST):
        skipped += len(raw)
        if raw.endswith(b"\n"):
            break
    return skipped


def _line(parse: Parse, raw: bytes, number: int, end: int) -> Line:
    try:
        text = raw.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        return Line(number, end, refused=Refused("not_utf8"))
    if not text.strip():
        return Line(number, end)
    try:
        record, row = parse(text)
    except _KnownKind as error:
        return Line(number, end, record=error.record, refused=error.refused)
    except Refused as error:
        return Line(number, end, refused=error)
    return Line(number, end, record=record, row=row)


class _KnownKind(Exception):
    """Refused, and of which kind it was."""

    def __init__(self, record: str, refused: Refused) -> None:
        super().__init__(record)
        self.record = record
        self.refused = refused


def _read(kind: Kind, told: dict[str, str]) -> tuple[str, Row]:
    try:
        return kind.name, kind.read(told)
    except Refused as error:
        raise _KnownKind(kind.name, error) from None


def _csv_parser(path: Path, first: bytes) -> Parse:
    columns = _columns(path, first)
    kind = _kind(path, columns)

    def parse(text: str) -> tuple[str, Row]:
        try:
            cells = next(csv.reader([text], strict=True))
        except csv.Error:
            raise _KnownKind(kind.name, Refused("unreadable_line")) from None
        if len(cells) != len(columns):
            raise _KnownKind(kind.name, Refused("wrong_number_of_fields"))
        return _read(kind, dict(zip(columns, cells, strict=True)))

    return parse


def _columns(path: Path, first: bytes) -> list[str]:
    if b"\r" in first.rstrip(b"\r\n"):
        raise UsageError(f"{path}: lines must end in LF or CRLF")
    try:
        text = first.decode("utf-8-sig").rstrip("\r\n")
        columns = next(csv.reader([text], strict=True), [])
    except (UnicodeDecodeError, csv.Error):
        raise UsageError(f"{path}: the first line is not one of columns") from None
    return [each.strip() for each in columns]


def _kind(path: Path, columns: list[str]) -> Kind:
    # the first line may be a row of somebody's data: nothing of it is repeated
    for kind in KINDS.values():
        if kind.needed <= set(columns) <= set(kind.fields):
            if len(set(columns)) != len(columns):
                raise UsageError(f"{path}: a column stands twice in the first line")
            return kind
    nearest = max(KINDS.values(), key=lambda kind: len(kind.needed & set(columns)))
    lacking = ", ".join(sorted(nearest.needed - set(columns)))
    places = [
        str(at) for at, name in enumerate(columns, 1) if name not in nearest.fields
    ]
    raise UsageError(
        f"{path}: the first line names the columns of no kind of row; of"
        f" {nearest.name} it lacks {lacking or 'none'} and has"
        f" {'unknown ones at ' + ', '.join(places[:9]) if places else 'none too many'}"
    )


def parse_json(text: str) -> tuple[str, Row]:
    """One object of a JSON Lines file. Raises Refused."""
    try:
        told = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_float=str,
            parse_int=str,
            parse_constant=_not_a_value,
        )
    except (json.JSONDecodeError, RecursionError):
        raise Refused("unreadable_line") from None
    if not isinstance(told, dict):
        raise Refused("unreadable_line")
    name = told.pop("record", None)
    kind = KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise Refused("unknown_record")
    if not set(told) <= set(kind.fields):
        raise _KnownKind(kind.name, Refused("unknown_field"))
    try:
        values = {name: _text(name, value) for name, value in told.items()}
    except Refused as error:
        raise _KnownKind(kind.name, error) from None
    return _read(kind, values)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise Refused("field_repeated")
    return made


def _not_a_value(_: str) -> str:
    raise Refused("wrong_type")


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    codes = name == "missing_documents" and isinstance(value, list)
    listed: list[Any] = value if codes else [None]
    if all(isinstance(each, str) for each in listed):
        return ";".join(listed)
    raise Refused("wrong_type", name)
