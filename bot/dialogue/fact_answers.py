"""A bare answer ("54", "ya", "2") read as the fact that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.dialogue.asking import Tools
from bot.dialogue.facts import MOST_SHOWN, FactType, cast
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.wages import monthly_wages
from bot.dialogue.work import may_be_employed


def answer_to(
    asked: str, kind: FactType, message: Message, *, again: bool = False
) -> Any:
    """The value that `message` gives for the fact that was asked, or None.

    A number picks an option only if options were shown: a long list is shown `again`,
    to somebody whose own words were not understood.
    """
    for name, value in message.entities:
        if name == asked:
            return cast(value, kind)
    if kind.kind == "money" and message.first("amount") is not None:
        wages = monthly_wages(message)
        return cast(wages[-1], kind) if wages else None
    for name, value in message.entities:
        if asked == "employment" and name == "sector" and value:
            return None if may_be_employed(message) else "self_employed"
    bare = message.text.strip().rstrip(".").casefold()
    if asked == "first_time" and _PAST.search(bare):
        return _is_first(bare)
    if kind.kind == "boolean" and message.intent in ("affirm", "deny"):
        return message.intent == "affirm"
    if kind.values:
        shown = again or len(kind.values) <= MOST_SHOWN
        return _option(bare, kind.values, by_number=shown)
    # money never counts months, years or people
    if kind.kind == "money" or (kind.kind == "integer" and not message.first("amount")):
        return _only_number(bare, kind) if _is_mostly_a_number(bare, message) else None
    return None


def _is_mostly_a_number(bare: str, message: Message) -> bool:
    """Not the 24 of `lindung 24 jam wajib?`: what a name holds is no answer."""
    number = re.search(r"\d", bare)
    named = any(
        name in _NAMES and start <= (number.start() if number else 0) < end
        for (name, _), start, end in zip(
            message.entities, message.starts, message.ends, strict=False
        )
    )
    return not named and len(re.findall(r"[^\W\d_]+", bare)) <= _FEW


_NAMES = frozenset(
    {"scheme", "claim_number", "number_token", "month", "date", "period"}
)
_FEW = 5  # words beside a number that is an answer


# "never" and "not yet" answer "is it your first?" with yes, though they deny
_PAST = re.compile(
    r"\b(pernah|prnh|pnah|penah|penoh|belum|blm|never|before|already|sudah|sdh|dah|dh)\b"
)
_NEVER = re.compile(
    r"\b(belum|blm|never|not before|haven'?t|not yet"
    r"|(tak|tk|tidak|x|dok|dak|tok|nda|inda) ?(pernah|prnh|pnah|penah|penoh))\b"
)
_BEFORE = re.compile(
    r"\b(pernah|prnh|pnah|penah|penoh|belum pernah|never"
    r"|(?<!and )(?<!about )before(?! (that|this|it|then)))\b"
)
_SINCE = re.compile(
    r"\b(paid|paying|contribut\w+|bayar|byr|carum|mencarum) (since|from|sejak|dari)\b"
    r"(?! when| bila)"
)


def _is_first(bare: str) -> bool:
    return bool(_NEVER.search(bare))


def tells_since(message: Message) -> bool:
    """Whether somebody says since when they have paid."""
    return bool(_SINCE.search(message.text.casefold()))


def contributed_before(
    message: Message, memory: Memory, tools: Tools
) -> dict[str, bool]:
    """Whether somebody contributed before, told in few words while something else that
    the question needs is asked: `tak pernah lagi`.
    """
    text = message.text.casefold()
    read = tools.read.get(str(memory.question), frozenset())
    if message.first("first_time") is not None or "first_time" not in read:
        return {}
    few = len(text.split()) <= _FEW and _BEFORE.search(text)
    if not few and not _SINCE.search(text):
        return {}
    return {"first_time": _is_first(text)}


def _option(bare: str, values: Sequence[str], *, by_number: bool) -> str | None:
    if bare in values:
        return bare
    if by_number and re.fullmatch(r"\d{1,2}", bare) and 1 <= int(bare) <= len(values):
        return values[int(bare) - 1]
    return None


def _only_number(bare: str, kind: FactType) -> Any:
    numbers = re.findall(r"\d+(?:[.,]\d+)*", bare)
    return cast(numbers[0].replace(",", ""), kind) if len(numbers) == 1 else None
