"""Lengths of time that a message tells, and what they count: leave, or months paid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.dialogue.message import Message

_MONTHS = {"month": 1, "year": 12}


def _span(message: Message) -> Mapping[str, Any] | None:
    """A length of time ("3 years"), not how often something is ("a month")."""
    said = (each for each in message.values("period") if isinstance(each, Mapping))
    return next(said, None)


def months_told(message: Message) -> int | None:
    """The whole months of a length of time, up to ten years."""
    period = _span(message)
    if period and period.get("unit") in _MONTHS:
        count = int(period.get("n", 1)) * _MONTHS[str(period["unit"])]
        return count if 1 <= count <= 120 else None
    return None


def in_talk(message: Message, scheme: str | None) -> dict[str, Any]:
    """Facts that a message states only because of the scheme spoken of."""
    months = months_told(message)
    text = message.text.casefold()
    worked = bool(_WORKED.search(text)) and not of_a_new_job(message)
    of_eis = "eis" in (scheme, message.first("scheme"))
    worked = worked or bool(of_eis and _PAID.search(text))
    paid = of_eis or _WAGE.search(text)
    if months and worked and paid:
        return {"contributed_months": months}
    return {}


def of_a_new_job(message: Message) -> bool:
    """Whether a new job is spoken of: a time beside it is none that was worked."""
    return bool(_NEW_JOB.search(message.text.casefold()))


_NEW_JOB = re.compile(
    r"\b(find|found|land|new job|another job|start\w* (a )?(new )?(work|job))\b"
    r"|\b(dapat|dpt|jumpa|cari|mula) (kerja|krja|keje|job)\b"
    r"|\bkerja (baru|lain|semula)\b|\bwithin \d+|\bdalam (masa )?\d+"
)
_WORKED = re.compile(
    r"\b(kerja|bekerja|krja|work(ed|ing)?|carum|mencarum|contribut\w+|service|berkhidmat)\b"
)


_PAID = re.compile(r"\b(i|we|saya|sy|kami|dah|sudah|have|has) (paid|bayar|byr)\b")


def counted(question: str, message: Message) -> dict[str, Any]:
    """Days of leave or months of contributions, whichever `question` counts."""
    period = _span(message)
    yearly = message.first("period") == "yearly"
    if period is None and yearly and question.startswith("benefit.eis."):
        return {"contributed_months": _MONTHS["year"]}
    if period is None or not str(period.get("n", "")).isdigit():
        return {}
    unit, number = period.get("unit"), int(period["n"])
    if question.endswith(".temporary_disablement") and unit in ("day", "week"):
        return {"medical_leave_days": number * (7 if unit == "week" else 1)}
    eis = question.startswith("benefit.eis.") and not of_a_new_job(message)
    if eis and unit in _MONTHS:
        return {"contributed_months": number * _MONTHS[str(unit)]}
    return {}


def tells_days(message: Message) -> bool:
    """Whether a length of time in days or weeks is told."""
    period = _span(message)
    return period is not None and period.get("unit") in ("day", "week")


_WAGE = re.compile(r"\b(gaji|gj|bergaji|salary|wages?|upah|(?:my|his|her|their) pay)\b")
