"""The parts of a record that people ask about, by the words in which they ask.

The wordings stand in the list beside this; here they are read and tried in its order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

CLAIMS, CONTRIBUTIONS, REGISTRATION = "claims", "contributions", "registration"
_HERE = "here"  # the record that was shown, whichever it is
_GAP = r"\b.{0,30}?\b"
_LISTS: Mapping[str, Any] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text("utf-8")
)


def _listed(name: str) -> frozenset[str]:
    return frozenset(re.split(r",\s+", _LISTS[name].strip()))


@dataclass(frozen=True)
class Wordings:
    """Some wordings of one thing."""

    inside: re.Pattern[str] | None = None
    whole: re.Pattern[str] | None = None  # of a message without its fillers

    def fit(self, said: str) -> bool:
        """Whether `said` holds one of them."""
        if self.inside and self.inside.search(said):
            return True
        return bool(self.whole and self.whole.fullmatch(_stripped(said)))


@dataclass(frozen=True)
class Part:
    """A part of a record: of which record, and how it is asked for."""

    of: str
    strong: Wordings = field(default_factory=Wordings)
    weak: Wordings = field(default_factory=Wordings)
    never: Wordings = field(default_factory=Wordings)
    # what is meant instead after another record was shown
    instead: Mapping[str, list[str]] = field(default_factory=dict)
    whole: bool = False  # there is no shorter answer than the record

    def is_asked(self, said: str, *, near: bool) -> bool:
        """Whether `said` asks for it; `near`: just after a record was shown."""
        if self.never.fit(said):
            return False
        return self.strong.fit(said) or (near and self.weak.fit(said))

    def about(self, name: str, *, here: str) -> tuple[str, str | None]:
        """The record and the part of it, after the record `here` was shown."""
        topic, *part = self.instead.get(here) or (self.of, name)
        topic = here if topic == _HERE else topic
        return topic, (part[0] if part and not self.whole else None)


def part_asked(said: str, *, here: str, near: bool) -> tuple[str, str | None] | None:
    """The record and the part of it that `said` asks about."""
    for name, part in _parts().items():
        if part.is_asked(said, near=near):
            return part.about(name, here=here)
    return None


def part_names() -> frozenset[str]:
    """The parts that have an answer shorter than the record."""
    return frozenset(name for name, part in _parts().items() if not part.whole)


def bare_topic(said: str) -> str | None:
    """The record that is named and nothing else said: "and my claims?"."""
    words = set(_TO_SEE.sub("", said).split())
    for topic, names in _LISTS["topics"].items():
        named = set(names.split(", "))
        if words & named and words <= named | _listed("around"):
            return str(topic)
    return None


def asks_another(said: str) -> bool:
    """Whether another claim than the one shown is asked for, without saying which."""
    words = said.split()
    while words and words[0] in _listed("before_another"):
        words.pop(0)
    while words and words[-1] in _listed("after_another"):
        words.pop()
    return " ".join(words) in _listed("another")


_TO_SEE = re.compile(
    r"\b(?:nak |mau |mahu |want to |boleh |can i )?"
    r"(?:tengok|check|semak|see|show|tunjuk|lihat)(?: me)?\b"
)


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, Part]:
    return {
        name: Part(
            of=told["of"],
            whole=told.get("whole", False),
            instead=told.get("instead", {}),
            **{kind: _wordings(told.get(kind, ())) for kind in _KINDS},
        )
        for name, told in _LISTS["parts"].items()
    }


_KINDS = ("strong", "weak", "never")


def _wordings(listed: Iterable[str]) -> Wordings:
    whole = [_pattern(each[2:]) for each in listed if each.startswith("= ")]
    inside = [_pattern(each) for each in listed if not each.startswith("= ")]
    return Wordings(
        re.compile(rf"\b(?:{'|'.join(inside)})\b") if inside else None,
        re.compile("|".join(whole)) if whole else None,
    )


def _pattern(wording: str) -> str:
    """A wording with its words written out."""
    for _ in range(2):  # words may be made of words
        wording = re.sub(r"\{(\w+)\}", _written_out, wording)
    return f"(?:{re.sub(r' [.][.] ', lambda _: _GAP, wording)})"


def _written_out(name: re.Match[str]) -> str:
    return f"(?:{_LISTS['words'][name.group(1)]})"


def _stripped(said: str) -> str:
    """`said` without the fillers at its ends."""
    fillers = _fillers()
    return fillers.sub(" ", f" {said} ").strip()


@lru_cache(maxsize=1)
def _fillers() -> re.Pattern[str]:
    either = "|".join(sorted(_listed("fillers"), key=len, reverse=True))
    return re.compile(rf"^ (?:(?:{either}) )+|(?: (?:{either}))+ $")
