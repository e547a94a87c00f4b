"""Questions whose answer is read, not computed: what a benefit gives, how to appeal.

A sheet names the parameters to read and the codes that tell them. A note is told with
its value as the limit, unless the parameter only says that something is so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from bot.rulebook.case import NOT_KNOWN, Case
from bot.rulebook.decision import Decision, Duration, Operand
from bot.rulebook.errors import ParameterNotInForce, ParameterNotVouched
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question

Told = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`maybe` and `announced` are told only when they apply, or were announced."""

    starts: str | None = None
    amounts: Mapping[str, str] = field(default_factory=dict)
    durations: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    notes: Told = ()
    maybe: Told = ()
    announced: Told = ()
    hole: str = NOT_KNOWN


def from_sheet(
    name: str, about: str, sheet: Sheet, *, uses: tuple[str, ...] = ()
) -> Question:
    return Question(name, about, partial(read_sheet, sheet=sheet), uses=uses)


def read_sheet(case: Case, *, sheet: Sheet) -> Decision:
    """Everything the sheet names, on the day."""
    fill(case, sheet)
    return case.end("amount" if case.amounts else "info")


def fill(case: Case, sheet: Sheet) -> None:
    if sheet.starts:
        case.begin(sheet.starts)
    for name, path in sheet.amounts.items():
        amount = case.read(path, hole=sheet.hole)
        case.amounts[name] = amount.money
        case.note("AMOUNT_IS_FIXED", by=amount, limit=amount.money)
    for name, path in sheet.durations.items():
        length = case.read(path)
        case.durations[name] = Duration(length.whole, length.unit)
    for kind, path in sheet.items.items():
        _list_if_in_force(case, kind, path)
    for code, path in sheet.notes:
        tell(case, code, case.read(path))
    for code, path in sheet.maybe:
        tell_if_in_force(case, code, path)
    for code, path in sheet.announced:
        change = case.announced(path)
        if change is not None:
            tell(case, code, change)


def _list_if_in_force(case: Case, kind: str, path: str) -> None:
    """Papers and forms are told for the days on which a source shows them."""
    try:
        case.items[kind] = _codes(case.read(path))
    except (ParameterNotInForce, ParameterNotVouched):
        return


def _codes(value: Value) -> tuple[str, ...]:
    return value.codes if isinstance(value.value, tuple) else (value.text,)


def tell(case: Case, code: str, value: Value) -> None:
    if not value.says(code):
        return
    plain = isinstance(value.value, (bool, tuple))
    limit: Operand = None if plain else value.value
    case.note(code, by=value, limit=limit, value=value.span.announced_on)


def tell_if_in_force(case: Case, code: str, path: str) -> None:
    try:
        tell(case, code, case.read(path))
    except (ParameterNotInForce, ParameterNotVouched):
        return
