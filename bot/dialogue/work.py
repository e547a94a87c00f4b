"""The kind of work that a message tells of, and the scheme that it leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.dialogue.message import Message

# kinds of own work that are as often done for an employer: they settle no scheme
MAY_BE_EMPLOYED = frozenset(
    {"lorry_driver", "bus_driver", "tour_bus_driver", "chauffeur", "private_driver"}
    | {"limousine_driver", "mover", "porter", "water_carrier", "plantation_worker"}
    | {"farm_machine_operator", "sawmill_operator", "slaughterer", "logger", "cook"}
    | {"baker", "welder", "construction_worker", "carpenter", "bricklayer", "plumber"}
    | {"painter_decorator", "electrician", "tiler_roofer", "crane_operator"}
    | {"scaffolder", "surveyor_helper", "road_worker", "programmer", "it_technician"}
    | {"data_entry_clerk", "content_moderator", "lawyer", "accountant", "architect"}
    | {"doctor", "healthcare_practitioner", "psychologist", "mechanic", "car_washer"}
    | {"parking_attendant", "pest_controller", "cleaner", "caregiver", "hairdresser"}
    | {"beautician", "masseur", "laundry_operator", "gardener_home", "photographer"}
    | {"designer", "tour_guide", "funeral_worker", "security_guard_self", "tutor"}
)
# what whoever is employed may do there, or what the place is called: `kerja di cafe`
_OF_A_PLACE = frozenset({"contract_worker", "restaurant_owner"})
_WAGE = re.compile(
    r"\b(gaji|gj|salary|wages?|upah|(?:my|his|her|their) pay"
    r"|(?:he|she|they|who|staff|workers?|employees?) earns?)\b"
)


def paid_scheme(message: Message) -> str | None:
    """The scheme of whoever tells a wage."""
    paid = _WAGE.search(message.text.casefold()) and message.first("amount")
    return "act4" if paid else None


def implied_scheme(message: Message) -> str | None:
    """The scheme that a person's kind of work leads to."""
    if "suri" in _occupations(message) or _says(message, "employment", "housewife"):
        return "skssr"
    works = set(message.values("employment"))
    employed = works & {"private_employee", "domestic_worker"}
    if employed and _only_trades(message, _OF_A_PLACE) and not message.first("plan"):
        return "act4"
    if message.first("sector") or message.first("plan"):
        return "sksps"
    if "self_employed" in works:
        return "sksps"
    return "act4" if employed else None


def settled_scheme(message: Message) -> str | None:
    """The same where the work leaves no doubt who is insured: of a lorry driver it is
    not known whether somebody employs him.
    """
    return None if may_be_employed(message) else implied_scheme(message)


def may_be_employed(message: Message) -> bool:
    """Whether all that is told of the work is a trade that may be done for a wage."""
    said = message.first("plan") or message.first("employment")
    return _only_trades(message) and not said


def _only_trades(message: Message, beside: frozenset[str] = frozenset()) -> bool:
    jobs = {str(job) for job in message.values("occupation")}
    return bool(jobs) and jobs <= MAY_BE_EMPLOYED | beside


def _occupations(message: Message) -> Iterator[str]:
    return (
        "suri" if value in ("housewife", "homemaker") else str(value)
        for value in message.values("occupation")
    )


def _says(message: Message, entity: str, value: str) -> bool:
    return value in set(message.values(entity))
