"""The facts about one person, read strictly for one day.

A fact that makes no sense is an error that names it; an absent fact is only absent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.rulebook.days import completed_years
from bot.rulebook.errors import FactError
from bot.rulebook.fact_list import EVERY_FACT, FACTS, Fact
from bot.rulebook.fact_types import OLDEST, FactValue, Payment, PlatformEarning
from bot.rulebook.fact_values import EMPLOYMENTS, SECTORS

__all__ = [
    "EMPLOYMENTS",
    "EVERY_FACT",
    "FACTS",
    "SECTORS",
    "Fact",
    "FactValue",
    "Facts",
    "Payment",
    "PlatformEarning",
]


class Facts:
    """Facts about one person, read and checked for one day."""

    __slots__ = ("_values", "on")

    def __init__(self, given: Mapping[str, object], *, on: date) -> None:
        self.on = on
        self._values: dict[str, FactValue] = {}
        for name, value in given.items():
            if value is not None:
                self._values[name] = _read(name, value)
        self._check_age()

    def __contains__(self, name: str) -> bool:
        if name == "age":
            return "age" in self._values or "birth_date" in self._values
        return name in self._values

    def get(self, name: str) -> FactValue:
        """The value, or None; `age` follows from `birth_date` when it must."""
        if name == "age" and "age" not in self._values and self.birth_date:
            return completed_years(self.birth_date, on=self.on)
        return self._values.get(name)

    @property
    def birth_date(self) -> date | None:
        value = self._values.get("birth_date")
        return value if isinstance(value, date) else None

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._values))

    def _check_age(self) -> None:
        born = self.birth_date
        if born is None:
            return
        if born > self.on:
            raise FactError("birth_date", "is after the day asked about")
        years = completed_years(born, on=self.on)
        if years > OLDEST:
            raise FactError("birth_date", f"makes the person {years} years old")
        if self._values.get("age", years) != years:
            raise FactError(
                "age", f"does not agree with birth_date, which makes {years}"
            )


def _read(name: str, value: object) -> FactValue:
    fact = EVERY_FACT.get(name)
    if fact is None:
        raise FactError(name, "is not a fact that any question uses")
    try:
        return fact.read(value)
    except ValueError as error:
        raise FactError(name, f"{error}, not {_shown(value)}") from None


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."
