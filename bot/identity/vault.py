"""Keeps what redaction took out: encrypted, short-lived, opened by identity alone.

The key stands outside the database. A token opens only in the conversation in which
it was sealed; elsewhere it is a word without meaning.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import and_, delete, insert, select
from sqlalchemy.engine import Connection

from bot.database import Database
from bot.errors import TanyaError
from bot.identity.counting import hold
from bot.identity.ending import EXPECTED, end
from bot.identity.redaction import CODE, TOKEN
from bot.identity.tables import metadata, sealed

LIFETIME_SECONDS = 24 * 3600.0
CARRY_SECONDS = 300.0
CARRY = "carry"  # name under which a half-typed number waits for its other half
NONCE_BYTES = 12
tables = metadata


class TokenUnknown(TanyaError):
    """The token was never sealed in this conversation, or its time is over."""

    code = "token_unknown"


class Vault:
    """Seals and opens values for conversations."""

    def __init__(
        self, database: Database, key: str, *, clock: Callable[[], float] = time.time
    ) -> None:
        digest = hashlib.sha256(b"tanya vault\0" + key.encode()).digest()
        self._cipher = AESGCM(digest)
        self._key_id = hashlib.sha256(digest).hexdigest()[:16]
        self._database = database
        self._clock = clock

    def seal(self, conversation: str, kind: str, value: str) -> str:
        """Keep `value`; the token that stands for it."""
        name = secrets.token_hex(4)
        row = self._row(conversation, name, kind, value, seconds=LIFETIME_SECONDS)
        with self._database.write() as connection:
            connection.execute(insert(sealed), row)
        return f"[[{kind}:{name}]]"

    def open(self, conversation: str, token: str) -> str:
        """The value behind `token`. Raises TokenUnknown."""
        shape = TOKEN.fullmatch(token)
        kind, name = shape.groups() if shape else ("", "")
        value = self._get(conversation, name, kind=kind) if shape else None
        if value is None:
            raise TokenUnknown("this number is no longer kept; it must be given again")
        return value

    def encrypt(self, value: str, *bound: str) -> bytes:
        """`value` so that it opens only with the same `bound`."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, value.encode(), _bound(*bound))

    def decrypt(self, secret: bytes, *bound: str) -> str | None:
        """What was encrypted, or None: moved from another row, damaged, other key."""
        nonce, rest = bytes(secret)[:NONCE_BYTES], bytes(secret)[NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, rest, _bound(*bound)).decode()
        except InvalidTag:
            return None

    def put(
        self, conversation: str, kind: str, value: str, *, name: str, seconds: float
    ) -> None:
        """Keep `value` under a name of the caller's; what stood there is gone."""
        with self._database.write() as connection:
            hold(connection, f"vault {conversation} {name}")
            self.put_in(
                connection, conversation, kind, value, name=name, seconds=seconds
            )

    def put_in(
        self,
        connection: Connection,
        conversation: str,
        kind: str,
        value: str,
        *,
        name: str,
        seconds: float,
    ) -> None:
        """The same in the caller's transaction, who holds the conversation."""
        row = self._row(conversation, name, kind, value, seconds=seconds)
        connection.execute(delete(sealed).where(_is(conversation, name)))
        connection.execute(insert(sealed), row)

    def get(self, conversation: str, kind: str, *, name: str) -> str | None:
        """What was `put` there, unless its time is over."""
        return self._get(conversation, name, kind=kind)

    def carry(self, conversation: str, digits: str) -> None:
        """Keep half a number until its other half comes; nothing when empty."""
        if digits:
            self.put(conversation, CARRY, digits, name=CARRY, seconds=CARRY_SECONDS)
        else:
            self.drop(conversation, CARRY)

    def drop(self, conversation: str, name: str) -> None:
        """Destroy what stands under `name`."""
        with self._database.write() as connection:
            connection.execute(delete(sealed).where(_is(conversation, name)))

    def expect_code(
        self, connection: Connection, conversation: str, *, seconds: float
    ) -> None:
        """From now on six digits may be a code, for somewhat longer than it lives."""
        self.put_in(connection, conversation, CODE, "", name=EXPECTED, seconds=seconds)

    def expects_code(self, conversation: str) -> bool:
        """Whether six digits may be a code, good or no longer good."""
        return self._get(conversation, EXPECTED) is not None

    def carried(self, conversation: str) -> str:
        """The half of a number that waits, or nothing."""
        return self._get(conversation, CARRY) or ""

    def forget(self, conversation: str) -> None:
        """Destroy everything sealed in `conversation`, and what was proved there."""
        with self._database.write() as connection:
            end(connection, conversation)
            mine = sealed.c.conversation == conversation
            connection.execute(delete(sealed).where(mine))

    def purge(self) -> int:
        """Destroy what has lived its time; how many values that were."""
        with self._database.write() as connection:
            old = sealed.c.expires_at <= self._clock()
            return int(connection.execute(delete(sealed).where(old)).rowcount)

    def _row(
        self, conversation: str, name: str, kind: str, value: str, *, seconds: float
    ) -> dict[str, object]:
        return {
            "conversation": conversation,
            "token": name,
            "kind": kind,
            "key_id": self._key_id,
            "secret": self.encrypt(value, conversation, name, kind),
            "expires_at": self._clock() + seconds,
        }

    def _get(
        self, conversation: str, name: str, *, kind: str | None = None
    ) -> str | None:
        with self._database.read() as connection:
            row = connection.execute(
                select(sealed).where(
                    _is(conversation, name),
                    sealed.c.key_id == self._key_id,
                    sealed.c.expires_at > self._clock(),
                )
            ).first()
        if row is None or kind not in (None, row.kind):
            return None
        return self.decrypt(row.secret, conversation, name, row.kind)


def _is(conversation: str, name: str) -> Any:
    return and_(sealed.c.conversation == conversation, sealed.c.token == name)


def _bound(*parts: str) -> bytes:
    return "\0".join(parts).encode()
