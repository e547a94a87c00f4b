"""Cover in words: whether somebody is covered today, until when, and the gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.i18n.catalogue import N_, translate
from bot.i18n.formats import long_date
from bot.i18n.wording.terms import scheme_name

_COVER = N_("By the payments in the records:")
_NOW = N_("{scheme}: covered today, until {until}.")
_LATER = N_("{scheme}: not covered today. Cover begins on {start}.")
_OVER = N_("{scheme}: not covered today. The last cover ended on {until}.")
_GAP = N_("{scheme}: no cover from {start} to {end}.")
_GAP_DAY = N_("{scheme}: no cover on {start}.")
_MONTHS = N_(
    "{scheme}: contributions up to {until}. Employers pay for a month in the month"
    " after."
)
_NO_MONTHS = N_(
    "{scheme}: no contribution for {start} to {end}. If you were working then, ask"
    " your employer or PERKESO."
)
_SENTENCES = {"now": _NOW, "later": _LATER, "over": _OVER, "months": _MONTHS}


def cover_lines(body: Mapping[str, Any], language: str) -> Iterator[str]:
    """One line for each scheme, and one for each gap between its payments."""
    if not body.get("cover"):
        return
    yield "\n" + translate(_COVER, language)
    for cover in body["cover"]:
        scheme = scheme_name(cover["scheme"], language, full=False)
        days = {
            name: _day(cover[name], language)
            for name in ("start", "until")
            if cover.get(name)
        }
        sentence = _SENTENCES[cover["state"]]
        yield "• " + translate(sentence, language, scheme=scheme, **days)
        for start, end in cover["gaps"]:
            values = {"start": _day(start, language), "end": _day(end, language)}
            sentence = _GAP_DAY if start == end else _GAP
            if cover["state"] == "months":
                sentence = _NO_MONTHS
            yield "• " + translate(sentence, language, scheme=scheme, **values)


def _day(iso: str, language: str) -> str:
    return long_date(date.fromisoformat(iso), language)
