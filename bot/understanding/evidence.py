"""What speaks for a second need beside the first: figures for every intent at once.

A place between two words is good for a pair where one side asks the first need and the
other side the second. How much better that is than both sides asking the same is the
strongest sign; how the message is written says the rest.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.understanding.aspects import may_ask
from bot.understanding.normalise import Word, words
from bot.understanding.phrases import listed
from bot.understanding.segments import OTHER, linked, same_question
from bot.understanding.spans import Cuts

Array = NDArray[Any]
_FLOOR = -7.0  # log chance below which nothing is told apart
_SELDOM = 1e-4
_PART = 1e-3
_MARKS = frozenset("?,.!;:/")
_AND = frozenset(
    ["dan", "and", "pastu", "lepastu", "plus", "serta", "n", "also", "juga", "&", "+"]
) | {"kalau", "if", "satu", "lagi"}
_AGAIN = frozenset(("dan", "and", "pastu", "lepastu", "plus", "serta", "n", "&", "+"))
_OR = frozenset(("atau", "or", "ke"))
_FAMILIES = ("eligibility", "contribution_amount", "benefit")
_LONG = 8  # words
_REMEMBERED = 256


@dataclass(frozen=True)
class Look:
    """A message when its second need is looked for."""

    text: str
    labels: tuple[str, ...]
    first: str  # the need that was found
    whole: Array  # chance of every intent in the message
    parts: Array  # and in its questions: parts x intents
    cuts: Cuts


@dataclass(frozen=True)
class Evidence:
    """Figures by name, for every intent; which come after the first need."""

    figures: dict[str, Array]
    words: frozenset[str]
    after: Array  # whether an intent, if it is asked too, is asked after the first

    def matrix(self, names: Sequence[str]) -> Array:
        """The figures called `names`, a row for each intent."""
        return np.stack([self.figures[name] for name in names], axis=1)


def evidence(look: Look) -> Evidence:
    """All figures about a message."""
    said = words(look.text)
    told = {**_written(look, said), **_of_labels(look, said), **_chances(look)}
    at, after, sides = _sides(look)
    told |= sides | _asked_beside(look, said, at)
    every = np.zeros(len(look.labels))
    figures = {name: every + value for name, value in told.items()}
    return Evidence(figures, frozenset(map(_plain, look.cuts.words)), after)


@lru_cache(maxsize=_REMEMBERED)
def asks_again(text: str) -> bool:
    """Whether "and" stands right before a word that asks: `dan berapa`, `and how`."""
    said = words(text)
    return any(at > 0 and said[at - 1].text in _AGAIN for at in _asking(said))


def _plain(word: str) -> str:
    return "#" if word.isdigit() else word


Told = dict[str, Array | float]


def _written(look: Look, said: Sequence[Word]) -> Told:
    """How the message is written, whatever it asks."""
    tokens = look.cuts.words
    asked = look.text.count("?")
    return {
        "questions_1": float(asked == 1),
        "questions_2": float(asked >= 2),
        "question_inside": float("?" in tokens[:-2]),
        "choice": float(not _OR.isdisjoint(tokens)),
        "words": math.log(max(1, len(tokens))),
        "asking": math.log1p(len(_asking(said))),
        "marked": math.log1p(float(_marked(tokens).sum())),
        "linked": float(linked(look.text)),
    }


def _asking(said: Sequence[Word]) -> list[int]:
    return [match.first for match in listed("asking", "anywhere").find(said)]


def _marked(tokens: Sequence[str]) -> Array:
    """The places where a mark or a conjunction stands."""
    marked = [one in _MARKS or other in _AND for one, other in pairwise(tokens)]
    return np.array(marked, np.bool_)


def _of_labels(look: Look, said: Sequence[Word]) -> Told:
    """Which needs go together by their names, and which the words name."""
    named = frozenset(match.value for match in listed("aspects").find(said))
    same, family = _alike(look.first, look.labels)
    return {
        "first_other": float(look.first == OTHER),
        "same": same,
        "family": family,
        "named": _named(named, look.labels),
    }


@lru_cache(maxsize=_REMEMBERED)
def _alike(first: str, labels: tuple[str, ...]) -> tuple[Array, Array]:
    """The needs that the first is a general form of, or of whose family it is."""
    own = _family(first) if _family(first) in _FAMILIES else None
    same = [same_question(one, first) or same_question(first, one) for one in labels]
    return np.array(same), np.array([_family(one) == own for one in labels])


@lru_cache(maxsize=_REMEMBERED)
def _named(named: frozenset[str], labels: tuple[str, ...]) -> Array:
    return np.array([may_ask(named, one) for one in labels])


def _family(need: str) -> str:
    return need.rpartition("_")[0]


def _chances(look: Look) -> Told:
    """What the message and its questions are taken for."""
    first = look.labels.index(look.first)
    order = np.argsort(-look.whole, kind="stable")
    rank = np.empty(len(order))
    rank[order] = np.arange(len(order))
    told: Told = {
        "whole": np.log(np.maximum(look.whole, _SELDOM)),
        "rank": np.log1p(rank),
        "margin": float(look.cuts.whole[first]),
        "parts": float(len(look.parts) > 1),
        "part": _FLOOR,
        "part_first": _FLOOR,
    }
    if len(look.parts):
        best = np.log(np.maximum(look.parts.max(axis=0), _PART))
        told |= {"part": best, "part_first": float(best[first])}
    return told


_NO_SIDES = (
    *("cut_gain", "cut_gain_any", "cut_marked", "cut_mean", "cut_long"),
    *("side_second", "side_first", "smaller", "single_word"),
)


def _sides(look: Look) -> tuple[Array, Array, Told]:
    """The best place for each intent, whether it comes after, and how good it is."""
    size, first = len(look.labels), look.labels.index(look.first)
    if not len(look.cuts):
        nothing = dict.fromkeys(_NO_SIDES, 0.0)
        nothing |= {
            "cut_gain": _FLOOR,
            "cut_gain_any": _FLOOR,
            "cut_marked": 2 * _FLOOR,
        }
        return np.zeros(size, np.int64), np.ones(size), dict(nothing)
    left = np.maximum(look.cuts.left, _FLOOR)
    right = np.maximum(look.cuts.right, _FLOOR)
    after, before = left[:, [first]] + right, left + right[:, [first]]
    best = np.maximum(after, before)
    at, every = best.argmax(axis=0), np.arange(size)
    follows = after[at, every] >= before[at, every]
    same = left[:, first] + right[:, first]
    told = _of_cuts(best, same, _marked(look.cuts.words), len(look.cuts.words))
    told |= _of_sides(look.cuts, at, follows, first)
    smaller = np.minimum(at + 1, len(look.cuts) - at)
    told |= {
        "smaller": np.log(smaller),
        "single_word": (smaller == 1).astype(np.float64),
    }
    return at, follows.astype(np.float64), told


def _of_cuts(best: Array, same: Array, marked: Array, length: int) -> Told:
    highest = best.max(axis=0)
    return {
        "cut_gain": highest - same.max(),
        "cut_gain_any": (best - same[:, None]).max(axis=0),
        "cut_marked": best[marked].max(axis=0) if marked.any() else 2 * _FLOOR,
        "cut_mean": np.exp(best).mean(axis=0),
        "cut_long": highest if length > _LONG else 0.0,
    }


def _of_sides(look: Cuts, at: Array, follows: Array, first: int) -> Told:
    """How much each side is for its own need rather than for the other."""
    every = np.arange(look.left.shape[1])
    one = np.where(follows[:, None], look.right[at], look.left[at])
    other = np.where(follows[:, None], look.left[at], look.right[at])
    return {
        "side_second": np.clip(one[every, every] - one[:, first], _FLOOR, -_FLOOR),
        "side_first": np.clip(other[:, first] - other[every, every], _FLOOR, -_FLOOR),
    }


def _asked_beside(look: Look, said: Sequence[Word], at: Array) -> Told:
    """Whether both sides of the best place have a word that asks."""
    skipped = len(said) - len(look.cuts.words)
    asking = np.array([place - skipped for place in _asking(said)], np.float64)[:, None]
    before, behind = (asking <= at).any(axis=0), (asking > at).any(axis=0)
    opens = ((asking > at) & (asking <= at + 2)).any(axis=0)
    return {
        "asks_before": before.astype(np.float64),
        "asks_behind": behind.astype(np.float64),
        "asks_both": (before & behind).astype(np.float64),
        "asks_there": opens.astype(np.float64),
    }
