"""All demo people, in the order in which they are listed."""

from __future__ import annotations

from datetime import date

from bot.registry import demo_employees as employees
from bot.registry import demo_housewives as housewives
from bot.registry import demo_self_employed as self_employed
from bot.registry.demo import Day, DemoPerson

# the places in the list are in receipts, claim numbers and telephone numbers
MAKERS = {
    1: housewives.aminah,
    2: self_employed.ravi,
    3: self_employed.tan,
    4: housewives.siti,
    5: housewives.landline,
    6: housewives.shared_wife,
    7: self_employed.shared_husband,
    8: self_employed.dead,
    9: housewives.gap,
    10: self_employed.near_renewal,
    11: self_employed.awaiting,
    12: housewives.refused,
    13: housewives.board,
    14: self_employed.paid_back,
    15: self_employed.bare,
    21: employees.jason,
    22: employees.two_covers,
    23: employees.lost_job,
    24: employees.off_duty,
    25: employees.many_claims,
    26: employees.nothing,
}


def demo_people(on: date) -> tuple[DemoPerson, ...]:
    """All of them, as they are on a day."""
    return tuple(make(Day(on, who)) for who, make in MAKERS.items())
