"""One-time codes: asked for and typed. The sender makes and sends them, later.

Whether a person is on record, has a telephone or had too many codes is not even looked
up here: the same rows are written for everybody, so nothing tells one from the other.
"""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from bot.identity import audit, verification
from bot.identity.audit import Entry
from bot.identity.counting import count, find_done, hold, note_done
from bot.identity.ground import Ground
from bot.identity.limits import (
    Asked,
    asks_too_much,
    everybody,
    guesses_too_much,
    is_held,
    is_locked,
    places,
)
from bot.identity.mykad import has_place
from bot.identity.outcomes import Check, Start
from bot.identity.tables import challenges

WAITING = "waiting"
NO_HASH = "0" * 64


def open_challenge(
    ground: Ground, asked: Asked, number: str, *, language: str
) -> Start:
    """Write down that a code is wanted for `number`; an older code is void."""
    subject = ground.keys.subject(number)
    with ground.database.write() as connection:
        hold(connection, *places(asked), f"subject {subject}")
        now = ground.clock()  # not before: others may have been waited for
        known = _known(connection, asked)
        if known is not None:
            return Start(known)
        if asks_too_much(connection, ground, asked, subject=subject, now=now):
            return Start.TOO_MANY
        held = is_held(connection, ground, subject, demo=not has_place(number), now=now)
        count(connection, "code", everybody(asked, subject), detail=subject, now=now)
        close(connection, asked.conversation)
        row = _row(ground, asked, number, held=held, now=now)
        connection.execute(insert(challenges), {**row, "language": language})
        ground.vault.expect_code(
            connection, asked.conversation, seconds=2 * ground.policy.code_seconds
        )
        _conclude(connection, ground, asked, Start.SENT.value, subject, now=now)
    return Start.SENT


def try_code(ground: Ground, asked: Asked, code: str) -> Check:
    """Compare `code` with the one of the open challenge, if a guess is left."""
    with ground.database.write() as connection:
        hold(connection, *places(asked))
        challenge = _latest(connection, asked.conversation)
        subject = challenge.subject if challenge else ""
        hold(connection, f"subject {subject or asked.conversation}")
        now = ground.clock()  # not before: others may have been waited for
        known = _known(connection, asked)
        if known is not None:
            return Check(known)
        if guesses_too_much(connection, ground, asked, now=now):
            return Check.TOO_MANY
        compared = _count_guess(connection, ground, challenge, now=now)
        right = _find_right(connection, ground, challenge, code, now=now)
        person = right if compared else None
        # what was not compared counts against nobody, and takes the same work
        target = subject if compared else ground.keys.subject(asked.conversation)
        count(connection, "guess", everybody(asked, target), now=now)
        if person:
            verification.begin(connection, ground, challenge, person=person, now=now)
        outcome = Check.VERIFIED if person else Check.WRONG
        _conclude(connection, ground, asked, outcome.value, subject, now=now)
    return outcome


def find_guess(ground: Ground, asked: Asked) -> Check | None:
    """How this message's guess ended, or that it is one too many: without writing."""
    with ground.database.read() as connection:
        known = _known(connection, asked)
        if known is not None:
            return Check(known)
        if guesses_too_much(connection, ground, asked, now=ground.clock()):
            return Check.TOO_MANY
    return None


def find_start(ground: Ground, asked: Asked) -> Start | None:
    """How this message's asking ended, if it did."""
    with ground.database.read() as connection:
        known = _known(connection, asked)
    return Start(known) if known is not None else None


def would_be_refused(ground: Ground, asked: Asked, number: str) -> bool:
    """Whether `open_challenge` would refuse: found out without writing."""
    subject = ground.keys.subject(number)
    with ground.database.read() as connection:
        return asks_too_much(
            connection, ground, asked, subject=subject, now=ground.clock()
        )


def latest_number(ground: Ground, conversation: str) -> str | None:
    """The number for which a code was asked last, if that was lately."""
    since = ground.clock() - ground.policy.number_seconds
    with ground.database.read() as connection:
        row = _latest(connection, conversation)
    if row is None or row.created_at <= since or not row.number:
        return None
    return ground.vault.decrypt(row.number, conversation, row.id, "number")


def is_open(connection: Connection, ground: Ground, conversation: str) -> bool:
    """Whether a code may be typed."""
    row = _latest(connection, conversation)
    return bool(
        row
        and row.open
        and row.expires_at > ground.clock()
        and row.guesses < ground.policy.guesses_per_code
    )


def close(connection: Connection, conversation: str) -> None:
    """Make every code of the conversation void."""
    connection.execute(
        update(challenges)
        .where(challenges.c.conversation == conversation, challenges.c.open == 1)
        .values(open=0)
    )


def _count_guess(
    connection: Connection, ground: Ground, challenge: Any, *, now: float
) -> bool:
    """Whether a guess was left: counted in one statement, before it is compared."""
    counted = connection.execute(
        update(challenges)
        .where(
            challenges.c.id == (challenge.id if challenge else ""),
            challenges.c.open == 1,
            challenges.c.guesses < ground.policy.guesses_per_code,
            challenges.c.expires_at > now,
            challenges.c.created_at <= now + ground.policy.clock_seconds,
        )
        .values(guesses=challenges.c.guesses + 1)
    ).rowcount
    return bool(counted == 1)


def _find_right(
    connection: Connection, ground: Ground, challenge: Any, code: str, *, now: float
) -> str | None:
    """The registry's key of the person whose code this is, unless they are locked."""
    name = challenge.id if challenge else ""
    kept = (challenge.code_hash if challenge else None) or NO_HASH
    same = hmac.compare_digest(ground.keys.code(name, code), kept)
    locked = challenge is None or is_locked(
        connection, ground, challenge.subject, demo=bool(challenge.demo), now=now
    )
    if not same or locked or not challenge.person:
        return None
    bound = (challenge.conversation, challenge.id, "person")
    return ground.vault.decrypt(challenge.person, *bound)


def _latest(connection: Connection, conversation: str) -> Any:
    return connection.execute(
        select(challenges)
        .where(challenges.c.conversation == conversation)
        .order_by(challenges.c.open.desc(), challenges.c.created_at.desc())
        .limit(1)
    ).one_or_none()


def _row(
    ground: Ground, asked: Asked, number: str, *, held: bool, now: float
) -> dict[str, object]:
    name = secrets.token_hex(16)
    sealed = ground.vault.encrypt(number, asked.conversation, name, "number")
    return {
        "id": name,
        "conversation": asked.conversation,
        "subject": ground.keys.subject(number),
        "number": sealed,
        "demo": int(not has_place(number)),
        "held": int(held),
        "open": 1,
        "guesses": 0,
        "created_at": now,
        "expires_at": now + ground.policy.code_seconds,
        "sms": WAITING,
        "sms_after": now,
        "sms_tries": 0,
    }


def _known(connection: Connection, asked: Asked) -> str | None:
    return find_done(connection, asked.conversation, asked.message_id, what=asked.what)


def _conclude(
    connection: Connection,
    ground: Ground,
    asked: Asked,
    outcome: str,
    subject: str,
    *,
    now: float,
) -> None:
    note_done(
        connection,
        asked.conversation,
        asked.message_id,
        what=asked.what,
        outcome=outcome,
        now=now,
    )
    entry = Entry(
        who=ground.keys.conversation(asked.conversation),
        what=asked.what,
        why=f"message {asked.message_id}",
        outcome=outcome,
        subject=subject,
    )
    audit.append(connection, entry, keys=ground.keys, now=now)
