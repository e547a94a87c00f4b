"""The list of facts about a person that questions use, each described.

The order is that of `tanya decide --list`; the wording of the questions is elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.rulebook.fact_types import (
    OLDEST,
    FactValue,
    read_bool,
    read_choice,
    read_day,
    read_earnings,
    read_moment,
    read_money,
    read_payments,
    read_percent,
    read_whole,
)
from bot.rulebook.fact_values import (
    CAUSES,
    CIRCUMSTANCES,
    EMPLOYMENTS,
    INJURIES,
    SECTORS,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A described fact: what it is, how it is written, why it is asked."""

    name: str
    about: str
    kind: str
    why: str
    read: Callable[[object], FactValue]
    unit: str | None = None
    values: tuple[str, ...] = ()

    def to_json(self) -> dict[str, object]:
        members: dict[str, object] = {
            "fact": self.name,
            "about": self.about,
            "type": self.kind,
            "why": self.why,
        }
        if self.unit:
            members["unit"] = self.unit
        if self.values:
            members["values"] = list(self.values)
        return members


def _choice(name: str, about: str, why: str, *values: str) -> Fact:
    return Fact(name, about, "code", why, read_choice(*values), values=values)


def _whole(name: str, about: str, why: str, *, low: int, high: int, unit: str) -> Fact:
    return Fact(name, about, "integer", why, read_whole(low, high), unit=unit)


_DESCRIBED = (
    _choice("sex", "female or male", "ONLY_WOMEN_MAY_JOIN", "female", "male"),
    _choice(
        "citizenship",
        "citizenship or residence in Malaysia",
        "STATUS_DECIDES",
        "citizen",
        "permanent_resident",
        "temporary_resident",
        "foreigner",
    ),
    _choice("employment", "main work now", "EMPLOYMENT_DECIDES", *EMPLOYMENTS),
    Fact("birth_date", "date of birth", "date", "AGE_DECIDES", read_day),
    _whole(
        "age",
        "completed years on the day asked about",
        "AGE_DECIDES",
        low=0,
        high=OLDEST,
        unit="year",
    ),
    Fact(
        "first_time",
        "true when no contribution to this scheme was made or payable before",
        "boolean",
        "FIRST_TIME_DECIDES_AT_THIS_AGE",
        read_bool,
    ),
    _choice("sector", "sector of self-employment", "SECTOR_DECIDES", *SECTORS),
    _choice(
        "service",
        "kind of passenger transport",
        "SERVICE_DECIDES",
        "taxi",
        "e_hailing",
        "bus",
    ),
    Fact(
        "licensed",
        "true when a hawker or trader holds a licence",
        "boolean",
        "SECTOR_DECIDES",
        read_bool,
    ),
    Fact("wage", "wages of the month", "money", "WAGE_DECIDES", read_money, unit="MYR"),
    _whole(
        "category", "Act 4 category", "CATEGORY_DECIDES", low=1, high=2, unit="category"
    ),
    _whole("plan", "SKSPS plan", "PLAN_DECIDES", low=1, high=4, unit="plan"),
    _whole(
        "months", "months to pay for", "PLAN_DECIDES", low=1, high=120, unit="month"
    ),
    Fact(
        "platform_earnings",
        "the month's earnings by platform, tips left out",
        "list of {platform, amount}",
        "EARNINGS_DECIDE",
        read_earnings,
        unit="MYR",
    ),
    Fact(
        "paid_at",
        "when the payment was made",
        "date or time",
        "PAID_DECIDES",
        read_moment,
    ),
    Fact("cover_until", "last day covered", "date", "PAID_DECIDES", read_day),
    Fact(
        "event_date", "day of the accident or event", "date", "EVENT_DECIDES", read_day
    ),
    _choice(
        "payer", "who pays for a housewife", "PAYER_DECIDES", "self", "husband", "other"
    ),
    Fact(
        "spouse",
        "true when a widow or widower is left",
        "boolean",
        "FAMILY_DECIDES",
        read_bool,
    ),
    _whole(
        "children",
        "children left who are still entitled",
        "FAMILY_DECIDES",
        low=0,
        high=30,
        unit="person",
    ),
    Fact(
        "parents",
        "true when a parent is left",
        "boolean",
        "FAMILY_DECIDES",
        read_bool,
    ),
    _choice(
        "support_group",
        "group for which the government pays all",
        "GROUP_DECIDES",
        "volunteer",
        "house_of_worship_worker",
        "community_rehabilitation",
        "contract_for_service",
    ),
    Fact(
        "employer_spouse",
        "true when the employee is the employer's spouse",
        "boolean",
        "EMPLOYMENT_DECIDES",
        read_bool,
    ),
    Fact(
        "opted_out",
        "true when a release of liability for LINDUNG 24 Jam was filed",
        "boolean",
        "OPT_OUT_DECIDES",
        read_bool,
    ),
    Fact("hired_on", "first day with this employer", "date", "HIRE_DECIDES", read_day),
    _whole(
        "medical_leave_days",
        "days of certified leave, the day of the accident included",
        "LEAVE_DECIDES",
        low=0,
        high=3660,
        unit="day",
    ),
    Fact(
        "loss_percent",
        "assessed loss",
        "percentage",
        "LOSS_DECIDES",
        read_percent,
        unit="percent",
    ),
    _whole(
        "contributed_months",
        "months contributed",
        "MONTHS_DECIDE",
        low=0,
        high=1200,
        unit="month",
    ),
    _whole(
        "claims_before",
        "earlier EIS claims",
        "CLAIMS_DECIDE",
        low=0,
        high=50,
        unit="claim",
    ),
)
_OTHERS = (
    _choice("cause", "how it happened", "CAUSE_DECIDES", *CAUSES),
    _choice("injury", "row of the injury table", "INJURY_DECIDES", *INJURIES),
    _choice(
        "circumstance",
        "something about the person that people ask about",
        "CIRCUMSTANCE_DECIDES",
        *CIRCUMSTANCES,
    ),
    Fact(
        "payments",
        "every payment, with the months it was for",
        "list of {paid_at, months}",
        "PAID_DECIDES",
        read_payments,
    ),
    Fact(
        "papers_complete_on",
        "day on which PERKESO had every paper",
        "date",
        "PAPERS_DECIDE",
        read_day,
    ),
)
# what the chat may ask for or carry; the others are for desk and scripts so far
FACTS: dict[str, Fact] = {fact.name: fact for fact in _DESCRIBED}
EVERY_FACT: dict[str, Fact] = {**FACTS, **{fact.name: fact for fact in _OTHERS}}
