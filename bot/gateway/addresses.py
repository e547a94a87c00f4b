"""Where somebody asks from, as a keyed hash: enough to count tries, no more."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from starlette.requests import Request

from bot.gateway.limits import address, is_local


@dataclass(frozen=True, repr=False)
class Addresses:
    """Hashes addresses with a key that stands outside the databases."""

    key: str

    def of(self, request: Request) -> str | None:
        """The hash; None for programs on this very machine, which share one address."""
        if is_local(request):
            return None
        key = hashlib.sha256(b"tanya address\0" + self.key.encode()).digest()
        told = address(request).encode()
        return hashlib.blake2s(told, key=key, digest_size=12).hexdigest()
