"""Opens references to look-up results at the moment of delivery.

What is stored, in every table and log, is the reference; the records stand sealed with
identity, for a short time, and are put into words for whoever looks on right now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.gateway.outbox import Event
from bot.i18n import translate
from bot.i18n.wording.records import GONE, render_records

REFERENCE: Final = re.compile(r"\[\[RESULT:[0-9a-f]{8}\]\]")
MARK: Final = "[[RESULT:"

Read = Callable[[str, str], Mapping[str, Any] | None]


@dataclass(frozen=True)
class Opening:
    """`read(conversation, reference)`: what was sealed, or None once it is gone."""

    read: Read

    def opened(
        self, text: str, *, conversation: str, channel: str, language: str
    ) -> str:
        """`text` as it may be shown in `channel` ("web", "telegram") now."""
        if MARK not in text:
            return text

        def shown(match: re.Match[str]) -> str:
            body = self.read(conversation, match.group())
            if body is None:
                return translate(GONE, language)
            return render_records(body, language, channel=channel)

        return REFERENCE.sub(shown, text)

    def events(self, events: Iterable[Event], conversation: str) -> list[Event]:
        """`events` of `conversation` with their texts opened."""
        return [self.event(event, conversation) for event in events]

    def event(self, event: Event, conversation: str) -> Event:
        """`event` of `conversation` with its text opened."""
        text = event.body.get("text")
        if not isinstance(text, str) or MARK not in text:
            return event
        opened = self.opened(
            text,
            conversation=conversation,
            channel=conversation.partition(":")[0],
            language=str(event.body.get("language") or "ms"),
        )
        return replace(event, body={**event.body, "text": opened})


def _nothing(_conversation: str, _reference: str) -> None:
    return None


SHUT: Final = Opening(_nothing)  # for a gateway without identity: all is gone
