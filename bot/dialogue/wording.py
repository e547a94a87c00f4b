"""Utterances into words: the one place where response names become text and buttons.

Chat and command line call the same functions; the law's answers are decided again
here, from question, facts and day, and worded by `bot.i18n`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot import answers, i18n, rulebook
from bot.answers import longtail, offices
from bot.answers.offices import Office
from bot.dialogue.agencies import agency_text
from bot.dialogue.facts import MOST_SHOWN
from bot.dialogue.lookup_words import INTENT
from bot.dialogue.needs import FIXED, ONLY_SCHEME
from bot.dialogue.totals import totals_text
from bot.dialogue.understood import understood_text
from bot.i18n import N_
from bot.i18n.wording.asking import fact_options, fact_question
from bot.i18n.wording.decision import render
from bot.i18n.wording.entries import parameter, render_entry
from bot.i18n.wording.needs import need_label
from bot.i18n.wording.records_status import lookup_label, render_status
from bot.i18n.wording.terms import scheme_label
from bot.rulebook import Rulebook

Buttons = list[dict[str, str]]

_LABELS = {
    "menu": N_("Show topics"),
    "talk_to_human": N_("Talk to a person"),
    "cancel": N_("Stop this"),
}
PLANS = "contribution.sksps"
MOST_BUTTONS = 8
FEW = MOST_SHOWN
_PLANS = N_(
    "Contributions of the self-employed scheme (LINDUNG Kendiri, formerly SKSPS):"
)
_PLAN = N_("Plan {plan}: {monthly} a month, or {yearly} a year")
_PLAN_CHOICE = N_("You choose the plan: a higher one costs more and pays more.")
_OFFICE = N_("There is a PERKESO office in {town}, {state}.")
_ADDRESS = N_("Address last seen: {address}.")
_NO_ADDRESS = N_("I have no address of it that was checked recently.")
_STATE_PAGE = N_("Address and telephone: {page}, or call PERKESO at 1-300-22-8000.")
_WEEKS = {
    "Mon-Fri": N_("Offices there work Monday to Friday. Please check the hours first."),
    "Sun-Thu": N_(
        "Offices there work Sunday to Thursday. Please check the hours first."
    ),
}
_ESTIMATE = N_("Work out the amount")
_QUESTIONS = {
    "benefit.act4.dependants": N_("Death from a work accident"),
    "benefit.act4.survivors": N_("Death from another cause"),
    "benefit.death": N_("What the family may get"),
    "which_cover": N_("Which cover applies?"),
    "eligibility.lindung24": N_("Does it apply to me?"),
    "choice.sksps": N_("Compare the plans"),
}
_LANGUAGE_NAMES = {"ms": "Bahasa Melayu", "en": "English"}


@dataclass(frozen=True)
class Worded:
    """What is sent: plain text and buttons."""

    text: str
    buttons: tuple[Mapping[str, str], ...] = ()


class Words:
    """Words utterances in either language.

    `source` gives the English sentence of a response name that is not worded from
    values; it raises KeyError for a name that nobody wrote.
    """

    def __init__(self, book: Rulebook, source: Callable[[str], str]) -> None:
        self._book = book
        self._source = source
        self._from_values: dict[str, Callable[[Mapping[str, Any], str], Worded]] = {
            "utter_decision": self._decision,
            "utter_answer": self._answer,
            "utter_ask_fact": self._ask_fact,
            "utter_office": self._office,
            "utter_plans": self._plans,
            "utter_noted": _noted,
            "utter_wage_totals": self._totals,
            "utter_known": self._known,
            "utter_other_agency": self._agency,
            "utter_result": _reference,
            "utter_status_meaning": _status_meaning,
        }

    def word(self, response: str, values: Mapping[str, Any], language: str) -> Worded:
        """The reply called `response`, filled with `values`, in "ms" or "en"."""
        make = self._from_values.get(response)
        worded = (
            make(values, language)
            if make
            else Worded(i18n.translate(self._source(response), language))
        )
        offered = buttons(values.get("offers") or (), language)
        # what the dialogue offers is nearer to the question than an answer's own
        return Worded(worded.text, (*offered, *worded.buttons)[:MOST_BUTTONS])

    def _decision(self, values: Mapping[str, Any], language: str) -> Worded:
        facts = values.get("facts") or {}
        on = date.fromisoformat(values["on"])
        decision = self._book.decide(values["question"], facts, on=on)
        text = render(decision, facts, language=language).text
        told = understood_text(values.get("understood") or (), facts, language)
        text = f"{told}\n\n{text}" if told else text
        if values["question"] == "registration.sksps" and "plan" in facts:
            # a plan that was chosen before is not asked for again
            text = f"{self._price(facts['plan'], on, language)}\n\n{text}"
        return Worded(text)

    def _plans(self, values: Mapping[str, Any], language: str) -> Worded:
        on, facts = date.fromisoformat(values["on"]), values["facts"]
        plans = values["plans"]
        first = self._book.decide(PLANS, {**facts, "plan": plans[0]}, on=on)
        rendered = render(first, facts, language=language)
        if first.outcome != "amount":
            return Worded(rendered.text)
        lines = [i18n.translate(_PLANS, language)]
        lines += [self._price(plan, on, language) for plan in plans]
        lines.append(i18n.translate(_PLAN_CHOICE, language))
        return Worded("\n".join(lines) + f"\n\n{rendered.source}")

    def _totals(self, values: Mapping[str, Any], language: str) -> Worded:
        return Worded(totals_text(self._book, values, language))

    def _price(self, plan: int, on: date, language: str) -> str:
        amounts = self._book.decide(PLANS, {"plan": plan}, on=on).amounts
        price = {
            name: i18n.money(amounts[name], language) for name in ("monthly", "yearly")
        }
        return i18n.translate(_PLAN, language, plan=plan, **price)

    def _answer(self, values: Mapping[str, Any], language: str) -> Worded:
        entry = answers.load().get(values["entry"])
        text = render_entry(entry, {}, language=language)
        scheme = entry.name.partition(".")[2] or None
        asks: list[dict[str, Any]] = [
            {"intent": "ask", "values": _about(need, scheme)} for need in entry.offers
        ]
        return Worded(text, tuple(buttons(asks, language)))

    def _known(self, values: Mapping[str, Any], language: str) -> Worded:
        item = longtail.load()[values["known"]]
        assert item.entry is not None
        on = date.fromisoformat(values["on"])
        shown = {
            place: parameter(self._book, path, language, on=on)
            for place, path in item.values.items()
        }
        text = render_entry(item.entry, shown, language=language)
        asks: list[dict[str, Any]] = [
            _offered(need, item.scheme) for need in item.entry.offers
        ]
        return Worded(text, tuple(buttons(asks, language)))

    def _agency(self, values: Mapping[str, Any], language: str) -> Worded:
        return Worded(agency_text(values["agency"], language))

    def _ask_fact(self, values: Mapping[str, Any], language: str) -> Worded:
        fact = values["fact"]
        why = self._why(fact, values.get("asked_for") or {})
        other = bool(values.get("other"))
        deceased = (values.get("asked_for") or {}).get("question") == "benefit.death"
        question = fact_question(
            fact, language, why=why, other=other, deceased=deceased
        )
        options = fact_options(fact, language)
        if len(options) > FEW and not values.get("again"):
            # a long list is shown only to somebody whose own words were not understood
            options = []
        offered = tuple(
            {"title": title, "payload": f"/inform{json.dumps({fact: value})}"}
            for value, title in options
        )
        return Worded(question, offered)

    def _why(self, fact: str, asked_for: Mapping[str, Any]) -> str | None:
        """Why this question of law needs the fact; None for the usual reason."""
        if not asked_for.get("question"):
            return None
        on = date.fromisoformat(asked_for["on"])
        facts = asked_for.get("facts") or {}
        decision = self._book.decide(asked_for["question"], facts, on=on)
        return next((need.why for need in decision.need if need.fact == fact), None)

    def _office(self, values: Mapping[str, Any], language: str) -> Worded:
        return Worded(office_text(offices.get(values["office"]), language))


def _noted(values: Mapping[str, Any], language: str) -> Worded:
    return Worded(understood_text(values["facts"], values["facts"], language))


def _reference(values: Mapping[str, Any], _: str) -> Worded:
    """A look-up's result stays a reference until it is delivered."""
    return Worded(str(values["reference"]))


def _status_meaning(values: Mapping[str, Any], language: str) -> Worded:
    return Worded(render_status(values["kind"], values["status"], language))


def office_text(office: Office, language: str) -> str:
    """Which town has an office, its address if it may be shown, and where to ask."""
    where = {"town": office.town, "state": office.state}
    lines = [i18n.translate(_OFFICE, language, **where)]
    if office.address:
        address = {"address": office.address}
        lines.append(i18n.translate(_ADDRESS, language, **address))
    else:
        lines.append(i18n.translate(_NO_ADDRESS, language))
    lines.append(i18n.translate(_STATE_PAGE, language, page=office.page))
    lines.append(i18n.translate(_WEEKS[office.working_week], language))
    return "\n".join(lines)


def _offered(need: str, scheme: str | None) -> dict[str, Any]:
    if need in _LABELS:
        return {"intent": need, "values": {}}
    return {"intent": "ask", "values": _about(need, scheme)}


def _about(need: str, scheme: str | None) -> dict[str, str]:
    return {"need": need, **({"scheme": scheme} if scheme else {})}


def buttons(offers: Iterable[Mapping[str, Any]], language: str) -> Buttons:
    """Buttons for `offers`: a title in `language`, and the payload that asks for it."""
    return [
        {"title": _title(offer, language), "payload": _payload(offer)}
        for offer in offers
    ]


def _payload(offer: Mapping[str, Any]) -> str:
    values = offer.get("values") or {}
    return f"/{offer['intent']}" + (json.dumps(values) if values else "")


def _title(offer: Mapping[str, Any], language: str) -> str:
    values = offer.get("values") or {}
    if offer["intent"] == INTENT:
        return lookup_label(values, language)
    if offer["intent"] == "change_language":
        return _LANGUAGE_NAMES[values["language"]]
    if offer["intent"] == "ask":
        if "known" in values:
            return i18n.translate(longtail.load()[values["known"]].title, language)
        need = values["need"]
        if offer.get("by_scheme"):
            return scheme_label(values["scheme"], language)
        if "question" in values:
            return i18n.translate(
                _QUESTIONS.get(values["question"], _ESTIMATE), language
            )
        # a need of one scheme names it already
        scheme = None if need in {*FIXED, *ONLY_SCHEME} else values.get("scheme")
        return need_label(need, language, scheme=scheme)
    return i18n.translate(_LABELS[offer["intent"]], language)


def load_words(parameters: Any, source: Callable[[str], str]) -> Words:
    """Words over the rulebook below `parameters`."""
    return Words(rulebook.load(parameters), source)
