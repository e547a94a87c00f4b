"""The tracker store: a failed read is a failed turn, never a fresh conversation."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from sqlalchemy.exc import OperationalError

from bot.brain.tracker_store import TanyaTrackerStore
from bot.brain.turn import TurnFailure, current_failure
from bot.errors import ConfigurationError, ServiceUnavailable

pytestmark = pytest.mark.rasa


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TanyaTrackerStore:
    monkeypatch.setenv("TANYA_VAR", str(tmp_path))
    return TanyaTrackerStore(Domain.empty())


async def test_a_conversation_is_kept(store: TanyaTrackerStore) -> None:
    tracker = await store.get_or_create_tracker("web:1")
    tracker.update(UserUttered("hai", message_id="7"))
    await store.save(tracker)
    kept = await store.retrieve("web:1")
    assert kept is not None
    assert [e.message_id for e in kept.events if isinstance(e, UserUttered)] == ["7"]


async def test_a_failed_read_is_noted_and_nothing_is_saved_in_that_turn(
    store: TanyaTrackerStore,
) -> None:
    tracker = await store.get_or_create_tracker("web:1")
    store.Base.metadata.drop_all(store.engine)
    failure = TurnFailure()
    token = current_failure.set(failure)
    try:
        with pytest.raises(OperationalError):
            await store.retrieve("web:1")
        assert failure.reasons == ["tracker read"]
        with pytest.raises(ServiceUnavailable):
            await store.save(tracker)
    finally:
        current_failure.reset(token)


async def test_a_conversation_is_forgotten_alone(store: TanyaTrackerStore) -> None:
    for name in ("web:1", "web:2"):
        tracker = await store.get_or_create_tracker(name)
        tracker.update(UserUttered("hai"))
        await store.save(tracker)
    assert store.forget("web:1") > 0
    assert await store.retrieve("web:1") is None
    assert await store.retrieve("web:2") is not None


async def test_bound_values_never_reach_an_error(store: TanyaTrackerStore) -> None:
    tracker = await store.get_or_create_tracker("web:1")
    tracker.update(UserUttered("umur saya 54"))
    store.Base.metadata.drop_all(store.engine)
    with pytest.raises(OperationalError) as caught:
        await store.save(tracker)
    assert "54" not in str(caught.value)


def test_a_database_that_cannot_be_opened_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("where a folder should be")
    monkeypatch.setenv("TANYA_VAR", str(tmp_path / "file"))
    with pytest.raises(ConfigurationError, match="cannot create"):
        TanyaTrackerStore(Domain.empty())
