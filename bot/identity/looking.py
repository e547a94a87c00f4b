"""Reads a verified person's own records: in parallel, within a bound, and on record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime
from typing import Any, Final

from bot.clock import MALAYSIA
from bot.errors import PersonNotFound, RegistryUnavailable, UsageError
from bot.identity import audit, verification
from bot.identity.audit import Entry
from bot.identity.counting import find_done, hold, note_done
from bot.identity.ending import end
from bot.identity.ground import Ground
from bot.identity.outcomes import CLAIMS, TOPICS, LookUp, NotVerified
from bot.registry.records import Claim

THREADS: Final = 8
Reads = dict[str, Callable[[], Any]]


class Looking:
    """Look-ups of one process and the threads in which records are read."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="records")

    def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def look_up(
        self, conversation: str, topic: str, *, message_id: str, claim: str | None
    ) -> LookUp:
        """The records; nothing is handed out that is not in the audit."""
        if topic not in TOPICS:
            raise UsageError(f"there are {', '.join(TOPICS)}, not {topic!r}")
        with self._ground.database.read() as connection:
            state = verification.find(connection, self._ground, conversation)
        key = self._person(state)
        outcome, found = "shown", LookUp(topic, self._now())
        try:
            found = self._read(key, topic, claim)
        except RegistryUnavailable:
            self._record(state, topic, claim, message_id, outcome="unavailable")
            raise
        except PersonNotFound:
            outcome = "gone"
        if not self._record(state, topic, claim, message_id, outcome=outcome):
            raise NotVerified("the proof of who this is has run out")
        return found

    def _person(self, state: Any) -> str:
        key = None
        if state is not None:
            vault = self._ground.vault
            key = vault.decrypt(state.person, state.conversation, "verified")
        if key is None:
            raise NotVerified("nobody has proved who this is")
        return key

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._ground.clock(), MALAYSIA)

    def _read(self, key: str, topic: str, claim: str | None) -> LookUp:
        records = self._ground.records
        if topic == CLAIMS:
            found = self._together({"claims": lambda: records.find_claims(key)})
            found["claims"] = _named(found["claims"], claim)
        else:
            found = self._together(
                {
                    "registrations": lambda: records.find_registrations(key),
                    "contributions": lambda: records.find_contributions(key),
                }
            )
        return LookUp(topic, self._now(), **found)

    def _together(self, reads: Reads) -> dict[str, Any]:
        futures = {name: self._threads.submit(read) for name, read in reads.items()}
        _, late = wait(futures.values(), self._ground.policy.look_up_seconds)
        if late:
            for future in late:
                future.cancel()
            raise RegistryUnavailable("the registry took too long")
        return {name: future.result() for name, future in futures.items()}

    def _record(
        self,
        state: Any,
        topic: str,
        claim: str | None,
        message_id: str,
        *,
        outcome: str,
    ) -> bool:
        """Put the look-up on record, once; whether its records may be handed out."""
        ground, name = self._ground, state.conversation
        now = ground.clock()
        with ground.database.write() as connection:
            hold(connection, f"conversation {name}")
            if outcome == "gone":
                end(connection, name)
            present = verification.find(connection, ground, name)
            if present is None or present.challenge != state.challenge:
                outcome = "gone" if outcome == "gone" else "expired"
            else:
                verification.use(connection, present, now=now)
            what = f"look_up {topic} {outcome} {_short(claim)}".strip()
            if find_done(connection, name, message_id, what=what) is None:
                self._note(connection, state, topic, message_id, what, outcome, now)
        return outcome == "shown"

    def _note(
        self,
        connection: Any,
        state: Any,
        topic: str,
        message_id: str,
        what: str,
        outcome: str,
        now: float,
    ) -> None:
        name = state.conversation
        note_done(connection, name, message_id, what=what, outcome=outcome, now=now)
        entry = Entry(
            who=self._ground.keys.conversation(name),
            what="look_up",
            why=f"{topic}, message {message_id}",
            outcome=outcome,
            subject=state.subject,
        )
        audit.append(connection, entry, keys=self._ground.keys, now=now)


def _named(claims: tuple[Claim, ...], number: str | None) -> tuple[Claim, ...]:
    if number is None:
        return claims
    wanted = number.strip().upper()
    return tuple(claim for claim in claims if claim.number.upper() == wanted)


def _short(claim: str | None) -> str:
    return hashlib.sha256(claim.encode()).hexdigest()[:8] if claim else ""
