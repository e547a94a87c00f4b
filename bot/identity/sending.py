"""Sends the codes that were asked for: each message at most once, whatever is killed.

A row is claimed in the database before the service is called, and never claimed again
unless there was certainly no connection. The code itself is made at the claim, kept as
a keyed hash, and stands nowhere else. Whether anybody is to get a message is found out
here, when nobody waits for an answer any more.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import PersonNotFound, RegistryUnavailable, TanyaError
from bot.identity import audit
from bot.identity.audit import Entry
from bot.identity.counting import hold
from bot.identity.ground import Ground
from bot.identity.mobile import find_mobile
from bot.identity.sms import (
    Sms,
    SmsProvider,
    SmsRefused,
    SmsUnknown,
    SmsUnreachable,
    word,
)
from bot.identity.tables import challenges
from bot.registry.records import Person

EVERY_SECONDS: Final = 0.3
AGAIN_SECONDS: Final = 3.0  # after a registry or a service that cannot be reached
MOST_TRIES: Final = 5
AT_ONCE: Final = 20
CLAIMS_AT_ONCE: Final = 2
LEFT_SECONDS: Final = 30.0  # a code that lives no longer than this is not sent
CLAIM_SECONDS: Final = 60.0  # after that nobody will say any more how it ended
WAITING: Final = "waiting"
CLAIMED: Final = "claimed"
SENT: Final = "sent"
ENDINGS: Final = {
    SmsRefused: "refused",
    SmsUnknown: "unknown",
    SmsUnreachable: "unreachable",
}
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Claim:
    """A row that nobody else will take: what to send, or why there is nothing."""

    sms: Sms | None
    outcome: str


@contextlib.asynccontextmanager
async def sending(ground: Ground, provider: SmsProvider) -> AsyncIterator[None]:
    """Send what waits, and what comes, while it lasts."""
    task = asyncio.create_task(Sender(ground, provider).run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await provider.close()


class Sender:
    """Takes codes from the queue to the provider."""

    def __init__(self, ground: Ground, provider: SmsProvider) -> None:
        self._ground = ground
        self._provider = provider
        self._claiming = asyncio.Semaphore(CLAIMS_AT_ONCE)

    async def run(self) -> None:
        """For ever; a database that cannot be asked is asked again."""
        while True:
            try:
                await self.round()
            except (SQLAlchemyError, TanyaError) as error:
                logger.warning("sms_round_failed %s", type(error).__name__)
                await asyncio.sleep(AGAIN_SECONDS)
            await asyncio.sleep(EVERY_SECONDS)

    async def round(self) -> int:
        """Send what waits now; how many messages were handed over."""
        rows = await self._ground.database.run(self._due)
        sent = await asyncio.gather(*(self._one(row) for row in rows))
        return sum(sent)

    async def _one(self, row: Any) -> bool:
        database = self._ground.database
        async with self._claiming:  # a registry that hangs holds few threads
            claim = await database.run(self._claim, row, now=self._ground.clock())
        if claim is None:
            return False
        outcome = await self._hand_over(claim.sms) if claim.sms else claim.outcome
        await database.run(self._finish, row.id, outcome)
        return outcome == SENT

    async def _hand_over(self, sms: Sms) -> str:
        try:
            await self._provider.send(sms)
        except (SmsRefused, SmsUnknown, SmsUnreachable) as error:
            logger.warning("sms_failed %s", error)
            return ENDINGS[type(error)]
        return SENT

    def _due(self) -> list[Any]:
        now = self._ground.clock()
        with self._ground.database.read() as connection:
            return _due(connection, now=now)

    def _claim(self, row: Any, *, now: float) -> Claim | None:
        if row.sms == CLAIMED:  # whoever claimed it is gone
            self._settle(row, "unknown")
            return None
        if not row.open or row.expires_at < now + LEFT_SECONDS:
            self._settle(row, "void")
            return None
        try:
            person = self._person(row)
        except RegistryUnavailable:
            self._put_off(row, now=now)
            return None
        phone = find_mobile(person.phone, demo=self._ground.demo) if person else None
        if row.held or phone is None:
            person = phone = None
        # from here on the same work for everybody: a code is made, a row is claimed
        code = f"{secrets.randbelow(1_000_000):06}"
        if not self._claimed(row, person, code, now=now):
            return None
        if phone is None:
            return Claim(None, "held" if row.held else "nobody")
        return Claim(Sms(row.id, phone, word(code, row.language), code), SENT)

    def _person(self, row: Any) -> Person | None:
        ground = self._ground
        number = ground.vault.decrypt(row.number, row.conversation, row.id, "number")
        if number is None:
            return None
        try:
            person = ground.records.find_person(number)
        except PersonNotFound:
            return None
        # nobody may come as somebody who died, or in earnest as a demo person
        return None if person.died_on or (person.demo and not ground.demo) else person

    def _claimed(
        self, row: Any, person: Person | None, code: str, *, now: float
    ) -> bool:
        ground = self._ground
        sealed = ground.vault.encrypt(
            person.key if person else "", row.conversation, row.id, "person"
        )
        values = {
            "sms": CLAIMED,
            "sms_after": now + CLAIM_SECONDS,
            "sms_tries": row.sms_tries + 1,
            "person": sealed if person else None,  # without one no code is right
            "code_hash": ground.keys.code(row.id, code),
        }
        with ground.database.write() as connection:
            mine = (challenges.c.id == row.id, challenges.c.open == 1)
            claim = update(challenges).where(*mine, challenges.c.sms == WAITING)
            return bool(connection.execute(claim.values(**values)).rowcount == 1)

    def _put_off(self, row: Any, *, now: float) -> None:
        with self._ground.database.write() as connection:
            connection.execute(
                update(challenges)
                .where(challenges.c.id == row.id, challenges.c.sms == WAITING)
                .values(sms_after=now + AGAIN_SECONDS)
            )

    def _settle(self, row: Any, outcome: str) -> None:
        """Nothing is sent; on record is why."""
        with self._ground.database.write() as connection:
            self._end(connection, row.id, outcome, was=row.sms)

    def _finish(self, name: str, outcome: str) -> None:
        now = self._ground.clock()
        with self._ground.database.write() as connection:
            hold(connection, f"sms {name}")
            tries = select(challenges.c.sms_tries).where(challenges.c.id == name)
            tried = connection.execute(tries).scalar_one_or_none() or 0
            if outcome == "unreachable" and tried < MOST_TRIES:
                again = {"sms": WAITING, "sms_after": now + AGAIN_SECONDS}
                connection.execute(
                    update(challenges)
                    .where(challenges.c.id == name, challenges.c.sms == CLAIMED)
                    .values(**again, code_hash=None)
                )
                return
            self._end(connection, name, outcome, was=CLAIMED)

    def _end(
        self, connection: Connection, name: str, outcome: str, *, was: str
    ) -> None:
        mine = (challenges.c.id == name, challenges.c.sms == was)
        row = connection.execute(
            select(challenges.c.conversation, challenges.c.subject).where(*mine)
        ).one_or_none()
        change = update(challenges).where(*mine).values(sms=outcome)
        if row is None or connection.execute(change).rowcount != 1:
            return
        ground = self._ground
        who = ground.keys.conversation(row.conversation)
        entry = Entry(who, "sms", outcome=outcome, subject=row.subject)
        audit.append(connection, entry, keys=ground.keys, now=ground.clock())


def _due(connection: Connection, *, now: float) -> list[Any]:
    query = (
        select(challenges)
        .where(challenges.c.sms.in_([WAITING, CLAIMED]), challenges.c.sms_after <= now)
        .order_by(challenges.c.created_at)
        .limit(AT_ONCE)
    )
    return list(connection.execute(query))
