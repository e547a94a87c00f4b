"""SKSPS, LINDUNG Kendiri: the Self-Employment Social Security Act 2017 (Act 789).

In force since 1 June 2017 for passenger transport, since 1 January 2020 for twenty
sectors. Citizens and permanent residents who work for themselves in Malaysia; no age
limit. Compulsory for passenger transport, delivery, and licensed hawkers.
"""

from __future__ import annotations

from datetime import date

from bot.rulebook.case import Case
from bot.rulebook.circumstances import tell_circumstance
from bot.rulebook.conditions import known_text, status_allowed
from bot.rulebook.decision import Change, Decision
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question

STARTED = "sksps/started"
ENFORCED_BY_DAY = {
    "goods_food_transport": "sksps/compulsory_delivery",
    "hawkers": "sksps/compulsory_hawkers",
}
SELLS_ANYWHERE = "food"
SERVICES = {
    "taxi": "sksps/compulsory_taxi",
    "e_hailing": "sksps/compulsory_e_hailing",
    "bus": "sksps/compulsory_bus",
}


def may_join_by_status(case: Case) -> None:
    status_allowed(case, "SKSPS_CITIZEN_OR_PR", "sksps/citizenship")


def sector_listed(case: Case) -> None:
    """One of the twenty sectors, and open on the day."""
    if not case.want("sector"):
        return
    sector = known_text(case, "sector")
    table = case.table("sksps/sectors")
    row = table.row(sector)
    case.compare(
        "SKSPS_SECTOR_LISTED",
        met=row is not None,
        by=row or table.rows[0],
        limit=len(table.rows),
        value=sector,
        changes=(Change("sector", tuple(each.key for each in table.rows)),),
    )
    if row is None:
        return
    case.rely_on(row)
    opens = row.day("open_from")
    assert opens is not None
    case.compare(
        "SKSPS_SECTOR_OPEN",
        met=opens <= case.on,
        by=row,
        limit=opens,
        value=sector,
        changes=(Change("on", opens),),
    )


CONDITIONS = (may_join_by_status, sector_listed)


def eligibility(case: Case) -> Decision:
    """Who may or must join: status and sector; age and other work do not matter."""
    case.begin(STARTED)
    if case.facts.get("employment") == "civil_servant":
        barred = case.barred(*CONDITIONS)
        if barred is not None:
            return barred
        case.read("sksps/civil_servants", hole="SKSPS_CIVIL_SERVANT_UNKNOWN")
    decision = case.settle(*CONDITIONS)
    if decision is not None:
        return decision
    tell_compulsion(case)
    case.say("SKSPS_NO_AGE_LIMIT", "sksps/age_limited")
    case.say("SKSPS_PART_TIME_TOO", "sksps/part_time")
    if case.facts.get("employment") in ("private_employee", "contract_public_servant"):
        case.say("SKSPS_EMPLOYEE_TOO", "sksps/employee_too")
    tell_circumstance(case)
    return case.end("yes")


def tell_compulsion(case: Case) -> None:
    """Whether contribution is compulsory in the sector on the day."""
    sector = known_text(case, "sector")
    first = first_compulsory_day(case, sector)
    hawkers = case.read(ENFORCED_BY_DAY["hawkers"])
    if sector == SELLS_ANYWHERE and hawkers.day <= case.on:
        _tell_street_sellers(case, hawkers)
    elif first is None:
        case.note("SKSPS_VOLUNTARY", value=sector, by=case.row("sksps/sectors", sector))
    elif first.day > case.on:
        case.note("SKSPS_COMPULSORY_LATER", by=first, limit=first.day, value=sector)
    elif sector == "hawkers" and case.facts.get("licensed") is not True:
        case.note(
            "SKSPS_COMPULSORY_IF_LICENSED", by=first, limit=first.day, value=sector
        )
    else:
        case.note("SKSPS_COMPULSORY", by=first, limit=first.day, value=sector)
        _tell_penalty(case)


def _tell_street_sellers(case: Case, first: Value) -> None:
    """Food is sold on the street as well, where a hawker's licence is what counts."""
    sells = "SKSPS_VOLUNTARY_UNLESS_HAWKER"
    if case.facts.get("licensed") is not True:
        case.note(sells, by=first, limit=first.day, value=SELLS_ANYWHERE)
        return
    case.note("SKSPS_COMPULSORY_AS_HAWKER", by=first, limit=first.day)
    _tell_penalty(case)


def _tell_penalty(case: Case) -> None:
    fine, prison = case.read("sksps/penalty_fine"), case.read("sksps/penalty_prison")
    case.note("SKSPS_PENALTY", by=fine, limit=fine.money, value=prison.whole)


def first_compulsory_day(case: Case, sector: str) -> Value | None:
    """The first day of compulsion, for passenger transport by kind of service."""
    if sector == "passenger_transport":
        return case.read(SERVICES[_service(case)])
    path = ENFORCED_BY_DAY.get(sector)
    return case.read(path) if path else None


def _service(case: Case) -> str:
    """The kind given; without one, the first that was enforced stands for all."""
    service = case.facts.get("service")
    return service if isinstance(service, str) else "taxi"


def is_compulsory(case: Case, sector: str) -> bool:
    first = first_compulsory_day(case, sector)
    return first is not None and isinstance(first.value, date) and first.day <= case.on


def voluntary_sectors(case: Case) -> tuple[str, ...]:
    """The sectors where contribution is not compulsory on the day."""
    rows = case.table("sksps/sectors").rows
    return tuple(row.key for row in rows if not is_compulsory(case, row.key))


QUESTIONS = (
    Question(
        "eligibility.sksps",
        "may or must he or she join SKSPS (LINDUNG Kendiri)",
        eligibility,
        asks=("citizenship", "sector"),
        uses=("employment", "licensed", "service", "circumstance"),
    ),
)
