"""Tables of the law: wage bands found by bisection, rows found by key, all dated."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.rulebook.decision import CONFIDENCES
from bot.rulebook.parameters import (
    About,
    Scalar,
    Span,
    check_vouched,
    find_span,
    not_in_force,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. In a band table the wage lies over `over` and up to `up_to`."""

    path: str
    key: str
    cells: Mapping[str, Scalar]
    confidence: str
    span: Span
    over: Decimal | None = None
    up_to: Decimal | None = None
    level: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "level", CONFIDENCES.index(self.confidence))

    def money(self, column: str) -> Decimal:
        cell = self.cells[column]
        assert isinstance(cell, Decimal)
        return cell

    def day(self, column: str) -> date | None:
        cell = self.cells[column]
        assert cell is None or isinstance(cell, date)
        return cell


@dataclass(frozen=True, slots=True)
class Version:
    """A table as it stood between two days."""

    name: str
    span: Span
    rows: tuple[Row, ...]
    _edges: list[Decimal] = field(init=False, repr=False, default_factory=list)
    _keys: dict[str, Row] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        edges = [row.up_to for row in self.rows if row.up_to is not None]
        self._edges.extend(edges)
        self._keys.update({row.key: row for row in self.rows})

    def band(self, wage: Decimal) -> Row:
        """A wage on the edge belongs to the band below it: "up to" includes."""
        return self.rows[bisect_left(self._edges, wage)]

    def row(self, key: str) -> Row | None:
        return self._keys.get(key)

    @property
    def ceiling(self) -> Decimal:
        return self._edges[-1]


@dataclass(frozen=True, slots=True)
class Table:
    """The versions of a table, in turn."""

    about: About
    columns: Mapping[str, str]
    versions: tuple[Version, ...]
    _spans: tuple[Span, ...] = field(init=False, repr=False, default=())
    _starts: list[date] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        spans = tuple(version.span for version in self.versions)
        object.__setattr__(self, "_spans", spans)
        self._starts.extend(span.start for span in spans)

    def at(self, on: date) -> Version:
        index = find_span(self._spans, self._starts, on=on)
        if index is None:
            raise not_in_force(self.about.path, self._spans, on=on)
        check_vouched(self.about.path, self._spans[index], on=on)
        return self.versions[index]
