"""Money, percentages, dates, durations and lists, as tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import duration, join, long_date, money, month_and_year, percent
from bot.i18n.formats import age, clock_time, number


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "RM0.00"),
        ("0.05", "RM0.05"),
        ("10", "RM10.00"),
        ("13.1", "RM13.10"),
        ("592.80", "RM592.80"),
        ("1234.5", "RM1,234.50"),
        ("1000000", "RM1,000,000.00"),
        ("0.125", "RM0.125"),
        ("-3.40", "-RM3.40"),
    ],
)
@pytest.mark.parametrize("language", ["ms", "en"])
def test_money_is_written_as_ringgit_and_sen(
    amount: str, shown: str, language: str
) -> None:
    assert money(Decimal(amount), language) == shown


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_no_sen_is_ever_lost(amount: Decimal) -> None:
    shown = money(amount, "ms")
    assert Decimal(shown.removeprefix("RM").replace(",", "")) == amount


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1.25", "1.25%"), ("80", "80%"), ("80.00", "80%"), ("0.5", "0.5%")],
)
def test_percentages_have_no_idle_zeros(value: str, shown: str) -> None:
    assert percent(Decimal(value), "ms") == percent(Decimal(value), "en") == shown


MONTHS = [
    ("Januari", "January"),
    ("Februari", "February"),
    ("Mac", "March"),
    ("April", "April"),
    ("Mei", "May"),
    ("Jun", "June"),
    ("Julai", "July"),
    ("Ogos", "August"),
    ("September", "September"),
    ("Oktober", "October"),
    ("November", "November"),
    ("Disember", "December"),
]


@pytest.mark.parametrize("month", range(1, 13))
def test_dates_are_written_with_the_name_of_the_month(month: int) -> None:
    malay, english = MONTHS[month - 1]
    assert long_date(date(2026, month, 3), "ms") == f"3 {malay} 2026"
    assert long_date(date(2026, month, 3), "en") == f"3 {english} 2026"
    assert month_and_year(date(2026, month, 3), "ms") == f"{malay} 2026"


@pytest.mark.parametrize(
    ("n", "unit", "malay", "english"),
    [
        (1, "month", "1 bulan", "1 month"),
        (12, "month", "12 bulan", "12 months"),
        (1, "year", "1 tahun", "1 year"),
        (0, "day", "0 hari", "0 days"),
        (60, "day", "60 hari", "60 days"),
        (24, "hour", "24 jam", "24 hours"),
        (2, "week", "2 minggu", "2 weeks"),
    ],
)
def test_durations_agree_in_number(n: int, unit: str, malay: str, english: str) -> None:
    assert duration(n, unit, "ms") == malay
    assert duration(n, unit, "en") == english


def test_ages_are_years() -> None:
    assert age(54, "ms") == "54 tahun"
    assert age(54, "en") == "54 years"


@pytest.mark.parametrize(
    ("items", "malay", "english"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A dan B", "A and B"),
        (["A", "B", "C"], "A, B dan C", "A, B and C"),
        (["{A}", "B"], "{A} dan B", "{A} and B"),
    ],
)
def test_lists_end_in_and(items: list[str], malay: str, english: str) -> None:
    assert join(items, "ms") == malay
    assert join(items, "en") == english


def test_lists_of_choices_end_in_or() -> None:
    assert join(["A", "B", "C"], "ms", either=True) == "A, B atau C"
    assert join(["A", "B", "C"], "en", either=True) == "A, B or C"


@pytest.mark.parametrize(
    ("hour", "malay", "english"),
    [
        (0, "12.05 pagi", "12:05 am"),
        (9, "9.05 pagi", "9:05 am"),
        (12, "12.05 tengah hari", "12:05 pm"),
        (15, "3.05 petang", "3:05 pm"),
        (21, "9.05 malam", "9:05 pm"),
    ],
)
def test_times_name_the_part_of_the_day(hour: int, malay: str, english: str) -> None:
    assert clock_time(hour, 5, "ms") == malay
    assert clock_time(hour, 5, "en") == english


def test_numbers_have_commas_at_the_thousands() -> None:
    assert number(1234567, "ms") == number(1234567, "en") == "1,234,567"
