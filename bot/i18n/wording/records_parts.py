"""The part of a record that somebody asked about, in words: the answer, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from bot.i18n.catalogue import N_, translate
from bot.i18n.formats import join, long_date
from bot.i18n.wording.records_claims import (
    appeal_of,
    claim_title,
    decided_of,
    expected_of,
    filed_of,
    history_of,
    meaning_of,
    next_of,
    papers_of,
    status_of,
)
from bot.i18n.wording.records_cover import cover_lines
from bot.i18n.wording.records_statuses import REGISTRATIONS
from bot.i18n.wording.terms import scheme_name

Lines = Iterator[str]
Item = Mapping[str, Any]

_NONE_MISSING = N_("The records list no missing paper for this claim.")
_NOT_REFUSED = N_("This claim was not refused.")
_NO_REASON = N_(
    "The records that I see do not hold the reason. It stands in the letter from "
    "PERKESO; without the letter, ask at 1-300-22-8000 with your claim number."
)
_NO_LAST_DAY = N_("The records name no last day for an appeal in this claim.")
_NO_PAY_DAY = N_("The records that I see name no day of payment.")
_ELSEWHERE = {
    "papers": N_("Papers are missing in your claim {numbers}."),
    "refused": N_("What was refused is your claim {numbers}."),
    "appeal": N_("For an appeal, see your claim {numbers}."),
}
_ELSEWHERE_BRIEF = N_("Please look at the other of your claims for that.")
_NO_COVER = N_("The records show no registration and no payment, so no cover.")
_STATUS = N_("{scheme}: {status}")
_UNTIL = N_("{scheme}: {status}, cover from {start} to {end}")
_NO_PAYMENT = N_("There is no contribution under your number in the records.")
_NO_EMPLOYER = N_("The last payments in the records name no employer.")
_EMPLOYERS = N_("Employers named with your last payments:")
_EMPLOYER = N_("{employer}: {schemes}, for {start} to {end}")
_EMPLOYER_HIDDEN = N_(
    "On Telegram I do not show who paid. Ask on the web page or at 1-300-22-8000."
)
_NO_GAP = N_("There is no gap between the last payments in the records.")
_LAST_ONES = N_("I see the last {n} payments only, not older ones.")
MANY = 12  # as many as are read


def part_lines(body: Item, language: str, *, brief: bool) -> Lines:
    """The part of `body` that was asked about."""
    made = _OF_RECORD.get(body["part"])
    if made:
        yield from made(body, language, brief)
        return
    item = body["items"][0]
    yield claim_title(item, language, brief=brief)
    for line in _OF_CLAIM[body["part"]](item, language, brief):
        yield f"• {line}"
    if body.get("elsewhere"):
        numbers = join(body["elsewhere"], language)
        told = _ELSEWHERE_BRIEF if brief else _ELSEWHERE[body["part"]]
        yield "• " + translate(told, language, numbers=numbers)
    if body["part"] == "filed" and not brief:
        yield from history_of(item, language)


def _papers(item: Item, language: str, brief: bool) -> Lines:
    if item.get("missing_documents"):
        yield from papers_of(item, language, brief=brief)
        yield from next_of(item, language)
    else:
        yield translate(_NONE_MISSING, language)
        yield from status_of(item, language)


def _wait(item: Item, language: str, _: bool) -> Lines:
    yield from status_of(item, language)
    yield from meaning_of(item, language)
    yield from expected_of(item, language)
    yield from next_of(item, language)


def _status(item: Item, language: str, brief: bool) -> Lines:
    yield from status_of(item, language)
    yield from meaning_of(item, language)
    yield from papers_of(item, language, brief=brief)
    yield from decided_of(item, language)
    yield from next_of(item, language)


def _refused(item: Item, language: str, _: bool) -> Lines:
    refused = "rejected" in (item["status"], item.get("decision"))
    if not refused:
        yield translate(_NOT_REFUSED, language)
    yield from status_of(item, language)
    if refused:
        yield translate(_NO_REASON, language)
    yield from decided_of(item, language)


def _appeal(item: Item, language: str, _: bool) -> Lines:
    yield from appeal_of(item, language)
    if not item.get("appeal_until"):
        yield translate(_NO_LAST_DAY, language)
        yield from status_of(item, language)


def _pay(item: Item, language: str, _: bool) -> Lines:
    yield from status_of(item, language)
    yield from meaning_of(item, language)
    yield from expected_of(item, language)
    if item["status"] in ("approved", "in_payment"):
        yield translate(_NO_PAY_DAY, language)
    yield from next_of(item, language)


def _filed(item: Item, language: str, _: bool) -> Lines:
    yield from filed_of(item, language)
    yield from status_of(item, language)


def _cover(body: Item, language: str, _: bool) -> Lines:
    if not body["items"] and not body.get("cover"):
        yield translate(_NO_COVER, language)
    cover = body.get("cover", ())
    paid = {each["scheme"] for each in cover if each["state"] == "now"}
    for item in body["items"]:
        if item["status"] == "active" and item["scheme"] in paid:
            continue  # the payments tell the same
        values = {
            "scheme": scheme_name(item["scheme"], language),
            "status": translate(REGISTRATIONS[item["status"]].label, language),
        }
        if item.get("cover_until"):
            days = {
                "start": _day(item["cover_from"], language),
                "end": _day(item["cover_until"], language),
            }
            yield "• " + translate(_UNTIL, language, **values, **days)
        else:
            yield "• " + translate(_STATUS, language, **values)
    yield from cover_lines(body, language)


def _employer(body: Item, language: str, brief: bool) -> Lines:
    paid = [item for item in body["items"] if item.get("employer")]
    if not paid:
        yield translate(_NO_EMPLOYER if body["items"] else _NO_PAYMENT, language)
        return
    if brief:
        yield translate(_EMPLOYER_HIDDEN, language)
        return
    yield translate(_EMPLOYERS, language)
    for name in dict.fromkeys(item["employer"] for item in paid):
        theirs = [item for item in paid if item["employer"] == name]
        schemes = dict.fromkeys(each["scheme"] for each in theirs)
        named = [scheme_name(each, language, full=False) for each in schemes]
        yield "• " + translate(
            _EMPLOYER,
            language,
            employer=name,
            schemes=join(named, language),
            start=_day(min(each["cover_from"] for each in theirs), language),
            end=_day(max(each["cover_until"] for each in theirs), language),
        )


def _gaps(body: Item, language: str, _: bool) -> Lines:
    if not body["items"]:
        yield translate(_NO_PAYMENT, language)
        return
    if not any(cover["gaps"] for cover in body.get("cover", ())):
        yield translate(_NO_GAP, language)
    yield from cover_lines(body, language)
    if len(body["items"]) >= MANY:
        yield "\n" + translate(_LAST_ONES, language, n=len(body["items"]))


def _day(iso: str, language: str) -> str:
    return long_date(date.fromisoformat(iso), language)


Made = Callable[[Item, str, bool], Lines]
_OF_CLAIM: Mapping[str, Made] = {
    "papers": _papers,
    "wait": _wait,
    "status": _status,
    "refused": _refused,
    "appeal": _appeal,
    "pay": _pay,
    "filed": _filed,
}
_OF_RECORD: Mapping[str, Made] = {
    "cover": _cover,
    "employer": _employer,
    "gaps": _gaps,
}
PARTS = frozenset({*_OF_CLAIM, *_OF_RECORD})
