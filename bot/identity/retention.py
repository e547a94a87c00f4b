"""What identity lets go of, and when: each class of rows has its time."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from sqlalchemy import and_, delete, or_

from bot.identity import anchor, audit
from bot.identity.ground import Ground
from bot.identity.policy import DAY
from bot.identity.sending import CLAIMED, WAITING
from bot.identity.tables import (
    challenges,
    consents,
    counted,
    done,
    proven,
    sealed,
    verified,
)

YEAR: Final = 365.25 * DAY


@dataclass(frozen=True)
class Gone:
    """How many rows of each class were let go."""

    sealed: int
    challenges: int
    verified: int
    consents: int
    counted: int
    done: int
    proven: int
    audit: int

    def total(self) -> int:
        """All of them together."""
        return sum(getattr(self, field.name) for field in fields(self))


def purge(
    ground: Ground, *, verified_chat_days: float, audit_years: float, var: Path
) -> Gone:
    """Destroy what has lived its time, and note where the audit chain ends."""
    now, policy = ground.clock(), ground.policy
    queued = and_(
        challenges.c.sms.in_([WAITING, CLAIMED]), challenges.c.created_at > now - DAY
    )
    idle = verified.c.used_at <= now - policy.idle_seconds
    old: dict[str, tuple[Any, Any]] = {
        "sealed": (sealed, sealed.c.expires_at <= now),
        "challenges": (
            challenges,
            and_(challenges.c.created_at <= now - policy.number_seconds, ~queued),
        ),
        "verified": (verified, or_(verified.c.until <= now, idle)),
        "consents": (consents, consents.c.at <= now - policy.consent_seconds),
        "counted": (counted, counted.c.at <= now - DAY),
        "done": (done, done.c.at <= now - DAY),
        "proven": (proven, proven.c.at <= now - 2 * verified_chat_days * DAY),
    }
    with ground.database.write() as connection:
        gone = {
            name: int(connection.execute(delete(table).where(is_old)).rowcount)
            for name, (table, is_old) in old.items()
        }
        before = now - audit_years * YEAR
        gone["audit"] = audit.forget_before(connection, before, keys=ground.keys)
    with ground.database.read() as connection:
        anchor.note(connection, var / anchor.FILE, keys=ground.keys)
    return Gone(**gone)
