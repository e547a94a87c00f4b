"""A look-up result in words, made when it is delivered: never stored, never logged.

`body` is plain JSON as `bot.dialogue.lookup_records` makes it. Telegram is told status
words, dates and next steps alone: no amounts, no benefits, no papers, no numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bot.i18n.catalogue import N_, translate
from bot.i18n.formats import clock_time, long_date, money
from bot.i18n.wording.records_claims import claim_lines, list_lines
from bot.i18n.wording.records_cover import cover_lines
from bot.i18n.wording.records_parts import part_lines
from bot.i18n.wording.records_statuses import OURS, PAYMENTS, REGISTRATIONS
from bot.i18n.wording.terms import scheme_name

GONE = N_(
    "This result is no longer shown, to protect you. To see it again, ask me again, "
    'for example: "status of my claim".'
)
TELEGRAM = "telegram"
MOST_PAYMENTS = 6

_AS_AT = N_("As in the records on {date}, {time}.")
_ON_TELEGRAM = N_(
    "On Telegram I show only the status, dates and next steps. For the rest, use the "
    "chat on the web page or call 1-300-22-8000."
)
_NO_REGISTRATION = N_("There is no registration under your number in the records.")
_REGISTRATIONS = N_("Your registration:")
_STATUS = N_("{scheme}: {status}")
_REGISTERED = N_("Registered on {date}")
_PLAN = N_("Plan {n}")
_COVER_DAYS = N_("Cover from {start} to {end}")
_COVER_FROM = N_("Cover from {start}, with no last day in the records")
_MEANING = N_("Meaning: {meaning}")
_NEXT = N_("Next: {step}")
_NO_PAYMENT = N_("There is no contribution under your number in the records.")
_PAYMENTS = N_("Your last payments:")
_PAYMENT = N_("{date}: {amount}, {scheme}, for {start} to {end}")
_PAYMENT_BRIEF = N_("{date}: {scheme}, for {start} to {end}")
_RECEIPT = N_("receipt {number}")
_PAID_BY = N_("paid by {employer}")
_RECENT = N_("A payment made just now may not be in the records yet.")


def render_records(body: Mapping[str, Any], language: str, *, channel: str) -> str:
    """`body` for somebody who looks on now, in `language`, as `channel` allows."""
    brief = channel == TELEGRAM
    if body.get("part"):
        lines = list(part_lines(body, language, brief=brief))
    else:
        lines = list(_LINES[body["kind"]](body, language, brief))
    at = datetime.fromisoformat(body["as_at"])
    closing = [
        translate(
            _AS_AT,
            language,
            date=long_date(at.date(), language),
            time=clock_time(at.hour, at.minute, language),
        )
    ]
    if body.get("statuses", True):
        closing.append(translate(OURS, language))
    if brief:
        closing.append(translate(_ON_TELEGRAM, language))
    return "\n".join(lines).strip() + "\n\n" + " ".join(closing)


def _registration(body: Mapping[str, Any], language: str, brief: bool) -> Iterator[str]:
    if not body["items"]:
        yield translate(_NO_REGISTRATION, language)
        return
    yield translate(_REGISTRATIONS, language)
    for item in body["items"]:
        words = REGISTRATIONS[item["status"]]
        scheme = scheme_name(item["scheme"], language)
        status = translate(words.label, language)
        yield "\n" + translate(_STATUS, language, scheme=scheme, status=status)
        for detail in _registered(item, language, brief):
            yield f"• {detail}"
        meaning = translate(words.meaning, language)
        yield "• " + translate(_MEANING, language, meaning=meaning)
        step = translate(words.next, language)
        yield "• " + translate(_NEXT, language, step=step)
    yield from cover_lines(body, language)


def _registered(item: Mapping[str, Any], language: str, brief: bool) -> Iterator[str]:
    yield translate(_REGISTERED, language, date=_day(item["registered_on"], language))
    if item.get("plan") and not brief:  # the plan tells what was paid
        yield translate(_PLAN, language, n=item["plan"])
    if not item.get("cover_from"):
        return
    start = _day(item["cover_from"], language)
    if item.get("cover_until"):
        end = _day(item["cover_until"], language)
        yield translate(_COVER_DAYS, language, start=start, end=end)
    else:
        yield translate(_COVER_FROM, language, start=start)


def _contributions(
    body: Mapping[str, Any], language: str, brief: bool
) -> Iterator[str]:
    if not body["items"]:
        yield translate(_NO_PAYMENT, language)
        yield translate(_RECENT, language)
        return
    yield translate(_PAYMENTS, language)
    for item in body["items"][:MOST_PAYMENTS]:
        yield "• " + _payment(item, language, brief)
    yield from cover_lines(body, language)
    yield "\n" + translate(_RECENT, language)


def _payment(item: Mapping[str, Any], language: str, brief: bool) -> str:
    values: dict[str, object] = {
        "date": _day(item["received_on"], language),
        "scheme": scheme_name(item["scheme"], language, full=False),
        "start": _day(item["cover_from"], language),
        "end": _day(item["cover_until"], language),
    }
    words = PAYMENTS[item["status"]]
    told = [] if item["status"] == "credited" else [translate(words.label, language)]
    if brief:
        return "; ".join([translate(_PAYMENT_BRIEF, language, **values), *told])
    amount = money(Decimal(item["amount"]), language)
    if item.get("employer"):
        told.append(translate(_PAID_BY, language, employer=item["employer"]))
    told.append(translate(_RECEIPT, language, number=item["receipt"]))
    return "; ".join([translate(_PAYMENT, language, amount=amount, **values), *told])


def _claim(body: Mapping[str, Any], language: str, brief: bool) -> Iterator[str]:
    yield from claim_lines(body["items"][0], language, brief=brief)


def _claims(body: Mapping[str, Any], language: str, brief: bool) -> Iterator[str]:
    yield from list_lines(body, language, brief=brief)


def _day(iso: str, language: str) -> str:
    return long_date(date.fromisoformat(iso), language)


_LINES: dict[str, Callable[[Mapping[str, Any], str, bool], Iterator[str]]] = {
    "registration": _registration,
    "contributions": _contributions,
    "claim": _claim,
    "claims": _claims,
}
