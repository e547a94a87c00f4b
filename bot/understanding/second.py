"""Whether a message asks a second thing too, and which: learnt from such messages.

Every need is weighed as the second beside the first; "nothing else" is one more choice.
The weights are those of a conditional logit over the figures of `evidence`, over the
words of the message and over the two needs, as `second_training` found them on
messages that the classifier never saw. Where the rules of `segments` find the same pair
in the parts of the message, less certainty will do, and still less where its words name
both needs (`aspects`); a short list of names needs no decision.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

import numpy as np

from bot.understanding.evidence import Array, Evidence, Look, asks_again, evidence
from bot.understanding.segments import OTHER, SMALL_TALK
from bot.understanding.types import Need

# no second need: what is only said, what stands above all else, what is not ours
NEVER = SMALL_TALK | {"bot_challenge", "emergency_or_distress", OTHER}
ALONE = SMALL_TALK | {"emergency_or_distress"}  # beside these nothing is looked for
_LIKELIEST = 12
HABITS = ("pair", "second", "doubled")


@dataclass(frozen=True)
class Habits:
    """How often needs are asked alone and together."""

    pairs: Counter[frozenset[str]] = field(default_factory=Counter)
    single: Counter[str] = field(default_factory=Counter)

    @cached_property
    def double(self) -> Counter[str]:
        """How often each need is one of two."""
        found: Counter[str] = Counter()
        for pair, times in self.pairs.items():
            found.update(dict.fromkeys(pair, times))
        return found

    def without(self, other: Habits) -> Habits:
        """The same as if `other` had not been heard."""
        return Habits(self.pairs - other.pairs, self.single - other.single)

    def figures(self, first: str, labels: Sequence[str]) -> Array:
        """For each intent beside `first`: the columns `HABITS`."""
        total = max(1, sum(self.pairs.values()))
        share = {
            one: (self.double[one] + 1) / (2 * total + len(labels)) for one in labels
        }
        doubled = math.log((self.double[first] + 2) / (self.single[first] + 2))
        rows = []
        for one in labels:
            expected = 2 * total * share[one] * share[first]
            together = self.pairs[frozenset((first, one))]
            lift = math.log((together + 1) / (expected + 1))
            rows.append((lift, math.log(share[one]), doubled))
        return np.array(rows, np.float64)

    def to_json(self) -> dict[str, Any]:
        """As it is kept with the model."""
        pairs = {";".join(sorted(pair)): n for pair, n in sorted_pairs(self.pairs)}
        return {"pairs": pairs, "single": dict(sorted(self.single.items()))}

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> Habits:
        """What `to_json` told."""
        pairs = {frozenset(pair.split(";")): n for pair, n in told["pairs"].items()}
        return cls(Counter(pairs), Counter(told["single"]))


def sorted_pairs(
    pairs: Mapping[frozenset[str], int],
) -> list[tuple[frozenset[str], int]]:
    """The same each time: a set has no order of its own."""
    return sorted(pairs.items(), key=lambda item: sorted(item[0]))


def candidates(look: Look, seen: Evidence) -> list[int]:
    """The intents that may be asked too, the few for which most speaks."""
    speaks = seen.figures["cut_gain_any"] + seen.figures["whole"]
    order = np.argsort(-speaks, kind="stable")
    shut = {look.first, *NEVER}
    return [int(one) for one in order if look.labels[one] not in shut][:_LIKELIEST]


@dataclass(frozen=True)
class Second:
    """The learnt decision."""

    figures: dict[str, float]  # weights by name
    words: dict[str, float]
    firsts: dict[str, float]  # by the first need
    seconds: dict[str, float]
    bias: float
    habits: Habits
    sure: float = 1.0  # chance from which a second need is answered
    agreed: float = 1.0  # the same where the rules found the pair too
    named: float = 0.0  # and where its words name both
    opened: float = 1.0  # where "and" stands before a word that asks
    _known: dict[str, Array] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def decide(
        self, look: Look, needs: tuple[Need, ...], *, named: bool = False
    ) -> tuple[Need, ...]:
        """The needs of a message, for which the rules found `needs`, if by names."""
        if look.first in ALONE:
            return needs
        least = self.named if named else self.agreed
        chances, after = self.chances(look)
        best = int(chances.argmax())
        ruled = {need.need for need in needs}
        pair = {look.first, look.labels[best]}
        if ruled == pair and chances[best] >= least:
            return needs
        if chances[best] >= (self.opened if asks_again(look.text) else self.sure):
            return _ordered(look, best, float(chances[best]), after=bool(after[best]))
        if look.first not in ruled or len(needs) == 1:
            return needs
        other = next(need for need in needs if need.need != look.first)
        kept = chances[look.labels.index(other.need)] >= least
        return needs if kept else tuple(n for n in needs if n.need == look.first)

    def chances(self, look: Look) -> tuple[Array, Array]:
        """For each intent: how likely it is asked too, and whether after the first."""
        seen = evidence(look)
        scores = self._scores(look, seen)
        scores[np.setdiff1d(np.arange(len(scores)), candidates(look, seen))] = -np.inf
        highest = max(0.0, float(scores.max()))
        powers = np.exp(scores - highest)
        return powers / (powers.sum() + math.exp(-highest)), seen.after

    def _scores(self, look: Look, seen: Evidence) -> Array:
        scores = self._of_needs(look.first, look.labels).copy()
        for name, value in seen.figures.items():
            scores += self.figures[name] * value
        return scores + sum(self.words.get(word, 0.0) for word in sorted(seen.words))

    def _of_needs(self, first: str, labels: tuple[str, ...]) -> Array:
        """What the two needs say by themselves, reckoned once for each first need."""
        if first not in self._known:
            weights = np.array([self.figures[name] for name in HABITS])
            seconds = np.array([self.seconds.get(one, 0.0) for one in labels])
            alone = self.firsts.get(first, 0.0) + self.bias
            habits = self.habits.figures(first, labels) @ weights
            self._known[first] = habits + seconds + alone
        return self._known[first]

    def to_json(self) -> dict[str, Any]:
        """As it is kept with the model."""
        told = {one.name: getattr(self, one.name) for one in fields(self) if one.init}
        return {**told, "habits": self.habits.to_json()}

    @classmethod
    def of_json(cls, told: Mapping[str, Any]) -> Second:
        """What `to_json` told."""
        return cls(**{**told, "habits": Habits.of_json(told["habits"])})


def _ordered(
    look: Look, second: int, chance: float, *, after: bool
) -> tuple[Need, ...]:
    """Both needs as they are asked. Of two, each takes chance from the other."""
    first = float(look.whole[look.labels.index(look.first)])
    pair = Need(look.first, max(first, chance)), Need(look.labels[second], chance)
    return pair if after else pair[::-1]
