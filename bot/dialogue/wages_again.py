"""Several wages that were told at once, asked about again: `same but for May 2023`.

A follow-up that tells no wage is about all of them, not about the last one alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.dialogue.law import several_wages
from bot.dialogue.memory import ON_WAGES, Memory
from bot.dialogue.message import SEVERAL_WAGES, Message

_AGES = ("age", "birth_date", "category")


def completed(message: Message, memory: Memory) -> Message:
    """`message` with the wages told before, if it is about them all."""
    message = _beside_the_wage(message, memory)
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


def _beside_the_wage(message: Message, memory: Memory) -> Message:
    """`kalau campur elaun 200` and `she earns 500 less` reckon from the wage told."""
    told = memory.question in ON_WAGES and memory.facts.get("wage")
    amounts = [
        index for index, (name, _) in enumerate(message.entities) if name == _SUM
    ]
    text = message.text.casefold()
    if not told or memory.asked or len(amounts) != 1 or _WHOLE.search(text):
        return message
    sign = -1 if _LESS.search(text) else 1 if _MORE.search(text) else 0
    wage = Decimal(str(told))
    part = Decimal(str(message.entities[amounts[0]][1]))
    if not sign or part >= wage:
        return message
    entities = list(message.entities)
    entities[amounts[0]] = (_SUM, f"{wage + sign * part:.2f}")
    return replace(message, entities=tuple(entities), needs=_TELLS, intent=_TELLS[0])


_SUM = "amount"
_TELLS = ("inform",)
_MORE = re.compile(
    r"\b(campur|tambah\w*|plus|elaun|allowances?|ot|overtime|kom+isen|commissions?"
    r"|more|lebih|higher)\b"
)
_LESS = re.compile(r"\b(less|lower|kurang)\b")
# a wage told anew, and pay that is none
_WHOLE = re.compile(
    r"\b(gaji|gj|salary|wages?|basic|pokok|more than|less than|lebih (dari|daripada)"
    r"|kurang (dari|daripada)|bonus|perjalanan|travel\w*|mileage|petrol|minyak)\b"
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
