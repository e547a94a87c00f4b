"""Short answers that inform: cover, registration, which scheme."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.benefits import benefit_info
from bot.i18n.wording.telling import Telling
from bot.i18n.wording.terms import PURPOSES

_COVERS = {
    "act4": N_("{scheme} covers an employee at work and on the journeys that count."),
    "eis": N_("{scheme} covers an employee who loses the job."),
    "lindung24": N_("{scheme} covers an employee after accidents outside work."),
}


def cover_headline(telling: Telling) -> str:
    """The opening of an answer that informs."""
    if telling.topic in ("which_scheme", "which_cover"):
        return _schemes(telling)
    if telling.topic == "registration":
        return _registration(telling)
    if telling.topic == "coverage":
        return _coverage(telling)
    return benefit_info(telling) or telling.say(N_("Here is what applies:"))


def _schemes(telling: Telling) -> str:
    codes = telling.decision.items.get("schemes", ())
    if len(codes) == 1:
        return telling.say(
            N_("From what you have told me, this fits: {scheme_and_purpose}."),
            scheme_and_purpose=_with_purpose(telling, codes[0]),
        )
    lines = [f"• {_with_purpose(telling, code)}" for code in codes]
    return "\n".join(
        [telling.say(N_("From what you have told me, these fit:")), *lines]
    )


def _with_purpose(telling: Telling, code: str) -> str:
    purpose = PURPOSES.get(code)
    name = telling.scheme(code)
    return f"{name}, {telling.say(purpose)}" if purpose else name


def _registration(telling: Telling) -> str:
    if telling.scheme_code == "lindung24":
        return telling.say(N_("Nobody needs to register for {scheme}."))
    if telling.scheme_code in ("act4", "eis"):
        return telling.say(N_("For {scheme}, the employer does the registration."))
    return telling.say(N_("How to register for {scheme}:"))


def _coverage(telling: Telling) -> str:
    decision = telling.decision
    if {"cover_from", "cover_until"} <= set(decision.dates):
        return telling.say(
            N_("The payment to {scheme} covers from {start} to {end}."),
            start=telling.date("cover_from"),
            end=telling.date("cover_until"),
        )
    if "cover" in decision.durations and telling.scheme_code == "skssr":
        return telling.say(
            N_("A payment to {scheme} covers {cover}, from the moment it is made."),
            cover=telling.duration("cover"),
        )
    if "cover" in decision.durations:
        return telling.say(
            N_(
                "A payment to {scheme} covers the months paid for, at most {cover},"
                " from the moment on the receipt."
            ),
            cover=telling.duration("cover"),
        )
    known = _COVERS.get(telling.scheme_code, N_("What {scheme} covers:"))
    return telling.say(known)
