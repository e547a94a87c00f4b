"""Who has had enough for an hour or a day: a person, a conversation, an address.

Only conversations and addresses are told; of a person nobody learns it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.engine import Connection

from bot.identity.counting import is_over, is_over_with
from bot.identity.ground import Ground


@dataclass(frozen=True)
class Asked:
    """Who asks, from where, in which message; `address` is none where there is none."""

    conversation: str
    message_id: str
    address: str | None
    what: str  # the method, so that two of them in one message are two


def everybody(asked: Asked, subject: str) -> list[str]:
    """Against whom an attempt counts."""
    return [*places(asked), f"subject {subject}"]


def places(asked: Asked) -> list[str]:
    """The same without the person: where the attempt comes from."""
    names = [f"conversation {asked.conversation}"]
    return [*names, f"address {asked.address}"] if asked.address else names


def asks_too_much(
    connection: Connection, ground: Ground, asked: Asked, *, subject: str, now: float
) -> bool:
    """Whether this conversation or address has asked for too many codes, or people."""
    policy = ground.policy
    limits = (
        (policy.codes_per_conversation, policy.numbers_per_conversation),
        (policy.codes_per_address, policy.numbers_per_address),
    )
    return any(
        is_over(connection, "code", who, limit=codes, now=now)
        or is_over_with(connection, "code", who, detail=subject, limit=numbers, now=now)
        for who, (codes, numbers) in zip(places(asked), limits, strict=False)
    )


def guesses_too_much(
    connection: Connection, ground: Ground, asked: Asked, *, now: float
) -> bool:
    """Whether this conversation or address has guessed too often."""
    policy = ground.policy
    limits = (
        policy.guesses_per_conversation,
        policy.guesses_per_address,
    )
    return any(
        is_over(connection, "guess", who, limit=limit, now=now)
        for who, limit in zip(places(asked), limits, strict=False)
    )


def is_held(
    connection: Connection, ground: Ground, subject: str, *, demo: bool, now: float
) -> bool:
    """Whether this person, on record or not, had all codes or guesses of the time."""
    policy = ground.policy
    lenient = demo and ground.demo
    codes = policy.codes_per_demo_person if lenient else policy.codes_per_person
    had_all = is_over(connection, "code", f"subject {subject}", limit=codes, now=now)
    locked = is_locked(connection, ground, subject, demo=demo, now=now)
    return had_all or locked


def is_locked(
    connection: Connection, ground: Ground, subject: str, *, demo: bool, now: float
) -> bool:
    """Whether too many guesses were made at this person."""
    policy = ground.policy
    lenient = demo and ground.demo
    limit = policy.guesses_per_demo_person if lenient else policy.guesses_per_person
    return is_over(connection, "guess", f"subject {subject}", limit=limit, now=now)
