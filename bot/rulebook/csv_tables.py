"""The CSV beside a table's head, checked cell by cell.

Band tables: bands start at nothing, leave no gap, and only the last is open. Their
dates repeat those of the head, so that neither can be changed alone.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from bot.rulebook.errors import ParameterError
from bot.rulebook.nodes import Node
from bot.rulebook.parameters import About, Scalar, Span
from bot.rulebook.tables import Row, Table, Version

AMOUNT = re.compile(r"\d+\.\d{2}")
EDGE = re.compile(r"\d+(\.\d{2})?")
BAND_COLUMNS = ("band", "wage_over", "wage_up_to", "effective_from", "effective_to")
PROOF_COLUMNS = ("verified_by", "row_status", "confidence")
NUMBER = re.compile(r"\d+(\.\d+)?")
MONEY_UNITS = ("MYR", "MYR/month", "MYR/year", "MYR/day")
CELL_UNITS = (*MONEY_UNITS, "percent", "month", "date", "text")
Line = tuple[int, dict[str, str]]


def read_table(
    path: Path,
    *,
    members: Mapping[str, Node],
    about: About,
    spans: Mapping[str, Span],
) -> Table:
    """The table of a head that is already read."""
    reader = _Reader(path, members=members, about=about, spans=spans)
    return reader.read()


class _Reader:
    def __init__(
        self,
        path: Path,
        *,
        members: Mapping[str, Node],
        about: About,
        spans: Mapping[str, Span],
    ) -> None:
        self.file = (Path(about.path).parent / path.name).as_posix()
        self.path = path
        self.about = about
        self.spans = spans
        self.bands = members["kind"].choice("bands", "rows") == "bands"
        self.columns = {
            name: node.choice(*CELL_UNITS)
            for name, node in members["columns"].names().items()
        }
        self.key = members["key"].text() if "key" in members else "band"
        column = members.get("version_column")
        self.version_column = column.text() if column else "table_version"
        sums = members.get("adds_up")
        self.sums = tuple(item.text() for item in sums.sequence()) if sums else ()

    def error(self, message: str, line: int | None = None) -> ParameterError:
        return ParameterError(message, file=self.file, line=line)

    def read(self) -> Table:
        lines = self._lines()
        versions = tuple(
            self._version(name, span, lines) for name, span in self.spans.items()
        )
        return Table(about=self.about, columns=self.columns, versions=versions)

    def _lines(self) -> list[Line]:
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise self.error(f"cannot be read ({error})") from None
        rows = list(csv.reader(text.splitlines(), strict=True))
        if not rows:
            raise self.error("is empty")
        self._check_header(rows[0])
        lines = []
        for number, row in enumerate(rows[1:], start=2):
            if len(row) != len(rows[0]):
                raise self.error(f"has {len(row)} cells, not {len(rows[0])}", number)
            lines.append((number, dict(zip(rows[0], row, strict=True))))
        return lines

    def _check_header(self, header: list[str]) -> None:
        expected = {self.key, *self.columns, *PROOF_COLUMNS}
        if self.bands:
            expected |= {*BAND_COLUMNS, self.version_column}
        missing, unknown = expected - set(header), set(header) - expected
        if missing or unknown or len(header) != len(set(header)):
            raise self.error(
                f"columns differ from the head: missing {sorted(missing)}, "
                f"unknown {sorted(unknown)}",
                1,
            )

    def _version(self, name: str, span: Span, lines: list[Line]) -> Version:
        mine = [
            line
            for line in lines
            if not self.bands or line[1][self.version_column] == name
        ]
        strays = {line[1].get(self.version_column, name) for line in lines} - {
            *self.spans
        }
        if strays or not mine:
            raise self.error(f"versions differ from the head: {sorted(strays)}")
        rows = tuple(self._row(line, span) for line in mine)
        if self.bands:
            self._check_bands(rows, mine)
        self._check_keys(rows, mine)
        return Version(name=name, span=span, rows=rows)

    def _row(self, line: Line, span: Span) -> Row:
        number, cells = line
        confidence = cells["confidence"]
        if confidence not in ("high", "medium", "low"):
            raise self.error(f"unknown confidence {confidence!r}", number)
        if "fact" in self.columns:
            span = replace(span, fact=cells["fact"])
        row = Row(
            path=self.about.path,
            key=cells[self.key],
            cells={name: self._cell(line, name) for name in self.columns},
            confidence=confidence,
            span=span,
            over=self._edge(line, "wage_over") if self.bands else None,
            up_to=self._edge(line, "wage_up_to") if self.bands else None,
        )
        self._check_sum(row, number)
        if self.bands:
            self._check_days(line, span)
        return row

    def _cell(self, line: Line, name: str) -> Scalar:
        number, cells = line
        text, unit = cells[name], self.columns[name]
        if unit == "date":
            return self._day(text, number)
        if unit == "text":
            return text
        if unit in ("percent", "month"):
            return self._number(line, name)
        if not AMOUNT.fullmatch(text):
            raise self.error(f"{name} must be an amount to the sen: {text!r}", number)
        return Decimal(text)

    def _number(self, line: Line, name: str) -> Decimal:
        number, cells = line
        if not NUMBER.fullmatch(cells[name]):
            raise self.error(f"{name} must be a number: {cells[name]!r}", number)
        return Decimal(cells[name])

    def _day(self, text: str, number: int) -> date:
        try:
            if len(text) == 10:
                return date.fromisoformat(text)
        except ValueError:
            pass
        raise self.error(f"must be a full date YYYY-MM-DD, not {text!r}", number)

    def _edge(self, line: Line, name: str) -> Decimal | None:
        number, cells = line
        if name == "wage_up_to" and not cells[name]:
            return None
        if not EDGE.fullmatch(cells[name]):
            raise self.error(f"{name} must be an amount: {cells[name]!r}", number)
        return Decimal(cells[name])

    def _check_sum(self, row: Row, number: int) -> None:
        if self.sums:
            *parts, total = (row.money(name) for name in self.sums)
            if sum(parts, Decimal(0)) != total:
                raise self.error(f"does not add up to {total}", number)

    def _check_days(self, line: Line, span: Span) -> None:
        number, cells = line
        first = span.since.isoformat() if span.since else ""
        last = span.until.isoformat() if span.until else ""
        if (cells["effective_from"], cells["effective_to"]) != (first, last):
            raise self.error("dates differ from those of the head", number)

    def _check_bands(self, rows: tuple[Row, ...], lines: list[Line]) -> None:
        edge: Decimal | None = Decimal(0)
        for row, (number, _) in zip(rows, lines, strict=True):
            if edge is None or row.over != edge:
                raise self.error("leaves a gap or overlaps the band before", number)
            if row.up_to is not None and row.up_to <= edge:
                raise self.error("ends before it begins", number)
            edge = row.up_to
        if edge is not None:
            raise self.error("the last band must be open", lines[-1][0])

    def _check_keys(self, rows: tuple[Row, ...], lines: list[Line]) -> None:
        seen = set()
        for row, (number, _) in zip(rows, lines, strict=True):
            if row.key in seen:
                raise self.error(f"{self.key} {row.key} stands twice", number)
            seen.add(row.key)
