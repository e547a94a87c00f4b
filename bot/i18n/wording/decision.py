"""A Decision as people read it: the short answer, why, where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.i18n.catalogue import N_
from bot.i18n.formats import long_date
from bot.i18n.wording.asking import fact_question
from bot.i18n.wording.changes import change_wording
from bot.i18n.wording.conditions import CONDITIONS
from bot.i18n.wording.headlines import headline
from bot.i18n.wording.law_text import cited
from bot.i18n.wording.leftovers import leftovers
from bot.i18n.wording.notes import NOTES
from bot.i18n.wording.refers import where_to_ask
from bot.i18n.wording.steps import ARITHMETIC, TO_DO
from bot.i18n.wording.telling import Telling
from bot.i18n.wording.values import worded

if TYPE_CHECKING:
    from bot.rulebook import Decision, Reason, Step

# what the short answer has said already, or what only introduces the steps
_SAID: Mapping[str, frozenset[str]] = {
    "contribution.skssr": frozenset(
        {"SKSSR_ONE_PAYMENT", "SKSSR_MONTHLY_IS_EQUIVALENT"}
    ),
    "registration.skssr": frozenset({"REGISTRATION_STEPS"}),
    "registration.sksps": frozenset({"REGISTRATION_STEPS", "REGISTRATION_PAPERS"}),
    "registration.act4": frozenset({"EMPLOYER_MUST_REGISTER"}),
    "registration.eis": frozenset({"EMPLOYER_MUST_REGISTER"}),
    "coverage.skssr": frozenset({"SKSSR_COVER_FROM_PAYMENT"}),
    "coverage.sksps": frozenset({"SKSPS_COVER_MAXIMUM"}),
    "which_scheme": frozenset({"SCHEME_FITS"}),
    "benefit.sksps.permanent_disablement": frozenset({"LOSS_IN_PROPORTION"}),
    "benefit.sksps.dependants": frozenset({"FULL_RATE_FOR_ALL"}),
    "benefit.skssr.survivors": frozenset({"FULL_RATE_FOR_ALL"}),
    "which_cover": frozenset({"SCHEME_FITS"}),
    "benefit.death": frozenset({"SCHEME_FITS"}),
}
# the figure stands in the short answer: what is left of these is their source
_SAID_EVERYWHERE = frozenset(
    {"NOT_IN_FORCE_YET", "NO_LONGER_IN_FORCE", "AMOUNT_IS_FIXED"}
)
# conditions that say nothing of their own where they are met
_MET_SAYS_NOTHING = frozenset({"COVER_FOR_THIS", "SKSSR_GIVES_THIS"})
_STEPS_SAID = frozenset(
    {"YEARLY_TO_DAILY", "YEARLY_TO_MONTHLY", "EMPLOYER_PLUS_EMPLOYEE"}
)
_PRICE = frozenset({"SKSPS_PLAN_PRICE"})
# what a note says better, or takes back, when both are there
_REPLACED = {
    "SKSSR_FIRST_TIME_UNDER_AGE": "SKSSR_JOIN_BEFORE",
    "NOTHING_CHANGES_THIS": "CLAIM_LATE_ASK_AT_ONCE",
}
# the reasons whose sources print a price: they are named first, and few besides
_PRICED_BY = frozenset({"WAGE_BAND", "SKSPS_PLAN", "GIG_RATE", "SKSSR_ONE_PAYMENT"})
SOURCES_OF_A_PRICE = 4
_IN_SHORT_ANSWER = frozenset({"CLAIM_IN_TIME"})
_KNOWN_BEFORE_REFERRING = frozenset({"SKSPS_SUBSIDY_SHARE", "SKSPS_SUBSIDY_PLAN"})
_NUMBERED = re.compile(r"\d{1,2}\. ")


@dataclass(frozen=True)
class Rendered:
    """`text` is the whole answer; `source` its line of source and date, alone."""

    text: str
    source: str


def render(
    decision: Decision,
    facts: Mapping[str, Any],
    *,
    language: str,
    brief: bool = False,
) -> Rendered:
    """Word `decision`; `brief` leaves out what only explains: notes and arithmetic."""
    telling = Telling(decision, facts, language)
    told = _told(decision, brief=brief)
    opening = _opening(telling, told)
    body = _body(telling, opening, told)
    source = _source(telling, told)
    closing = [*_asking(telling), *([source] if _sourced(decision) else [])]
    blocks = ["\n".join(block) for block in (opening, body, closing) if any(block)]
    return Rendered("\n\n".join(blocks), source)


def _told(decision: Decision, *, brief: bool) -> list[Reason]:
    """The reasons worth saying, in their order: those of the answer first."""
    if decision.outcome == "info" and not brief:
        return [one for one in decision.reasons if one.code not in _IN_SHORT_ANSWER]
    unmet = [
        reason
        for reason in decision.reasons
        if reason.met is False and reason.code not in _IN_SHORT_ANSWER
    ]
    if brief:
        return unmet or list(decision.reasons[:1])
    codes = {reason.code for reason in decision.reasons}
    rest = [
        reason
        for reason in decision.reasons
        if reason.met is not False and _is_told(reason, decision, codes)
    ]
    return unmet + rest


def _is_told(reason: Reason, decision: Decision, codes: set[str]) -> bool:
    if reason.code in _IN_SHORT_ANSWER or _REPLACED.get(reason.code) in codes:
        return False
    return reason.met is None or decision.outcome in ("yes", "info")


def _opening(telling: Telling, told: list[Reason]) -> list[str]:
    """The short answer, with what fails, or for a refusal to guess what is known."""
    lines = [headline(telling)]
    if telling.decision.outcome == "refer":
        known = [reason for reason in told if reason.code in _KNOWN_BEFORE_REFERRING]
        lines = [*(reason_wording(telling, reason) for reason in known), *lines]
    if telling.decision.outcome != "info":
        unmet = [reason for reason in told if reason.met is False]
        lines += [reason_wording(telling, reason) for reason in unmet]
    return [line for line in dict.fromkeys(lines) if line]


def _body(telling: Telling, opening: list[str], told: list[Reason]) -> list[str]:
    lines = [*_to_do(telling), *_details(telling, told)]
    said = "\n".join([*opening, *lines])
    lines += leftovers(telling, said)
    lines = [line for line in dict.fromkeys(lines) if line and line not in opening]
    return [line if _NUMBERED.match(line) else f"• {line}" for line in lines]


def _details(telling: Telling, told: list[Reason]) -> Iterator[str]:
    decision = telling.decision
    for change in decision.changes:
        yield change_wording(telling, change)
    for reason in told:
        if reason.met and reason.code not in _MET_SAYS_NOTHING:
            yield reason_wording(telling, reason)
    skipped = _STEPS_SAID | (_PRICE if decision.outcome == "amount" else frozenset())
    for step in decision.steps:
        if step.code in ARITHMETIC and step.code not in skipped:
            yield step_wording(telling, step)
    said = _SAID.get(decision.question, frozenset()) | _SAID_EVERYWHERE
    for reason in told:
        if not reason.met and reason.code not in said:
            yield reason_wording(telling, reason)


def _to_do(telling: Telling) -> Iterator[str]:
    steps = [step for step in telling.decision.steps if step.code in TO_DO]
    for number, step in enumerate(steps, start=1):
        line = step_wording(telling, step)
        yield f"{number}. {line}" if len(steps) > 1 else line


def reason_wording(telling: Telling, reason: Reason) -> str:
    """One condition or note in a sentence."""
    values = {"limit": reason.limit, "value": reason.value}
    if reason.met is None:
        found = NOTES.get(reason.code)
    else:
        met, unmet = CONDITIONS.get(reason.code, (None, None))
        found = met if reason.met else unmet
    return worded(found, values, telling.language) if found else ""


def step_wording(telling: Telling, step: Step) -> str:
    """One step in a line, with the papers, forms and places that go with it."""
    found = ARITHMETIC.get(step.code) or TO_DO.get(step.code)
    if found is None:
        return ""
    values = {**telling.decision.items, **step.operands, "result": step.result}
    if str(values.get("platform", "")).isdigit():  # the person gave no name for it
        values["platform"] = telling.say(N_("Platform {n}"), n=values["platform"])
    return worded(found, values, telling.language)


def _asking(telling: Telling) -> Iterator[str]:
    decision = telling.decision
    if decision.outcome == "need_facts":
        for need in decision.need:
            yield fact_question(need.fact, telling.language, why=need.why)
    if decision.outcome == "refer":
        yield where_to_ask(decision.refer, telling.language)
    elif decision.confidence == "medium" and decision.outcome != "need_facts":
        yield telling.say(N_("Please confirm this with PERKESO before you rely on it."))


def _sourced(decision: Decision) -> bool:
    """A question that only asks for facts states nothing of law yet."""
    only_asks = decision.outcome == "need_facts" and decision.need
    return bool(decision.steps) or not only_asks


def _source(telling: Telling, told: list[Reason]) -> str:
    on = long_date(telling.decision.on, telling.language)
    price = telling.topic == "contribution" and telling.decision.outcome == "amount"
    if price:
        told = sorted(told, key=lambda reason: reason.code not in _PRICED_BY)
    citations = [reason.citation for reason in told if reason.citation]
    most = SOURCES_OF_A_PRICE if price else None
    source = cited(citations, telling.language, most=most)
    if not source:
        return telling.say(N_("As at {date}."), date=on)
    return telling.say(N_("Source: {source}. As at {date}."), source=source, date=on)
