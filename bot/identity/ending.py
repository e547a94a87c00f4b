"""The end of a conversation's secrets, whoever asks for it."""

from __future__ import annotations

from sqlalchemy import delete, update
from sqlalchemy.engine import Connection

from bot.identity.tables import challenges, consents, sealed, verified


def end(connection: Connection, conversation: str) -> bool:
    """Forget consent, code, state and everything sealed; whether there was a state."""
    connection.execute(delete(consents).where(consents.c.conversation == conversation))
    connection.execute(
        update(challenges)
        .where(challenges.c.conversation == conversation)
        .values(open=0, number=b"", person=None, code_hash=None)
    )
    connection.execute(delete(sealed).where(sealed.c.conversation == conversation))
    gone = connection.execute(
        delete(verified).where(verified.c.conversation == conversation)
    )
    return bool(gone.rowcount)
