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
from sqlalchemy import (
    Column,
    Float,
    LargeBinary,
    MetaData,
    String,
    Table,
    delete,
    insert,
    select,
)

from bot.database import Database
from bot.errors import TanyaError
from bot.identity.redaction import TOKEN

LIFETIME_SECONDS = 24 * 3600.0
CARRY_SECONDS = 300.0
CARRY = "carry"  # name under which a half-typed number waits for its other half
NONCE_BYTES = 12

tables = MetaData()
sealed = Table(
    "vault",
    tables,
    Column("conversation", String(80), primary_key=True),
    Column("token", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("key_id", String(16), nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("expires_at", Float, nullable=False, index=True),
)


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
        self._put(conversation, name, kind, value, seconds=LIFETIME_SECONDS)
        return f"[[{kind}:{name}]]"

    def open(self, conversation: str, token: str) -> str:
        """The value behind `token`. Raises TokenUnknown."""
        shape = TOKEN.fullmatch(token)
        value = self._get(conversation, shape.group(2)) if shape else None
        if value is None:
            raise TokenUnknown("this number is no longer kept; it must be given again")
        return value

    def carry(self, conversation: str, digits: str) -> None:
        """Keep half a number until its other half comes; nothing when empty."""
        self._drop(conversation, CARRY)
        if digits:
            self._put(conversation, CARRY, CARRY, digits, seconds=CARRY_SECONDS)

    def carried(self, conversation: str) -> str:
        """The half of a number that waits, or nothing."""
        return self._get(conversation, CARRY) or ""

    def forget(self, conversation: str) -> None:
        """Destroy everything that was sealed in `conversation`."""
        with self._database.write() as connection:
            mine = sealed.c.conversation == conversation
            connection.execute(delete(sealed).where(mine))

    def purge(self) -> int:
        """Destroy what has lived its time; how many values that were."""
        with self._database.write() as connection:
            old = sealed.c.expires_at <= self._clock()
            return int(connection.execute(delete(sealed).where(old)).rowcount)

    def _put(
        self, conversation: str, name: str, kind: str, value: str, *, seconds: float
    ) -> None:
        nonce = secrets.token_bytes(NONCE_BYTES)
        bound = _bound(conversation, name, kind)
        row = {
            "conversation": conversation,
            "token": name,
            "kind": kind,
            "key_id": self._key_id,
            "secret": nonce + self._cipher.encrypt(nonce, value.encode(), bound),
            "expires_at": self._clock() + seconds,
        }
        with self._database.write() as connection:
            connection.execute(insert(sealed), row)

    def _get(self, conversation: str, name: str) -> str | None:
        with self._database.read() as connection:
            row = connection.execute(
                select(sealed).where(
                    sealed.c.conversation == conversation,
                    sealed.c.token == name,
                    sealed.c.key_id == self._key_id,
                    sealed.c.expires_at > self._clock(),
                )
            ).first()
        return self._decrypt(row) if row else None

    def _decrypt(self, row: Any) -> str | None:
        secret = bytes(row.secret)
        bound = _bound(row.conversation, row.token, row.kind)
        try:
            value = self._cipher.decrypt(
                secret[:NONCE_BYTES], secret[NONCE_BYTES:], bound
            )
        except InvalidTag:  # moved from another row, or damaged
            return None
        return value.decode()

    def _drop(self, conversation: str, name: str) -> None:
        with self._database.write() as connection:
            connection.execute(
                delete(sealed).where(
                    sealed.c.conversation == conversation, sealed.c.token == name
                )
            )


def _bound(conversation: str, name: str, kind: str) -> bytes:
    return "\0".join((conversation, name, kind)).encode()
