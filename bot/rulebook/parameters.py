"""A parameter: one value of the law through time, each value with its source.

`at(day)` gives the value that applies on that day or says plainly why there is none.
Whether a value applies is computed from its dates; announced values never apply.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from bot.rulebook.decision import CONFIDENCES, Citation
from bot.rulebook.errors import ParameterNotInForce, ParameterNotVouched
from bot.rulebook.vocabulary.notes import TOLD_WHEN_FALSE

Scalar = str | int | bool | Decimal | date | tuple[str, ...] | None
LONG_AGO = date(1, 1, 1)
DAYS_KEPT = 64


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a value and where they come from. `since` None means unknown."""

    since: date | None
    until: date | None
    vouched: date | None
    confidence: str
    status: str
    citation: Citation
    fact: str
    announced_on: date | None = None

    @property
    def start(self) -> date:
        return self.since or LONG_AGO

    @property
    def applies(self) -> bool:
        return self.status != "announced"


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter says on a day. `value` None means known to be unknown."""

    path: str
    value: Scalar
    unit: str
    span: Span
    level: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "level", CONFIDENCES.index(self.confidence))

    @property
    def confidence(self) -> str:
        return "low" if self.span.status == "unknown" else self.span.confidence

    @property
    def whole(self) -> int:
        assert isinstance(self.value, int)
        return self.value

    @property
    def money(self) -> Decimal:
        assert isinstance(self.value, Decimal)
        return self.value

    @property
    def text(self) -> str:
        assert isinstance(self.value, str)
        return self.value

    @property
    def day(self) -> date:
        assert isinstance(self.value, date)
        return self.value

    @property
    def codes(self) -> tuple[str, ...]:
        assert isinstance(self.value, tuple)
        return self.value

    def says(self, code: str) -> bool:
        """Whether a note may be told: a boolean must stand as the note has it."""
        told_when = code not in TOLD_WHEN_FALSE
        return not isinstance(self.value, bool) or self.value is told_when


@dataclass(frozen=True, slots=True)
class About:
    """What the head of a file says, alike for values and tables."""

    path: str
    file: str
    description: str
    unit: str
    fact: str
    last_checked_on: date


def find_span(spans: tuple[Span, ...], starts: list[date], *, on: date) -> int | None:
    """The index of the span that holds the day."""
    index = bisect_right(starts, on) - 1
    if index < 0:
        return None
    until = spans[index].until
    return index if until is None or on <= until else None


def check_vouched(path: str, span: Span, *, on: date) -> None:
    if span.since is None and span.vouched and on < span.vouched:
        raise ParameterNotVouched(path, on=on, vouched=span.vouched)


def not_in_force(
    path: str, spans: tuple[Span, ...], *, on: date
) -> ParameterNotInForce:
    later = [span.start for span in spans if span.start > on]
    past = [span.until for span in spans if span.until and span.until < on]
    return ParameterNotInForce(
        path, on=on, starts=min(later, default=None), ended=max(past, default=None)
    )


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value history. `values` apply in turn; `announced` are only told."""

    about: About
    values: tuple[Value, ...]
    announced: tuple[Value, ...] = ()
    _spans: tuple[Span, ...] = field(init=False, repr=False, default=())
    _starts: list[date] = field(init=False, repr=False, default_factory=list)
    _found: dict[date, Value] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        spans = tuple(value.span for value in self.values)
        object.__setattr__(self, "_spans", spans)
        object.__setattr__(self, "_starts", [span.start for span in spans])

    def at(self, on: date) -> Value:
        """The value on the day; most are asked about the same few days."""
        value = self._found.get(on)
        if value is None:
            value = self._find(on)
            if len(self._found) >= DAYS_KEPT:
                self._found.clear()
            self._found[on] = value
        return value

    def _find(self, on: date) -> Value:
        index = find_span(self._spans, self._starts, on=on)
        if index is None:
            raise not_in_force(self.about.path, self._spans, on=on)
        check_vouched(self.about.path, self._spans[index], on=on)
        return self.values[index]
