"""One value of an extract: text to what is stored, or the reason why it cannot be.

Each reader takes text that is not empty. Nothing here keeps or repeats a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

from bot.registry import codes, phones

Reader = Callable[[str], Any]

IC = re.compile(r"([0-9]{6})-?([0-9]{2})-?([0-9]{4})")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,6})?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
AMOUNT = re.compile(r"-?[0-9]{1,10}(?:\.[0-9]{1,2})?")
NUMBER = re.compile(r"[0-9]{1,9}")
REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9/._-]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
EARLIEST, LATEST = 1880, 2199
MANY_DOCUMENTS = 20


class Refused(Exception):
    """Why a value or a line is not accepted: a code of `reasons.REASONS`."""

    def __init__(self, reason: str, field: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
        self.looks = shape(value)


def shape(value: str) -> str:
    """The form of a value: `2026-1-5` looks like `9999-9-9`. Tells nobody anything."""
    seen = re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", value[:41]))
    plain = "".join(
        each if each.isascii() and each.isprintable() else "?" for each in seen
    )
    return plain if len(plain) <= 40 else f"{plain[:39]}+"


def identity_number(text: str) -> str:
    """Twelve digits, dashes allowed, that begin with a day. Raises Refused."""
    found = IC.fullmatch(text)
    if found is None:
        raise Refused("not_an_identity_number")
    number = "".join(found.groups())
    if not any(_is_day(f"{century}{number[:6]}") for century in ("19", "20")):
        raise Refused("not_an_identity_number")
    return number


def _is_day(text: str) -> bool:
    try:
        date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return False
    return True


def day(text: str) -> date:
    """`2026-11-23` only. Raises Refused."""
    if not DAY.fullmatch(text):
        raise Refused("not_a_date")
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Refused("not_a_date") from None
    if not EARLIEST <= found.year <= LATEST:
        raise Refused("date_out_of_range")
    return found


def moment(text: str) -> datetime:
    """`2026-11-23T10:15:00+08:00`, the zone included. Raises Refused."""
    if not MOMENT.fullmatch(text):
        raise Refused("not_a_time")
    try:
        found = datetime.fromisoformat(_padded(text.replace("Z", "+00:00")))
    except ValueError:
        raise Refused("not_a_time") from None
    if found.tzinfo is None:
        raise Refused("time_without_zone")
    if not EARLIEST <= found.year <= LATEST:
        raise Refused("date_out_of_range")
    return found.astimezone(timezone.utc)


def _padded(text: str) -> str:
    # Python 3.10 reads three or six digits of a second, not one
    return re.sub(r"\.([0-9]{1,6})", lambda part: f".{part[1]:0<6}", text)


def money(text: str) -> Decimal:
    """`1234.50`, without thousands separators. Raises Refused."""
    if not AMOUNT.fullmatch(text):
        raise Refused("not_money")
    if text.startswith("-"):
        raise Refused("negative_money")
    return Decimal(text).quantize(Decimal("0.01"))


def phone(text: str) -> str:
    """A telephone number as E.164. Raises Refused."""
    found = phones.normalised(text) if len(text) <= 30 else None
    if found is None:
        raise Refused("not_a_telephone_number")
    return found


def number(least: int, most: int) -> Reader:
    """A whole number between two, both included."""

    def read(text: str) -> int:
        if not NUMBER.fullmatch(text):
            raise Refused("not_a_number")
        if not least <= int(text) <= most:
            raise Refused("number_out_of_range")
        return int(text)

    return read


def words(longest: int) -> Reader:
    """Text of one line: a name."""

    def read(text: str) -> str:
        if len(text) > longest:
            raise Refused("too_long")
        if CONTROL.search(text):
            raise Refused("unreadable_characters")
        return text

    return read


def reference(longest: int) -> Reader:
    """A number of a receipt, a claim, an employer: letters, digits and / . _ -"""

    def read(text: str) -> str:
        if len(text) > longest:
            raise Refused("too_long")
        if not REFERENCE.fullmatch(text):
            raise Refused("not_a_reference")
        return text

    return read


def one_of(known: Container[str]) -> Reader:
    """A code of a documented list."""

    def read(text: str) -> str:
        if text not in known:
            raise Refused("unknown_code")
        return text

    return read


def documents(text: str) -> str:
    """Codes of missing papers with `;` between them, each once. Raises Refused."""
    found = [each.strip() for each in text.split(";")]
    if any(each not in codes.DOCUMENTS for each in found):
        raise Refused("unknown_code")
    if len(set(found)) != len(found) or len(found) > MANY_DOCUMENTS:
        raise Refused("code_repeated")
    return ";".join(found)
