"""Several brains: each conversation belongs to one of them, by hash."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.errors import BrainUnavailable
from bot.gateway.brain import Answer, Brain, BrainHealth
from bot.gateway.breaker import CLOSED, Breaker
from bot.gateway.turns import Turn


@dataclass(frozen=True)
class Guarded:
    """A brain, and how it has been doing."""

    url: str
    brain: Brain
    breaker: Breaker = field(default_factory=Breaker)

    async def ask(self, turn: Turn) -> Answer:
        """The answer to `turn`. Raises BrainUnavailable, at once while it is open."""
        if not self.breaker.allows():
            raise BrainUnavailable("brain is left alone for now")
        answer = None
        try:
            if self.breaker.state != CLOSED:
                await self._check()
            answer = await self.brain.ask(turn)
        finally:  # whatever went wrong, a trial is over
            (self.breaker.succeeded if answer else self.breaker.failed)()
        return answer

    async def _check(self) -> None:
        """A trial begins with a question that nobody waits for."""
        health = await self.brain.health()
        if not (health.model and health.actions):
            raise BrainUnavailable("brain is not whole")


class Brains:
    """Asks the brain that a conversation belongs to."""

    def __init__(self, urls: Sequence[str], secret: str) -> None:
        self.all = tuple(Guarded(url, Brain(url, secret)) for url in urls)

    def of(self, conversation: str) -> Guarded:
        """Highest random weight: a brain more moves as few conversations as can be."""
        return max(self.all, key=lambda each: _weight(each.url, conversation))

    async def ask(self, turn: Turn) -> Answer:
        """The answer to `turn`. Raises BrainUnavailable, of which nonsense is one."""
        return await self.of(turn.conversation).ask(turn)

    def down_for(self, conversation: str) -> float:
        """Seconds that the brain of `conversation` has been failing."""
        return self.of(conversation).breaker.down_for

    async def forget(self, conversation: str) -> None:
        """Have everything deleted of `conversation`. Raises BrainUnavailable."""
        await self.of(conversation).brain.forget(conversation)

    async def health(self) -> BrainHealth:
        """What at least one brain has: people are answered, by it or without it."""
        found = await asyncio.gather(*(each.brain.health() for each in self.all))
        return max(found, key=lambda health: health.model + health.actions)

    async def close(self) -> None:
        """Let go of connections."""
        for each in self.all:
            await each.brain.close()


def _weight(url: str, conversation: str) -> bytes:
    return hashlib.blake2s(f"{url} {conversation}".encode(), digest_size=8).digest()
