"""What follows when a message was not sent: how often and how long to try again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Protocol

from bot.gateway.telegram.api import Result, Sending

OLDEST_SECONDS: Final = 24 * 3600.0  # as long as Telegram keeps what people send
MOST_FAILURES: Final = 20  # refusals of one message by a Telegram that is up
MOST_UNKNOWNS: Final = 3  # sends whose result is not known: each may be a double
FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 300.0
UNKNOWN_PAUSE: Final = 5.0


class Then(Enum):
    """What to do with a message."""

    GO_ON = "go_on"
    AGAIN = "again"
    GIVE_UP = "give_up"  # it becomes a dead letter
    QUIET = "quiet"  # the chat wants nothing any more


@dataclass(frozen=True)
class Next:
    """A step, the seconds before it, and what is counted."""

    step: Then
    wait: float = 0.0
    failures: int = 0
    unknowns: int = 0
    reason: str = ""


class Tried(Protocol):
    """How often a message was tried."""

    @property
    def failures(self) -> int: ...

    @property
    def unknowns(self) -> int: ...


def after(sending: Sending, tried: Tried, *, age: float) -> Next:
    """What follows on `sending` of something `age` seconds old."""
    failures, unknowns = tried.failures, tried.unknowns
    reason = sending.result.value
    if sending.result is Result.SENT:
        return Next(Then.GO_ON)
    if sending.result is Result.BLOCKED:
        return Next(Then.QUIET)
    if sending.result in (Result.REJECTED, Result.MARKUP) or age > OLDEST_SECONDS:
        return Next(Then.GIVE_UP, failures=failures, unknowns=unknowns, reason=reason)
    if sending.result is Result.UNKNOWN:
        unknowns += 1
        wait = UNKNOWN_PAUSE * unknowns
    elif sending.result is Result.FLOOD:
        wait = max(sending.wait, FIRST_PAUSE)
    else:
        failures += 1
        wait = min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE)
    # what never left, for want of a network or a good token, is not the message's fault
    worn_out = failures > MOST_FAILURES and sending.result is Result.FAILED
    step = Then.GIVE_UP if worn_out or unknowns >= MOST_UNKNOWNS else Then.AGAIN
    return Next(step, wait, min(failures, 1_000), unknowns, reason)
