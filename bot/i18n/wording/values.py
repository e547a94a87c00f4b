"""One value of a Decision, formatted by what kind of thing it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.i18n.catalogue import N_, translate
from bot.i18n.formats import (
    clock_time,
    duration,
    join,
    long_date,
    money,
    number,
    percent,
)
from bot.i18n.wording.terms import NAMES, name, scheme_name

_TITLES = (
    "sector",
    "plan",
    "places",
    "forms",
    "documents",
    "recipients",
    "who",
    "benefit",
)
_CHOICES = ("citizenship", "employment", "sector", "places", "recipients", "cause")


@dataclass(frozen=True)
class Wording:
    """Sentences for one code: the first whose {places} all have a value is said.

    `kinds` says what each place holds, for the formatting.
    """

    sentences: tuple[str, ...]
    kinds: Mapping[str, str]


def wording(*sentences: str, **kinds: str) -> Wording:
    """Sentences from the fullest to the one that needs no value."""
    return Wording(sentences, kinds)


def worded(code: Wording, values: Mapping[str, Any], language: str) -> str:
    """The fullest sentence of `code` that `values` can fill."""
    from string import Formatter

    known = {key: value for key, value in values.items() if value is not None}
    for sentence in code.sentences:
        places = {place for _, place, _, _ in Formatter().parse(sentence) if place}
        if places <= set(known):
            shown = {
                place: show(known[place], code.kinds.get(place, "plain"), language)
                for place in places
            }
            return translate(sentence, language, **shown)
    return ""


def show(value: Any, kind: str, language: str) -> str:
    """`value` as people write it; a kind that does not suit it is overruled."""
    if isinstance(value, (tuple, list)):
        items = [show(item, kind, language) for item in value]
        return join(items, language, either=kind in _CHOICES)
    if isinstance(value, bool):
        return name("yes_no", value, language)
    if isinstance(value, datetime):
        return moment(value, language)
    if isinstance(value, date):
        return long_date(value, language)
    if kind in _KINDS and isinstance(value, (int, Decimal)):
        return _KINDS[kind](value, language)
    if kind == "scheme":
        return scheme_name(str(value), language)
    if kind in NAMES:
        return _inside(kind, name(kind, value, language))
    if isinstance(value, (int, Decimal)):
        return number(value, language)
    return str(value)


def moment(value: datetime, language: str) -> str:
    """A day with the time of day."""
    return translate(
        N_("{date} at {time}"),
        language,
        date=long_date(value.date(), language),
        time=clock_time(value.hour, value.minute, language),
    )


def _inside(kind: str, title: str) -> str:
    """A name inside a sentence: only sectors and plans keep their capital."""
    if kind in _TITLES or not title:
        return title
    return title if title[:2].isupper() else title[0].lower() + title[1:]


def _months(value: Decimal | int, language: str) -> str:
    return duration(int(value), "month", language)


def _days(value: Decimal | int, language: str) -> str:
    return duration(int(value), "day", language)


def _hours(value: Decimal | int, language: str) -> str:
    return duration(int(value), "hour", language)


def _years(value: Decimal | int, language: str) -> str:
    return duration(int(value), "year", language)


def _age(value: Decimal | int, language: str) -> str:
    """Malay names the unit, English leaves it out: below 55."""
    return _years(value, language) if language == "ms" else str(value)


def _money(value: Decimal | int, language: str) -> str:
    return money(Decimal(value), language)


def _bare(value: Decimal | int, _language: str) -> str:
    return str(value)


_KINDS: dict[str, Callable[[Decimal | int, str], str]] = {
    "money": _money,
    "percent": percent,
    "age": _age,
    "years": _years,
    "months": _months,
    "days": _days,
    "hours": _hours,
    "year": _bare,
    "number": _bare,
}
