"""From what a message names to facts that the rulebook knows.

A fact is taken from an entity of the same meaning; a bare answer ("54", "ya", "2") is
read as the fact that was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.dialogue.message import Message
from bot.dialogue.persons import belongs, sex_told
from bot.dialogue.wages import monthly_wages, tells_no_month

_WAGE_QUESTIONS = ("act4", "eis", "lindung24")
_MONTHS = {"month": 1, "year": 12}
MOST_SHOWN = 8  # options that are shown with the first question
# of two statuses in one message the more special one counts: "Indonesian with PR"
_STATUSES = ("permanent_resident", "temporary_resident", "citizen", "foreigner")
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
        if name == "age" and _AGE_LIMIT.search(message.before(index)):
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
    stated.update(_implied(message, known, stated))
    return stated


def _implied(
    message: Message, known: Mapping[str, FactType], stated: Mapping[str, Any]
) -> dict[str, Any]:
    implied: dict[str, Any] = {}
    sex = sex_told(message) or ("female" if _is_a_housewife(message) else None)
    if "sex" in known and "sex" not in stated and sex:
        implied["sex"] = sex
    months = _months(message)
    if months and "months" in known:
        implied["months"] = months
    wages = monthly_wages(message)
    if "wage" in known and len(wages) == 1 and _PAID.search(message.text.casefold()):
        implied["wage"] = wages[0]
    service = _SERVICES.get(str(message.first("occupation")))
    if service and "service" in known:
        implied["service"] = service
    return implied


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


def _months(message: Message) -> int | None:
    period = message.first("period")
    if isinstance(period, Mapping) and period.get("unit") in _MONTHS:
        count = int(period.get("n", 1)) * _MONTHS[str(period["unit"])]
        return count if 1 <= count <= 120 else None
    return None


def in_talk(message: Message, scheme: str | None) -> dict[str, Any]:
    """Facts that a message states only because of the scheme spoken of."""
    months = _months(message)
    worked = _WORKED.search(message.text.casefold())
    if scheme == "eis" and months and worked:
        return {"contributed_months": months}
    return {}


_WORKED = re.compile(
    r"\b(kerja|bekerja|krja|work(ed|ing)?|carum|mencarum|contribut\w+|service|berkhidmat)\b"
)


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
    if question.split(".")[0] in _ABOUT_EVENTS and message.first("date"):
        found["event_date"] = message.first("date")
    if question == "which_scheme" and _is_paid(message):
        found["employment"] = "private_employee"
    works = _work(message)
    if question in _ASKS_FOR_WORK and works and not message.first("employment"):
        found["employment"] = works
    return {**found, **_counted(question, message)}


def _is_paid(message: Message) -> bool:
    told = any(message.first(name) for name in _ONLY_WITH_WORK)
    paid = _PAID.search(message.text.casefold()) and message.first("amount")
    return bool(paid) and not told


def _work(message: Message) -> str | None:
    """The kind of work that a scheme or an occupation leads to."""
    if message.first("scheme") in _WORK_OF:
        return _WORK_OF[str(message.first("scheme"))]
    if set(message.values("occupation")) & {"housewife", "homemaker"}:
        return "housewife"
    return "self_employed" if message.first("sector") or message.first("plan") else None


_ASKS_FOR_WORK = ("which_cover", "benefit.death")
# whoever tells a wage has an employer
_PAID = re.compile(r"\b(gaji|gj|bergaji|salary|wages?|upah)\b")
_ONLY_WITH_WORK = ("employment", "occupation", "sector", "plan")


# the work that a scheme is for
_WORK_OF = {
    "skssr": "housewife",
    "sksps": "self_employed",
    "act4": "private_employee",
    "lindung24": "private_employee",
}


_ABOUT_EVENTS = ("claim", "coverage", "which_cover")


def _counted(question: str, message: Message) -> dict[str, Any]:
    """Days of leave or months of contributions, whichever `question` counts."""
    period = message.first("period")
    if period == "yearly" and question.startswith("benefit.eis."):
        return {"contributed_months": _MONTHS["year"]}
    if not isinstance(period, Mapping) or not str(period.get("n", "")).isdigit():
        return {}
    unit, number = period.get("unit"), int(period["n"])
    if question.endswith(".temporary_disablement") and unit in ("day", "week"):
        return {"medical_leave_days": number * (7 if unit == "week" else 1)}
    if question.startswith("benefit.eis.") and unit in _MONTHS:
        return {"contributed_months": number * _MONTHS[str(unit)]}
    return {}


def answer_to(
    asked: str, kind: FactType, message: Message, *, again: bool = False
) -> Any:
    """The value that `message` gives for the fact that was asked, or None.

    A number picks an option only if options were shown: a long list is shown `again`,
    to somebody whose own words were not understood.
    """
    for name, value in message.entities:
        if name == asked:
            return cast(value, kind)
    if kind.kind == "money" and message.first("amount") is not None:
        wages = monthly_wages(message)
        return cast(wages[-1], kind) if wages else None
    for name, value in message.entities:
        if asked == "employment" and name == "sector" and value:
            return "self_employed"
    bare = message.text.strip().rstrip(".").casefold()
    if asked == "first_time" and _PAST.search(bare):
        return bool(_NEVER.search(bare))
    if kind.kind == "boolean" and message.intent in ("affirm", "deny"):
        return message.intent == "affirm"
    if kind.values:
        shown = again or len(kind.values) <= MOST_SHOWN
        return _option(bare, kind.values, by_number=shown)
    # money never counts months, years or people
    if kind.kind == "money" or (kind.kind == "integer" and not message.first("amount")):
        return _only_number(bare, kind) if _is_mostly_a_number(bare, message) else None
    return None


def _is_mostly_a_number(bare: str, message: Message) -> bool:
    """Not the 24 of `lindung 24 jam wajib?`: what a name holds is no answer."""
    number = re.search(r"\d", bare)
    named = any(
        name in _NAMES and start <= (number.start() if number else 0) < end
        for (name, _), start, end in zip(
            message.entities, message.starts, message.ends, strict=False
        )
    )
    return not named and len(re.findall(r"[^\W\d_]+", bare)) <= _FEW


_NAMES = frozenset(
    {"scheme", "claim_number", "number_token", "month", "date", "period"}
)
_FEW = 5  # words beside a number that is an answer


# "never" and "not yet" answer "is it your first?" with yes, though they deny
_PAST = re.compile(r"\b(pernah|prnh|belum|blm|never|before|already|sudah|sdh|dah|dh)\b")
_NEVER = re.compile(
    r"\b(belum|blm|never|(tak|tk|tidak|x|dok|dak|nda|inda) ?(pernah|prnh)|not before"
    r"|haven'?t|not yet)\b"
)


def _option(bare: str, values: Sequence[str], *, by_number: bool) -> str | None:
    if bare in values:
        return bare
    if by_number and re.fullmatch(r"\d{1,2}", bare) and 1 <= int(bare) <= len(values):
        return values[int(bare) - 1]
    return None


def _only_number(bare: str, kind: FactType) -> Any:
    numbers = re.findall(r"\d+(?:[.,]\d+)*", bare)
    return cast(numbers[0].replace(",", ""), kind) if len(numbers) == 1 else None


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
