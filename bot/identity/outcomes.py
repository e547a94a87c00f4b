"""What identity answers. Whatever could tell whether somebody is on record is alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from bot.errors import TanyaError
from bot.registry.records import Claim, Contribution, Registration

REGISTRATION: Final = "registration"
CONTRIBUTIONS: Final = "contributions"
CLAIMS: Final = "claims"
TOPICS: Final = (REGISTRATION, CONTRIBUTIONS, CLAIMS)


class NotVerified(TanyaError):
    """Nobody proved in this conversation who they are, or it is too long ago."""

    code = "not_verified"


class Start(Enum):
    """What came of asking for a code."""

    SENT = "sent"  # alike: sent, unknown person, no telephone, locked, provider down
    MALFORMED = "malformed"  # no identity-card number: length, or no such date
    CONFIRM = "confirm"  # place code not assigned: ask once more, then `confirm`
    NOT_CONSENTED = "not_consented"
    TOO_MANY = "too_many"  # this conversation or address; says nothing of the person
    # the number is no longer kept and must be given again
    TOKEN_GONE = "token_gone"  # noqa: S105


class Check(Enum):
    """What came of typing a code."""

    VERIFIED = "verified"
    WRONG = "wrong"  # alike: wrong, none was asked for, expired, used up, locked
    TOO_MANY = "too_many"  # this conversation or address
    TOKEN_GONE = "token_gone"  # noqa: S105


@dataclass(frozen=True)
class State:
    """Where a conversation stands."""

    consented: bool
    challenge_open: bool  # a code may be typed
    verified_until: float | None  # seconds since 1970


@dataclass(frozen=True)
class LookUp:
    """Records of the person who proved who they are; never the person."""

    topic: str
    as_at: datetime  # with its zone
    registrations: tuple[Registration, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    claims: tuple[Claim, ...] = ()
