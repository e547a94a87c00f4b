"""The tracker store: Rasa's SQL store, except that a failed read fails the turn.

Rasa wraps every store so that a failed read silently starts a fresh conversation and
a later save then loses events. Here the failure is noted, the save of that turn is
refused, and the private channel reports the turn as failed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from bot import settings
from bot.brain.turn import current_failure, note_failure
from bot.errors import ConfigurationError, ServiceUnavailable

BUSY_SECONDS = 5


class TanyaTrackerStore(SQLTrackerStore):  # type: ignore[misc]
    """SQLite below `var` by default, PostgreSQL by another URL."""

    def __init__(
        self, domain: Domain | None = None, event_broker: Any = None, **kwargs: Any
    ) -> None:
        # Rasa's own constructor waits for ever for its database and echoes bound
        # values, so the engine is made here and that constructor is passed over.
        self.engine = make_engine(settings.load().database("tracker"))
        try:
            self.Base.metadata.create_all(self.engine)
        except SQLAlchemyError as error:
            url = repr(self.engine.url)
            raise ConfigurationError(f"tracker database {url}: {error}") from error
        self.sessionmaker = sa.orm.sessionmaker(bind=self.engine)
        self.max_event_history = None
        super(SQLTrackerStore, self).__init__(domain, event_broker)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        with _noting_failure("tracker read"):
            return await super().retrieve(sender_id)

    def forget(self, sender_id: str) -> int:
        """Delete every event of a conversation; how many there were."""
        events = self.SQLEvent
        with self.session_scope() as session:
            mine = session.query(events).filter(events.sender_id == sender_id)
            deleted: int = mine.delete(synchronize_session=False)
            session.commit()
        return deleted

    async def save(self, tracker: DialogueStateTracker) -> None:
        failure = current_failure.get()
        if failure is not None and failure.reasons:
            raise ServiceUnavailable("not saved: this turn could not be read")
        with _noting_failure("tracker save"):
            await super().save(tracker)


@contextmanager
def _noting_failure(what: str) -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError:
        note_failure(what)
        raise


def make_engine(url: str) -> Engine:
    """An engine that never prints bound values and notices lost connections."""
    sqlite = make_url(url).get_backend_name() == "sqlite"
    options: dict[str, Any] = (
        {"connect_args": {"timeout": BUSY_SECONDS}}
        if sqlite
        else {"pool_size": 4, "pool_recycle": 300, "connect_args": _POSTGRES}
    )
    engine = sa.create_engine(
        url, hide_parameters=True, pool_pre_ping=not sqlite, **options
    )
    if sqlite:
        sa.event.listen(engine, "connect", _write_ahead)
    return engine


_POSTGRES = {"connect_timeout": 3, "options": "-c statement_timeout=3000"}


def _write_ahead(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
