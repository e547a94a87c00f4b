"""Golden cases: YAML a policy officer can read, one list per scheme, and their check.

Every scalar is text, so that `no` stays "no"; only true and false become booleans. The
cases themselves stand with the tests; `tanya parameters --impact` reads them as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from bot.rulebook.book import PACKAGE, Rulebook
from bot.rulebook.decision import Decision, Reason

CASES = PACKAGE.parents[1] / "tests" / "rulebook" / "cases"
# the C parser, where there is one, is ten times as fast
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
EXPECTED = {
    "outcome",
    "amounts",
    "dates",
    "durations",
    "items",
    "need",
    "met",
    "unmet",
    "notes",
    "not_told",
    "steps",
    "why",
    "changes",
    "confidence",
    "limits",
    "values",
    "cites",
    "ask",
    "told",
}


@dataclass(frozen=True)
class Case:
    file: str
    name: str
    question: str
    on: date
    facts: dict[str, object]
    expect: dict[str, object]

    def decide(self, book: Rulebook) -> Decision:
        return book.decide(self.question, self.facts, on=self.on)


def typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return {"true": True, "false": False, "null": None}.get(str(value), value)


def read_cases(folder: Path = CASES) -> Iterator[Case]:
    for file in sorted(folder.glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        entries = yaml.load(text, Loader=_LOADER)  # noqa: S506  makes text alone
        for entry in entries:
            for one in spread(entry):
                yield read_case(one, file=file.stem)


def spread(entry: dict[str, object]) -> Iterator[dict[str, object]]:
    """An entry with `columns` and `rows` is one case for each row of a table."""
    rows = entry.pop("rows", None)
    if rows is None:
        yield entry
        return
    columns = entry.pop("columns")
    assert isinstance(rows, list)
    assert isinstance(columns, list)
    for row in rows:
        yield _from_row(entry, dict(zip(columns, row, strict=True)))


def _from_row(entry: dict[str, object], cells: dict[str, object]) -> dict[str, object]:
    """A column is `facts.wage`, `amounts.total`, `limits.CODE` or `values.CODE`."""
    members: dict[str, dict[str, object]] = {}
    for column, cell in cells.items():
        kind, _, name = column.partition(".")
        members.setdefault(kind, {})[name] = cell
    facts, expect = members.pop("facts"), entry["expect"]
    given = entry.get("facts") or {}
    assert isinstance(given, dict)
    assert isinstance(expect, dict)
    return {
        **entry,
        "name": f"{entry['name']} {', '.join(map(str, facts.values()))}",
        "facts": {**given, **facts},
        "expect": {**expect, **members},
    }


def read_case(entry: dict[str, object], *, file: str) -> Case:
    unknown = set(entry) - {"name", "question", "on", "facts", "expect"}
    expect = typed(entry["expect"])
    assert not unknown, f"{file}: unknown keys {unknown} in {entry['name']!r}"
    assert isinstance(expect, dict)
    assert set(expect) <= EXPECTED, f"{file}: {set(expect) - EXPECTED}"
    facts = typed(entry.get("facts") or {})
    assert isinstance(facts, dict)
    return Case(
        file=file,
        name=str(entry["name"]),
        question=str(entry["question"]),
        on=date.fromisoformat(str(entry["on"])),
        facts=facts,
        expect=expect,
    )


def found(decision: Decision) -> dict[str, object]:
    """The decision in the words of the cases."""
    plain = decision.to_json()
    reasons = decision.reasons
    flat = {reason.code: reason.to_json() for reason in reversed(reasons)}
    return {
        "outcome": decision.outcome,
        "amounts": plain.get("amounts", {}),
        "dates": plain.get("dates", {}),
        "durations": {k: f"{v.n} {v.unit}" for k, v in decision.durations.items()},
        "items": {k: list(v) for k, v in decision.items.items()},
        "need": [need.fact for need in decision.need],
        "met": [reason.code for reason in reasons if reason.met is True],
        "unmet": [reason.code for reason in reasons if reason.met is False],
        "notes": [reason.code for reason in reasons if reason.met is None],
        "steps": [step.code for step in decision.steps],
        "why": decision.refer.why if decision.refer else None,
        "changes": [as_text(change.to_json()) for change in decision.changes],
        "confidence": decision.confidence,
        "told": [" ".join(_operands(reason)) for reason in reasons],
        "ask": dict(decision.refer.to) if decision.refer else {},
        "limits": {code: as_text(r.get("limit")) for code, r in flat.items()},
        "values": {code: as_text(r.get("value")) for code, r in flat.items()},
        "cites": {code: cited(r) for code, r in flat.items()},
    }


def _operands(reason: Reason) -> Iterator[str]:
    """A reason in one line, for a code that is told more than once."""
    yield reason.code
    for operand in (reason.limit, reason.value):
        if operand is not None:
            yield str(operand)


def cited(reason: dict[str, object]) -> str:
    citation = reason.get("citation") or {}
    assert isinstance(citation, dict)
    return f"{citation.get('instrument', '')} {citation.get('section', '')}".strip()


def as_text(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return value if value is None or isinstance(value, bool) else str(value)


SUBSETS = ("met", "unmet", "notes", "steps", "told")
MAPPED = ("limits", "values", "cites", "dates", "durations", "items")


def differences(case: Case, decision: Decision) -> list[str]:
    """The members of the decision that are not as the case expects them."""
    actual = found(decision)
    return [
        key
        for key, expected in case.expect.items()
        if not _as_expected(key, expected, actual)
    ]


def _as_expected(key: str, expected: object, actual: dict[str, object]) -> bool:
    if key == "not_told":
        return not set(_list(expected)) & set(_list(actual["notes"]))
    if key in SUBSETS:
        return set(_list(expected)) <= set(_list(actual[key]))
    if key in MAPPED:
        told = actual[key]
        assert isinstance(told, dict)
        assert isinstance(expected, dict)
        return {name: told.get(name) for name in expected} == expected
    return actual[key] == expected


def _list(value: object) -> list[str]:
    assert isinstance(value, list)
    return value
