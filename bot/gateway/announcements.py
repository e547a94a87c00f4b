"""On PostgreSQL, hears what other gateways wrote: LISTEN in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import select
import threading
from collections.abc import Callable, Iterator

from sqlalchemy.engine import Engine

from bot.gateway.logs import log
from bot.gateway.outbox import CHANNEL

POLL_SECONDS = 0.5
RETRY_SECONDS = 2.0
logger = logging.getLogger(__name__)


@contextlib.contextmanager
def heard(engine: Engine, notify: Callable[[str], None]) -> Iterator[None]:
    """While it lasts, `notify` is called in the event loop with conversation ids."""
    if engine.dialect.name != "postgresql":
        yield
        return
    loop = asyncio.get_running_loop()
    stop = threading.Event()

    def tell(name: str) -> None:
        loop.call_soon_threadsafe(notify, name)

    thread = threading.Thread(
        target=_listen, args=(engine, tell, stop), name="announcements", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _listen(engine: Engine, tell: Callable[[str], None], stop: threading.Event) -> None:
    import psycopg2  # type: ignore[import-untyped]

    while not stop.is_set():
        try:
            _listen_once(engine, tell, stop)
        except (psycopg2.Error, OSError) as error:
            log(logger, "announcements_lost", error=type(error).__name__)
            stop.wait(RETRY_SECONDS)


def _listen_once(
    engine: Engine, tell: Callable[[str], None], stop: threading.Event
) -> None:
    import psycopg2

    arguments, options = engine.dialect.create_connect_args(engine.url)
    connection = psycopg2.connect(*arguments, **options)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"LISTEN {CHANNEL}")
        while not stop.is_set():
            if select.select([connection], [], [], POLL_SECONDS)[0]:
                connection.poll()
            while connection.notifies:
                tell(connection.notifies.pop(0).payload)
    finally:
        connection.close()
