"""A wire to a server that can be cut, or go dead without a word."""

from __future__ import annotations

import selectors
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Wire:
    """Passes bytes both ways; while `dead`, passes nothing and closes nothing."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._ends: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.dead = False
        self._open = True
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Close every connection that stands."""
        for end in self._ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def close(self) -> None:
        self._open = False
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        while self._open:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            if self.dead:
                self._ends.append(near)
                continue
            far = socket.create_connection(self._target)
            self._ends += [near, far]
            threading.Thread(target=self._carry, args=(near, far), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        with near, far, selectors.DefaultSelector() as ready:
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            while self._open:
                for key, _ in ready.select(0.05):
                    if not self._pass_on(key.fileobj, key.data):
                        return

    def _pass_on(self, source: socket.socket, target: socket.socket) -> bool:
        if self.dead:
            time.sleep(0.05)  # it stays unread, and would be told of at once again
            return True
        try:
            data = source.recv(65_536)
            target.sendall(data)
        except OSError:
            return False
        return bool(data)


@contextmanager
def wire(host: str, port: int) -> Iterator[Wire]:
    """A wire for the length of a test."""
    made = Wire(host, port)
    try:
        yield made
    finally:
        made.close()
