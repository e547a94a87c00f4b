"""Takes replies out of the outbox to Telegram: in order, once, not too fast.

How far a chat was told stands in the database and moves after each message that was
sent. What Telegram took, but could not say that it took, may be sent a second time.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Final

from bot.database import Database
from bot.gateway.logs import log
from bot.gateway.telegram import pieces
from bot.gateway.telegram.agenda import Agenda, Pace
from bot.gateway.telegram.api import Api, Result, Sending
from bot.gateway.telegram.edges import guarded
from bot.gateway.telegram.formatting import keyboard
from bot.gateway.telegram.leases import SECONDS, Lease
from bot.gateway.telegram.patience import Next, Then, after
from bot.gateway.telegram.pieces import Open, Piece

AT_ONCE: Final = 50  # chats that are being sent to
SCAN_SECONDS: Final = 10.0  # between looks for what nobody announced
AGAIN_SECONDS: Final = 2.0  # after trouble of our own
REFUSED_SECONDS: Final = 15.0  # until a refused bot tries again
GRACE_SECONDS: Final = 4.0
PREFIX: Final = "tg:"
logger = logging.getLogger(__name__)


class Deliverer:
    """One at a time among all gateways is at work; the others stand by."""

    def __init__(
        self, database: Database, api: Api, lease: Lease, opened: Open, pace: Pace
    ) -> None:
        self._database = database
        self._api = api
        self._lease = lease
        self._opened = opened
        self._pace = pace
        self._agenda = Agenda()
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._news = asyncio.Event()
        self._closed_until = 0.0  # while the bot itself is refused

    @property
    def waiting(self) -> int:
        """How many chats have something due."""
        return len(self._agenda)

    def watch(self, conversation: str, typing: bool) -> None:
        """There may be something to deliver."""
        if conversation.startswith(PREFIX) and not typing and self._lease.held:
            self._agenda.add(conversation, 0.0)
            self._news.set()

    async def scan(self) -> None:
        """For ever: hold the lease, and find what nobody announced."""
        while True:
            began = time.monotonic()
            await guarded("lease_failed", self._database.run(self._lease.take))
            if self._lease.held:
                await guarded("scan_failed", self._scan())
            spent = time.monotonic() - began
            await asyncio.sleep(max(min(SCAN_SECONDS, SECONDS / 3) - spent, 0.1))

    async def _scan(self) -> None:
        for name in await self._database.run(pieces.due, self._database):
            self._agenda.add(name, 0.0)
        self._news.set()

    async def dispatch(self) -> None:
        """For ever: send what is due, as fast as it may go."""
        try:
            while True:
                await self._sleep()
                now = time.monotonic()
                if not self._lease.held:
                    self._agenda.clear()
                elif now >= self._closed_until and len(self._busy) < AT_ONCE:
                    self._begin(self._agenda.take(now))
        finally:
            await self._finish()

    async def _finish(self) -> None:
        """Let what is on its way arrive, or nobody would know whether it did."""
        tasks = list(self._busy.values())
        if tasks:
            await asyncio.wait(tasks, timeout=GRACE_SECONDS)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _sleep(self) -> None:
        """Until something is due and may go out, or there is news."""
        self._news.clear()
        at = self._agenda.next_at()
        full = len(self._busy) >= AT_ONCE
        if at is None or full or not self._lease.held:
            seconds = 1.0
        else:
            seconds = max(at, self._closed_until) - time.monotonic()
        if seconds > 0:
            # asyncio.wait_for may lose a cancellation that comes with the news
            alarm = asyncio.get_running_loop().call_later(
                min(seconds, 1.0), self._news.set
            )
            try:
                await self._news.wait()
            finally:
                alarm.cancel()

    def _begin(self, name: str | None) -> None:
        if name is None:
            return
        if name in self._busy:
            self._again.add(name)
        else:
            self._busy[name] = asyncio.create_task(self._one(name))

    async def _one(self, name: str) -> None:
        at: list[float] = []
        if not await guarded("delivery_failed", self._deliver(name, at)):
            at.append(time.monotonic() + AGAIN_SECONDS)
        del self._busy[name]
        if name in self._again:  # there was news while it was at work
            self._again.discard(name)
            at.append(0.0)
        for moment in at:
            self._agenda.add(name, moment)
        self._news.set()

    async def _deliver(self, name: str, at: list[float]) -> None:
        """One message; `at` is given when there may be another."""
        piece = await self._database.run(
            pieces.next_piece, self._database, name, self._opened
        )
        if piece is None:
            return
        now = time.time()
        if piece.retry_at > now:
            at.append(time.monotonic() + piece.retry_at - now)
            return
        if piece.clears:
            await self._take_away(piece)
            at.append(0.0)
            return
        reserved = self._pace.reserve(name, time.monotonic())
        await asyncio.sleep(max(reserved - time.monotonic(), 0.0))
        buttons = keyboard(piece.buttons) if piece.is_last else None
        sending = await self._api.send(piece.chat, piece.text, buttons)
        self._pace.arrived(name, time.monotonic())
        wait = await self._record(piece, sending)
        at.append(time.monotonic() + wait)

    async def _take_away(self, piece: Piece) -> None:
        find = self._database.run(
            pieces.no_longer_shown, self._database, piece.conversation
        )
        for message in await find:
            deleting = self._api.bot.delete_message(piece.chat, message)
            await guarded("message_not_deleted", deleting)
        sent = Sending(Result.SENT)
        await self._write(piece, Next(Then.GO_ON), sent, time.time())

    async def _record(self, piece: Piece, sending: Sending) -> float:
        """Write down what became of `piece`; seconds until the chat is due again."""
        now = time.time()
        then = Next(Then.GO_ON)
        if sending.result is not Result.SENT:
            age = await self._database.run(pieces.age, self._database, piece, now)
            then = after(sending, piece, age=age)
        if sending.result is Result.TOKEN:
            self._closed_until = time.monotonic() + REFUSED_SECONDS
        # sent is sent: until that is written down, nothing else goes to this chat
        while not await guarded("not_recorded", self._write(piece, then, sending, now)):
            await asyncio.sleep(AGAIN_SECONDS)
        if then.step is not Then.GO_ON:
            log(
                logger,
                "not_delivered",
                level=logging.WARNING,
                status=then.step.value,
                reason=sending.result.value,
                conversation=piece.conversation,
                attempts=then.failures + then.unknowns,
            )
        return then.wait

    async def _write(
        self, piece: Piece, then: Next, sending: Sending, now: float
    ) -> None:
        await self._database.run(
            pieces.record, self._database, piece, then, message=sending.message, now=now
        )
