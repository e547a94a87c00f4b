"""The end of a conversation's secrets, whoever asks for it."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlalchemy.engine import Connection

from bot.identity.tables import challenges, consents, sealed, verified

EXPECTED = "expected"  # name that stands while six digits may be a code


def end(connection: Connection, conversation: str) -> bool:
    """Forget consent, code, state and what is sealed; whether there was a state.

    That a code may still be typed, though it is good for nothing, is not forgotten.
    """
    connection.execute(delete(consents).where(consents.c.conversation == conversation))
    connection.execute(
        update(challenges)
        .where(challenges.c.conversation == conversation)
        .values(open=0, number=b"", person=None, code_hash=None)
    )
    mine = (sealed.c.conversation == conversation) & (sealed.c.token != EXPECTED)
    connection.execute(delete(sealed).where(mine))
    gone = connection.execute(
        delete(verified).where(verified.c.conversation == conversation)
    )
    return bool(gone.rowcount)
