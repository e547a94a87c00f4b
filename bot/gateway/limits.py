"""How much one session and one address may ask for: token buckets in memory.

Programs on this very machine get more: scripts and checks talk to the assistant much
faster than people do. A request that a proxy passed on is never taken for one.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from bot.gateway.refusals import Refused

MOST_KEPT = 50_000  # buckets; the one unused longest goes first
FORWARDED = ("forwarded", "x-forwarded-for", "via")
LOOPBACK = {"127.0.0.1", "::1"}


@dataclass(frozen=True)
class Rate:
    """So many at once, and so many a second after that."""

    burst: float
    per_second: float


@dataclass(frozen=True)
class Limits:
    """What a person may do, and what a program on this machine may."""

    messages: Rate = Rate(5, 1.0)
    messages_per_minute: Rate = Rate(20, 20 / 60)
    sessions: Rate = Rate(10, 30 / 3600)
    address_messages: Rate = Rate(100, 10.0)  # offices share one, and whole networks
    other: Rate = Rate(40, 5.0)
    local: Rate = Rate(400, 100.0)
    streams: int = 6  # open at once in one conversation


def per_hour(sessions: int) -> Rate:
    """So many new sessions an hour, a third of them at once."""
    return Rate(max(1, sessions // 3), sessions / 3600)


class Buckets:
    """Who has how much left."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[tuple[str, Rate], tuple[float, float]] = OrderedDict()

    def wait_for(self, who: str, rate: Rate) -> float:
        """Nought if `who` may go on, and it is counted; else seconds to wait."""
        now = self._clock()
        left, since = self._kept.pop((who, rate), (rate.burst, now))
        left = min(rate.burst, left + (now - since) * rate.per_second)
        wait = 0.0 if left >= 1 else (1 - left) / rate.per_second
        self._kept[who, rate] = (left if wait else left - 1, now)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return wait


class Limiter:
    """Refuses what is too much."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._buckets = Buckets()

    def check(self, request: Request, who: str, *rates: Rate) -> None:
        """Count one request of `who`. Raises Refused with the time to wait."""
        if is_local(request):
            who, rates = f"local:{who}", (self.limits.local,)
        wait = max(self._buckets.wait_for(who, rate) for rate in rates)
        if wait:
            message = "too many requests; please wait a moment"
            raise Refused(429, "rate_limited", message, retry_after=wait)


def address(request: Request) -> str:
    """Where the request comes from."""
    return request.client.host if request.client else "unknown"


def is_local(request: Request) -> bool:
    """Whether a program on this machine asks, and not a proxy for somebody else."""
    forwarded = any(name in request.headers for name in FORWARDED)
    return address(request) in LOOPBACK and not forwarded
