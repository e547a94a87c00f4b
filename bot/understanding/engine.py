"""Understanding a message: lists and rules, the cheap head, the embedding if unsure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from string import punctuation

import numpy as np

from bot import clock, settings
from bot.understanding import archive, aspects
from bot.understanding.bands import URGENT, band, refused_first, suggestions
from bot.understanding.embedding import embedder
from bot.understanding.evidence import Look
from bot.understanding.model import Model
from bot.understanding.model import load as load_model
from bot.understanding.normalise import words
from bot.understanding.prepare import Prepared, prepare
from bot.understanding.segments import (
    SMALL_TALK,
    left_over,
    linked,
    may_hold_two,
    needs_of,
    questions,
)
from bot.understanding.spans import cuts
from bot.understanding.types import Need, Parsed

RANKED = 5
_PAIR = 2
_LIST = 9  # words of a message that only lists names of what it asks
_REMEMBERED = 256
FALLBACK = "nlu_fallback"
# intents of the dialogue that are no need of their own
NEED_OF: dict[str, str | None] = {
    "inform": None,
    "cancel": "deny",
    "menu": "bot_challenge",
    FALLBACK: "out_of_scope",
}
Ranking = tuple[tuple[str, float], ...]


class Understanding:
    """A trained model that understands messages; safe to keep for a process's life."""

    def __init__(
        self,
        model: Model,
        *,
        embeddings: bool = True,
        today: Callable[[], date] | None = None,
    ) -> None:
        self.model = model
        self._today = today or partial(clock.today, settings.load())
        self._embeddings = embeddings and model.full is not None
        self._rank = lru_cache(maxsize=_REMEMBERED)(self._ranked)

    @classmethod
    def load(
        cls,
        path: Path,
        *,
        embeddings: bool = True,
        today: Callable[[], date] | None = None,
    ) -> Understanding:
        """The model at `path`: a trained archive, or a folder that holds our files.

        Raises ConfigurationError when there is none or it cannot be read.
        """
        model = load_model(*archive.read(path))
        return cls(model, embeddings=embeddings, today=today)

    def parse(self, text: str) -> Parsed:
        """What `text` asks and names. Never raises, whatever was typed."""
        prepared = prepare(text, self._today())
        if not self._readable(prepared):
            return Parsed(text, FALLBACK, 0.0, "sorry", needs=(Need(FALLBACK, 0.0),))
        ranking, embedded = self._rank(text)
        if prepared.urgent and URGENT in self.model.labels:
            needs: tuple[Need, ...] = (Need(URGENT, 1.0),)
            return self._parsed(text, prepared, ranking, needs, embedded=embedded)
        ranking, parts, needs = self._by_parts(text, ranking)
        joined = self._joined(text, prepared, ranking) if len(needs) == 1 else ()
        if joined and (self.model.second is None or _bare(text, joined)):
            needs = joined
        elif self.model.second is not None:
            look = self._look(prepared, ranking, parts, needs)
            if joined:
                decided = self.model.second.decide(look, joined, named=True)
                needs = decided if len(decided) > 1 else needs
            else:
                needs = self.model.second.decide(look, needs)
        return self._parsed(text, prepared, ranking, needs, embedded=embedded)

    def look(self, text: str) -> Look | None:
        """What a second need is looked for in; None where none is."""
        prepared = prepare(text, self._today())
        if not self._readable(prepared) or prepared.urgent:
            return None
        return self._look(prepared, *self._by_parts(text, self._rank(text)[0]))

    def _by_parts(
        self, text: str, ranking: Ranking
    ) -> tuple[Ranking, list[Ranking], tuple[Need, ...]]:
        """The ranking, those of the parts, and the needs that they make together."""
        parts = [self._rank(part)[0] for part in self._parts(text, ranking)]
        ranking = refused_first(ranking, self.model.thresholds)
        tied = len(parts) > 1 and linked(text)
        needs = needs_of(ranking, parts, self.model.thresholds, linked=tied)
        return ranking, parts, needs

    def _look(
        self,
        prepared: Prepared,
        ranking: Ranking,
        parts: Sequence[Ranking],
        needs: Sequence[Need],
    ) -> Look:
        labels = self.model.labels
        table = [[*map(dict(one).__getitem__, labels)] for one in (ranking, *parts)]
        chances = np.array(table)
        alone = needs[0].need if len(needs) == 1 else ranking[0][0]
        return Look(
            text=prepared.text,
            labels=labels,
            first=alone,
            whole=chances[0],
            parts=chances[1:],
            cuts=cuts(prepared, self.model),
        )

    def _parts(self, text: str, ranking: Ranking) -> list[str]:
        """The questions of a message that may change what it was taken for."""
        if ranking[0][0] in SMALL_TALK:
            return questions(text)  # a greeting may stand before a question
        if not (may_hold_two(ranking, self.model.thresholds) or linked(text)):
            return []
        parts = questions(text)
        return parts if len(parts) > 1 else []  # one is the message itself

    def _unanswered(
        self, text: str, ranking: Ranking, needs: Sequence[Need]
    ) -> tuple[str, ...]:
        """What further parts of a message of several questions ask."""
        asked = questions(text)
        if len(asked) <= len(needs):
            return ()
        ranked = [self._rank(part)[0] for part in asked]
        marked = text.count("?")
        return left_over(ranking, ranked, needs, self.model.thresholds, marked=marked)

    def _joined(
        self, text: str, prepared: Prepared, ranking: Ranking
    ) -> tuple[Need, ...]:
        """The needs of a message that only names what it asks; none if it is one."""
        found = aspects.parts(text, prepared.entities)
        if not found:
            return ()
        return tuple(
            aspects.needs_of_parts(ranking, found, lambda part: self._rank(part)[0])
        )

    def _readable(self, prepared: Prepared) -> bool:
        """Whether there is anything to go by: more than marks, not all unknown."""
        if not prepared.plain.strip(punctuation + " "):
            return False
        return len(self.model.vectoriser.vector(prepared.counts).columns) > 0

    def _parsed(
        self,
        text: str,
        prepared: Prepared,
        ranking: Ranking,
        needs: tuple[Need, ...],
        *,
        embedded: bool,
    ) -> Parsed:
        first = needs[0]
        return Parsed(
            text=text,
            intent=first.need,
            confidence=first.confidence,
            band=band(first.confidence, self.model.thresholds),
            needs=needs,
            ranking=ranking[:RANKED],
            entities=prepared.entities,
            numbers=prepared.numbers,
            suggestions=suggestions(ranking, self.model.thresholds),
            also=() if prepared.urgent else self._unanswered(text, ranking, needs),
            embedded=embedded,
        )

    def _ranked(self, text: str) -> tuple[Ranking, bool]:
        prepared = prepare(text, self._today())
        cheap = self.model.rank(prepared.counts, None)
        if cheap[0][1] >= self.model.thresholds.cheap or not self._embeddings:
            return tuple(cheap), False
        encoder = embedder()
        if encoder is None or encoder.name != self.model.encoder:
            return tuple(cheap), False
        row = encoder.one(prepared.sentence)
        return tuple(self.model.rank(prepared.counts, row)), True


def _bare(text: str, named: Sequence[Need]) -> bool:
    """Whether a message is so plainly a list of names that nothing is to be decided."""
    return len(named) > _PAIR or len(words(text)) <= _LIST


def need_of(intent: str) -> str | None:
    """The need that an intent stands for; None when it is no need at all."""
    return NEED_OF.get(intent, intent)
