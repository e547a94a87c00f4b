"""Synthetic people. Their numbers belong to nobody: place code 00 is not assigned, and
no telephone in Malaysia begins with +60 11 0000. Amounts are those of real plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class DemoRegistration:
    scheme: str
    status: str
    registered_on: date
    plan: int | None = None
    cover_from: date | None = None
    cover_until: date | None = None
    paid: Decimal | None = None


@dataclass(frozen=True)
class DemoClaim:
    number: str
    scheme: str
    benefit: str
    status: str
    filed_on: date
    status_on: date


@dataclass(frozen=True)
class DemoPerson:
    ic: str
    name: str
    phone: str | None
    birth_date: date
    sex: str
    about: str
    registrations: tuple[DemoRegistration, ...] = ()
    claims: tuple[DemoClaim, ...] = ()


PEOPLE = (
    DemoPerson(
        ic="720314000018",
        name="Demo Aminah binti Contoh",
        phone="+60110000001",
        birth_date=date(1972, 3, 14),
        sex="female",
        about="housewife, covered by SKSSR, one claim under review",
        registrations=(
            DemoRegistration(
                "skssr",
                "active",
                date(2026, 2, 2),
                cover_from=date(2026, 2, 3),
                cover_until=date(2027, 2, 2),
                paid=Decimal("120.00"),
            ),
        ),
        claims=(
            DemoClaim(
                "DEMO-2026-0001",
                "skssr",
                "permanent_disablement",
                "under_review",
                date(2026, 8, 10),
                date(2026, 8, 24),
            ),
        ),
    ),
    DemoPerson(
        ic="880921000035",
        name="Demo Ravi a/l Contoh",
        phone="+60110000002",
        birth_date=date(1988, 9, 21),
        sex="male",
        about="drives for a platform, SKSPS plan 2, documents missing in a claim",
        registrations=(
            DemoRegistration(
                "sksps",
                "active",
                date(2026, 5, 4),
                plan=2,
                cover_from=date(2026, 5, 5),
                cover_until=date(2027, 5, 4),
                paid=Decimal("232.80"),
            ),
        ),
        claims=(
            DemoClaim(
                "DEMO-2026-0002",
                "sksps",
                "temporary_disablement",
                "documents_missing",
                date(2026, 9, 1),
                date(2026, 9, 7),
            ),
        ),
    ),
    DemoPerson(
        ic="950607000052",
        name="Demo Tan Contoh",
        phone="+60110000003",
        birth_date=date(1995, 6, 7),
        sex="female",
        about="hawker, SKSPS plan 1, cover has lapsed",
        registrations=(
            DemoRegistration(
                "sksps",
                "lapsed",
                date(2025, 3, 3),
                plan=1,
                cover_from=date(2025, 3, 4),
                cover_until=date(2026, 3, 3),
                paid=Decimal("157.20"),
            ),
        ),
    ),
    DemoPerson(
        ic="811130000071",
        name="Demo Jason anak Contoh",
        phone="+60110000004",
        birth_date=date(1981, 11, 30),
        sex="male",
        about="employee, one claim paid and one rejected",
        registrations=(DemoRegistration("act4", "active", date(2015, 1, 5)),),
        claims=(
            DemoClaim(
                "DEMO-2025-0003",
                "act4",
                "temporary_disablement",
                "paid",
                date(2025, 6, 2),
                date(2025, 7, 1),
            ),
            DemoClaim(
                "DEMO-2026-0004",
                "act4",
                "invalidity",
                "rejected",
                date(2026, 1, 12),
                date(2026, 4, 20),
            ),
        ),
    ),
    DemoPerson(
        ic="900202000096",
        name="Demo Siti binti Contoh",
        phone=None,
        birth_date=date(1990, 2, 2),
        sex="female",
        about="housewife, application pending, no telephone on record",
        registrations=(DemoRegistration("skssr", "pending", date(2026, 10, 19)),),
    ),
)
