"""A circuit breaker: a brain that fails again and again is left alone for a while.

Closed: it is asked. Open: it is not. Half open: the next question is a trial, and only
one of them is on its way.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

CLOSED: Final = "closed"
OPEN: Final = "open"
HALF_OPEN: Final = "half_open"
FAILURES: Final = 5  # in a row, until it opens
PAUSE_SECONDS: Final = 1.0  # between two trials
STALE_SECONDS: Final = 30.0  # failures so long ago tell nothing of now


class Breaker:
    """Counts what happened to one brain."""

    def __init__(
        self,
        *,
        failures: int = FAILURES,
        pause: float = PAUSE_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most, self._pause, self._clock = failures, pause, clock
        self._count = 0
        self._since = 0.0  # the first failure in a row
        self._latest = 0.0
        self._trial = False
        self.opened = 0  # times, for the metrics

    @property
    def state(self) -> str:
        """Closed, open or half open."""
        if self._count < self._most:
            return CLOSED
        return HALF_OPEN if self._trial else OPEN

    @property
    def down_for(self) -> float:
        """Seconds since it began to fail; nought while it is closed."""
        return 0.0 if self.state == CLOSED else self._clock() - self._since

    def allows(self) -> bool:
        """Whether it may be asked now; on an open one that is the trial."""
        if self.state == CLOSED:
            return True
        if self._trial or self._clock() < self._latest + self._pause:
            return False
        self._trial = True
        return True

    def succeeded(self) -> None:
        """It answered."""
        self._count, self._trial = 0, False

    def failed(self) -> None:
        """It did not."""
        now = self._clock()
        stale = self.state == CLOSED and now > self._latest + STALE_SECONDS
        if stale or not self._count:
            self._count, self._since = 0, now
        self._count += 1
        self.opened += self._count == self._most
        self._latest, self._trial = now, False
