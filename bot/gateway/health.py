"""Whether this process lives, and whether it could answer somebody now."""

from __future__ import annotations

import time
from dataclasses import dataclass

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.database import Database
from bot.gateway import inbox
from bot.gateway.brain import Brain

NO_STORE = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class Health:
    """Health endpoints; a supervisor and a proxy ask them."""

    database: Database
    brain: Brain
    oldest_allowed: float  # seconds that an open turn may be old

    def routes(self) -> list[Route]:
        """Where each handler is found."""
        return [
            Route("/health/live", self.live, methods=["GET"]),
            Route("/health/ready", self.ready, methods=["GET"]),
        ]

    async def live(self, _: Request) -> Response:
        """The process answers."""
        return JSONResponse({"live": True}, headers=NO_STORE)

    async def ready(self, _: Request) -> Response:
        """Everything that an answer needs is there; 503 names what is not."""
        brain = await self.brain.health()
        age = await self.database.run(self._oldest)
        parts = {
            "model": brain.model,
            "actions": brain.actions,
            "database": age is not None,
            "inbox": age is not None and age < self.oldest_allowed,
        }
        ready = all(parts.values())
        status = 200 if ready else 503
        return JSONResponse(
            {"ready": ready, **parts}, status_code=status, headers=NO_STORE
        )

    def _oldest(self) -> float | None:
        try:
            with self.database.read() as connection:
                accepted = inbox.oldest_open(connection)
        except SQLAlchemyError:
            return None
        return 0.0 if accepted is None else time.time() - accepted
