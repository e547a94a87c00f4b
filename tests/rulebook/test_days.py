"""Ages and months counted by the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rulebook.days import (
    add_days,
    add_months,
    birthday,
    completed_years,
    last_day_covered,
)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(1972, 6, 15), date(2026, 6, 14), 53),
        (date(1972, 6, 15), date(2026, 6, 15), 54),
        (date(1972, 2, 29), date(2026, 2, 28), 53),
        (date(1972, 2, 29), date(2026, 3, 1), 54),
        (date(1972, 2, 29), date(2028, 2, 28), 55),
        (date(1972, 2, 29), date(2028, 2, 29), 56),
        (date(1971, 12, 31), date(2026, 12, 30), 54),
        (date(1971, 12, 31), date(2026, 12, 31), 55),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_a_year_is_completed_on_the_birthday(born: date, on: date, years: int) -> None:
    assert completed_years(born, on=on) == years


def test_a_leap_day_birthday_falls_on_1_march_in_other_years() -> None:
    assert birthday(date(1972, 2, 29), years=54) == date(2026, 3, 1)
    assert birthday(date(1972, 2, 29), years=56) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2026, 3, 1), 12, date(2027, 2, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 27)),
        (date(2028, 2, 29), 12, date(2029, 2, 27)),
        (date(2026, 12, 15), 1, date(2027, 1, 14)),
    ],
)
def test_the_last_full_day_comes_before_the_same_day_months_later(
    first: date, months: int, last: date
) -> None:
    assert last_day_covered(first, months) == last


def test_months_that_are_too_short_end_with_the_month() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 1, 31), 13) == date(2027, 2, 28)
    assert add_days(date(2026, 12, 31), 1) == date(2027, 1, 1)
