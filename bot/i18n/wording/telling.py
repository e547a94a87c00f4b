"""A Decision being told in one language: what every part of the wording reads from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from bot.i18n.catalogue import translate
from bot.i18n.formats import duration, long_date, money
from bot.i18n.wording.terms import scheme_name
from bot.i18n.wording.values import show

if TYPE_CHECKING:
    from bot.rulebook import Decision, Reason, Step


@dataclass
class Telling:
    """The Decision, the facts it was made from, and what has been said so far."""

    decision: Decision
    facts: Mapping[str, Any]
    language: str
    named: set[str] = field(default_factory=set)

    @property
    def topic(self) -> str:
        return self.decision.question.split(".")[0]

    @property
    def scheme_code(self) -> str:
        return [*self.decision.question.split("."), ""][1]

    def say(self, sentence: str, **values: object) -> str:
        """The sentence in the language, {scheme} filled with the scheme's name."""
        if "{scheme}" in sentence:
            values = {"scheme": self.scheme(), **values}
        return translate(sentence, self.language, **values)

    def scheme(self, code: str | None = None) -> str:
        """The scheme's name: old and new together once, then the new one alone."""
        code = code or self.scheme_code
        first = code not in self.named
        self.named.add(code)
        return scheme_name(code, self.language, full=first)

    def money(self, amount: str) -> str:
        return money(self.decision.amounts[amount], self.language)

    def has(self, *amounts: str) -> bool:
        return all(amount in self.decision.amounts for amount in amounts)

    def date(self, day: str) -> str:
        return long_date(self.decision.dates[day], self.language)

    def duration(self, length: str) -> str:
        found = self.decision.durations[length]
        return duration(found.n, found.unit, self.language)

    def reason(self, code: str) -> Reason | None:
        reasons = self.decision.reasons
        return next((reason for reason in reasons if reason.code == code), None)

    def step(self, code: str) -> Step | None:
        steps = self.decision.steps
        return next((step for step in steps if step.code == code), None)

    def fact_money(self, fact: str) -> str | None:
        """A fact that is an amount, as it is written; None if it is not known."""
        try:
            return money(Decimal(str(self.facts[fact])), self.language)
        except (KeyError, InvalidOperation):
            return None

    def plan(self) -> str:
        return show(self.facts.get("plan", ""), "plan", self.language)
