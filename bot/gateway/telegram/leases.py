"""One gateway at a time polls, and one delivers: then limits and order can be kept."""

from __future__ import annotations

import secrets
import time
from typing import Final

from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from bot.database import Database
from bot.gateway.telegram.tables import leases

SECONDS: Final = 15.0
DELIVERY: Final = "delivery"
POLLING: Final = "polling"


class Lease:
    """Held by whoever took it last, for as long as it is renewed."""

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = name
        self._owner = secrets.token_hex(16)
        self._until = 0.0

    @property
    def held(self) -> bool:
        """Whether it is ours for sure, even if the last renewal failed."""
        return time.monotonic() < self._until

    def take(self) -> bool:
        """Take or keep it. On SQLite there is nobody else to ask."""
        began = time.monotonic()
        if self._database.is_sqlite or self._take():
            # counted from before the asking: others must not see it end first
            self._until = began + SECONDS
        return self.held

    def _take(self) -> bool:
        now = time.time()
        free = (leases.c.until <= now) | (leases.c.owner == self._owner)
        values = {"owner": self._owner, "until": now + SECONDS}
        with self._database.write() as connection:
            mine = leases.c.name == self._name
            taken = connection.execute(
                update(leases).where(mine, free).values(**values)
            )
            if taken.rowcount:
                return True
        return self._make(values)

    def _make(self, values: dict[str, object]) -> bool:
        try:
            with self._database.write() as connection:
                connection.execute(insert(leases), {"name": self._name, **values})
        except IntegrityError:  # it exists, and somebody else holds it
            return False
        return True

    def drop(self) -> None:
        """Let somebody else have it at once."""
        self._until = 0.0
        if self._database.is_sqlite:
            return
        with self._database.write() as connection:
            connection.execute(
                update(leases)
                .where(leases.c.name == self._name, leases.c.owner == self._owner)
                .values(until=0.0)
            )
