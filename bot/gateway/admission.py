"""Who is let in: an honest "busy" instead of a queue that nobody sees the end of.

Past the first bound people are told so at once, without a brain, on whatever channel
they are; far past it requests are refused, so that the tables stay bounded as well.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from bot.errors import TanyaError
from bot.gateway.inbox import OPEN, Message
from bot.gateway.tables import inbox

FAR: Final = 4  # times as many as may wait


class Busy(TanyaError):
    """More wait than can be answered in any time that makes sense."""

    code = "busy"


@dataclass(frozen=True)
class Admission:
    """How many turns may wait in all, and which channels are switched off."""

    most_waiting: int = 300
    closed: tuple[str, ...] = ()

    def admit(self, connection: Connection, message: Message) -> Message:
        """`message`, or what stands in for it now. Raises Busy."""
        if message.channel in self.closed:
            return replace(message, fixed="channel_closed")
        if message.fixed:  # costs nothing
            return message
        waiting = count_waiting(connection, most=FAR * self.most_waiting)
        if waiting >= FAR * self.most_waiting:
            raise Busy("very many people are asking; please try again in a minute")
        return (
            message if waiting < self.most_waiting else replace(message, fixed="busy")
        )


OPEN_TO_ALL: Final = Admission()


def count_waiting(connection: Connection, *, most: int) -> int:
    """How many turns wait for an answer; `most` if there are as many, or more."""
    open_turns = select(inbox.c.id).where(inbox.c.status == OPEN).limit(most)
    query = select(func.count()).select_from(open_turns.subquery())
    return int(connection.execute(query).scalar_one())
