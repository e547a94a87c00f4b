"""The result of a question: frozen, without prose, and able to explain itself.

Chat, desk and command line render the same object; its JSON form is a contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType

Operand = str | int | bool | Decimal | date | datetime | tuple[str, ...] | None

OUTCOMES = ("yes", "no", "amount", "info", "need_facts", "not_in_force", "refer")
CONFIDENCES = ("low", "medium", "high")
EMPTY: Mapping[str, object] = MappingProxyType({})


def to_plain(value: object) -> object:
    """Write one operand for JSON: money as a string, a day as ISO."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_plain(item) for key, item in value.items()}
    return value


def _filled(**members: object) -> dict[str, object]:
    return {
        key: to_plain(value)
        for key, value in members.items()
        if value is not None and value not in ((), {})
    }


@dataclass(frozen=True, slots=True)
class Citation:
    """Where it stands: the law's own name for it, and a page to look at."""

    instrument: str
    section: str | None = None
    url: str | None = None

    def to_json(self) -> dict[str, object]:
        return _filled(instrument=self.instrument, section=self.section, url=self.url)


@dataclass(frozen=True, slots=True)
class Reason:
    """One condition that was compared (`met` true or false) or one note (`met` None).

    `fact` is the id of the fact of law behind it, not a fact about the person.
    """

    code: str
    met: bool | None = None
    limit: Operand = None
    value: Operand = None
    citation: Citation | None = None
    fact: str | None = None
    effective_from: date | None = None

    def to_json(self) -> dict[str, object]:
        cited = self.citation.to_json() if self.citation else None
        return _filled(
            code=self.code,
            met=self.met,
            limit=self.limit,
            value=self.value,
            citation=cited,
            fact=self.fact,
            effective_from=self.effective_from,
        )


@dataclass(frozen=True, slots=True)
class Duration:
    """So many `month`s, `day`s, `year`s or `hour`s."""

    n: int
    unit: str

    def to_json(self) -> dict[str, object]:
        return {"n": self.n, "unit": self.unit}


@dataclass(frozen=True, slots=True)
class Step:
    """One line of arithmetic a person can follow, or one thing to do."""

    code: str
    operands: Mapping[str, Operand] = field(default_factory=dict)
    result: Operand = None

    def to_json(self) -> dict[str, object]:
        return _filled(code=self.code, operands=self.operands, result=self.result)


@dataclass(frozen=True, slots=True)
class Need:
    """A fact about the person that is missing, and the code of why it is asked."""

    fact: str
    why: str

    def to_json(self) -> dict[str, object]:
        return {"fact": self.fact, "why": self.why}


@dataclass(frozen=True, slots=True)
class Change:
    """What would make it a yes: which fact, to what, by which day."""

    fact: str
    to: Operand = None
    by: date | None = None

    def to_json(self) -> dict[str, object]:
        return _filled(fact=self.fact, to=self.to, by=self.by)


@dataclass(frozen=True, slots=True)
class Refer:
    """Known to be unknown here: the code of why, and where to ask."""

    why: str
    to: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        return {"why": self.why, "to": dict(self.to)}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the rulebook says about one question, on one day, for one set of facts."""

    question: str
    on: date
    outcome: str
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    dates: Mapping[str, date] = field(default_factory=dict)
    durations: Mapping[str, Duration] = field(default_factory=dict)
    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    need: tuple[Need, ...] = ()
    reasons: tuple[Reason, ...] = ()
    changes: tuple[Change, ...] = ()
    refer: Refer | None = None
    confidence: str | None = None
    rulebook: str = ""

    def to_json(self) -> dict[str, object]:
        """The contract's form; empty members are left out."""
        return _filled(
            question=self.question,
            on=self.on,
            outcome=self.outcome,
            amounts=dict(self.amounts),
            dates=dict(self.dates),
            durations={k: v.to_json() for k, v in self.durations.items()},
            items=dict(self.items),
            steps=tuple(step.to_json() for step in self.steps),
            need=tuple(need.to_json() for need in self.need),
            reasons=tuple(reason.to_json() for reason in self.reasons),
            changes=tuple(change.to_json() for change in self.changes),
            refer=self.refer.to_json() if self.refer else None,
            confidence=self.confidence,
            rulebook=self.rulebook,
        )
