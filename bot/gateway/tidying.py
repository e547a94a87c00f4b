"""Now and then destroys what the vault has kept long enough."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

from sqlalchemy.exc import SQLAlchemyError

from bot.database import Database
from bot.gateway.logs import log
from bot.identity.vault import Vault

EVERY_SECONDS = 600.0
logger = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def tidying(identity: Database, vault: Vault) -> AsyncIterator[None]:
    """Tidy at once, and again from time to time while it lasts."""
    task = asyncio.create_task(_tidy(identity, vault))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _tidy(identity: Database, vault: Vault) -> None:
    while True:
        try:
            count = await identity.run(vault.purge)
            log(logger, "vault_purged", count=count)
        except SQLAlchemyError as error:
            log(logger, "vault_purge_failed", error=type(error).__name__)
        await asyncio.sleep(EVERY_SECONDS)
