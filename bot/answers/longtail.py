"""Questions that people ask beside the usual ones, each with its answer.

"Does it count if I stop for lunch?" is no need of its own; it is found by how people
ask it. An entry carries phrasings in both languages, and either a text whose figures
are parameters of the law, or a question of law with the facts that it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.answers.entries import Entry, documents, entry_of
from bot.errors import ConfigurationError

FOLDER = Path(__file__).parent / "asked"
LANGUAGES = ("ms", "en")
FEWEST = 3  # phrasings in each language
_OWN = {"scheme", "needs", "not_for", "title", "asked", "values", "decision", "asker"}
ASKERS = (None, "worker", "employer")
BESIDE = FOLDER.parent / "beside.yaml"


@dataclass(frozen=True)
class LongTail:
    """One such question.

    `needs` are the classified needs that it may be meant by, `not_for` those that rule
    it out however near the words are. `asker` says who asks it, if only a worker or
    only an employer may. `title` names it on a button, `values` are the
    parameters that fill the places of its text. `question` and `facts` are there
    instead of `entry` where the law itself answers.
    """

    name: str
    title: str
    scheme: str | None
    needs: tuple[str, ...]
    asked: Mapping[str, tuple[str, ...]]
    not_for: tuple[str, ...] = ()
    entry: Entry | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    question: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    asker: str | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything of this question that is translated."""
        return (self.title, *(self.entry.sentences if self.entry else ()))

    @property
    def phrasings(self) -> tuple[str, ...]:
        """All ways of asking it, in both languages."""
        return tuple(text for language in LANGUAGES for text in self.asked[language])


@lru_cache(maxsize=2)
def load(folder: Path = FOLDER) -> Mapping[str, LongTail]:
    """All of them by name. Raises ConfigurationError for a wrong one."""
    found: dict[str, LongTail] = {}
    for path in sorted(folder.glob("*.yaml")):
        for raw in documents(path):
            item = _long_tail(raw, path)
            if item.name in found:
                raise ConfigurationError(f"{path.name}: {item.name} stands twice")
            found[item.name] = item
    return found


def _long_tail(raw: Any, path: Path) -> LongTail:
    where = f"{path.name}: {raw.get('name', '?') if isinstance(raw, dict) else '?'}"
    if not isinstance(raw, dict) or not {"name", "title", "needs", "asked"} <= set(raw):
        raise ConfigurationError(f"{where}: name, title, needs and asked are needed")
    asked = _asked(raw["asked"], where)
    decision = raw.get("decision") or {}
    values = raw.get("values") or {}
    rest = {key: value for key, value in raw.items() if key not in _OWN}
    if bool(decision) == ("text" in rest):
        raise ConfigurationError(f"{where}: either a text or a decision")
    return LongTail(
        name=raw["name"],
        title=raw["title"],
        scheme=raw.get("scheme"),
        needs=tuple(raw["needs"]),
        asked=asked,
        not_for=tuple(raw.get("not_for") or ()),
        entry=None if decision else entry_of(rest, path, places=values),
        values=values,
        question=decision.get("question"),
        facts=decision.get("facts") or {},
        asker=_asker(raw.get("asker"), where),
    )


@lru_cache(maxsize=2)
def beside(path: Path = BESIDE) -> tuple[str, ...]:
    """Messages that are near a known question and ask something else.

    Raises ConfigurationError for a file that is no mapping of needs to sentences.
    """
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(raw, dict) or not all(isinstance(v, list) for v in raw.values()):
        raise ConfigurationError(f"{path.name}: must map needs to sentences")
    return tuple(str(text) for texts in raw.values() for text in texts)


def _asker(said: object, where: str) -> str | None:
    if said not in ASKERS:
        raise ConfigurationError(f"{where}: asker must be worker or employer")
    return None if said is None else str(said)


def _asked(raw: Any, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, dict) or set(raw) != set(LANGUAGES):
        raise ConfigurationError(f"{where}: asked must hold ms and en")
    if any(len(phrasings) < FEWEST for phrasings in raw.values()):
        raise ConfigurationError(f"{where}: fewer than {FEWEST} phrasings")
    return {language: tuple(map(str, raw[language])) for language in LANGUAGES}
