"""What one amount of pay is worth in a month: its rhythm, and whether it is exact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bot.dialogue.message import Message

_WINDOW = 30  # characters looked at on either side
_LONGEST_MONTH = 31
_EACH = r"(/|per|se|an?|satu|tiap|setiap|each|every|1|for|untuk|bagi|the)?\s*"
_NOT_NOW = r"(?! (ni|ini|tu|itu|lepas|depan|lalu))"
_UNITS = {
    "hourly": r"(jam|hours?|hourly|hr)",
    "weekly": r"(minggu|mingguan|week|weekly|wk)",
    "half": r"(setengah|separuh|half)( an?)? (bulan|month)",
    "daily": r"(hari|harian|day|daily)",
    "yearly": r"(tahun|tahunan|thn|years?|yearly|annum|annually)",
    "monthly": r"(bulan|bulanan|bln|months?|monthly|mth)",
}
_BEHIND = {
    name: re.compile(rf"^\W*{_EACH}{unit}\b{_NOT_NOW}") for name, unit in _UNITS.items()
}
_BEFORE = {
    name: re.compile(rf"(^|\W)(se|per |a )?{unit}\W*((saya|dia|is|dapat|rm)\W*)*$")
    for name, unit in _UNITS.items()
}
_TIMES = re.compile(r"^\W{0,3}(?:sehari|/ ?hari|per day|a day)?\s*[x×*]\s*(\d{1,2})\b")
_OF_A_WEEK = re.compile(r"\b(seminggu|minggu|a week|per week|weekly|every week)\b")
_ABOUT = re.compile(
    r"\b(lebih kurang|lbh krg|more or less|around|about)\s*(rm)?\s*$"
    r"|^\s*(lebih kurang|lbh krg|more or less)\b"
)
_OPEN_BEFORE = re.compile(
    r"\b((lebih|kurang)( dari(pada)?)?|lbh|krg|more than|over|above|atas|melebihi"
    r"|(less|lower|higher) than|below|under|bawah|(tak|x|tidak) sampai|up to"
    r"|at least|paling (kurang|sikit|banyak)|sekurang[- ]?kurangnya|minimum|maximum"
    r"|maksimum|not more than)\s*(rm)?\s*$"
)
_OPEN_BEHIND = re.compile(
    r"^\s*(lebih(?! (masa|kurang))|lbh(?! krg)|\+(?!\s*(rm)?\s*\d|\s*[a-z])|ke ?atas"
    r"|ke ?bawah|(and|or) (above|below|more|less|under)|something|plus\s*(,|\?|$))"
)
_NET = re.compile(
    r"\b(bersih|nett?|take ?home|dapat tangan|in hand|after deduction\w*)\b"
)
_GROSS = re.compile(r"\b(kasar|gross)\b")


@dataclass(frozen=True)
class Pay:
    """An amount of pay; `monthly` is None where it tells no monthly wage."""

    index: int
    amount: Decimal
    monthly: Decimal | None


def rhythm(message: Message, index: int, amount: Decimal) -> Decimal | None:
    """What `amount` is in a month; None if that cannot be told."""
    said = _rhythm(message, index)
    if said == "yearly":
        return amount / 12
    if said == "daily":
        days = _days(message, index)
        return amount * days if days else None
    return None if said in ("hourly", "weekly", "half") else amount


def is_inexact(message: Message, index: int) -> bool:
    """Whether the amount is a limit or a beginning: `lebih 2000`, `2000 ke atas`."""
    before, behind = _around(message, index)
    if _ABOUT.search(before) or _ABOUT.search(behind):
        return False
    return bool(_OPEN_BEFORE.search(before) or _OPEN_BEHIND.search(behind))


def is_net(message: Message, index: int) -> bool:
    """Whether the amount is what is left after deductions."""
    before, behind = _around(message, index)
    words = re.split(r"[,.;?+]|\d", before)[-1]
    behind = re.split(r"[,.;?+]|\d", behind)[0]
    if _NET.search(words) or _GROSS.search(words):
        return bool(_NET.search(words))
    return bool(_NET.match(behind.strip()))


def is_daily(message: Message, index: int) -> bool:
    """Whether the amount is paid for each day."""
    return _rhythm(message, index) == "daily"


def days_worked(message: Message, index: int) -> int | None:
    """How many days of a month are told to be worked, beside the pay of one."""
    return _days(message, index)


def _around(message: Message, index: int) -> tuple[str, str]:
    if index >= len(message.ends):
        return "", ""
    text = message.text.casefold()
    start, end = message.starts[index], message.ends[index]
    return text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]


def _rhythm(message: Message, index: int) -> str | None:
    """The rhythm said beside the amount: `RM36,000 setahun`, `gaji hari RM65`."""
    before, behind = _around(message, index)
    if _TIMES.match(behind):
        return "daily"
    for name, pattern in _BEHIND.items():
        if pattern.match(behind):
            return name
    for name, pattern in _BEFORE.items():
        if pattern.search(before):
            return name
    return None


def _days(message: Message, index: int) -> int | None:
    """How many days of a month are worked."""
    _, behind = _around(message, index)
    times = _TIMES.match(behind)
    if times:
        return int(times[1])
    for place, (name, value) in enumerate(message.entities):
        if name != "period" or not isinstance(value, Mapping):
            continue
        begin = message.starts[place] if place < len(message.ends) else 0
        after = message.text[begin:][:_WINDOW].casefold()
        count = int(value.get("n", 0)) if value.get("unit") == "day" else 0
        weekly = _OF_A_WEEK.search(after)
        if 0 < count <= _LONGEST_MONTH and not weekly:
            return count
    return None
