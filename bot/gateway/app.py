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
from bot.gateway import announcements, description, foreign, tables
from bot.gateway.addresses import Addresses
from bot.gateway.admission import Admission
from bot.gateway.brains import Brains
from bot.gateway.bus import Bus
from bot.gateway.conversations import Lifetime
from bot.gateway.guard import HEADER
from bot.gateway.health import Health
from bot.gateway.intake import Intake
from bot.gateway.limits import Limiter, Limits, per_hour
from bot.gateway.only_one import only_one
from bot.gateway.opening import Opening
from bot.gateway.outcomes import Ending
from bot.gateway.page import STATIC, SecurityHeaders, loader, page
from bot.gateway.plain import PlainPage
from bot.gateway.refusals import HANDLERS
from bot.gateway.retention import retaining
from bot.gateway.standby.answering import Standby
from bot.gateway.streams import HEARTBEAT_SECONDS, Streams
from bot.gateway.telegram.connecting import connect
from bot.gateway.tidying import tidying
from bot.gateway.webchat import WebChat
from bot.gateway.worker import Patience, Worker
from bot.identity import vault as vaults
from bot.identity.opening import serving
from bot.identity.service import Identity
from bot.identity.vault import Vault
from bot.settings import Settings, listed


def create_app(
    settings: Settings,
    *,
    patience: Patience | None = None,
    limits: Limits | None = None,
    heartbeat: float = HEARTBEAT_SECONDS,
) -> Starlette:
    """The gateway of `settings`. Raises ConfigurationError if it cannot be opened."""
    patience = patience or Patience(
        notice=settings.turn_notice_seconds,
        limit=settings.turn_limit_seconds,
        standby=settings.standby_seconds,
    )
    lock = only_one(settings.database("gateway"))
    database = Database(settings.database("gateway"), tables=tables.metadata)
    identity = Database(settings.database("identity"), tables=vaults.tables)
    vault = Vault(identity, settings.secret("vault"))
    brains = Brains(settings.brains, settings.secret("brain"))
    bus = Bus()
    doors: list[Identity] = []  # open while the gateway runs

    def end(name: str) -> None:
        doors[0].end(name)

    worker = Worker(database, brains, bus, patience, Standby(settings), end)
    limits = limits or Limits(sessions=per_hour(settings.sessions_per_hour))
    admission = Admission(settings.most_waiting_turns, listed(settings.closed_channels))
    intake = Intake(database, vault, admission)
    opening = Opening(lambda name, token: doors[0].open_result(name, token))
    chat = WebChat(
        database=database,
        vault=vault,
        end=end,
        addresses=Addresses(settings.secret("identity")),
        intake=intake,
        bus=bus,
        streams=Streams(database, bus, heartbeat=heartbeat, opening=opening),
        limiter=Limiter(limits),
        origins=frozenset(listed(settings.allowed_origins)),
        lifetime=Lifetime(
            idle=60 * settings.session_idle_minutes, total=3600 * settings.session_hours
        ),
    )
    telegram = connect(
        settings,
        database=database,
        vault=vault,
        intake=intake,
        bus=bus,
        identity=lambda: doors[0],
    )
    health = Health(
        database,
        brains,
        bus,
        oldest_allowed=2 * patience.limit,
        secret=settings.secret("metrics"),
    )

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with contextlib.AsyncExitStack() as stack:
            stack.enter_context(lock)
            stack.callback(database.close)
            stack.callback(identity.close)
            stack.push_async_callback(brains.close)
            stack.enter_context(announcements.heard(database.engine, bus.notify))
            await stack.enter_async_context(foreign.noticed(database, bus.notify))
            known = await stack.enter_async_context(serving(settings, identity, vault))
            doors.append(known)
            kept = retaining(settings, database, known.ground)
            await stack.enter_async_context(kept)
            await stack.enter_async_context(tidying(identity, vault, database, brains))
            await stack.enter_async_context(worker.running())
            if telegram is not None:
                await stack.enter_async_context(telegram.running())
            yield

    app = Starlette(
        routes=[
            Route("/", page, methods=["GET"]),
            *chat.routes(),
            *Ending(chat).routes(),
            *PlainPage(chat).routes(),
            *health.routes(),
            description.ROUTE,
            *(telegram.routes() if telegram else ()),
            Route("/static/loader.js", loader, methods=["GET"]),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=_middleware(chat.origins),
        exception_handlers={**HANDLERS},
        lifespan=lifespan,
    )
    app.state.bus = bus
    return app


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
