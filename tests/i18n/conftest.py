"""The rulebook, loaded once for all tests of wording."""

from __future__ import annotations

from functools import lru_cache

from bot.rulebook import Rulebook, load


@lru_cache(maxsize=1)
def book() -> Rulebook:
    return load()
