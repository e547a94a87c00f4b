"""Word frequencies of Malay and English, from the lists that wordfreq ships.

The lists are read directly: wordfreq's own loader imports half a second of packaging
code that warns of its own removal, and for the ratio of two lists nothing of it is
needed. The format (its "cBpack") is a header, then words in steps of 1/100 of a bel.
"""

from __future__ import annotations

import gzip
import importlib.util
import math
from collections.abc import Callable
from pathlib import Path

import msgpack  # type: ignore[import-untyped]

from bot.errors import ConfigurationError

_RAREST = 800  # centibels: the lists hold words down to one in a hundred million
_UNSEEN = 700  # taken for a word that a list lacks


def word_odds() -> Callable[[str], float]:
    """A function: natural logarithm of a word's frequency in Malay over English."""
    malay, english = _centibels("ms"), _centibels("en")
    bel = math.log(10) / 100

    def odds(word: str) -> float:
        return (english.get(word, _UNSEEN) - malay.get(word, _UNSEEN)) * bel

    return odds


def _centibels(language: str) -> dict[str, int]:
    """Each word of the small list and how rare it is, in centibels below certainty."""
    path = _folder() / f"small_{language}.msgpack.gz"
    try:
        with gzip.open(path, "rb") as source:
            header, *steps = msgpack.load(source, raw=False)
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"word list {path.name}: {error}") from error
    if header != {"format": "cB", "version": 1}:
        raise ConfigurationError(f"word list {path.name}: unknown format {header}")
    return {
        word: rarity
        for rarity, words in enumerate(steps)
        if rarity <= _RAREST
        for word in words
    }


def _folder() -> Path:
    spec = importlib.util.find_spec("wordfreq")  # finds the package, imports nothing
    if spec is None or not spec.submodule_search_locations:
        raise ConfigurationError("the package wordfreq is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"
