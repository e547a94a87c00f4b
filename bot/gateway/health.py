"""Whether this process lives, whether it could answer somebody now, and its counts."""

from __future__ import annotations

import hmac
import time
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.database import Database
from bot.gateway import dead, inbox
from bot.gateway.admission import count_waiting
from bot.gateway.brains import Brains
from bot.gateway.breaker import CLOSED
from bot.gateway.bus import Bus
from bot.gateway.limits import is_local
from bot.gateway.metrics import METRICS, Labels
from bot.gateway.refusals import Refused

NO_STORE = {"Cache-Control": "no-store"}
MOST_COUNTED = 100_000


@dataclass(frozen=True)
class Health:
    """Health endpoints; a supervisor and a proxy ask them."""

    database: Database
    brains: Brains
    bus: Bus
    oldest_allowed: float  # seconds that an open turn may be old
    secret: str  # for metrics asked from elsewhere

    def routes(self) -> list[Route]:
        """Where each handler is found."""
        return [
            Route("/health/live", self.live, methods=["GET"]),
            Route("/health/ready", self.ready, methods=["GET"]),
            Route("/metrics", self.metrics, methods=["GET"]),
        ]

    async def live(self, _: Request) -> Response:
        """The process answers."""
        return JSONResponse({"live": True}, headers=NO_STORE)

    async def ready(self, _: Request) -> Response:
        """Everything that an answer needs is there; 503 names what is not."""
        brain = await self.brains.health()
        age = await self.database.run(self._oldest)
        parts = {
            "model": brain.model,
            "actions": brain.actions,
            "database": age is not None,
            "inbox": age is not None and age < self.oldest_allowed,
        }
        ready = all(parts.values())
        breakers = [each.breaker.state for each in self.brains.all]
        return JSONResponse(
            {"ready": ready, **parts, "brains": breakers},
            status_code=200 if ready else 503,
            headers=NO_STORE,
        )

    def _oldest(self) -> float | None:
        try:
            with self.database.read() as connection:
                accepted = inbox.oldest_open(connection)
        except SQLAlchemyError:
            return None
        return 0.0 if accepted is None else time.time() - accepted

    async def metrics(self, request: Request) -> Response:
        """Counts for operators: on this machine, or with the secret."""
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        known = hmac.compare_digest(given.encode(), self.secret.encode())
        if not (known or is_local(request)):
            raise Refused(403, "forbidden", "metrics need their secret")
        now = {**self._brains(), **await self.database.run(self._tables)}
        return PlainTextResponse(METRICS.text(now), headers=NO_STORE)

    def _brains(self) -> dict[tuple[str, Labels], float]:
        found: dict[tuple[str, Labels], float] = {
            ("streams_open", ()): float(self.bus.total)
        }
        for number, each in enumerate(self.brains.all):
            name = (("brain", str(number)),)
            found["brain_open", name] = float(each.breaker.state != CLOSED)
            found["brain_opened", name] = float(each.breaker.opened)
        return found

    def _tables(self) -> dict[tuple[str, Labels], float]:
        with self.database.read() as connection:
            oldest = inbox.oldest_open(connection)
            waiting = count_waiting(connection, most=MOST_COUNTED)
            letters = dead.count(connection)
        age = 0.0 if oldest is None else time.time() - oldest
        return {
            ("turns_open", ()): float(waiting),
            ("oldest_turn_seconds", ()): age,
            ("dead_letters", ()): float(letters),
        }
