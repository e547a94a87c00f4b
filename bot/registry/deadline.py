"""Work on a database that is given up after a time, whatever state the database is in.

The time-outs of the drivers do not cover a server that was stopped in mid-sentence, a
name that does not resolve or a disk that hangs. So the work runs in a thread, and when
its time is over the connection is cut, which ends the thread as well.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from typing import Any, Generic, TypeVar

from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError

from bot.errors import RegistryUnavailable

Result = TypeVar("Result")


class Deadline:
    """Threads that work on one engine, each answer within `seconds`."""

    def __init__(self, engine: Engine, *, seconds: float, threads: int) -> None:
        self._engine = self._brief = engine
        if engine.dialect.name != "sqlite":
            self._brief = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._seconds = seconds
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="registry")

    def run(
        self, work: Callable[[Connection], Result], *, snapshot: bool = True
    ) -> Result:
        """What `work` gives. Raises RegistryUnavailable when the time is over.

        Without a `snapshot`, a server is spared the begin and the end of a transaction.
        """
        attempt = _Attempt(self._engine if snapshot else self._brief, work)
        future = self._pool.submit(attempt.run)
        try:
            return future.result(self._seconds)
        except Late:
            future.cancel()
            attempt.cut()
            # the other connections of a server that is gone are as dead as this one
            self._engine.dispose()
        raise RegistryUnavailable("the registry does not answer in time") from None

    def close(self) -> None:
        """Let go of threads and connections."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._engine.dispose()


class _Attempt(Generic[Result]):
    """One piece of work, and the connection on which it may be cut off."""

    def __init__(self, engine: Engine, work: Callable[[Connection], Result]) -> None:
        self._engine = engine
        self._work = work
        self._lock = threading.Lock()
        self._driver: Any = None
        self._cut = False

    def run(self) -> Result:
        """Once more on a new connection if the old one turns out to be dead."""
        try:
            return self._once()
        except DBAPIError as error:
            if self._cut or not error.connection_invalidated:
                raise
        return self._once()

    def _once(self) -> Result:
        with self._engine.connect() as connection:
            self._hold(connection.connection.driver_connection)
            try:
                with connection.begin():
                    return self._work(connection)
            finally:
                self._hold(None)

    def _hold(self, driver: Any) -> None:
        with self._lock:
            self._driver = driver
            if self._cut and driver is not None:
                raise RegistryUnavailable("nobody waits for this any more")

    def cut(self) -> None:
        with self._lock:
            self._cut = True
            if self._driver is not None:
                _cut_off(self._driver)


def _cut_off(driver: Any) -> None:
    if hasattr(driver, "interrupt"):
        driver.interrupt()  # SQLite
        return
    try:
        wire = socket.socket(fileno=os.dup(driver.fileno()))
    except (OSError, getattr(driver, "InterfaceError", OSError)):
        return  # closed already
    with wire:
        try:
            wire.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # the other side was first
