"""Amounts of a message as the monthly wage that contributions are counted on.

A wage may be told in parts: basic pay, overtime, allowances and commission are all
wages, a travelling allowance and the yearly bonus are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from bot.dialogue.message import Message

_BESIDE = 3  # characters between an amount and its rhythm
_LABEL = 25  # characters behind an amount that may still name it
_PLUS = re.compile(r"\+|\b(tambah|campur|plus)\b")
_AND = re.compile(r"[,&]|\b(dan|and|with|dengan|dgn)\b")
_JOIN = re.compile(r"[+,&.?!]|\b(?:tambah|campur|plus|dan|and|with|dengan|dgn)\b")
_PART = re.compile(
    r"\b(ot|overtime|kerja lebih masa|elaun|allowances?|kom+isen|commissions?)\b"
)
_NO_WAGE = re.compile(
    r"\b(perjalanan|travel\w*|mileage|bonus|gratuiti|gratuity|pampasan)\b"
)
_OFF = re.compile(
    r"\b((epf|kwsp|pcb|zakat|cukai|tax|advance|pinjaman|loan)"
    r"|(tolak|minus|less)( \w+)?)"
    r"\s*(rm)?\s*$"
)
_CENT = Decimal("0.01")


def monthly_wages(message: Message) -> list[str]:
    """Amounts of a message as monthly wages; a day's pay is none."""
    wages: list[Decimal] = []
    before: int | None = None
    for index, value in _monthly(message):
        part = before is not None and _joined(message, before, index)
        if part and _NO_WAGE.search(_label(message, index)):
            continue
        if part and wages:
            wages[-1] += value
        else:
            wages.append(value)
        before = index
    return list(dict.fromkeys(str(wage.quantize(_CENT)) for wage in wages))


def added_up(message: Message) -> bool:
    """Whether the message tells one wage in several parts."""
    amounts = [index for index, _ in _monthly(message)]
    pairs = pairwise(amounts)
    return any(_joined(message, one, other) for one, other in pairs)


def _monthly(message: Message) -> Iterator[tuple[int, Decimal]]:
    for index, (name, value) in enumerate(message.entities):
        if name != "amount" or _is_taken_off(message, index):
            continue
        rhythm = _rhythm(message, index)
        if rhythm == "yearly":
            yield index, Decimal(str(value)) / 12
        elif rhythm != "daily":
            yield index, Decimal(str(value))


def _is_taken_off(message: Message, index: int) -> bool:
    """Whether the amount is what somebody deducts from a wage."""
    if index >= len(message.starts):
        return False
    return bool(_OFF.search(message.text[: message.starts[index]].casefold()))


def _joined(message: Message, one: int, other: int) -> bool:
    """Whether the amount `other` is a further part of the wage begun with `one`."""
    if max(one, other) >= len(message.ends):
        return False
    between = message.text[message.ends[one] : message.starts[other]].casefold()
    if _PLUS.search(between):
        return True
    return bool(_AND.search(between) and _PART.search(_label(message, other)))


def _label(message: Message, index: int) -> str:
    """The words that name an amount: back and on to the next joining word."""
    text = message.text.casefold()
    earlier = [end for end in message.ends if end <= message.starts[index]]
    begin = max(earlier, default=0)
    front = _JOIN.split(text[begin : message.starts[index]])[-1]
    back = _JOIN.split(text[message.ends[index] : message.ends[index] + _LABEL])[0]
    return f"{front} {back}"


def _rhythm(message: Message, index: int) -> str | None:
    """The rhythm said beside the amount at `index`: `RM36,000 setahun`."""
    if index >= len(message.ends):
        return None
    begins, ends = message.starts[index], message.ends[index]
    for other, (name, value) in enumerate(message.entities):
        if name != "period" or not isinstance(value, str):
            continue
        behind = 0 <= message.starts[other] - ends <= _BESIDE
        before = 0 <= begins - message.ends[other] <= _BESIDE
        if behind or before:
            return value
    return None
