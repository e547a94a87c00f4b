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
from sqlalchemy.exc import SQLAlchemyError

from bot import settings
from bot.brain.turn import current_failure, note_failure
from bot.database import open_engine
from bot.errors import ConfigurationError, ServiceUnavailable


class TanyaTrackerStore(SQLTrackerStore):  # type: ignore[misc]
    """SQLite below `var` by default, PostgreSQL by another URL."""

    def __init__(
        self, domain: Domain | None = None, event_broker: Any = None, **kwargs: Any
    ) -> None:
        # Rasa's own constructor waits for ever for its database and echoes bound
        # values, so the engine is made here and that constructor is passed over.
        self.engine = open_engine(settings.load().database("tracker"), future=False)
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
