"""Our own database as a source of records. Knows when it cannot say."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from bot.errors import PersonNotFound, RegistryUnavailable
from bot.registry import reading, schema
from bot.registry.deadline import Deadline
from bot.registry.engine import reading_engine, telling
from bot.registry.records import Claim, Contribution, Person, Registration
from bot.registry.tables import person

Result = TypeVar("Result")
NUMBER = re.compile(r"[0-9]{12}")
KEY = re.compile(r"[0-9a-f]{32}")
SECONDS = 4.5  # below the five that are promised
THREADS = 8


class SqlRecords:
    """`Records` from the tables of this package, on SQLite or PostgreSQL.

    Opening touches nothing: a registry that is down now may be up at the next question.
    """

    def __init__(self, url: str, *, seconds: float = SECONDS) -> None:
        engine = reading_engine(url, connections=THREADS)
        self._deadline = Deadline(engine, seconds=seconds, threads=THREADS)
        self._checked = False  # that all tables are there and complete

    def find_person(self, ic: str) -> Person:
        """As `Records` says. A registry with nobody in it cannot say who is not."""
        known = ic if NUMBER.fullmatch(ic) else ""
        return self._read(lambda connection: _find_person(connection, known))

    def find_registrations(self, person_key: str) -> tuple[Registration, ...]:
        """As `Records` says."""
        return self._of(person_key, reading.registrations)

    def find_contributions(
        self, person_key: str, *, limit: int = 12
    ) -> tuple[Contribution, ...]:
        """As `Records` says."""
        return self._of(person_key, partial(reading.contributions, limit=limit))

    def find_claims(self, person_key: str) -> tuple[Claim, ...]:
        """As `Records` says."""
        # steps and papers must be those of the claims that were read just before
        return self._of(person_key, reading.claims, snapshot=True)

    def close(self) -> None:
        """Let go of threads and connections."""
        self._deadline.close()

    def _of(
        self,
        key: str,
        read: Callable[[Connection, int], Result],
        *,
        snapshot: bool = False,
    ) -> Result:
        # what no database could store is no key either
        known = key if KEY.fullmatch(key) else ""
        return self._read(
            lambda connection: read(connection, reading.find_owner(connection, known)),
            snapshot=snapshot,
        )

    def _read(
        self, work: Callable[[Connection], Result], *, snapshot: bool = False
    ) -> Result:
        def checked(connection: Connection) -> Result:
            self._check(connection)
            return work(connection)

        try:
            with telling():
                return self._deadline.run(checked, snapshot=snapshot)
        except RegistryUnavailable:
            self._checked = False
            raise
        except (ValueError, ArithmeticError):
            reason = "the registry holds a value that cannot be read"
        # outside of the handler: the error would quote the value
        raise RegistryUnavailable(reason)

    def _check(self, connection: Connection) -> None:
        if self._checked:
            found = connection.execute(schema.VERSION).scalars().all()
            if found == [schema.HEAD]:
                return
        schema.check_readable(connection)
        schema.check_complete(connection)
        self._checked = True


def _find_person(connection: Connection, ic: str) -> Person:
    try:
        return reading.find_person(connection, ic)
    except PersonNotFound:
        anybody = connection.execute(sa.select(person.c.id).limit(1)).first()
        if anybody is None:
            raise RegistryUnavailable("the registry holds nobody yet") from None
        raise
