"""One question being decided: what was read, compared, noted and still missing.

A rule is a function of a Case. It reads parameters through it, so that every source,
and the lowest confidence among them, ends up in the Decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from bot.rulebook.decision import (
    CONFIDENCES,
    Change,
    Decision,
    Duration,
    Need,
    Operand,
    Reason,
    Refer,
    Step,
)
from bot.rulebook.errors import ParameterNotInForce
from bot.rulebook.facts import EVERY_FACT, Facts
from bot.rulebook.parameters import Parameter, Span, Value
from bot.rulebook.tables import Row, Table, Version


class Source(Protocol):
    """Whatever of the law a reason can point at."""

    @property
    def span(self) -> Span: ...

    @property
    def level(self) -> int: ...  # of confidence: 0 is low


class Law(Protocol):
    """What a case needs from the rulebook."""

    version: str

    def parameter(self, path: str) -> Parameter: ...

    def table(self, path: str) -> Table: ...

    def contacts(self, on: date) -> Mapping[str, str]: ...


class HoleFound(Exception):
    """A rule met something known to be unknown; `why` says what."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


NOT_KNOWN = "NOT_KNOWN_HERE"
Condition = Callable[["Case"], None]


class Case:
    """The mutable half of a decision; lives for one call only."""

    def __init__(self, question: str, facts: Facts, *, law: Law) -> None:
        self.question = question
        self.facts = facts
        self.on = facts.on
        self.law = law
        self.reasons: list[Reason] = []
        self.needs: list[Need] = []
        self.changes: list[Change] = []
        self.steps: list[Step] = []
        self.amounts: dict[str, Decimal] = {}
        self.dates: dict[str, date] = {}
        self.durations: dict[str, Duration] = {}
        self.items: dict[str, tuple[str, ...]] = {}
        self.failed = False
        self._lowest = len(CONFIDENCES) - 1

    # Reading the law

    def read(
        self, path: str, *, hole: str = NOT_KNOWN, on: date | None = None
    ) -> Value:
        """The value on the day; low or unknown stops the rule with `hole`."""
        value = self.law.parameter(path).at(on or self.on)
        self.rely_on(value, hole=hole)
        return value

    def begin(self, path: str, *, on: date | None = None) -> Value:
        """The law itself: where it says no, there is none on that day."""
        value = self.read(path, on=on)
        if value.value is not True:
            ended = value.span.since and value.span.since - timedelta(days=1)
            raise ParameterNotInForce(path, on=self.on, starts=None, ended=ended)
        return value

    def rely_on(self, source: Source, *, hole: str = NOT_KNOWN) -> None:
        if not source.level:
            raise HoleFound(hole)
        if source.level < self._lowest:
            self._lowest = source.level

    def doubt(self) -> None:
        """Not certain, though every source was: the answer is to be confirmed."""
        self._lowest = min(self._lowest, CONFIDENCES.index("medium"))

    def announced(self, path: str) -> Value | None:
        """The change announced by the day asked about, if there is one."""
        return next(self.all_announced(path), None)

    def all_announced(self, path: str) -> Iterator[Value]:
        """All changes announced by the day asked about, the nearest first."""
        for value in self.law.parameter(path).announced:
            told = value.span.announced_on
            if told and told <= self.on:
                yield value

    def table(self, path: str, *, on: date | None = None) -> Version:
        return self.law.table(path).at(on or self.on)

    def row(self, path: str, key: str) -> Row | None:
        row = self.table(path).row(key)
        if row is not None:
            self.rely_on(row)
        return row

    # Writing the decision

    def want(self, fact: str, *, why: str | None = None) -> bool:
        """True when the fact is known; otherwise it is asked for, once."""
        if fact in self.facts:
            return True
        if all(need.fact != fact for need in self.needs):
            self.needs.append(Need(fact, why or EVERY_FACT[fact].why))
        return False

    def compare(
        self,
        code: str,
        *,
        met: bool,
        by: Source,
        limit: Operand = None,
        value: Operand = None,
        changes: tuple[Change, ...] = (),
    ) -> None:
        """Record a condition. One that is not met ends in a no."""
        self._add(code, met, by, limit, value)
        if not met:
            self.failed = True
            self.changes.extend(changes)

    def note(
        self,
        code: str,
        *,
        by: Source | None = None,
        limit: Operand = None,
        value: Operand = None,
    ) -> None:
        self._add(code, None, by, limit, value)

    def say(self, code: str, path: str, *, limit: bool = False) -> Value:
        """Note something that a parameter says, with its value as the limit or not."""
        value = self.read(path)
        if value.says(code):
            self.note(code, by=value, limit=value.value if limit else None)
        return value

    def _add(
        self,
        code: str,
        met: bool | None,
        by: Source | None,
        limit: Operand,
        value: Operand,
    ) -> None:
        if by is None:
            self.reasons.append(Reason(code, met, limit, value))
            return
        span = by.span
        cited = (span.citation, span.fact, span.since)
        self.reasons.append(Reason(code, met, limit, value, *cited))

    def step(self, code: str, result: Operand = None, **operands: Operand) -> None:
        self.steps.append(Step(code, operands, result))

    def absorb(self, decision: Decision) -> None:
        """Take over what another rule read and missed for the same person."""
        if decision.outcome == "need_facts":
            for need in decision.need:
                self.want(need.fact, why=need.why)
        if decision.confidence:
            lowest = CONFIDENCES.index(decision.confidence)
            self._lowest = min(self._lowest, lowest)

    # Ends

    def settle(self, *conditions: Condition) -> Decision | None:
        """Test in order. The first no ends it; else missing facts; else None: a yes."""
        for condition in conditions:
            condition(self)
            if self.failed:
                return self.no()
        return self.end("need_facts") if self.needs else None

    def barred(self, *conditions: Condition) -> Decision | None:
        """A no when facts already given exclude the person; asks for nothing."""
        kept = (list(self.reasons), list(self.needs), self._lowest)
        for condition in conditions:
            condition(self)
            if self.failed:
                return self.no()
        self.reasons, self.needs, self._lowest = kept
        return None

    def no(self) -> Decision:
        """The unmet condition comes first, then what would change it."""
        self.reasons.sort(key=lambda reason: reason.met is not False)
        if not self.changes:
            self.note("NOTHING_CHANGES_THIS")
        self.needs.clear()
        return self.end("no")

    def refer(self, why: str) -> Decision:
        return self.end(
            "refer", refer=Refer(why, self.law.contacts(self.on)), confidence="low"
        )

    def end(
        self,
        outcome: str,
        *,
        refer: Refer | None = None,
        confidence: str | None = None,
    ) -> Decision:
        return Decision(
            question=self.question,
            on=self.on,
            outcome=outcome,
            amounts=self.amounts,
            dates=self.dates,
            durations=self.durations,
            items=self.items,
            steps=tuple(self.steps),
            need=tuple(self.needs),
            reasons=tuple(self.reasons),
            changes=tuple(self.changes),
            refer=refer,
            confidence=confidence or CONFIDENCES[self._lowest],
            rulebook=self.law.version,
        )
