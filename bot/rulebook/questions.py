"""A question: its rule, the facts it may ask for, and those it reads when given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.rulebook.case import Case
from bot.rulebook.decision import Decision

Rule = Callable[[Case], Decision]


@dataclass(frozen=True, slots=True)
class Question:
    """What `tanya decide --list` shows of one question."""

    name: str
    about: str
    rule: Rule
    asks: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        return {
            "question": self.name,
            "about": self.about,
            "asks": list(self.asks),
            "uses": list(self.uses),
        }
