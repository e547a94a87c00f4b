"""Dates as people write them: `12/3/1970`, `15hb`, `5 Mac 72`, `semalam`, `since Jan`.

Day before month, as in Malaysia. A date of birth is said to be one, or lies so far back
that it can hardly be anything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.understanding.entities.ages import born_at, born_in, of_birth_month
from bot.understanding.entities.context import Context
from bot.understanding.numbers import Number
from bot.understanding.phrases import cue
from bot.understanding.types import Entity

_NUMERIC = re.compile(
    r"(?<![\d/.-])(?:(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})"
    r"|(?P<iy>\d{4})[-/](?P<im>\d{1,2})[-/](?P<id>\d{1,2}))(?![\d/-])"
)
_MONTH_AND_YEAR = re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])[/-](20\d\d)(?![\d/-])")
_RUN_TOGETHER = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)")
_MONTHS = {
    **dict.fromkeys(("januari", "january", "jan"), 1),
    **dict.fromkeys(("februari", "february", "feb", "pebruari"), 2),
    **dict.fromkeys(("mac", "march", "mar"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("jun", "june"), 6),
    **dict.fromkeys(("julai", "july", "jul"), 7),
    **dict.fromkeys(("ogos", "august", "aug", "ogs"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("oktober", "october", "oct", "okt"), 10),
    **dict.fromkeys(("november", "nov"), 11),
    **dict.fromkeys(("disember", "december", "dec", "dis"), 12),
}
_AMBIGUOUS = (
    "may",
    "mar",
    "march",
    "jan",
    "dis",
    "mac",
    "sep",
)  # also other words or names
_NAMES_OF_DAYS = (
    "isnin monday",
    "selasa tuesday",
    "rabu wednesday",
    "khamis thursday",
    "jumaat friday",
    "sabtu saturday",
    "ahad sunday",
)
_WEEKDAYS = {
    name: day for day, names in enumerate(_NAMES_OF_DAYS) for name in names.split()
}
_RELATIVE = {"semalam": -1, "yesterday": -1, "kelmarin": -2, "esok": 1, "tomorrow": 1}
_RELATIVE |= {"lusa": 2, "today": 0}
_LAST = ("lepas", "lalu", "sudah")
_ORDINAL = ("st", "nd", "rd", "th")
_DAY_OF_MONTH = ("hb", "haribulan")
_LENGTHS = {"day": 1.0, "week": 7.0, "month": 30.4375, "year": 365.25}
_LONGEST_BACK = 100
_GROWN = 15  # years back from which a full date is one of birth


def dates(context: Context) -> Iterator[Entity]:
    """Dates, dates of birth and months of the message."""
    yield from _numeric(context)
    yield from _numeric_months(context)
    for at in range(len(context.words)):
        entity = _worded(context, at) or _relative(context, at) or _birth(context, at)
        if entity is not None:
            yield entity


def _numeric(context: Context) -> Iterator[Entity]:
    for found in _NUMERIC.finditer(context.text):
        day = found["d"] or found["id"]
        month, year = found["m"] or found["im"], found["y"] or found["iy"]
        told = _date(int(day), int(month), _century(year, context.on))
        if told is not None:
            at = sum(word.start < found.start() for word in context.words)
            yield Entity(_kind(context, told, at), told.isoformat(), *found.span())


def _numeric_months(context: Context) -> Iterator[Entity]:
    """`09/2024`: a month of a year."""
    for found in _MONTH_AND_YEAR.finditer(context.text):
        whole = date(int(found[2]), int(found[1]), 1)
        yield Entity("month", whole.isoformat(), *found.span())


def _birth(context: Context, at: int) -> Entity | None:
    return _born(context, at) or born_in(context, at)


def _born(context: Context, at: int) -> Entity | None:
    """`lahir 070875`: only after a word for birth."""
    found = _RUN_TOGETHER.fullmatch(context.said(at))
    if found is None or context.before(at, "birth") is None:
        return None
    year = _century(found[3], context.on)
    told = _date(int(found[1]), int(found[2]), year)
    if told is None:
        return None
    return context.entity("birth_date", told.isoformat(), at, at + 1)


def _century(year: str, on: date) -> int:
    """A two-digit year lies in the last hundred years."""
    if len(year) == 4:
        return int(year)
    guess = 2000 + int(year)
    return guess if guess <= on.year + 1 else guess - 100


def _date(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _kind(context: Context, told: date, at: int) -> str:
    if context.before(at, "birth") is not None:
        return "birth_date"
    grown = told.year + _GROWN <= context.on.year
    return "birth_date" if grown and context.before(at, "since") is None else "date"


def _worded(context: Context, at: int) -> Entity | None:
    """`15hb`, `5 Mac 1972`, `March 5`, `Mac 2025`, `since Jan`."""
    month = _MONTHS.get(context.said(at))
    if month is None:
        return _day_of_month(context, at)
    day, first = _day_before(context, at)
    year, last = _year_after(context, at + 1)
    if day is None:
        day, year, last = _day_after(context, at, year, last)
    if day is not None:
        told = _date(day, month, year or _recent_year(context.on, month))
        if told is None:
            return None
        return context.entity(
            _kind(context, told, first), told.isoformat(), first, last
        )
    if context.said(at) in _AMBIGUOUS and year is None and not _month_said(context, at):
        return None
    whole = date(year or _recent_year(context.on, month), month, 1)
    if year and born_at(context, at):
        return of_birth_month(context, whole, at, last)
    return context.entity("month", whole.isoformat(), at, last)


def _month_said(context: Context, at: int) -> bool:
    before = context.said(at - 1)
    return before in ("bulan", "since", "sejak", "in", "last", "from", "dari", "until")


def _day_before(context: Context, at: int) -> tuple[int | None, int]:
    """The day written before a month, and the word at which the date begins."""
    place = at - 1
    if context.said(place) in (*_ORDINAL, *_DAY_OF_MONTH, "of", "-", "/"):
        place -= 1
    said = context.said(place)
    if context.ends(place - 1, "money"):
        return None, at  # "RM25 May 2026": ringgit in a month
    if said.isdigit() and len(said) <= 2 and 1 <= int(said) <= 31:
        return int(said), place
    return None, at


def _year_after(context: Context, at: int) -> tuple[int | None, int]:
    place = at + 1 if context.said(at) in (",", "-", "/", "'", "tahun") else at
    said = context.said(place)
    if said.isdigit() and len(said) == 4 and 1900 <= int(said) <= 2100:
        return int(said), place + 1
    glued = place > at or context.said(at - 2).isdigit()
    if said.isdigit() and len(said) == 2 and glued:
        return _century(said, context.on), place + 1
    return None, at


def _day_after(
    context: Context, at: int, year: int | None, last: int
) -> tuple[int | None, int | None, int]:
    """The day of `March 5, 1972`; not of `Mac 2025`."""
    said = context.said(at + 1)
    if year is not None or not said.isdigit() or len(said) > 2 or int(said) > 31:
        return None, year, last
    place = at + 2 + (context.said(at + 2) in _ORDINAL)
    found, after = _year_after(context, place)
    return int(said), found, after if found else place


def _day_of_month(context: Context, at: int) -> Entity | None:
    said = context.said(at)
    if not said.isdigit() or len(said) > 2:
        return None
    behind = context.said(at + 1)
    if behind not in _DAY_OF_MONTH or context.said(at + 2) in _MONTHS:
        return None
    told = _date(int(said), context.on.month, context.on.year)
    if told is None:
        return None
    return context.entity("date", told.isoformat(), at, at + 2)


def _recent_year(on: date, month: int) -> int:
    """The year of the last such month: people speak of what has been."""
    return on.year if month <= on.month else on.year - 1


def _relative(context: Context, at: int) -> Entity | None:
    said = context.said(at)
    if said in _RELATIVE:
        told = context.on + timedelta(days=_RELATIVE[said])
        return context.entity("date", told.isoformat(), at, at + 1)
    weekday = _WEEKDAYS.get(said)
    if weekday is not None:
        return _last_weekday(context, at, weekday)
    return _ago(context, at)


def _last_weekday(context: Context, at: int, weekday: int) -> Entity | None:
    before = context.said(at - 1) == "last"
    after = not before and context.said(at + 1) in _LAST
    if not (after or before):
        return None
    back = (context.on.weekday() - weekday - 1) % 7 + 1
    told = context.on - timedelta(days=back)
    return context.entity("date", told.isoformat(), at - before, at + 1 + after)


def _ago(context: Context, at: int) -> Entity | None:
    """`bulan lepas`, `last week`, `3 minggu lepas`, `two months ago`."""
    number = next((n for n in context.numbers if n.last == at), None)
    if number is not None:
        return _counted_back(context, number, at)
    unit = next((u for u in ("month", "week") if context.said(at) in cue(u)), "")
    after = context.said(at + 1) in ("lepas", "lalu")
    before = context.said(at - 1) == "last"
    if not unit or not (after or before):
        return None
    first, last = at - before, at + 1 + after
    if unit == "week":
        told = context.on - timedelta(days=7)
        return context.entity("date", told.isoformat(), first, last)
    end = context.on.replace(day=1) - timedelta(days=1)
    return context.entity("month", end.replace(day=1).isoformat(), first, last)


def _counted_back(context: Context, number: Number, at: int) -> Entity | None:
    """A count of days, weeks, months or years, back from the day of reading."""
    unit = next((u for u in _LENGTHS if context.said(at) in cue(u)), "")
    back = 2 if context.said(at + 1) == "yang" else 1
    if not unit or context.said(at + back) not in ("lepas", "lalu", "ago", "back"):
        return None
    if number.whole is None or number.whole > _LONGEST_BACK:
        return None
    told = context.on - timedelta(days=round(_LENGTHS[unit] * number.whole))
    return context.entity("date", told.isoformat(), number.first, at + back + 1)
