"""Whose age it is where several wages are told: `RM4,350, and RM1,500 at 62`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.dialogue.message import Message
from bot.dialogue.wages import monthly_wages, names_somebody

_WORDS = r"\b(and|dan|n|or|atau|then|lepas tu|manakala|another|next|plus|campur)\b"
_APART = re.compile(rf"[?;!\n]|[.,](?!\d)|{_WORDS}")
# a comma parts nobody where each wage has its person: `cleaner, 67, RM1,500`
_OTHERS = re.compile(rf"[?;!\n]|\.(?!\d)|{_WORDS}")


def ages_of_wages(message: Message) -> dict[str, int]:
    """The age beside each wage, if several are told and it is not that of them all."""
    wages = monthly_wages(message)
    amounts = [*_placed(message, _PAY)]
    if len(wages) < _SEVERAL or len(amounts) != len(wages):
        return {}
    apart = _OTHERS if each_has_somebody(message) else _APART
    found: dict[str, int] = {}
    for age, begin, end in _placed(message, "age"):
        for wage, (_, start, stop) in zip(wages, amounts, strict=True):
            between = message.text[min(end, stop) : max(begin, start)].casefold()
            if not apart.search(between):
                found.setdefault(wage, int(str(age)))
    return found if len(found) < len(wages) or len(set(found.values())) > 1 else {}


def each_has_somebody(message: Message) -> bool:
    """Whether somebody is named between one wage and the next, all along."""
    placed = [i for i, (name, _) in enumerate(message.entities) if name == _PAY]
    if len(placed) < _SEVERAL or len(message.ends) != len(message.entities):
        return False
    return all(names_somebody(message, one, to) for one, to in pairwise(placed))


_PAY = "amount"
_SEVERAL = 2


def _placed(message: Message, name: str) -> Iterator[tuple[object, int, int]]:
    for (each, value), start, end in zip(
        message.entities, message.starts, message.ends, strict=False
    ):
        if each == name and start < end:
            yield value, start, end
