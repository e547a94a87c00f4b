"""Wakes whoever waits for a conversation. It carries no content: the tables do."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator


class Listener:
    """One open stream of one conversation."""

    def __init__(self) -> None:
        self._woken = asyncio.Event()
        self._typing = False

    def wake(self, *, typing: bool = False) -> None:
        """There is something to read, or the bot began to type."""
        self._typing = self._typing or typing
        self._woken.set()

    async def wait(self, seconds: float) -> bool:
        """Whether something came within `seconds`."""
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)
        woken = self._woken.is_set()
        self._woken.clear()
        return woken

    def take_typing(self) -> bool:
        """Whether the bot began to type since this was last asked."""
        typing, self._typing = self._typing, False
        return typing


class Bus:
    """The streams that are open in this process."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = defaultdict(set)
        self.on_news: Callable[[], None] = lambda: None
        # channels that deliver by themselves: told of every conversation, and of typing
        self.watchers: list[Callable[[str, bool], None]] = []
        self.closing = False

    @contextlib.contextmanager
    def listen(self, conversation: str) -> Iterator[Listener]:
        """A listener for as long as it is needed."""
        listener = Listener()
        self._listeners[conversation].add(listener)
        try:
            yield listener
        finally:
            self._listeners[conversation].discard(listener)
            if not self._listeners[conversation]:
                del self._listeners[conversation]

    def count(self, conversation: str) -> int:
        """How many streams `conversation` has here."""
        return len(self._listeners.get(conversation, ()))

    @property
    def total(self) -> int:
        """How many streams are open here."""
        return sum(len(listeners) for listeners in self._listeners.values())

    def notify(self, conversation: str, *, typing: bool = False) -> None:
        """Wake the streams of `conversation`, other channels, and the worker."""
        for watcher in self.watchers:
            watcher(conversation, typing)
        for listener in self._listeners.get(conversation, ()):
            listener.wake(typing=typing)
        if not typing:
            self.on_news()

    def close(self) -> None:
        """End every stream: the gateway is going down."""
        self.closing = True
        for listeners in list(self._listeners.values()):
            for listener in list(listeners):
                listener.wake()
