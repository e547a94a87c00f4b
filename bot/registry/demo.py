"""What demo people are made of: records that move along with the day of seeding.

Their numbers belong to nobody: place code 00 is not assigned, no mobile begins with
+60 11 0000 and no landline with +60 3 0000. Prices are those of the real plans.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from bot.clock import MALAYSIA
from bot.registry.records import Claim, ClaimEvent, Contribution, Registration

UNKNOWN_IC = "850101000099"  # a possible number that nobody here has
INVALID_IC = "901332000011"  # no month is the thirteenth

SKSSR_YEAR = Decimal("120.00")
SKSPS_YEAR = {
    1: Decimal("157.20"),
    2: Decimal("232.80"),
    3: Decimal("442.80"),
    4: Decimal("592.80"),
}
# of a wage of RM3,000: employer and employee together
MONTH = {
    "act4": Decimal("66.40"),
    "eis": Decimal("11.80"),
    "lindung24": Decimal("22.15"),
}
EMPLOYER = ("DEMO-E-0001", "Demo Kilang Contoh Sdn. Bhd.")


Covered = tuple[Registration, Contribution]


@dataclass(frozen=True)
class DemoPerson:
    """One of them, with everything on record about them."""

    ic: str
    name: str
    phone: str | None
    about: str
    registrations: tuple[Registration, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    died_on: date | None = None
    century: int = 1900

    @property
    def birth_date(self) -> date:
        """As the number says it."""
        year, month, day = (int(self.ic[at : at + 2]) for at in (0, 2, 4))
        return date(self.century + year, month, day)


@dataclass(frozen=True)
class Day:
    """The day of seeding; everything else is counted from it."""

    today: date
    who: int = 0  # numbers receipts and claims

    def ago(self, days: int) -> date:
        """So many days before; after, when it is negative."""
        return self.today - timedelta(days)

    def paid(
        self,
        scheme: str,
        begin: date,
        amount: Decimal,
        *,
        until: date,
        status: str = "credited",
    ) -> Contribution:
        """A payment on the day before cover begins."""
        return Contribution(
            scheme=scheme,
            receipt=f"DEMO-{self.who:04d}-{begin:%y%m%d}-{scheme}",
            amount=amount,
            received_at=noon(begin - timedelta(1)),
            cover_from=begin,
            cover_until=until,
            status=status,
        )

    def months(self, scheme: str, count: int, *, skip: int = 0) -> list[Contribution]:
        """What the employer paid for past months, on the fifteenth of the next one."""
        return [
            Contribution(
                scheme=scheme,
                receipt=f"DEMO-{self.who:04d}-{first:%Y%m}-{scheme}",
                amount=MONTH[scheme],
                received_at=noon(month(first, 1).replace(day=15)),
                cover_from=first,
                cover_until=month(first, 1) - timedelta(1),
                employer=EMPLOYER[1],
            )
            for first in (
                month(self.today, -back) for back in range(2 + skip, 2 + skip + count)
            )
        ]

    def claim(
        self,
        number: int,
        what: str,
        *steps: tuple[str, int] | tuple[str, int, str],
        missing: tuple[str, ...] = (),
        decision: tuple[str, int] | None = None,
        appeal_until: date | None = None,
    ) -> Claim:
        """A claim: `scheme.benefit`, steps (status, days ago, note), oldest first."""
        scheme, benefit = what.split(".")
        history = tuple(
            ClaimEvent(step[0], self.ago(step[1]), *step[2:]) for step in steps
        )
        return Claim(
            number=f"DEMO-{1000 + self.who}-{number:04d}",
            scheme=scheme,
            benefit=benefit,
            status=history[-1].status,
            filed_on=history[0].on,
            status_on=history[-1].on,
            history=history,
            missing_documents=missing,
            decision=decision and decision[0],
            decided_on=decision and self.ago(decision[1]),
            appeal_until=appeal_until,
        )


def year_from(begin: date) -> date:
    """The last of the twelve months of cover that begin on a day."""
    return _same_day(begin, begin.year + 1) - timedelta(1)


def years_after(day: date, years: int) -> date:
    """The same day so many years later."""
    return _same_day(day, day.year + years)


def month(day: date, later: int) -> date:
    """The first day of the month so many months later; earlier, when negative."""
    years, number = divmod(day.month - 1 + later, 12)
    return date(day.year + years, number + 1, 1)


def noon(day: date) -> datetime:
    """Twelve o'clock in Malaysia."""
    return datetime.combine(day, time(12), tzinfo=MALAYSIA)


def _same_day(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)


def phone(who: int) -> str:
    """A mobile number that nobody has."""
    return f"+60110000{who:04d}"


def covered(day: Day, scheme: str, begin: date, *, plan: int | None = None) -> Covered:
    """A year of cover: the registration and its payment."""
    until = year_from(begin)
    registration = Registration(
        scheme=scheme,
        status="active" if until >= day.today else "lapsed",
        registered_on=begin - timedelta(1),
        plan=plan,
        cover_from=begin,
        cover_until=until,
    )
    price = SKSPS_YEAR[plan] if plan else SKSSR_YEAR
    return registration, day.paid(scheme, begin, price, until=until)
