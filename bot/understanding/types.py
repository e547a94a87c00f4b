"""What understanding a message yields: plain values that every caller can read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Band = Literal["answer", "clarify", "sorry"]
Value = str | int | bool | dict[str, object]


@dataclass(frozen=True)
class Need:
    """One thing that the person wants."""

    need: str
    confidence: float


@dataclass(frozen=True)
class Entity:
    """A value named in the message, with its place in the original text."""

    entity: str
    value: Value
    start: int
    end: int

    def to_json(self) -> dict[str, object]:
        """As the command line and the dialogue engine show it."""
        return {
            "entity": self.entity,
            "value": self.value,
            "start": self.start,
            "end": self.end,
        }


@dataclass(frozen=True)
class Parsed:
    """A message as understood.

    `numbers` are the values of all numbers in the message, in order, as strings: a
    question that waits for a bare number takes it from there. `suggestions` are what
    the person may have meant, for when it is not clear.
    """

    text: str
    intent: str
    confidence: float
    band: Band
    needs: tuple[Need, ...] = ()
    ranking: tuple[tuple[str, float], ...] = ()
    entities: tuple[Entity, ...] = ()
    numbers: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # needs of further questions that `needs` leaves out
    embedded: bool = False


@dataclass(frozen=True)
class Example:
    """One training message; examples of one speaker are never split."""

    text: str
    intent: str
    speaker: str = ""
    language: str = ""


@dataclass(frozen=True)
class Thresholds:
    """Where the bands begin; chosen on predictions for unseen speakers."""

    answer: float = 0.45
    clarify: float = 0.2
    cheap: float = 0.9  # above it the sentence embedding is not needed
    # of two needs: of each in its own part of the message, and of the less likely one
    # in the message as a whole; the second pair where both parts are beyond doubt
    part: float = 0.4
    second: float = 0.02
    part_sure: float = 0.8
    second_sure: float = 0.002
    other: float = 0.5  # out of scope, though something else is likelier
    never_suggest: tuple[str, ...] = field(default=())
