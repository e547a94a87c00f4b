"""On SQLite, notices what other processes wrote: a desk, or an operator's command.

PostgreSQL announces such things by itself. Here the latest event is looked up from time
to time; what this gateway wrote has woken its streams already, which is harmless.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.database import Database
from bot.gateway.logs import log
from bot.gateway.tables import outbox

EVERY_SECONDS = 1.0
logger = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def noticed(
    database: Database, notify: Callable[[str], None]
) -> AsyncIterator[None]:
    """While it lasts, `notify` is called with conversations that have news."""
    if not database.is_sqlite:
        yield
        return
    task = asyncio.create_task(_look(database, notify))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _look(database: Database, notify: Callable[[str], None]) -> None:
    seen = None
    while True:
        try:
            latest, names = await database.run(_news, database, seen)
        except SQLAlchemyError as error:
            log(logger, "look_failed", error=type(error).__name__)
        else:
            seen = latest
            for name in names:
                notify(name)
        await asyncio.sleep(EVERY_SECONDS)


def _news(database: Database, seen: int | None) -> tuple[int, list[str]]:
    with database.read() as connection:
        latest = int(connection.execute(select(func.max(outbox.c.id))).scalar() or 0)
        if seen is None or latest == seen:
            return latest, []
        query = select(outbox.c.conversation).where(outbox.c.id > seen).distinct()
        return latest, list(connection.execute(query).scalars())
