"""How often, how long, how many: every limit of identity in one place."""

from __future__ import annotations

from dataclasses import dataclass

MINUTE = 60.0
HOUR = 3600.0
DAY = 24 * HOUR


@dataclass(frozen=True)
class Limit:
    """At most so many in an hour, and in a day."""

    hour: int
    day: int


@dataclass(frozen=True)
class Policy:
    """The limits. Windows slide; none of them locks a person out for good."""

    code_seconds: float = 5 * MINUTE
    guesses_per_code: int = 5
    idle_seconds: float = 10 * MINUTE  # verified, without a look-up
    absolute_seconds: float = 30 * MINUTE
    consent_seconds: float = DAY
    number_seconds: float = 30 * MINUTE  # how long another code may be asked for
    confirm_seconds: float = 5 * MINUTE
    result_seconds: float = 15 * MINUTE
    # whoever somebody says they are, on record or not
    codes_per_person: Limit = Limit(3, 6)
    guesses_per_person: Limit = Limit(10, 20)
    # numbers that can belong to nobody, while demo people are let in
    codes_per_demo_person: Limit = Limit(60, 300)
    guesses_per_demo_person: Limit = Limit(60, 300)
    codes_per_conversation: Limit = Limit(10, 20)
    guesses_per_conversation: Limit = Limit(15, 30)
    numbers_per_conversation: Limit = Limit(4, 4)  # different ones
    codes_per_address: Limit = Limit(30, 60)
    guesses_per_address: Limit = Limit(60, 120)
    numbers_per_address: Limit = Limit(10, 10)
    look_up_seconds: float = 6.0  # for all records of one look-up together
    clock_seconds: float = (
        MINUTE  # what lies further ahead was written by a wrong clock
    )

    @classmethod
    def for_addresses(cls, numbers: int) -> Policy:
        """With so many different numbers a day from one address, and codes to match."""
        return cls(
            codes_per_address=Limit(3 * numbers, 6 * numbers),
            guesses_per_address=Limit(6 * numbers, 12 * numbers),
            numbers_per_address=Limit(numbers, numbers),
        )
