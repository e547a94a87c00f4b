"""Old texts of conversations: deleted here and, by and by, in the brain.

That a conversation and its turns took place stays, for counting; what was said goes.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Collection
from typing import Final

from sqlalchemy import exists, select

from bot.database import Database
from bot.gateway import conversations as forgetting
from bot.gateway.logs import log
from bot.gateway.tables import conversations, outbox
from bot.gateway.tidying import EVERY_SECONDS, again_and_again
from bot.identity.ground import Ground
from bot.identity.retention import purge
from bot.identity.tables import proven
from bot.settings import Settings

DAY: Final = 86_400.0
AT_ONCE: Final = 200
logger = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def retaining(
    settings: Settings, gateway: Database, ground: Ground
) -> AsyncIterator[None]:
    """Let go of what is old at once, and again from time to time while it lasts."""

    async def let_go() -> None:
        texts, rows = await gateway.run(let_go_of_old, settings, gateway, ground)
        log(logger, "old_texts_removed", count=texts)
        log(logger, "old_identity_rows_removed", count=rows)

    task = asyncio.create_task(again_and_again(let_go, EVERY_SECONDS))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def let_go_of_old(
    settings: Settings, gateway: Database, ground: Ground
) -> tuple[int, int]:
    """How many conversations lost their texts, and identity how many rows."""
    texts = remove_old_texts(
        gateway,
        ground.database,
        days=settings.keep_chat_days,
        verified_days=settings.keep_verified_chat_days,
        clock=ground.clock,
    )
    gone = purge(
        ground,
        verified_chat_days=settings.keep_verified_chat_days,
        audit_years=settings.keep_audit_years,
        var=settings.var,
    )
    return texts, gone.total()


def remove_old_texts(
    gateway: Database,
    identity: Database,
    *,
    days: float,
    verified_days: float,
    clock: Callable[[], float] = time.time,
) -> int:
    """Delete what is old; conversations in which records were shown keep longer."""
    now, removed, after = clock(), 0, ""
    while True:
        page = _older(gateway, now - days * DAY, after=after)
        if not page:
            return removed
        after = page[-1][0]
        kept = _proven(identity, [name for name, _ in page])
        for name, seen_at in page:
            if name in kept and seen_at > now - verified_days * DAY:
                continue
            removed += _remove(gateway, name, seen_at=seen_at, now=now)


def _older(gateway: Database, moment: float, *, after: str) -> list[tuple[str, float]]:
    said = exists().where(
        outbox.c.conversation == conversations.c.id, outbox.c.kind != "closed"
    )
    query = (
        select(conversations.c.id, conversations.c.seen_at)
        .where(conversations.c.seen_at <= moment, conversations.c.id > after, said)
        .order_by(conversations.c.id)
        .limit(AT_ONCE)
    )
    with gateway.read() as connection:
        return [(row.id, row.seen_at) for row in connection.execute(query)]


def _remove(gateway: Database, name: str, *, seen_at: float, now: float) -> int:
    mine = (conversations.c.id == name, conversations.c.seen_at == seen_at)
    with gateway.write() as connection:
        forgetting.lock(connection, name)
        # somebody may have come back this very moment
        still = connection.execute(select(conversations.c.id).where(*mine)).first()
        if still is None:
            return 0
        forgetting.forget(connection, name, now=now)
    return 1


def _proven(identity: Database, names: Collection[str]) -> set[str]:
    query = select(proven.c.conversation).where(proven.c.conversation.in_(names))
    with identity.read() as connection:
        return set(connection.execute(query).scalars())
