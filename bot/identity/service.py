"""The one door to who somebody is: consent, a code to their phone, their own records.

Synchronous and safe to share between threads. Every method that takes a `message_id`
does its work once: asked again with the same id, as after a kill, it gives the same
outcome, and no second message, counted attempt or audit row comes of it.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from bot.clock import MALAYSIA
from bot.database import Database
from bot.errors import PersonNotFound
from bot.identity import audit, challenges, verification
from bot.identity.audit import Entry
from bot.identity.challenges import (
    find_guess,
    find_start,
    open_challenge,
    try_code,
)
from bot.identity.counting import find_done, hold, note_done
from bot.identity.ending import end
from bot.identity.ground import Ground
from bot.identity.keys import Keys
from bot.identity.limits import Asked
from bot.identity.looking import Looking
from bot.identity.mykad import Card, judge
from bot.identity.outcomes import Check, LookUp, Start, State
from bot.identity.policy import Policy
from bot.identity.redaction import RESULT, RESULT_TOKEN
from bot.identity.tables import consents
from bot.identity.vault import TokenUnknown, Vault
from bot.registry.records import Records

NOBODY: Final = "000000000000"  # asked for to learn whether the registry answers
PENDING: Final = "pending"  # name of a number that waits to be confirmed


class Identity:
    """What actions and the gateway may ask."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        records: Records,
        *,
        policy: Policy,
        key: str,
        clock: Callable[[], float] = time.time,
        demo: bool = False,
    ) -> None:
        keys = Keys(key)
        self.ground = Ground(database, vault, records, policy, keys, clock, demo)
        self._looking = Looking(self.ground)

    def close(self) -> None:
        """Let go of threads; the database is its opener's to close."""
        self._looking.close()

    def state(self, conversation: str) -> State:
        """Where the conversation stands."""
        ground = self.ground
        with ground.database.read() as connection:
            state = verification.find(connection, ground, conversation)
            return State(
                consented=_has_consented(connection, ground, conversation),
                challenge_open=challenges.is_open(connection, ground, conversation),
                verified_until=verification.until(state, ground) if state else None,
            )

    def consent(self, conversation: str, *, message_id: str, language: str) -> None:
        """Note that the person agreed to the notice, and in which language."""
        ground, now = self.ground, self.ground.clock()
        with ground.database.write() as connection:
            hold(connection, f"conversation {conversation}")
            if find_done(connection, conversation, message_id, what="consent"):
                return
            mine = consents.c.conversation == conversation
            connection.execute(delete(consents).where(mine))
            row = {"conversation": conversation, "language": language, "at": now}
            connection.execute(insert(consents), row)
            self._record(connection, conversation, message_id, "consent", language)

    def start(
        self,
        conversation: str,
        token: str,
        *,
        message_id: str,
        address: str | None,
        language: str,
        confirmed: bool = False,
    ) -> Start:
        """Ask for a code for the number behind `token`; an older code is void.

        Raises RegistryUnavailable, whosever number it is: then nothing is counted.
        """
        asked = Asked(conversation, message_id, address, "start")
        known = find_start(self.ground, asked)
        if known is not None:
            return known
        number = self._opened(conversation, token)
        if number is None:
            return Start.TOKEN_GONE
        return self._begin(asked, number, language=language, confirmed=confirmed)

    def confirm(
        self, conversation: str, *, message_id: str, address: str | None, language: str
    ) -> Start:
        """Go on with the number for which `start` said CONFIRM; no token is needed."""
        asked = Asked(conversation, message_id, address, "confirm")
        known = find_start(self.ground, asked)
        if known is not None:
            return known
        number = self.ground.vault.get(conversation, PENDING, name=PENDING)
        if number is None:
            return Start.TOKEN_GONE
        return self._begin(asked, number, language=language, confirmed=True)

    def resend(
        self, conversation: str, *, message_id: str, address: str | None, language: str
    ) -> Start:
        """Another code for the same number; the limits are those of `start`.

        TOKEN_GONE if no number was given in this conversation lately.
        """
        asked = Asked(conversation, message_id, address, "resend")
        known = find_start(self.ground, asked)
        if known is not None:
            return known
        number = challenges.latest_number(self.ground, conversation)
        if number is None:
            return Start.TOKEN_GONE
        return self._begin(asked, number, language=language, confirmed=True)

    def check(
        self, conversation: str, token: str, *, message_id: str, address: str | None
    ) -> Check:
        """Try the code behind `token`."""
        asked = Asked(conversation, message_id, address, "check")
        known = find_guess(self.ground, asked)
        if known is not None:
            return known
        code = self._opened(conversation, token)
        if code is None:
            return Check.TOKEN_GONE
        return try_code(self.ground, asked, code)

    def look_up(
        self,
        conversation: str,
        topic: str,
        *,
        message_id: str,
        claim_number: str | None = None,
    ) -> LookUp:
        """The person's own records. Raises NotVerified or RegistryUnavailable.

        registration and contributions: registrations and contributions;
        claims: claims, or the one called `claim_number` if it is theirs.
        """
        return self._looking.look_up(
            conversation, topic, message_id=message_id, claim=claim_number
        )

    def keep_result(
        self, conversation: str, body: Mapping[str, Any], *, message_id: str
    ) -> str:
        """Seal what is to be shown, for a short time; the same in a turn only once."""
        ground = self.ground
        text = json.dumps(body, ensure_ascii=False)
        what = f"result {hashlib.sha256(text.encode()).hexdigest()[:16]}"
        with ground.database.write() as connection:
            hold(connection, f"conversation {conversation}")
            known = find_done(connection, conversation, message_id, what=what)
            if known is not None:
                return f"[[{RESULT}:{known}]]"
            name = secrets.token_hex(4)
            ground.vault.put_in(
                connection,
                conversation,
                RESULT,
                text,
                name=name,
                seconds=ground.policy.result_seconds,
            )
            note_done(
                connection,
                conversation,
                message_id,
                what=what,
                outcome=name,
                now=ground.clock(),
            )
        return f"[[{RESULT}:{name}]]"

    def open_result(self, conversation: str, token: str) -> dict[str, Any] | None:
        """What was kept, or None when its time is over."""
        shape = RESULT_TOKEN.fullmatch(token)
        if shape is None:
            return None
        vault = self.ground.vault
        text = vault.get(conversation, RESULT, name=shape.group(1))
        return json.loads(text) if text else None

    def end(self, conversation: str) -> None:
        """Forget consent, code, verified state and results of the conversation."""
        ground = self.ground
        with ground.database.write() as connection:
            hold(connection, f"conversation {conversation}")
            if end(connection, conversation):
                entry = Entry(ground.keys.conversation(conversation), "end")
                audit.append(connection, entry, keys=ground.keys, now=ground.clock())

    def _opened(self, conversation: str, token: str) -> str | None:
        try:
            return self.ground.vault.open(conversation, token)
        except TokenUnknown:
            return None

    def _begin(
        self, asked: Asked, number: str, *, language: str, confirmed: bool
    ) -> Start:
        ground = self.ground
        with ground.database.read() as connection:
            if not _has_consented(connection, ground, asked.conversation):
                return Start.NOT_CONSENTED
        today = datetime.fromtimestamp(ground.clock(), MALAYSIA).date()
        card = judge(number, today=today)
        if card is Card.IMPOSSIBLE:
            return Start.MALFORMED
        if card is Card.UNLIKELY and not (confirmed or ground.demo):
            self._keep_pending(asked.conversation, number)
            return Start.CONFIRM
        if challenges.would_be_refused(ground, asked, number):
            return Start.TOO_MANY
        self._try_registry()
        return open_challenge(ground, asked, number, language=language)

    def _keep_pending(self, conversation: str, number: str) -> None:
        seconds = self.ground.policy.confirm_seconds
        self.ground.vault.put(
            conversation, PENDING, number, name=PENDING, seconds=seconds
        )

    def _try_registry(self) -> None:
        """Raises RegistryUnavailable; asks for nobody, so it tells of nobody."""
        try:
            self.ground.records.find_person(NOBODY)
        except PersonNotFound:
            return

    def _record(
        self,
        connection: Connection,
        conversation: str,
        message_id: str,
        what: str,
        outcome: str,
    ) -> None:
        ground, now = self.ground, self.ground.clock()
        note_done(
            connection, conversation, message_id, what=what, outcome=outcome, now=now
        )
        entry = Entry(
            who=ground.keys.conversation(conversation),
            what=what,
            why=f"message {message_id}",
            outcome=outcome,
        )
        audit.append(connection, entry, keys=ground.keys, now=now)


def _has_consented(connection: Connection, ground: Ground, conversation: str) -> bool:
    since = ground.clock() - ground.policy.consent_seconds
    mine = (consents.c.conversation == conversation, consents.c.at > since)
    return connection.execute(select(consents.c.at).where(*mine)).first() is not None
