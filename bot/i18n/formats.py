"""Money, percentages, dates, durations and lists as they are written in Malaysia."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from bot.i18n.catalogue import N_, translate, translate_plural
from bot.i18n.locale import locale_of

# the pattern is given, so that no locale data can turn RM into MYR; sen always stand,
# and further places would stand rather than be rounded away
_MONEY = "¤#,##0.00##"


def money(amount: Decimal, language: str) -> str:
    """`amount` as RM1,234.50."""
    from babel.numbers import format_currency

    return str(
        format_currency(
            amount,
            "MYR",
            _MONEY,
            locale=locale_of(language),
            currency_digits=False,
        )
    )


def number(value: Decimal | int, language: str) -> str:
    """`value` with the commas of thousands, and no zeros at the end."""
    from babel.numbers import format_decimal

    return str(format_decimal(value, "#,##0.######", locale=locale_of(language)))


def percent(value: Decimal | int, language: str) -> str:
    """A number of hundredths as 1.25%."""
    return f"{number(value, language)}%"


def long_date(day: date, language: str) -> str:
    """`day` as 3 Ogos 2026 or 3 August 2026."""
    return _date(day, "d MMMM y", language)


def month_and_year(day: date, language: str) -> str:
    """The month of `day` as Ogos 2026 or August 2026."""
    return _date(day, "MMMM y", language)


def _date(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return str(format_date(day, pattern, locale=locale_of(language)))


def clock_time(hour: int, minute: int, language: str) -> str:
    """A time of day as 9:05 am or 9.05 pagi."""
    shown, half = hour % 12 or 12, _half_of_day(hour)
    if language == "en":
        return f"{shown}:{minute:02d} {'am' if hour < 12 else 'pm'}"
    return f"{shown}.{minute:02d} {half}"


def _half_of_day(hour: int) -> str:
    if hour < 12:
        return "pagi"
    if hour < 14:
        return "tengah hari"
    return "petang" if hour < 19 else "malam"


def join(items: Sequence[str], language: str, *, either: bool = False) -> str:
    """`items` as "A, B dan C"; with `either` as "A, B atau C"."""
    if len(items) < 2:
        return "".join(items)
    last = N_("{first} or {last}") if either else N_("{first} and {last}")
    return translate(last, language, first=", ".join(items[:-1]), last=items[-1])


def duration(n: int, unit: str, language: str) -> str:
    """So many hours, days, weeks, months or years: 12 bulan, 1 year."""
    if unit == "hour":
        return _many("{n} hour", "{n} hours", n, language)
    if unit == "day":
        return _many("{n} day", "{n} days", n, language)
    if unit == "week":
        return _many("{n} week", "{n} weeks", n, language)
    if unit == "month":
        return _many("{n} month", "{n} months", n, language)
    if unit == "year":
        return _many("{n} year", "{n} years", n, language)
    raise KeyError(unit)


def age(years: int, language: str) -> str:
    """An age: 54 tahun, 54 years."""
    return duration(years, "year", language)


def _many(singular: str, plural: str, n: int, language: str) -> str:
    return translate_plural(singular, plural, n, language=language)
