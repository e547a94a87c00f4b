"""How a fact is read: strictly, into the one type it has, never a float."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

OLDEST = 130
LARGEST_AMOUNT = Decimal(10_000_000)
MONEY = re.compile(r"\d{1,8}(\.\d{1,2})?")


@dataclass(frozen=True, slots=True)
class PlatformEarning:
    """What one platform paid in a month."""

    platform: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment and the months it was for."""

    paid_on: date
    months: int


FactValue = (
    str
    | int
    | bool
    | Decimal
    | date
    | datetime
    | tuple[PlatformEarning, ...]
    | tuple[Payment, ...]
    | None
)


def read_choice(*values: str) -> Callable[[object], FactValue]:
    def read(value: object) -> FactValue:
        if isinstance(value, str) and value in values:
            return value
        raise ValueError(f"must be one of {', '.join(values)}")

    return read


def read_whole(low: int, high: int) -> Callable[[object], FactValue]:
    def read(value: object) -> FactValue:
        if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value):
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError("must be a whole number")
        if not low <= value <= high:
            raise ValueError(f"must be from {low} to {high}")
        return value

    return read


def read_bool(value: object) -> FactValue:
    if isinstance(value, bool):
        return value
    raise ValueError("must be true or false")


def read_money(value: object) -> FactValue:
    """RM as a string such as "1700.00", a whole number or a Decimal; never a float."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not MONEY.fullmatch(value):
        raise ValueError('must be an amount in RM such as "1700.00"')
    amount = Decimal(value)
    if amount > LARGEST_AMOUNT:
        raise ValueError(f"must be at most {LARGEST_AMOUNT}")
    return amount


def read_percent(value: object) -> FactValue:
    amount = read_money(value)
    if not isinstance(amount, Decimal) or amount > 100:
        raise ValueError("must be a percentage from 0 to 100")
    return amount


def read_day(value: object) -> FactValue:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError("is not a day of the calendar") from None
    raise ValueError("must be a full date such as 2026-03-01")


def read_moment(value: object) -> FactValue:
    """A day, or a day with its time; the time is kept for the receipt's sake."""
    if isinstance(value, str) and re.match(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            raise ValueError("is not a moment such as 2026-03-01T09:30") from None
    if isinstance(value, datetime):
        return value
    return read_day(value)


def read_earnings(value: object) -> FactValue:
    if not isinstance(value, (list, tuple)) or not value:
        raise ValueError('must be a list of {"platform", "amount"}')
    return tuple(_read_earning(item) for item in value)


def _read_earning(item: object) -> PlatformEarning:
    if isinstance(item, PlatformEarning):
        return item
    if not isinstance(item, Mapping) or set(item) != {"platform", "amount"}:
        raise ValueError('must be a list of {"platform", "amount"}')
    platform = item["platform"]
    amount = read_money(item["amount"])
    if not isinstance(platform, str) or not platform.strip():
        raise ValueError("every platform needs a name")
    assert isinstance(amount, Decimal)
    return PlatformEarning(platform.strip(), amount)


def read_payments(value: object) -> FactValue:
    """In the order of their days, however they were given."""
    if not isinstance(value, (list, tuple)) or not value:
        raise ValueError('must be a list of {"paid_at", "months"}')
    return tuple(sorted(map(_read_payment, value), key=lambda each: each.paid_on))


def _read_payment(item: object) -> Payment:
    if isinstance(item, Payment):
        return item
    if not isinstance(item, Mapping) or set(item) != {"paid_at", "months"}:
        raise ValueError('must be a list of {"paid_at", "months"}')
    paid, months = read_moment(item["paid_at"]), read_whole(1, 120)(item["months"])
    assert isinstance(paid, date)
    assert isinstance(months, int)
    return Payment(paid.date() if isinstance(paid, datetime) else paid, months)
