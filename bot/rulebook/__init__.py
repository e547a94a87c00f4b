"""The law as code: dated, cited parameters and pure functions that decide by them."""

from __future__ import annotations

from bot.rulebook.book import Rulebook, load
from bot.rulebook.decision import (
    Change,
    Citation,
    Decision,
    Duration,
    Need,
    Reason,
    Refer,
    Step,
)
from bot.rulebook.facts import EVERY_FACT, FACTS

__all__ = [
    "EVERY_FACT",
    "FACTS",
    "Change",
    "Citation",
    "Decision",
    "Duration",
    "Need",
    "Reason",
    "Refer",
    "Rulebook",
    "Step",
    "load",
]
