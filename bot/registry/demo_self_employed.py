"""The demo people who work for themselves, each with a case of their own."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from bot.registry.demo import (
    SKSPS_YEAR,
    Day,
    DemoPerson,
    covered,
    phone,
    year_from,
    years_after,
)
from bot.registry.records import Registration


def ravi(day: Day) -> DemoPerson:
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


def tan(day: Day) -> DemoPerson:
    registration, payment = covered(day, "sksps", day.ago(600), plan=1)
    return DemoPerson(
        ic="950607000052",
        name="Demo Tan Contoh",
        phone=phone(3),
        about="hawker, SKSPS plan 1, cover has lapsed",
        registrations=(registration,),
        contributions=(payment,),
    )


def shared_husband(day: Day) -> DemoPerson:
    registration, payment = covered(day, "sksps", day.ago(45), plan=4)
    return DemoPerson(
        ic="801202000077",
        name="Demo Suresh a/l Contoh",
        phone=phone(6),
        about="farmer, SKSPS plan 4; shares one telephone with his wife",
        registrations=(registration,),
        contributions=(payment,),
    )


def dead(day: Day) -> DemoPerson:
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


def near_renewal(day: Day) -> DemoPerson:
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


def awaiting(day: Day) -> DemoPerson:
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


def paid_back(day: Day) -> DemoPerson:
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


def bare(day: Day) -> DemoPerson:
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
