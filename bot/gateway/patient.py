"""A stream that waits for its reader only so long; who is slower resumes by id."""

from __future__ import annotations

import asyncio
from typing import Final

from starlette.responses import StreamingResponse
from starlette.types import Message, Send

from bot.gateway.metrics import METRICS

WRITE_SECONDS: Final = 10.0


class TooSlow(ConnectionError):
    """The reader took nothing for too long; the connection is dropped."""


class PatientStream(StreamingResponse):
    """Ends when a piece of it could not be handed over in time."""

    write_seconds: float = WRITE_SECONDS

    async def stream_response(self, send: Send) -> None:
        """As usual, each piece in its time."""

        async def in_time(message: Message) -> None:
            try:
                await asyncio.wait_for(send(message), self.write_seconds)
            except asyncio.TimeoutError:
                METRICS.count("streams_dropped")
                raise TooSlow("a reader is too slow") from None

        try:
            await super().stream_response(in_time)
        except TooSlow:
            return  # without an end: the server closes the connection
        finally:
            closing = getattr(self.body_iterator, "aclose", None)
            if closing is not None:
                await closing()
