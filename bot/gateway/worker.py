"""Takes turns: one at a time in each conversation, many conversations at once.

Whatever happens to the brain, a turn ends once: answered, or with an apology when its
time is over. Whatever happens to the gateway, the next one goes on where it stood.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.database import Database
from bot.errors import BrainUnavailable
from bot.gateway import conversations, dead, handover, leases, turns
from bot.gateway.brain import Answer, BrainNonsense
from bot.gateway.brains import Brains
from bot.gateway.bus import Bus
from bot.gateway.conversations import BOT, CLOSED, PERSON, WAITING
from bot.gateway.logs import log
from bot.gateway.metrics import METRICS
from bot.gateway.outbox import Reply
from bot.gateway.sentences import APOLOGY, NO_ANSWERS, NOTICE, fixed_reply, say
from bot.gateway.standby.answering import Standby
from bot.gateway.stopping import stopped
from bot.gateway.turns import ANSWERED, APOLOGISED, SILENT, Closing, Turn
from bot.gateway.views import FORGET

logger = logging.getLogger(__name__)
Result = TypeVar("Result")


@dataclass(frozen=True)
class Patience:
    """How long things may take, in seconds."""

    notice: float = 10.0
    limit: float = 60.0
    last_try: float = 5.0  # for a turn that waited its time in the queue
    poll: float = 1.0  # between looks for turns that nobody announced
    first_pause: float = 0.2  # between two tries; doubles
    longest_pause: float = 2.0
    most_nonsense: int = 3  # answers that make no sense before giving up
    most_attempts: int = 5  # times that a turn is begun, should it break the gateway
    at_once: int = 100  # conversations
    standby: float = 8.0  # that a brain is down before answers come without it


class Worker:
    """The one that answers."""

    def __init__(
        self,
        database: Database,
        brains: Brains,
        bus: Bus,
        patience: Patience,
        standby: Standby,
        end: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._database = database
        self._brains = brains
        self._standby = standby
        self._end = end  # forget who somebody proved to be, and results
        self._bus = bus
        self._patience = patience
        self._owner = secrets.token_hex(16)
        self._taken: dict[str, asyncio.Task[None]] = {}
        self._news = asyncio.Event()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Work while it lasts; turns that are not done then are left open."""
        self._bus.on_news = self._news.set
        if self._database.is_sqlite:  # then no other gateway holds any
            await self._write(leases.release_all)
        tasks = [
            asyncio.create_task(self._dispatch()),
            asyncio.create_task(self._hold()),
        ]
        try:
            yield
        finally:
            await stopped([*tasks, *self._taken.values()])
            release = self._write(leases.release, self._owner)
            await self._guarded("release_failed", release)

    async def _dispatch(self) -> None:
        while True:
            self._news.clear()
            await self._guarded("claim_failed", self._claim_some())
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._news.wait(), self._patience.poll)

    async def _claim_some(self) -> None:
        free = self._patience.at_once - len(self._taken)
        if free <= 0:
            return
        now = time.time()
        claimed = await self._write(leases.claim, self._owner, now=now, most=free)
        for name in claimed:
            self._taken[name] = asyncio.create_task(self._take_all(name))

    async def _hold(self) -> None:
        while True:
            await asyncio.sleep(leases.LEASE_SECONDS / 3)
            await self._guarded("hold_failed", self._renew())

    async def _renew(self) -> None:
        names = list(self._taken)
        await self._write(leases.renew, self._owner, names, now=time.time())

    async def _take_all(self, name: str) -> None:
        try:
            if not await self._guarded("turn_failed", self._take_turns(name)):
                await asyncio.sleep(self._patience.poll)
            release = self._write(leases.release, self._owner, name)
            await self._guarded("release_failed", release)
        finally:
            del self._taken[name]
            self._news.set()  # a message may have come since the last look

    async def _take_turns(self, name: str) -> None:
        while turn := await self._write(turns.begin_next, name):
            self._bus.notify(name, typing=True)
            closing = await self._closing_of(turn)
            if closing.view:  # done before it is said to be done
                await self._database.run(self._end, name)
            closed = await self._write(turns.close, turn, closing, now=time.time())
            self._bus.notify(name)
            if closed and closing.view == FORGET:
                await self._guarded("forget_failed", self._forget(name))
            status = closing.status if closed else "closed_before"
            _log_turn(turn, status)

    async def _forget(self, name: str) -> None:
        """At once, while no other turn can be run; if it fails, it is tidied later."""
        await self._brains.forget(name)
        await self._write(conversations.change, name, brain_to_forget=0)

    async def _closing_of(self, turn: Turn) -> Closing:
        language = turn.answer_language
        if turn.state in (WAITING, PERSON) and handover.wants_bot(turn.text):
            return Closing(ANSWERED, (handover.returned(language),), language, to=BOT)
        if turn.state in (PERSON, CLOSED):
            return Closing(SILENT)
        if turn.fixed:
            status = APOLOGISED if turn.fixed in NO_ANSWERS else ANSWERED
            reply = fixed_reply(turn.fixed, language)
            return Closing(status, (reply,), language, turn.awaiting)
        answer = await self._ask(turn)
        if isinstance(answer, str):
            apology = Reply(say(APOLOGY, language))
            return Closing(
                APOLOGISED, (apology,), language, turn.awaiting, reason=answer
            )
        language = answer.chosen_language or language
        asks = answer.person and turn.state == BOT
        return Closing(
            ANSWERED,
            (*answer.replies, handover.queued(language)) if asks else answer.replies,
            language,
            answer.awaiting,
            answer.chosen_language,
            memory=answer.memory,
            standby=answer.standby,
            view=answer.view,
            to=WAITING if asks else None,
        )

    async def _ask(self, turn: Turn) -> Answer | str:
        """The answer to `turn`, or why there is none."""
        if turn.attempts > self._patience.most_attempts:
            return dead.ATTEMPTS
        notice = asyncio.create_task(
            self._guarded("notice_failed", self._notice_later(turn))
        )
        try:
            left = self._seconds_left(turn)
            answer = await asyncio.wait_for(self._until_answered(turn), left)
        except asyncio.TimeoutError:
            return dead.TIME
        finally:
            notice.cancel()
            await asyncio.gather(notice, return_exceptions=True)
        if answer is None:
            return dead.NONSENSE
        said = answer.status == "answered" and answer.replies
        return answer if said else dead.FAILED

    def _seconds_left(self, turn: Turn) -> float:
        left = turn.accepted_at + self._patience.limit - time.time()
        return max(left, min(self._patience.last_try, self._patience.limit))

    async def _until_answered(self, turn: Turn) -> Answer | None:
        pause, nonsense = self._patience.first_pause, 0
        while nonsense < self._patience.most_nonsense:
            try:
                return await self._brains.ask(turn)
            except BrainUnavailable as error:
                nonsense += isinstance(error, BrainNonsense)
            if self._brains.down_for(turn.conversation) >= self._patience.standby:
                return await self._standby.answer(turn)
            await asyncio.sleep(pause)
            pause = min(2 * pause, self._patience.longest_pause)
        return None

    async def _notice_later(self, turn: Turn) -> None:
        await asyncio.sleep(self._patience.notice)
        text = say(NOTICE, turn.answer_language)
        if await self._write(turns.notify, turn, text, now=time.time()):
            self._bus.notify(turn.conversation)

    async def _write(
        self, function: Callable[..., Result], *args: Any, **more: Any
    ) -> Result:
        def in_transaction() -> Result:
            with self._database.write() as connection:
                return function(connection, *args, **more)

        return await self._database.run(in_transaction)

    async def _guarded(self, event: str, work: Awaitable[object]) -> bool:
        """Whether `work` went well. The one edge that keeps the worker alive."""
        try:
            await work
        except Exception as error:
            name = type(error).__name__
            log(logger, event, level=logging.ERROR, error=name)
            return False
        return True


def _log_turn(turn: Turn, status: str) -> None:
    took = round(1000 * (time.time() - turn.accepted_at))
    METRICS.count("turns_closed", channel=turn.channel, status=status)
    METRICS.took("turn_seconds", took / 1000)
    log(
        logger,
        "turn_closed",
        turn=turn.id,
        status=status,
        attempts=turn.attempts,
        milliseconds=took,
    )
