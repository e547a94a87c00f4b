"""From what a message names to facts that the rulebook knows.

A fact is taken from an entity of the same meaning that is told of the right person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.dialogue.message import Message
from bot.dialogue.periods import counted, months_told
from bot.dialogue.persons import belongs, sex_told, told_of
from bot.dialogue.sides import has_a_boss
from bot.dialogue.wage_ages import ages_of_wages
from bot.dialogue.wages import added_up, monthly_wages, tells_no_month
from bot.dialogue.work import may_be_employed

_WAGE_QUESTIONS = ("act4", "eis", "lindung24")
MOST_SHOWN = 8  # options that are shown with the first question
# of two statuses in one message the more special one counts: "Indonesian with PR"
_STATUSES = ("permanent_resident", "temporary_resident", "citizen", "foreigner")
# what staff are called who are no foreigners; nothing else is local here
_LOCAL = re.compile(
    r"(?<!not )(?<!bukan )\b"
    r"(local (maids?|workers?|staff|employees?|helpers?|hires?|one)"
    r"|(pekerja|staf+|orang|pembantu rumah|bibik|maid|org) (tempatan|local))\b"
)
# an age that is spoken of as the law's is nobody's own
_AGE_LIMIT = re.compile(
    r"(had umur|had usia|limit|naik|raised?|below|bawah)\W+(\w+\W+){0,4}$"
)


@dataclass(frozen=True)
class FactType:
    """What the dialogue must know of a fact: its kind, and its values if it has few."""

    kind: str  # "integer", "boolean", "date", "money", "code", ...
    values: tuple[str, ...] = ()


def from_entities(
    message: Message, known: Mapping[str, FactType], *, subject: str | None = None
) -> dict[str, Any]:
    """Facts that `message` states of `subject`, whatever was asked."""
    stated: dict[str, Any] = {}
    for index, (name, value) in enumerate(message.entities):
        if name not in known or name in stated:
            continue
        if is_of_law(message, index) or (name == "age" and ages_of_wages(message)):
            continue
        if not belongs(message, index, subject):
            continue
        typed = cast(value, known[name])
        if typed is not None:
            stated[name] = typed
    if "citizenship" in stated:
        said = {
            value
            for index, (name, value) in enumerate(message.entities)
            if name == "citizenship" and belongs(message, index, subject)
        }
        stated["citizenship"] = next(s for s in _STATUSES if s in said)
    elif "citizenship" in known and _LOCAL.search(message.text.casefold()):
        stated["citizenship"] = "citizen"
    stated.update(_implied(message, known, stated, subject))
    if "wage" in known and told_of(message, "amount", subject):
        stated.update(_of_pay(message))
    return stated


def is_of_law(message: Message, index: int) -> bool:
    """Whether the value at `index` is an age limit that is spoken of."""
    name = message.entities[index][0]
    return name == "age" and bool(_AGE_LIMIT.search(message.before(index)))


def _implied(
    message: Message,
    known: Mapping[str, FactType],
    stated: Mapping[str, Any],
    subject: str | None,
) -> dict[str, Any]:
    implied: dict[str, Any] = {}
    sex = sex_told(message) or ("female" if _is_a_housewife(message) else None)
    if "sex" in known and "sex" not in stated and sex:
        implied["sex"] = sex
    months = months_told(message)
    if months and "months" in known:
        implied["months"] = months
    employed = _STAFF_OF_MINE.get(str(message.first("relation") or subject))
    if employed and "employment" in known and "employment" not in stated:
        implied["employment"] = employed
    service = _SERVICES.get(str(message.first("occupation")))
    if service and "service" in known:
        implied["service"] = service
    return implied


# whoever is one's own worker is employed
_STAFF_OF_MINE = {"employee": "private_employee", "domestic_worker": "domestic_worker"}
# each kind of passenger transport became compulsory on a day of its own
_SERVICES = {
    "grab_driver": "e_hailing",
    "ehailing_driver": "e_hailing",
    "taxi_driver": "taxi",
    "bus_driver": "bus",
    "tour_bus_driver": "bus",
}


def _is_a_housewife(message: Message) -> bool:
    # by Act 838 s.3 a suri rumah is a woman; a man who says so states his sex as well
    occupations = set(message.values("occupation")) | set(message.values("employment"))
    return bool(occupations & {"housewife", "homemaker"})


def in_words(message: Message, stated: Mapping[str, Any]) -> dict[str, Any]:
    """`stated` without the sex that only a pronoun or a payer gave away."""
    told = message.first("sex") or message.first("relation")
    return {name: v for name, v in stated.items() if name != "sex" or told}


def for_question(question: str, message: Message) -> dict[str, Any]:
    """Facts that a message states only in the light of `question`.

    A wage of None is to be forgotten: pay was told, but not what it is in a month.
    """
    scheme = question.split(".")[1] if "." in question else ""
    found: dict[str, Any] = {}
    amounts = [str(amount) for amount in message.values("amount")]
    wages = monthly_wages(message)
    if scheme in _WAGE_QUESTIONS and (amounts or tells_no_month(message)):
        found["wage"] = wages[-1] if wages else None
    if amounts and question == "contribution.gig":
        found["platform_earnings"] = [
            {"platform": f"{number}", "amount": amount}
            for number, amount in enumerate(amounts, start=1)
        ]
    percent = message.first("percent")
    if percent is not None and question.endswith(".permanent_disablement"):
        found["loss_percent"] = str(percent)
    if question.split(".")[0] in _ABOUT_EVENTS:
        found.update(_days_told(message))
    works = _work(message)
    if question in _ASKS_FOR_WORK and works and not message.first("employment"):
        found["employment"] = works
    elif question in _OF_EMPLOYEES and not works and has_a_boss(message):
        found["employment"] = "private_employee"
    return {**found, **counted(question, message)}


def _days_told(message: Message) -> dict[str, Any]:
    """The day of what happened; one on which was paid is another day."""
    days = [
        (str(value), bool(_PAID_ON.search(message.before(index))))
        for index, (name, value) in enumerate(message.entities)
        if name == "date"
    ]
    events = [day for day, paid in days if not paid]
    if len(days) > 1 and events:
        return {"event_date": events[0]}
    return {"event_date": days[0][0]} if days else {}


_PAID_ON = re.compile(
    r"\b(bayar|byr|paid|pay|paying|since|sejak|mula|start(ed)?|carum|receipt|resit)\b"
    r"(\W+\w+){0,2}\W*$"
)


def _of_pay(message: Message) -> dict[str, Any]:
    """The wage that is told, and that whoever earns one has an employer."""
    wages = monthly_wages(message)
    paid = _PAID.search(message.text.casefold()) or added_up(message)
    if len(wages) != 1 or not paid:
        return {}
    works = any(message.first(name) for name in _ONLY_WITH_WORK)
    return {"wage": wages[0], **({} if works else {"employment": "private_employee"})}


def _work(message: Message) -> str | None:
    """The kind of work that a scheme or an occupation leads to."""
    if message.first("scheme") in _WORK_OF:
        return _WORK_OF[str(message.first("scheme"))]
    if set(message.values("occupation")) & {"housewife", "homemaker"}:
        return "housewife"
    own = message.first("sector") or message.first("plan")
    return "self_employed" if own and not may_be_employed(message) else None


_OF_EMPLOYEES = ("eligibility.act4", "eligibility.eis")
_ASKS_FOR_WORK = ("which_cover", "benefit.death")
# whoever tells a wage has an employer
_PAID = re.compile(
    r"\b(gaji|gj|bergaji|salary|wages?|upah|(?:my|his|her|their) pay|(?:first|new) job"
    r"|(?:he|she|they|who|staff|workers?|employees?) earns?)\b"
)
_ONLY_WITH_WORK = ("employment", "occupation", "sector", "plan", "scheme")


# the work that a scheme is for
_WORK_OF = {
    "skssr": "housewife",
    "sksps": "self_employed",
    "act4": "private_employee",
    "lindung24": "private_employee",
}


_ABOUT_EVENTS = ("claim", "coverage", "which_cover")


def cast(value: Any, kind: FactType) -> Any:
    """`value` as the rulebook wants this fact, or None if it cannot be one."""
    try:
        return _CASTS.get(kind.kind, _as_it_is)(value, kind)
    except (TypeError, ValueError):
        return None


def _whole(value: Any, _: FactType) -> int | None:
    return None if isinstance(value, bool) else int(value)


def _yes_no(value: Any, _: FactType) -> bool | None:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(str(value).casefold())


def _one_of(value: Any, kind: FactType) -> str | None:
    return str(value) if not kind.values or str(value) in kind.values else None


def _text(value: Any, _: FactType) -> str:
    return str(value)


def _as_it_is(value: Any, _: FactType) -> Any:
    return value


_CASTS: dict[str, Callable[[Any, FactType], Any]] = {
    "integer": _whole,
    "boolean": _yes_no,
    "code": _one_of,
    "money": _text,
    "date": _text,
}
