"""Keyed hashes: the same person can be told again, and never be guessed back.

Twelve digits are few enough to try them all, so a plain hash would hide nothing. The
key stands outside the databases.
"""

from __future__ import annotations

import hashlib
import hmac


class Keys:
    """One secret, one key for each purpose."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def subject(self, number: str) -> str:
        """What stands for the person with this identity number."""
        return self._hash("subject", number)

    def conversation(self, name: str) -> str:
        """What stands for a conversation where it must outlive its deletion."""
        return f"conversation:{self._hash('conversation', name)[:20]}"

    def code(self, challenge: str, code: str) -> str:
        """What is kept of a one-time code; the same code elsewhere looks different."""
        return self._hash("code", f"{challenge}\0{code}")

    def audit(self, line: str) -> str:
        """A link of the audit chain."""
        return self._hash("audit", line)

    def _hash(self, purpose: str, value: str) -> str:
        key = hmac.new(self._secret, b"tanya " + purpose.encode(), hashlib.sha256)
        return hmac.new(key.digest(), value.encode(), hashlib.sha256).hexdigest()
