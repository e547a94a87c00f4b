"""Pay by the day: a follow-up may change the days alone, or the rate alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.pay import days_worked, is_daily
from bot.dialogue.plain_words import EMPTY, PRICE


def remembered(message: Message, memory: Memory) -> Memory:
    """`memory` with the pay by the day that is told; other pay takes its place."""
    changed = message.first("by_day")
    amounts = _amounts(message)
    if changed or not amounts:
        return replace(memory, by_day=changed) if changed else memory
    if len(amounts) > 1 or not is_daily(message, amounts[0]):
        return replace(memory, by_day={}) if memory.by_day else memory
    days = days_worked(message, amounts[0])
    rate = str(message.entities[amounts[0]][1])
    return replace(memory, by_day={"rate": rate, "days": days})


def completed(message: Message, memory: Memory) -> Message:
    """`kalau 26 hari?` with the month's pay that it comes to."""
    if message.intent == "ask" or not _tells_pay_alone(message):
        return message
    rate, days = memory.by_day.get("rate"), memory.by_day.get("days")
    amounts, told = _amounts(message), _days_told(message)
    if days and not told:
        told = _bare_days(message)  # `kalau 24` after days of work is no age
    if rate and told and not amounts:
        return _paid(message, str(rate), told)
    only_rate = len(amounts) == 1 and is_daily(message, amounts[0])
    if days and only_rate and not days_worked(message, amounts[0]):
        return _paid(message, str(message.entities[amounts[0]][1]), int(days))
    return message


def _amounts(message: Message) -> list[int]:
    return [i for i, (name, _) in enumerate(message.entities) if name == "amount"]


def _tells_pay_alone(message: Message) -> bool:
    """Whether nothing but days or pay is told, and perhaps how much is asked."""
    said = set(re.findall(r"[^\W_]+", message.unnamed())) - _OF_WORK - EMPTY - PRICE
    return all(word.isdigit() for word in said)


_OF_WORK = frozenset(
    {
        "kerja",
        "bekerja",
        "krja",
        "keje",
        "work",
        "worked",
        "working",
        "works",
        "sebulan",
    }
    | {"days", "day", "hari", "month", "bulan", "gaji", "wage", "socso", "eis", "dia"}
)


def _days_told(message: Message) -> int:
    """The days of a month that a message names, none if it names none."""
    for value in message.values("period"):
        if isinstance(value, Mapping) and value.get("unit") == "day":
            count = int(value.get("n", 0))
            return count if 0 < count <= _MONTH else 0
    return 0


def _bare_days(message: Message) -> int:
    """A bare number that may be days of a month, where nothing else is told."""
    named = {name for name, _ in message.entities} - {"age"}
    numbers = re.findall(r"\d+", message.text)
    alone = not named and len(numbers) == 1 and not _OLD.search(message.text.casefold())
    return int(numbers[0]) if alone and 0 < int(numbers[0]) <= _MONTH else 0


_OLD = re.compile(r"\b(umur|usia|age[ds]?|old|tahun|years?|thn)\b")
_MONTH = 31


def _paid(message: Message, rate: str, days: int) -> Message:
    """The message with a month's pay, which stands nowhere in its text."""
    wage = Decimal(rate) * days
    kept = [i for i, (name, _) in enumerate(message.entities) if name not in _REPLACED]
    placed = len(message.starts) == len(message.entities)
    told = (("amount", f"{wage:.2f}"), ("by_day", {"rate": rate, "days": days}))
    return replace(
        message,
        entities=(*(message.entities[i] for i in kept), *told),
        starts=tuple(message.starts[i] for i in kept) if placed else (),
        ends=tuple(message.ends[i] for i in kept) if placed else (),
    )


_REPLACED = ("amount", "period", "age")
