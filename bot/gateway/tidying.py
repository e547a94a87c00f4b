"""Destroys what must not be kept: values the vault has held long enough, and what the
brain still holds of conversations that people had deleted.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable

from sqlalchemy.exc import SQLAlchemyError

from bot.database import Database
from bot.errors import TanyaError
from bot.gateway import conversations, dead
from bot.gateway.brains import Brains
from bot.gateway.logs import log
from bot.identity.vault import Vault

EVERY_SECONDS = 600.0
FORGET_EVERY_SECONDS = 2.0
logger = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def tidying(
    identity: Database, vault: Vault, gateway: Database, brain: Brains
) -> AsyncIterator[None]:
    """Tidy at once, and again from time to time while it lasts."""

    async def purge() -> None:
        count = await identity.run(vault.purge)
        log(logger, "vault_purged", count=count)
        log(logger, "letters_purged", count=await gateway.run(_letters, gateway))

    async def forget() -> None:
        await _forget(gateway, brain)

    tasks = [
        asyncio.create_task(again_and_again(purge, EVERY_SECONDS)),
        asyncio.create_task(again_and_again(forget, FORGET_EVERY_SECONDS)),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def again_and_again(work: Callable[[], Awaitable[None]], pause: float) -> None:
    """Do `work` for ever; a database or a brain that is away is tried again."""
    while True:
        try:
            await work()
        except (SQLAlchemyError, TanyaError) as error:
            log(logger, "tidying_failed", error=type(error).__name__)
        await asyncio.sleep(pause)


async def _forget(gateway: Database, brain: Brains) -> None:
    """Stands in the table until the brain has said that it is done."""
    for name in await gateway.run(_names, gateway):
        await brain.forget(name)
        await gateway.run(_done, gateway, name)


def _names(gateway: Database) -> list[str]:
    with gateway.read() as connection:
        return conversations.unforgotten(connection, now=time.time())


def _done(gateway: Database, name: str) -> None:
    with gateway.write() as connection:
        conversations.change(connection, name, brain_to_forget=0)


def _letters(gateway: Database) -> int:
    with gateway.write() as connection:
        return dead.purge(connection, now=time.time())
