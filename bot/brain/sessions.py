"""Long conversations: a new session now and then, in which nothing is forgotten.

Rasa replays every event of a session for each message, so that the five hundredth turn
would cost ten times the first. A session therefore ends after so many events, and the
next one begins with the same slots and the same form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from rasa.shared.core.constants import (
    ACTION_LISTEN_NAME,
    ACTION_SESSION_START_NAME,
    REQUESTED_SLOT,
)
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
)
from rasa.shared.core.trackers import DialogueStateTracker

MOST_EVENTS: Final = 150  # some thirty turns
FORM: Final = "facts_form"


def is_long(tracker: DialogueStateTracker) -> bool:
    """Whether the session has grown so much that a new one should begin."""
    return len(tracker.events) >= MOST_EVENTS


def go_on(tracker: DialogueStateTracker) -> None:
    """Begin a new session that stands exactly where this one does."""
    slots = {
        name: slot.value
        for name, slot in tracker.slots.items()
        if slot.value is not None
    }
    _restart(tracker, slots, tracker.active_loop_name)


def take_over(tracker: DialogueStateTracker, memory: Mapping[str, Any]) -> None:
    """Begin a new session that stands where somebody else left the conversation."""
    asking = bool(memory.get("asked"))
    slots: dict[str, Any] = {"memory": dict(memory)}
    if asking:
        slots[REQUESTED_SLOT] = "fact"
    _restart(tracker, slots, FORM if asking else None)


def _restart(
    tracker: DialogueStateTracker, slots: Mapping[str, Any], loop: str | None
) -> None:
    # in this order: what follows the start of a session is what is read of it later
    events: list[Event] = [
        ActionExecuted(ACTION_SESSION_START_NAME),
        SessionStarted(),
    ]
    events += [SlotSet(name, value) for name, value in slots.items()]
    if loop:
        events.append(ActiveLoop(loop))
    events.append(ActionExecuted(ACTION_LISTEN_NAME))
    for event in events:
        tracker.update(event)
