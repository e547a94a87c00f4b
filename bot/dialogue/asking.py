"""What the dialogue may ask of the rulebook and the written answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.dialogue.facts import FactType


class BadFact(ValueError):
    """A fact that the rulebook refuses; `fact` is its name."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


@dataclass(frozen=True)
class Known:
    """A question beside the usual ones: of which scheme, what needs it refines, and
    for which it never stands; `asker` where only a worker or an employer asks it.

    `question` and `facts` are there where the law answers, else a written text does.
    """

    scheme: str | None = None
    needs: frozenset[str] = frozenset()
    question: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    not_for: frozenset[str] = frozenset()
    asker: str | None = None


@dataclass(frozen=True)
class Tools:
    """What the planner may ask. `missing(question, facts, on)` names the facts that a
    question still needs, in asking order; it raises BadFact for a nonsense one."""

    missing: Callable[[str, Mapping[str, Any], str], tuple[str, ...]]
    questions: frozenset[str]
    entries: frozenset[str]
    facts: Mapping[str, FactType]
    today: str  # ISO
    read: Mapping[str, frozenset[str]] = field(default_factory=dict)  # by question
    known: Mapping[str, Known] = field(default_factory=dict)  # by name
