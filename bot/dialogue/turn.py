"""What a turn does: utterances by response name and plain values, and a memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.dialogue.memory import Memory


@dataclass(frozen=True)
class Offer:
    """A button: a need (worded by the catalogue) or one value of a fact."""

    intent: str
    values: Mapping[str, Any] = field(default_factory=dict)
    by_scheme: bool = False  # the title is the scheme, since the need is clear

    def to_json(self) -> dict[str, Any]:
        """For the wording, which makes title and payload of it."""
        made: dict[str, Any] = {"intent": self.intent, "values": dict(self.values)}
        return {**made, "by_scheme": True} if self.by_scheme else made


@dataclass(frozen=True)
class Utterance:
    """One reply: a response name and what it is filled with."""

    response: str
    values: Mapping[str, Any] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()

    def mark(self) -> str:
        """A short mark that is equal for equal replies."""
        text = json.dumps([self.response, dict(self.values)], sort_keys=True)
        return hashlib.blake2s(text.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True)
class Turn:
    """The outcome: what to say, what to remember, whether a fact is asked for."""

    memory: Memory
    utterances: tuple[Utterance, ...] = ()
    language: str | None = None  # chosen by hand in this turn
    view: str | None = None  # "hide" results or "forget" all that was shown

    def saying(self, *utterances: Utterance) -> Turn:
        """The same turn, saying more."""
        return replace(self, utterances=self.utterances + utterances)


def offers(needs: Iterable[str], *, scheme: str | None = None) -> tuple[Offer, ...]:
    """Buttons that ask for `needs`, of `scheme` where one is meant."""
    about = {"scheme": scheme} if scheme else {}
    return tuple(Offer("ask", {"need": need, **about}) for need in needs)
