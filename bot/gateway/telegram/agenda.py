"""Which chat is due when, and how fast messages may go out in all."""

from __future__ import annotations

import heapq
from collections import OrderedDict
from typing import Final

PER_SECOND: Final = 28.0  # Telegram takes about thirty
PER_CHAT: Final = 1.0  # seconds between two messages to one chat
MOST_REMEMBERED: Final = 10_000


class Agenda:
    """Chats in the order in which they are due, each at most once."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, str]] = []
        self._due: dict[str, float] = {}
        self._count = 0

    def __len__(self) -> int:
        return len(self._due)

    def add(self, name: str, at: float) -> None:
        """`name` is due at `at`, or earlier if that was known before."""
        if self._due.get(name, float("inf")) <= at:
            return
        self._due[name] = at
        self._count += 1
        heapq.heappush(self._heap, (at, self._count, name))

    def next_at(self) -> float | None:
        """When the next one is due."""
        while self._heap and self._due.get(self._heap[0][2]) != self._heap[0][0]:
            heapq.heappop(self._heap)
        return self._heap[0][0] if self._heap else None

    def take(self, now: float) -> str | None:
        """One that is due, longest first; it is off the agenda then."""
        at = self.next_at()
        if at is None or at > now:
            return None
        name = heapq.heappop(self._heap)[2]
        del self._due[name]
        return name

    def clear(self) -> None:
        """Nothing is due any more."""
        self._heap.clear()
        self._due.clear()


class Pace:
    """When the next message may go out."""

    def __init__(
        self, *, per_second: float = PER_SECOND, per_chat: float = PER_CHAT
    ) -> None:
        self._gap = 1.0 / per_second
        self._per_chat = per_chat
        self._free = 0.0
        self._chats: OrderedDict[str, float] = OrderedDict()

    def reserve(self, name: str, now: float) -> float:
        """When the next message to `name` may go out; that place is taken then."""
        at = max(now, self._free, self._chats.get(name, 0.0))
        self._free = max(self._free, now) + self._gap
        self._chats[name] = at + self._per_chat
        self._chats.move_to_end(name)
        while len(self._chats) > MOST_REMEMBERED:
            self._chats.popitem(last=False)
        return at

    def arrived(self, name: str, now: float) -> None:
        """A message has arrived with `name`; the next one leaves its distance."""
        self._chats[name] = max(self._chats.get(name, 0.0), now + self._per_chat)
