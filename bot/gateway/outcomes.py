"""The end of a conversation in the widget: closed by its owner, with one question.

"Did you get your answer?" is kept without words and without who it was: language,
channel, yes or no, and one reason out of a list.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Boolean, Column, Float, Integer, String, Table, insert, select
from sqlalchemy.engine import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.gateway import conversations, outbox
from bot.gateway.conversations import Conversation
from bot.gateway.guard import take_session
from bot.gateway.refusals import Refused
from bot.gateway.tables import Number, metadata
from bot.gateway.tables import conversations as table
from bot.gateway.webchat import NO_STORE, WebChat

REASONS: Final = ("not_understood", "not_enough", "seems_wrong", "need_person")

outcomes = Table(
    "outcomes",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("channel", String(16), nullable=False),
    Column("language", String(8)),
    Column("solved", Boolean, nullable=False),
    Column("reason", String(24)),
    Column("seconds", Integer, nullable=False),  # how long the conversation was
    Column("at", Float, nullable=False),
)


@dataclass(frozen=True)
class Outcome:
    """What the person said of the conversation; nothing when they did not say."""

    solved: bool | None
    reason: str | None

    @classmethod
    def read(cls, body: dict[str, Any]) -> Outcome:
        """Raises Refused if it is none."""
        solved, reason = body.get("solved"), body.get("reason")
        if solved is not None and not isinstance(solved, bool):
            raise Refused(422, "solved", "solved must be true, false or null")
        if reason is not None and (solved is not False or reason not in REASONS):
            raise Refused(422, "reason", f"reason must be one of {', '.join(REASONS)}")
        return cls(solved, reason)


@dataclass(frozen=True)
class Ending:
    """Ends conversations of the web chat."""

    chat: WebChat

    def routes(self) -> list[Route]:
        """Where it is found."""
        return [Route("/chat/end", self.end, methods=["POST"])]

    async def end(self, request: Request) -> Response:
        """Close the session's conversation; the same again changes nothing."""
        outcome = Outcome.read(await self.chat.checked(request))
        conversation = await self.chat.find(request)
        if conversation is not None:
            await self.chat.database.run(self._end, conversation, outcome)
            self.chat.bus.notify(conversation.id)
        response = JSONResponse({"ended": True}, headers=NO_STORE)
        take_session(request, response)
        return response

    def _end(self, conversation: Conversation, outcome: Outcome) -> None:
        with self.chat.database.write() as connection:
            close(connection, conversation, outcome, now=time.time())


def close(
    connection: Connection, conversation: Conversation, outcome: Outcome, *, now: float
) -> None:
    """Close `conversation` once and keep what was said of it."""
    current = conversations.lock(connection, conversation.id)
    if current is None or current.state == conversations.CLOSED:
        return
    started = connection.execute(
        select(table.c.created_at).where(table.c.id == conversation.id)
    ).scalar_one()
    conversations.change(
        connection, conversation.id, state=conversations.CLOSED, session_hash=None
    )
    outbox.append(connection, conversation.id, "closed", {"reason": "ended"}, now=now)
    if outcome.solved is None:
        return
    row = {
        "channel": current.channel,
        "language": current.answer_language,
        "solved": outcome.solved,
        "reason": outcome.reason,
        "seconds": int(now - started),
        "at": now,
    }
    connection.execute(insert(outcomes), row)
