"""A message as the dialogue sees it: what was understood, not who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.dialogue.plain_words import EMPTY

# intents that answer a question of ours and are no need of their own
ANSWERING = frozenset({"inform", "affirm", "deny"})
# wages told before that a follow-up is about, put into it like an entity
SEVERAL_WAGES = "several_wages"


@dataclass(frozen=True)
class Found:
    """A known question that a message may ask; `band` says how surely."""

    name: str
    score: float
    band: str


@dataclass(frozen=True)
class Message:
    """What Rasa's tracker keeps of the latest message."""

    text: str
    intent: str
    needs: tuple[str, ...]
    entities: tuple[tuple[str, Any], ...]
    starts: tuple[int, ...] = ()  # where each entity begins in the text
    ends: tuple[int, ...] = ()
    also: tuple[str, ...] = ()  # what further questions of the message ask
    guesses: tuple[str, ...] = ()  # what an unclear message may have meant
    band: str = "answer"
    found: tuple[Found, ...] = ()  # known questions that it may ask, nearest first

    @classmethod
    def from_rasa(cls, latest: Mapping[str, Any]) -> Message:
        """From `tracker.latest_message`, be it typed or the payload of a button."""
        intent = (latest.get("intent") or {}).get("name") or "nlu_fallback"
        found = [
            entity
            for entity in latest.get("entities") or ()
            if "entity" in entity and "value" in entity
        ]
        found = list(_meant(found, latest.get("text") or ""))
        entities = tuple((entity["entity"], entity["value"]) for entity in found)
        understood = latest.get("understanding") or {}
        asked = [value for name, value in entities if name == "need"]
        needs = [need["need"] for need in understood.get("needs") or () if need["need"]]
        if _only_tells_of_children(found, latest.get("text") or ""):
            intent, needs = "inform", ["inform"]  # `anak sorang` is no cry for help
        return cls(
            text=latest.get("text") or "",
            intent=intent,
            needs=tuple(asked or needs or [intent]),
            entities=entities,
            starts=tuple(entity.get("start") or 0 for entity in found),
            ends=tuple(entity.get("end") or 0 for entity in found),
            also=tuple(understood.get("also") or ()),
            guesses=tuple(understood.get("suggestions") or ()),
            band=understood.get("band") or "answer",
            found=tuple(Found(**hit) for hit in latest.get("found") or ()),
        )

    def values(self, entity: str) -> Iterator[Any]:
        """All values of `entity`, in the order of the text, each once."""
        seen: list[Any] = []
        for name, value in self.entities:
            if name == entity and value not in seen:
                seen.append(value)
        return iter(seen)

    @property
    def only_tells_of_children(self) -> bool:
        """Whether nothing but how many children there are is told."""
        told = {name for name, _ in self.entities}
        return self.intent == "inform" and "children" in told

    @property
    def tells_of_a_death(self) -> bool:
        """Whether somebody other than the speaker is said to have died."""
        return self.first("deceased") not in (None, "self")

    def before(self, index: int, *, characters: int = 30) -> str:
        """What stands just before the entity at `index`."""
        start = self.starts[index] if index < len(self.starts) else 0
        return self.text[max(0, start - characters) : start].casefold()

    def unnamed(self) -> str:
        """The text without the words that entities take."""
        kept = list(self.text)
        for start, end in zip(self.starts, self.ends, strict=False):
            kept[start:end] = " " * (end - start)
        return "".join(kept).casefold()

    def first(self, entity: str) -> Any:
        """The first value of `entity`, or None."""
        return next(self.values(entity), None)


_DENIED = re.compile(
    r"\b(bukan|bkn|not|isn'?t|instead of|rather than|salah|silap)\s+"
    r"((rm|umur|age|a|an|is|plan|pelan|gaji|untuk|for|saya|my|the)\s*)*$"
)


def _meant(
    found: Sequence[Mapping[str, Any]], text: str
) -> Sequence[Mapping[str, Any]]:
    """Without what is put right in the same breath: `bukan 2950, 2590`."""
    said = text.casefold()
    denied = [
        bool(_DENIED.search(said[: entity.get("start") or 0])) for entity in found
    ]
    kept = {
        entity["entity"] for entity, no in zip(found, denied, strict=True) if not no
    }
    return [
        entity
        for entity, no in zip(found, denied, strict=True)
        if not no or entity["entity"] not in kept or entity["entity"] in _SEVERAL
        if not _is_single_parent(entity, said)
    ]


def _only_tells_of_children(found: Sequence[Mapping[str, Any]], text: str) -> bool:
    """Whether nothing but how many children there are is told."""
    if not any(entity["entity"] == "children" for entity in found) or "?" in text:
        return False
    left = list(text.casefold())
    for entity in found:
        start, end = entity.get("start") or 0, entity.get("end") or 0
        left[start:end] = " " * (end - start)
    said = set(re.findall(r"[^\W\d_]+", "".join(left)))
    named = {entity["entity"] for entity in found} - {"children", "relation", "sex"}
    return said <= EMPTY | _HAVING and not named


_HAVING = frozenset(
    {"ada", "ado", "have", "has", "got", "orang", "org", "kami", "we", "left"}
)


def _is_single_parent(entity: Mapping[str, Any], said: str) -> bool:
    """`saya ibu tunggal` says what somebody is, and names no mother of theirs."""
    start, end = entity.get("start") or 0, entity.get("end") or 0
    alone = _ALONE_AFTER.match(said[end:]) or _ALONE_BEFORE.search(said[:start])
    return entity["entity"] == "relation" and start < end and bool(alone)


_ALONE_AFTER = re.compile(r"\s+tunggal\b")
_ALONE_BEFORE = re.compile(r"\bsingle\s+$")


# a denial of one of these is read where it is found, or says nothing about the other
_SEVERAL = frozenset({"citizenship", "deceased", "cause", "injury", "first_time"})
