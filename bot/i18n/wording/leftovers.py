"""Figures of a Decision that no sentence has said yet: none is ever left out."""

from __future__ import annotations

import re

from bot.i18n.catalogue import N_
from bot.i18n.formats import join
from bot.i18n.wording import wider
from bot.i18n.wording.amounts import label
from bot.i18n.wording.telling import Telling
from bot.i18n.wording.terms import name

DATES: dict[str, str] = {
    **wider.DATES,
    "join_before": N_("Join before {date}."),
    "cover_from": N_("First day covered: {date}."),
    "cover_until": N_("Last day covered: {date}."),
    "invalidity_cover_until": N_("For invalidity and death, cover runs until {date}."),
    "renew_by": N_("To renew without a gap, pay by {date}."),
    "notice_by": N_("The husband's notice must be given by {date}."),
    "starts": N_("It begins on {date}."),
    "ended": N_("It ended on {date}."),
    "claim_by": N_("Last day to claim: {date}."),
    "stops": N_("Contributions stop on {date}, when the age limit is reached."),
}
DURATIONS: dict[str, str] = {
    **wider.DURATIONS,
    "cover": N_("One payment covers {duration}."),
    "invalidity_cover": N_("For invalidity and death, cover lasts {duration}."),
    "claim_within": N_("Time to claim: {duration}."),
    "tribunal_within": N_("Time to go to the Tribunal: {duration}."),
    "board_within": N_("Time to go to the Appellate Board: {duration}."),
    "high_court_within": N_("Time to go to the High Court: {duration}."),
    "processing": N_("PERKESO's time from complete papers: {duration}."),
    "allowance": N_("The allowance lasts {duration}."),
    "register_within": N_("Time to register: {duration}."),
}
ITEMS: dict[str, str] = {
    "documents": N_("Papers: {items}."),
    "forms": N_("Forms: {items}."),
    "places": N_("Where: {items}."),
    "recipients": N_("Who receives it: {items}."),
}

# a share of nothing: the short answer says who pays alone
_SHARES = ("employer", "employee")


def leftovers(telling: Telling, said: str) -> list[str]:
    """One line for each amount, date, duration and item that `said` lacks."""
    decision = telling.decision
    lines = [
        label(telling, amount)
        for amount in decision.amounts
        if not (amount in _SHARES and not decision.amounts[amount])
        and not _stands(telling.money(amount), said)
    ]
    for day in decision.dates:
        shown = telling.date(day)
        # the last paid day is also the last day to renew: worth saying until then
        renew = day == "renew_by" and decision.dates[day] >= decision.on
        if renew or not _stands(shown, said):
            lines.append(telling.say(DATES.get(day, "{date}"), date=shown))
    for length in decision.durations:
        shown = telling.duration(length)
        if not _stands(shown, said):
            sentence = DURATIONS.get(length, "{duration}")
            lines.append(telling.say(sentence, duration=shown))
    return lines + _items(telling, said)


def _items(telling: Telling, said: str) -> list[str]:
    lines = []
    for kind, codes in telling.decision.items.items():
        if kind == "schemes" or kind not in ITEMS:
            continue
        names = [name(kind, code, telling.language) for code in codes]
        missing = [item for item in names if item not in said]
        if missing:
            either = kind in ("places", "recipients")
            items = join(missing, telling.language, either=either)
            lines.append(telling.say(ITEMS[kind], items=items))
    return lines


def _stands(shown: str, said: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(shown)}(?![\w]|[.,]\d)", said) is not None
