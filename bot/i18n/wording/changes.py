"""What would make a no a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.i18n.catalogue import N_
from bot.i18n.wording.asking import fact_label
from bot.i18n.wording.telling import Telling
from bot.i18n.wording.values import Wording, show, worded, wording

if TYPE_CHECKING:
    from bot.rulebook import Change

CHANGES: dict[str, Wording] = {
    "citizenship": wording(
        N_("It would be possible with this status: {to}."), to="citizenship"
    ),
    "employment": wording(
        N_("It would be possible with this work: {to}."), to="employment"
    ),
    "sector": wording(
        N_("It would be possible with work in one of these sectors: {to}."), to="sector"
    ),
    "on": wording(N_("It becomes possible from {to}."), to="date"),
    "age": wording(
        N_("It becomes possible at the age of {to}, on {by}."),
        N_("It becomes possible at the age of {to}."),
        to="age",
        by="date",
    ),
    "medical_leave_days": wording(
        N_("It would be paid with {to} of medical leave or more."), to="days"
    ),
    "contributed_months": wording(
        N_("It would be possible with {to} of contributions or more."), to="months"
    ),
    "months": wording(N_("It would be possible for {to}."), to="months"),
    "opted_out": wording(
        N_("It would be possible after joining again (withdrawing the release).")
    ),
    "wage": wording(
        N_("A contribution is due as soon as wages are paid, from {to}."), to="money"
    ),
}
_OTHERWISE = N_("It would be possible with another {fact}: {to}.")


def change_wording(telling: Telling, change: Change) -> str:
    """One change in a sentence."""
    known = CHANGES.get(change.fact)
    if known:
        values = {"to": change.to, "by": change.by}
        return worded(known, values, telling.language)
    if change.to is None:
        return ""
    return telling.say(
        _OTHERWISE,
        fact=fact_label(change.fact, telling.language),
        to=show(change.to, change.fact, telling.language),
    )
