"""The short answer: one or two sentences that stand first."""

from __future__ import annotations

from collections.abc import Callable

from bot.i18n.catalogue import N_
from bot.i18n.formats import join, long_date
from bot.i18n.wording import wider
from bot.i18n.wording.amounts import amount_headline
from bot.i18n.wording.benefits import benefit_no, claim_in_time
from bot.i18n.wording.covers import cover_headline
from bot.i18n.wording.refers import REFERS, UNKNOWN_WHY
from bot.i18n.wording.telling import Telling

_YES = {
    "act4": N_("Yes, {scheme} covers this employee."),
    "eis": N_("Yes, {scheme} covers this employee."),
    "lindung24": N_("Yes, {scheme} covers this employee."),
}
_NO = {
    "act4": N_(
        "Sorry, from what you have told me, {scheme} does not cover this person."
    ),
    "eis": N_(
        "Sorry, from what you have told me, {scheme} does not cover this person."
    ),
    "lindung24": N_(
        "Sorry, from what you have told me, {scheme} does not cover this person."
    ),
}
_NO_OF_TOPIC = {
    "renewal": N_(
        "Sorry, from what you have told me, {scheme} can no longer be renewed."
    ),
    "coverage": N_("Sorry, from what you have told me, {scheme} did not cover this."),
    "subsidy": N_(
        "Sorry, from what you have told me, this year's government support does not"
        " apply."
    ),
    "which_scheme": N_(
        "Sorry, from what you have told me, none of PERKESO's schemes fits."
    ),
    "contribution": N_("Sorry, that payment is not possible."),
}
_JOIN_YES = N_(
    "Yes, from what you have told me, it is possible to contribute to {scheme}."
)
_JOIN_NO = N_(
    "Sorry, from what you have told me, it is not possible to contribute to {scheme}."
)


def headline(telling: Telling) -> str:
    """The short answer to any Decision."""
    own = wider.HEADLINES.get((telling.decision.question, telling.decision.outcome))
    if own:
        return telling.say(own)
    return _OUTCOMES.get(telling.decision.outcome, _info)(telling)


def _yes(telling: Telling) -> str:
    if telling.topic == "renewal" and telling.has("yearly"):
        return telling.say(
            N_("Yes, {scheme} can be renewed. Another year costs {yearly}."),
            yearly=telling.money("yearly"),
        )
    if telling.topic == "coverage":
        return telling.say(
            N_("Yes, from what you have told me, {scheme} covered that day.")
        )
    if telling.topic == "eligibility":
        return telling.say(_YES.get(telling.scheme_code, _JOIN_YES))
    return claim_in_time(telling) or telling.say(
        N_("Yes, from what you have told me, the conditions are met.")
    )


def _no(telling: Telling) -> str:
    if telling.topic == "contribution" and telling.decision.changes == ():
        return telling.say(_NO.get(telling.scheme_code, _JOIN_NO))
    if telling.reason("SCHEME_UNCERTAIN"):
        return telling.say(N_("I cannot say for certain which scheme fits."))
    if telling.topic in _NO_OF_TOPIC:
        return telling.say(_NO_OF_TOPIC[telling.topic])
    if telling.topic in ("eligibility", "registration"):
        return telling.say(_NO.get(telling.scheme_code, _JOIN_NO))
    known = claim_in_time(telling) or benefit_no(telling)
    return known or telling.say(
        N_("Sorry, from what you have told me, the conditions are not met.")
    )


def _amount(telling: Telling) -> str:
    return amount_headline(telling)


def _info(telling: Telling) -> str:
    return cover_headline(telling)


def _need_facts(telling: Telling) -> str:
    prices = [
        step for step in telling.decision.steps if step.code == "SKSPS_PLAN_PRICE"
    ]
    if prices and telling.scheme_code:
        return telling.say(N_("{scheme} has {n} plans to choose from:"), n=len(prices))
    schemes = telling.decision.items.get("schemes", ())
    if schemes:
        names = [telling.scheme(code) for code in schemes]
        return telling.say(
            N_("So far this fits: {schemes}."), schemes=join(names, telling.language)
        )
    return telling.say(N_("To answer that, I need to know a little more."))


def _not_in_force(telling: Telling) -> str:
    on = long_date(telling.decision.on, telling.language)
    if "starts" in telling.decision.dates:
        return telling.say(
            N_("On {on} this was not in force yet. First day in force: {starts}."),
            on=on,
            starts=telling.date("starts"),
        )
    if "ended" in telling.decision.dates:
        return telling.say(
            N_("On {on} this was no longer in force. Last day in force: {ended}."),
            on=on,
            ended=telling.date("ended"),
        )
    return telling.say(N_("On {on} this was not in force."), on=on)


def _refer(telling: Telling) -> str:
    refer = telling.decision.refer
    why = REFERS.get(refer.why if refer else "", UNKNOWN_WHY)
    return telling.say(why)


_OUTCOMES: dict[str, Callable[[Telling], str]] = {
    "yes": _yes,
    "no": _no,
    "amount": _amount,
    "info": _info,
    "need_facts": _need_facts,
    "not_in_force": _not_in_force,
    "refer": _refer,
}
