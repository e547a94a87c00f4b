"""The demo people who are housewives or self-employed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from bot.registry.demo import (
    SKSPS_YEAR,
    SKSSR_YEAR,
    Day,
    DemoPerson,
    year_from,
    years_after,
)
from bot.registry.records import Contribution, Registration

Covered = tuple[Registration, Contribution]


def housewives_and_self_employed(today: date) -> Iterator[DemoPerson]:
    """Each with a case of its own."""
    makers: list[Callable[[Day], DemoPerson]] = [
        _aminah,
        _ravi,
        _tan,
        _siti,
        _landline,
        _shared_wife,
        _shared_husband,
        _dead,
        _gap,
        _near_renewal,
        _awaiting,
        _refused,
        _board,
        _paid_back,
        _bare,
    ]
    for who, make in enumerate(makers, start=1):
        yield make(Day(today, who))


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


def _aminah(day: Day) -> DemoPerson:
    begin = day.ago(200)
    registration, payment = covered(day, "skssr", begin)
    return DemoPerson(
        ic="720314000018",
        name="Demo Aminah binti Contoh",
        phone=phone(1),
        about="housewife, covered by SKSSR, one claim under review",
        registrations=(registration,),
        contributions=(payment,),
        claims=(
            day.claim(
                1,
                "skssr.permanent_disablement",
                ("received", 40, "filed_online"),
                ("under_review", 26),
            ),
        ),
    )


def _ravi(day: Day) -> DemoPerson:
    registration, payment = covered(day, "sksps", day.ago(160), plan=2)
    return DemoPerson(
        ic="880921000035",
        name="Demo Ravi a/l Contoh",
        phone=phone(2),
        about="drives for a platform, SKSPS plan 2, papers missing in a claim",
        registrations=(registration,),
        contributions=(payment,),
        claims=(
            day.claim(
                1,
                "sksps.temporary_disablement",
                ("received", 21, "filed_at_office"),
                ("documents_missing", 14, "documents_asked"),
                missing=("medical_certificate", "bank_statement"),
            ),
        ),
    )


def _tan(day: Day) -> DemoPerson:
    registration, payment = covered(day, "sksps", day.ago(600), plan=1)
    return DemoPerson(
        ic="950607000052",
        name="Demo Tan Contoh",
        phone=phone(3),
        about="hawker, SKSPS plan 1, cover has lapsed",
        registrations=(registration,),
        contributions=(payment,),
    )


def _siti(day: Day) -> DemoPerson:
    return DemoPerson(
        ic="900202000096",
        name="Demo Siti binti Contoh",
        phone=None,
        about="housewife, application pending, no telephone on record",
        registrations=(Registration("skssr", "pending", day.ago(9)),),
    )


def _landline(day: Day) -> DemoPerson:
    registration, payment = covered(day, "skssr", day.ago(80))
    return DemoPerson(
        ic="760505000058",
        name="Demo Mei Ling Contoh",
        phone="+60300000005",
        about="housewife, covered, only a landline on record: no message can be sent",
        registrations=(registration,),
        contributions=(payment,),
    )


def _shared_wife(day: Day) -> DemoPerson:
    registration, payment = covered(day, "skssr", day.ago(30))
    return DemoPerson(
        ic="830711000064",
        name="Demo Kavitha a/p Contoh",
        phone=phone(6),
        about="housewife, covered; shares one telephone with her husband",
        registrations=(registration,),
        contributions=(payment,),
    )


def _shared_husband(day: Day) -> DemoPerson:
    registration, payment = covered(day, "sksps", day.ago(45), plan=4)
    return DemoPerson(
        ic="801202000077",
        name="Demo Suresh a/l Contoh",
        phone=phone(6),
        about="farmer, SKSPS plan 4; shares one telephone with his wife",
        registrations=(registration,),
        contributions=(payment,),
    )


def _dead(day: Day) -> DemoPerson:
    begin = day.ago(220)
    registration, payment = covered(day, "sksps", begin, plan=3)
    ended = Registration(
        "sksps", "ended", registration.registered_on, 3, begin, day.ago(75)
    )
    return DemoPerson(
        ic="690830000085",
        name="Demo Hassan bin Contoh",
        phone=phone(8),
        about="died 75 days ago; the family's claims: one paid, one paid every month",
        registrations=(ended,),
        contributions=(payment,),
        claims=(
            day.claim(
                2,
                "sksps.dependants",
                ("received", 60, "filed_at_office"),
                ("documents_missing", 55, "documents_asked"),
                ("under_review", 40, "documents_arrived"),
                ("approved", 25),
                ("in_payment", 12),
                decision=("approved", 25),
            ),
            day.claim(
                1,
                "sksps.funeral",
                ("received", 70, "filed_online"),
                ("approved", 66),
                ("paid", 63),
                decision=("approved", 66),
            ),
        ),
        died_on=day.ago(75),
    )


def _gap(day: Day) -> DemoPerson:
    spells = [covered(day, "skssr", day.ago(back)) for back in (100, 640, 1100)]
    return DemoPerson(
        ic="850417000092",
        name="Demo Rosnah binti Contoh",
        phone=phone(9),
        about="housewife, covered now, with two gaps between earlier years of cover",
        registrations=tuple(each[0] for each in spells),
        contributions=tuple(each[1] for each in spells),
    )


def _near_renewal(day: Day) -> DemoPerson:
    begin = years_after(day.ago(-10), -1) + timedelta(1)
    registration, payment = covered(day, "sksps", begin, plan=2)
    return DemoPerson(
        ic="920116000107",
        name="Demo Lim Contoh",
        phone=phone(10),
        about="delivery rider, SKSPS plan 2, cover ends in about ten days",
        registrations=(registration,),
        contributions=(payment,),
    )


def _awaiting(day: Day) -> DemoPerson:
    begin = day.ago(1)
    waiting = day.paid(
        "sksps", begin, SKSPS_YEAR[1], until=year_from(begin), status="received"
    )
    returned = day.paid(
        "sksps", day.ago(12), SKSPS_YEAR[1], until=day.ago(-353), status="returned"
    )
    return DemoPerson(
        ic="000229000113",
        name="Demo Farah binti Contoh",
        phone=phone(11),
        about="sells online, awaits SKSPS; one payment returned, a new one not counted",
        registrations=(Registration("sksps", "awaiting_payment", day.ago(15), 1),),
        contributions=(waiting, returned),
        century=2000,
    )


def _refused(day: Day) -> DemoPerson:
    return DemoPerson(
        ic="701010000126",
        name="Demo Zainab binti Contoh",
        phone=phone(12),
        about="application for SKSSR refused: past the age for a first contribution",
        registrations=(Registration("skssr", "rejected", day.ago(33)),),
    )


def _board(day: Day) -> DemoPerson:
    registration, payment = covered(day, "skssr", day.ago(300))
    decided = years_after(day.ago(-10), -3)
    back = (day.today - decided).days
    earlier, before = covered(day, "skssr", day.ago(back + 200))
    return DemoPerson(
        ic="780523000134",
        name="Demo Nurul binti Contoh",
        phone=phone(13),
        about="housewife; a medical board is to see her; an old refusal may be appealed"
        " for ten more days",
        registrations=(registration, earlier),
        contributions=(payment, before),
        claims=(
            day.claim(
                2,
                "skssr.invalidity",
                ("received", 50, "filed_online"),
                ("under_review", 44),
                ("medical_board", 8, "board_date_set"),
            ),
            day.claim(
                1,
                "skssr.permanent_disablement",
                ("received", back + 60, "filed_at_office"),
                ("medical_board", back + 30, "board_date_set"),
                ("under_review", back + 12, "assessed"),
                ("rejected", back),
                decision=("rejected", back),
                appeal_until=day.ago(-10),
            ),
        ),
    )


def _paid_back(day: Day) -> DemoPerson:
    registration, payment = covered(day, "sksps", day.ago(90), plan=1)
    return DemoPerson(
        ic="870305000149",
        name="Demo Wong Contoh",
        phone=phone(14),
        about="barber, SKSPS plan 1; a claim is approved, the bank sent the money back",
        registrations=(registration,),
        contributions=(payment,),
        claims=(
            day.claim(
                1,
                "sksps.medical",
                ("received", 35, "filed_online"),
                ("approved", 20),
                ("approved", 6, "payment_returned"),
                decision=("approved_in_part", 20),
                appeal_until=years_after(day.ago(20), 3),
            ),
        ),
    )


def _bare(day: Day) -> DemoPerson:
    lowest = Decimal("13.10")  # a month of plan 1, never followed by another
    begin = day.ago(900)
    once = day.paid("sksps", begin, lowest, until=begin + timedelta(29))
    return DemoPerson(
        ic="011231000155",
        name="Demo Adam bin Contoh",
        phone=phone(15),
        about="on record with one old payment; no registration and no claim",
        contributions=(once,),
        century=2000,
    )
