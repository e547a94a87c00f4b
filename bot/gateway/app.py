"""The gateway put together: routes, worker, health, and their coming and going."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.database import Database
from bot.gateway import announcements, tables
from bot.gateway.brain import Brain
from bot.gateway.bus import Bus
from bot.gateway.guard import HEADER
from bot.gateway.health import Health
from bot.gateway.intake import Intake
from bot.gateway.limits import Limiter, Limits
from bot.gateway.only_one import only_one
from bot.gateway.outcomes import Ending
from bot.gateway.page import STATIC, SecurityHeaders, loader, page
from bot.gateway.plain import PlainPage
from bot.gateway.refusals import HANDLERS
from bot.gateway.streams import HEARTBEAT_SECONDS, Streams
from bot.gateway.tidying import tidying
from bot.gateway.webchat import WebChat
from bot.gateway.worker import Patience, Worker
from bot.identity import vault as vaults
from bot.identity.vault import Vault
from bot.settings import Settings


def create_app(
    settings: Settings,
    *,
    patience: Patience | None = None,
    limits: Limits | None = None,
    heartbeat: float = HEARTBEAT_SECONDS,
) -> Starlette:
    """The gateway of `settings`. Raises ConfigurationError if it cannot be opened."""
    patience = patience or Patience(
        notice=settings.turn_notice_seconds, limit=settings.turn_limit_seconds
    )
    lock = only_one(settings.database("gateway"))
    database = Database(settings.database("gateway"), tables=tables.metadata)
    identity = Database(settings.database("identity"), tables=vaults.tables)
    vault = Vault(identity, settings.secret("vault"))
    brain = Brain(settings.brain_url, settings.secret("brain"))
    bus = Bus()
    worker = Worker(database, brain, bus, patience)
    chat = WebChat(
        database=database,
        vault=vault,
        intake=Intake(database, vault),
        bus=bus,
        streams=Streams(database, bus, heartbeat=heartbeat),
        limiter=Limiter(limits or Limits()),
        origins=_origins(settings),
    )
    health = Health(database, brain, oldest_allowed=2 * patience.limit)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with contextlib.AsyncExitStack() as stack:
            stack.enter_context(lock)
            stack.callback(database.close)
            stack.callback(identity.close)
            stack.push_async_callback(brain.close)
            stack.enter_context(announcements.heard(database.engine, bus.notify))
            await stack.enter_async_context(tidying(identity, vault, database, brain))
            await stack.enter_async_context(worker.running())
            yield

    app = Starlette(
        routes=[
            Route("/", page, methods=["GET"]),
            *chat.routes(),
            *Ending(chat).routes(),
            *PlainPage(chat).routes(),
            *health.routes(),
            Route("/static/loader.js", loader, methods=["GET"]),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=_middleware(chat.origins),
        exception_handlers={**HANDLERS},
        lifespan=lifespan,
    )
    app.state.bus = bus
    return app


def _origins(settings: Settings) -> frozenset[str]:
    listed = (origin.strip() for origin in settings.allowed_origins.split(","))
    return frozenset(origin for origin in listed if origin)


def _middleware(origins: frozenset[str]) -> list[Middleware]:
    cross = Middleware(
        CORSMiddleware,
        allow_origins=sorted(origins),
        allow_credentials=True,
        allow_methods=["GET", "POST"],
        allow_headers=[HEADER, "Content-Type", "Last-Event-ID"],
    )
    own = [Middleware(SecurityHeaders), Middleware(GZipMiddleware, minimum_size=500)]
    return [cross, *own] if origins else own
