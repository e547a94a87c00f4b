"""Amounts of a message as the monthly wage that contributions are counted on.

A wage may be told in parts: basic pay, overtime, allowances and commission are all
wages, a travelling allowance and the yearly bonus are not. A day's pay is one only with
its days, and `less than 2000` is no wage at all: the row of the table is not told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from bot.dialogue.message import Message
from bot.dialogue.pay import Pay, is_inexact, is_net, rhythm

_LABEL = 25  # characters behind an amount that may still name it
_PLUS = re.compile(r"\+|\b(tambah|campur|plus)\b")
_AND = re.compile(r"[,&]|\b(dan|and|with|dengan|dgn)\b")
_JOIN = re.compile(r"[+,&.?!]|\b(?:tambah|campur|plus|dan|and|with|dengan|dgn)\b")
_PART = re.compile(
    r"\b(ot|overtime|kerja lebih masa|elaun|allowances?|kom+isen|commissions?)\b"
)
_BASE = re.compile(r"\b(gaji|gj|basic|asas|pokok|salary|wages?|upah)\b")
_INSIDE = re.compile(r"\b(termasuk|including|inclusive|incl|include[sd]?)\b")
_NO_WAGE = re.compile(
    r"\b(perjalanan|travel\w*|mileage|bonus|gratuiti|gratuity|pampasan)\b"
)
_OFF = re.compile(
    r"\b((epf|kwsp|pcb|zakat|cukai|tax|advance|pinjaman|loan)"
    r"|(tolak|minus|less)( \w+)?"
    r"|(potong|ptg|potongan|deduct\w*|cut)"
    r"( (socso|sosco|perkeso|eis|sip|caruman|me|saya))?)"
    r"\s*(rm)?\s*$"
)
_CENT = Decimal("0.01")


def monthly_wages(message: Message) -> list[str]:
    """Amounts of a message as monthly wages; what is none of a month is left out."""
    wages: list[Decimal] = []
    before: int | None = None
    several = len(list(message.values("amount"))) > 1
    for pay in _told(message):
        part = before is not None and _joined(message, before, pay.index)
        told = label(message, pay.index)
        if several and (_NO_WAGE.search(told) or _INSIDE.search(told)):
            continue
        if pay.monthly is None:
            continue
        if part and wages:
            wages[-1] += pay.monthly
        else:
            wages.append(pay.monthly)
        before = pay.index
    return list(dict.fromkeys(str(wage.quantize(_CENT)) for wage in wages))


def tells_no_month(message: Message) -> bool:
    """Whether pay is told from which no monthly wage can be taken."""
    if message.first("amount") is None:
        return bool(_MINIMUM.search(message.text.casefold())) or _only_days(message)
    return not monthly_wages(message)


def _only_days(message: Message) -> bool:
    """`kalau 26 hari?`: another count of days than the wage told was made of."""
    period = message.first("period")
    days = isinstance(period, Mapping) and period.get("unit") == "day"
    return days and len(message.text.split()) <= _SHORT


_SHORT = 5  # words


def why_no_wage(message: Message) -> str:
    """The response that says why the pay told is no monthly wage."""
    unknown = bool(_MINIMUM.search(message.text.casefold()))
    return "utter_minimum_wage" if unknown else "utter_monthly_wage"


_MINIMUM = re.compile(
    r"\b(gaji|upah) (minimum|minima)\b|\bminimum (wages?|salary|pay)\b"
)


def added_up(message: Message) -> bool:
    """Whether the wage is not the amount as it was told: several parts, or days."""
    told = [*_told(message)]
    worked_out = any(pay.monthly not in (None, pay.amount) for pay in told)
    pairs = pairwise([pay.index for pay in told if pay.monthly is not None])
    return worked_out or any(_joined(message, one, other) for one, other in pairs)


def _told(message: Message) -> Iterator[Pay]:
    """Every amount that is pay, with what it is worth in a month."""
    placed = [
        index for index, (name, _) in enumerate(message.entities) if name == "amount"
    ]
    pay = [_pay(message, i) for i in placed if not _is_taken_off(message, i)]
    gross = [one for one in pay if not is_net(message, one.index)]
    yield from (gross if gross and len(gross) < len(pay) else pay)


def _pay(message: Message, index: int) -> Pay:
    amount = Decimal(str(message.entities[index][1]))
    if is_inexact(message, index) or is_net(message, index):
        return Pay(index, amount, None)
    return Pay(index, amount, rhythm(message, index, amount))


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
    if "?" in between or names_somebody(message, one, other):
        return False
    if _PLUS.search(between) or _PART.search(label(message, other)):
        return True
    turned = _PART.search(label(message, one)) and _BASE.search(between)
    return bool(turned and not re.search(r"\b(kalau|klu|if)\b", between))


def names_somebody(message: Message, one: int, other: int) -> bool:
    """Whether somebody else is named between two amounts: `plus a welder RM2,300`."""
    begin, stop = message.ends[one], message.starts[other]
    return any(
        name in _PEOPLE and begin <= start < stop
        for (name, _), start, _ in _placed(message)
    )


_PEOPLE = frozenset({"occupation", "relation", "citizenship"})


def label(message: Message, index: int) -> str:
    """The words that name an amount: those before it, and those up to a joining word.

    What stands between two amounts without such a word names the second.
    """
    if index >= len(message.ends):
        return ""
    text = message.text.casefold()
    spans = [
        (start, end)
        for (name, _), start, end in _placed(message)
        if name == "amount" and start != end
    ]
    begin = max((e for _, e in spans if e <= message.starts[index]), default=0)
    stop = min((s for s, _ in spans if s >= message.ends[index]), default=None)
    front = _JOIN.split(text[begin : message.starts[index]])[-1]
    behind = text[message.ends[index] : stop][:_LABEL]
    pieces = _JOIN.split(behind)
    back = pieces[0] if stop is None or len(pieces) > 1 else ""
    return f"{front} {back}"


def _placed(message: Message) -> Iterator[tuple[tuple[str, object], int, int]]:
    yield from zip(message.entities, message.starts, message.ends, strict=False)
