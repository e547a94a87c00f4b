"""Handover: a conversation waits for an officer, is with one, and comes back.

While it waits the bot goes on answering, since nobody else does; under an officer it is
silent. The person comes back by one tap or by saying so, an officer by giving it back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.gateway import conversations, outbox
from bot.gateway.conversations import BOT, PERSON, WAITING, MoveRefused
from bot.gateway.outbox import Reply
from bot.gateway.sentences import GO_ON, IN_QUEUE, JOINED, WELCOME_BACK, say
from bot.gateway.tables import conversations as table

# how people say that they want the bot again
_BACK = re.compile(
    r"(kembali|balik|sambung|terus(kan)?|semula|back|return|continue|go on|carry on)\b"
    r".{0,25}\b(bot|tanya)\b.{0,10}|(bot|tanya)\W*",
    re.IGNORECASE,
)


def wants_bot(text: str) -> bool:
    """Whether somebody who waits for an officer, or has one, wants the bot again."""
    return bool(_BACK.fullmatch(text.strip()))


def queued(language: str) -> Reply:
    """What is said to somebody who begins to wait, with the way back."""
    back = say(GO_ON, language)
    # a payload that is no command is sent as if the person had typed it
    return Reply(say(IN_QUEUE, language), ((back, back),))


def returned(language: str) -> Reply:
    """What is said when the bot has the conversation again."""
    return Reply(say(WELCOME_BACK, language))


def find_waiting(connection: Connection) -> Sequence[str]:
    """Conversations that wait for an officer, the longest first."""
    found = connection.execute(
        select(table.c.id).where(table.c.state == WAITING).order_by(table.c.state_at)
    )
    return list(found.scalars())


def claim(connection: Connection, name: str, agent: str, *, now: float) -> None:
    """`agent` takes the conversation. Raises MoveRefused if somebody else has it."""
    conversations.move(connection, name, PERSON, now=now, agent=agent)
    language = _language(connection, name)
    said = Reply(say(JOINED, language))
    outbox.say(connection, name, said, language=language, now=now, by="bot")


def speak(
    connection: Connection, name: str, agent: str, text: str, *, now: float
) -> int:
    """Show `text` as the officer's. Raises MoveRefused if it is not theirs."""
    _check_theirs(connection, name, agent)
    language = _language(connection, name)
    conversations.change(connection, name, seen_at=now)
    return outbox.say(
        connection, name, Reply(text), language=language, now=now, by="person"
    )


def give_back(connection: Connection, name: str, agent: str, *, now: float) -> None:
    """The bot has it again. Raises MoveRefused if it is not the agent's."""
    _check_theirs(connection, name, agent)
    conversations.move(connection, name, BOT, now=now)
    language = _language(connection, name)
    outbox.say(
        connection, name, returned(language), language=language, now=now, by="bot"
    )


def put_back(connection: Connection, name: str, agent: str, *, now: float) -> None:
    """It waits for another officer. Raises MoveRefused if it is not the agent's."""
    _check_theirs(connection, name, agent)
    conversations.move(connection, name, WAITING, now=now)


def _check_theirs(connection: Connection, name: str, agent: str) -> None:
    conversations.lock(connection, name)
    row = connection.execute(
        select(table.c.state, table.c.agent).where(table.c.id == name)
    ).first()
    if row is None or row.state != PERSON or row.agent != agent:
        raise MoveRefused("this conversation is not with this officer")


def _language(connection: Connection, name: str) -> str:
    conversation = conversations.lock(connection, name)
    return conversation.answer_language if conversation else "ms"
