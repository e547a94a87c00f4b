"""Events on their way out: a stream that resumes by id, or one answer at a time."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, Final

from bot.database import Database
from bot.gateway import inbox, outbox
from bot.gateway.bus import Bus
from bot.gateway.opening import SHUT, Opening
from bot.gateway.outbox import Event

HEARTBEAT_SECONDS: Final = 15.0
POLL_SECONDS: Final = 25.0  # proxies give up after thirty
RETRY_MILLISECONDS: Final = 2_000


class Streams:
    """Reads the outbox whenever the bus says that there is something to read."""

    def __init__(
        self,
        database: Database,
        bus: Bus,
        *,
        heartbeat: float = HEARTBEAT_SECONDS,
        opening: Opening = SHUT,
    ) -> None:
        self._database = database
        self._bus = bus
        self._opening = opening
        self._heartbeat = heartbeat

    async def stream(self, conversation: str, after: int) -> AsyncIterator[str]:
        """Server-sent events that follow `after`, until the conversation closes."""
        with self._bus.listen(conversation) as listener:
            yield f"retry: {RETRY_MILLISECONDS}\n\n"
            if await self.pending(conversation):
                yield _typing()
            while not self._bus.closing:
                typing = listener.take_typing()
                for event in await self._read(conversation, after):
                    yield _line(event)
                    after = event.id
                    if event.kind == "closed":
                        return
                if typing:
                    yield _typing()
                if not await listener.wait(self._heartbeat):
                    yield ": still here\n\n"

    async def poll(self, conversation: str, after: int) -> dict[str, Any]:
        """The events that follow `after`, waiting for the first of them."""
        with self._bus.listen(conversation) as listener:
            events = await self._read(conversation, after)
            while not events and not self._bus.closing:
                if not await listener.wait(POLL_SECONDS):
                    break
                events = await self._read(conversation, after)
        return await self._page(conversation, events)

    async def history(self, conversation: str, after: int) -> dict[str, Any]:
        """The latest events, or those that follow `after`."""
        if after:
            return await self._page(conversation, await self._read(conversation, after))
        latest = await self._shown(outbox.read_last, conversation)
        return await self._page(conversation, latest)

    async def pending(self, conversation: str) -> list[str]:
        """Turns that wait for an answer."""
        waiting = self._database.run(self._in_read, inbox.list_waiting, conversation)
        return list(await waiting)

    async def _page(self, conversation: str, events: Sequence[Event]) -> dict[str, Any]:
        return {
            "events": [event.to_json() for event in events],
            "pending": await self.pending(conversation),
        }

    async def _read(self, conversation: str, after: int) -> Sequence[Event]:
        return await self._shown(outbox.read_after, conversation, after)

    async def _shown(
        self, read: Callable[..., Sequence[Event]], conversation: str, *args: Any
    ) -> Sequence[Event]:
        """Events as they may be seen now: results are opened at this moment only."""

        def work() -> Sequence[Event]:
            found = self._in_read(read, conversation, *args)
            return self._opening.events(found, conversation)

        return await self._database.run(work)

    def _in_read(self, function: Any, *args: Any) -> Any:
        with self._database.read() as connection:
            return function(connection, *args)


def _line(event: Event) -> str:
    data = json.dumps(event.to_json(), ensure_ascii=False)
    return f"id: {event.id}\nevent: {event.kind}\ndata: {data}\n\n"


def _typing() -> str:
    return "event: typing\ndata: {}\n\n"
