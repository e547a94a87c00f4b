"""Every code a Decision can carry, glossed for those who word them. Codes never change.

The gloss names what `limit` and `value` hold. A condition is worded twice: met, and
not met (the two halves of its gloss, before and after the bar). The dictionaries stand
in `bot.rulebook.vocabulary`, by kind.
"""

from __future__ import annotations

from bot.rulebook.vocabulary.asking import REFERS, WHYS
from bot.rulebook.vocabulary.conditions import CONDITIONS
from bot.rulebook.vocabulary.names import AMOUNTS, DATES, DURATIONS, ITEMS
from bot.rulebook.vocabulary.notes import NOTES as COMMON_NOTES
from bot.rulebook.vocabulary.notes_wider import NOTES as WIDER_NOTES
from bot.rulebook.vocabulary.steps import STEPS

NOTES: dict[str, str] = {**COMMON_NOTES, **WIDER_NOTES}
REASONS: dict[str, str] = {**CONDITIONS, **NOTES}
CODES: dict[str, str] = {**REASONS, **STEPS, **WHYS, **REFERS}

__all__ = [
    "AMOUNTS",
    "CODES",
    "CONDITIONS",
    "DATES",
    "DURATIONS",
    "ITEMS",
    "NOTES",
    "REASONS",
    "REFERS",
    "STEPS",
    "WHYS",
]
