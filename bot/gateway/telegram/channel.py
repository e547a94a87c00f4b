"""Telegram put together: what the gateway needs to know of it is in here."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Final

from sqlalchemy import func, select
from starlette.routing import Route

from bot.database import Database
from bot.gateway.bus import Bus
from bot.gateway.inbox import OPEN
from bot.gateway.intake import Intake
from bot.gateway.tables import inbox
from bot.gateway.telegram import chats
from bot.gateway.telegram.actions import Actions
from bot.gateway.telegram.agenda import Pace
from bot.gateway.telegram.api import Api
from bot.gateway.telegram.config import Config
from bot.gateway.telegram.delivery import Deliverer
from bot.gateway.telegram.edges import Asides, going_on, guarded
from bot.gateway.telegram.leases import DELIVERY, POLLING, SECONDS, Lease
from bot.gateway.telegram.menu import set_menu
from bot.gateway.telegram.pieces import Open
from bot.gateway.telegram.polling import Poller
from bot.gateway.telegram.receiver import Receiver, paced
from bot.gateway.telegram.removal import Removal
from bot.gateway.telegram.typing_sign import TypingSign
from bot.gateway.telegram.webhook import Webhook

# turns that wait; further updates wait with Telegram, and the web chat does not
MOST_OPEN: Final = 16
WAIT_SECONDS: Final = 20.0
CROWDED: Final = 20  # chats with something due: then nobody is shown that we type
MENU_AGAIN_SECONDS: Final = 600.0


class Telegram:
    """The channel; nothing that Telegram does or says can stop the gateway."""

    def __init__(
        self,
        config: Config,
        *,
        database: Database,
        intake: Intake,
        bus: Bus,
        opened: Open,
        forget: Callable[[str], None],
        hide: Callable[[str], None],
        pace: Pace | None = None,
    ) -> None:
        self._config = config
        self._database = database
        self._bus = bus
        self.api = Api(config)
        self._asides = Asides()
        actions = Actions(config, database, intake, forget=forget, hide=hide)
        self.receiver = Receiver(database, bus, self.api, actions, self._asides)
        self._delivery = Lease(database, DELIVERY)
        self._polling = Lease(database, POLLING)
        self.deliverer = Deliverer(
            database, self.api, self._delivery, opened, pace or Pace()
        )
        self._typing = TypingSign(
            database, self.api, crowded=lambda: self.deliverer.waiting > CROWDED
        )
        self._poller = Poller(self.api, self.receiver.take, wait=self._room)
        self._removal = Removal(database, self.api, config.record_minutes)

    def routes(self) -> list[Route]:
        """Where Telegram brings updates, or `tanya telegram poll` does."""
        secret = self._config.webhook_secret
        return Webhook(secret, self.receiver, self._room).routes()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Receive and deliver while it lasts."""
        watchers = [self.deliverer.watch, self._typing.watch]
        self._bus.watchers += watchers
        loops = [self.deliverer.scan, self.deliverer.dispatch, self._removal.work]
        if self._config.polling:
            loops += [self._poll, self._menu]
        try:
            async with going_on(*loops):
                yield
        finally:
            self._bus.watchers[:] = [
                each for each in self._bus.watchers if each not in watchers
            ]
            await self._typing.close()
            await self._asides.close()
            for lease in (self._delivery, self._polling):
                await guarded("lease_not_dropped", self._database.run(lease.drop))
            await guarded("connections_not_closed", self.api.close())

    async def _poll(self) -> None:
        while True:
            held = self._database.run(self._polling.take)
            if not await guarded("lease_failed", held) or not self._polling.held:
                await asyncio.sleep(SECONDS / 3)
                continue
            async with going_on(self._keep_polling):
                while self._polling.held:
                    if not await guarded("polling_broken", self._poller.once()):
                        await asyncio.sleep(SECONDS / 3)

    async def _keep_polling(self) -> None:
        while True:
            await asyncio.sleep(SECONDS / 3)
            await guarded("lease_failed", self._database.run(self._polling.take))

    async def _menu(self) -> None:
        while not await guarded("menu_not_set", set_menu(self.api.bot)):
            await asyncio.sleep(MENU_AGAIN_SECONDS)

    async def _room(self) -> None:
        count = partial(_count_open, self._database)
        await paced(count, self._database, most=MOST_OPEN, seconds=WAIT_SECONDS)


def _count_open(database: Database) -> int:
    query = select(func.count()).where(
        inbox.c.status == OPEN, inbox.c.channel == chats.CHANNEL
    )
    with database.read() as connection:
        return int(connection.execute(query).scalar_one())
