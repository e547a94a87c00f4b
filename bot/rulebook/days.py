"""Counting by the calendar: ages to the day, whole months, nothing of the clock.

Somebody born on 29 February grows a year older on 1 March in years without that day:
no source says otherwise, and until then the birthday has not been reached.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta


def birthday(born: date, *, years: int) -> date:
    """The day on which so many years are completed."""
    year = born.year + years
    if (born.month, born.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1)
    return born.replace(year=year)


def completed_years(born: date, *, on: date) -> int:
    years = on.year - born.year
    return years if birthday(born, years=years) <= on else years - 1


def add_months(day: date, months: int) -> date:
    """The same day so many months later; the month's last day where there is none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def last_day_covered(first: date, months: int) -> date:
    """The last full day of so many months that begin on `first`."""
    return add_months(first, months) - timedelta(days=1)


def add_days(day: date, days: int) -> date:
    return day + timedelta(days=days)
