"""Several wages that were told at once, asked about again: `same but for May 2023`.

A follow-up that tells no wage is about all of them, not about the last one alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue.law import several_wages
from bot.dialogue.memory import ON_WAGES, Memory
from bot.dialogue.message import SEVERAL_WAGES, Message

_AGES = ("age", "birth_date", "category")


def completed(message: Message, memory: Memory) -> Message:
    """`message` with the wages told before, if it is about them all."""
    spoken_of = memory.wages and memory.question in ON_WAGES and not memory.asked
    if not spoken_of or message.first("amount") or message.first(SEVERAL_WAGES):
        return message
    aged = any(message.first(name) for name in _AGES)
    wages = [_without_age(one) if aged else dict(one) for one in memory.wages]
    placed = len(message.starts) == len(message.entities)
    return replace(
        message,
        entities=(*message.entities, (SEVERAL_WAGES, wages)),
        starts=(*message.starts, 0) if placed else (),
        ends=(*message.ends, 0) if placed else (),
    )


def _without_age(one: Mapping[str, Any]) -> dict[str, Any]:
    """An age that is told now is that of all."""
    return {name: value for name, value in one.items() if name not in _AGES}


def remembered(message: Message, memory: Memory) -> Memory:
    """`memory` with the wages that were told; another wage takes their place."""
    if message.first("amount") is None or message.first(SEVERAL_WAGES):
        return memory
    told = several_wages(memory.question, message) if memory.question else []
    return replace(memory, wages=tuple(told))
