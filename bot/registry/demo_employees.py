"""The demo people who are, or were, employees, each with a case of their own."""

from __future__ import annotations

from datetime import date

from bot.registry.demo import Day, DemoPerson, covered, phone
from bot.registry.records import Contribution, Registration

SCHEMES = ("act4", "eis", "lindung24")
# nobody was registered under a law before it began
BEGAN = {"eis": date(2018, 1, 1), "lindung24": date(2026, 6, 1)}


def _employed(day: Day, years: int) -> tuple[Registration, ...]:
    begin = day.ago(years * 365)
    return tuple(
        Registration(each, "active", max(begin, BEGAN.get(each, begin)))
        for each in SCHEMES
    )


def _paid(day: Day, *, months: int, skip: int = 0) -> tuple[Contribution, ...]:
    paid = [
        *day.months("act4", months, skip=skip),
        *day.months("eis", months, skip=skip),
        *day.months("lindung24", min(months, 3), skip=skip),
    ]
    return tuple(paid)


def jason(day: Day) -> DemoPerson:
    return DemoPerson(
        ic="811130000071",
        name="Demo Jason anak Contoh",
        phone=phone(4),
        about="employee, one claim paid and one rejected",
        registrations=_employed(day, 11),
        contributions=_paid(day, months=14),
        claims=(
            day.claim(
                2,
                "act4.invalidity",
                ("received", 310, "filed_at_office"),
                ("medical_board", 280, "board_date_set"),
                ("under_review", 240, "assessed"),
                ("rejected", 210),
                decision=("rejected", 210),
            ),
            day.claim(
                1,
                "act4.temporary_disablement",
                ("received", 530, "filed_online"),
                ("approved", 510),
                ("paid", 500),
                decision=("approved", 510),
            ),
        ),
    )


def two_covers(day: Day) -> DemoPerson:
    registration, payment = covered(day, "sksps", day.ago(120), plan=3)
    return DemoPerson(
        ic="910818000163",
        name="Demo Azlan bin Contoh",
        phone=phone(16),
        about="employee who drives for a platform at weekends: two covers at once",
        registrations=(*_employed(day, 4), registration),
        contributions=(*_paid(day, months=6), payment),
    )


def lost_job(day: Day) -> DemoPerson:
    worked = tuple(
        Registration(each, "ended", begin, None, begin, day.ago(110))
        for each in SCHEMES
        for begin in (max(day.ago(1500), BEGAN.get(each, day.ago(1500))),)
    )
    return DemoPerson(
        ic="940212000170",
        name="Demo Priya a/p Contoh",
        phone=phone(17),
        about="lost her job: allowance paid monthly; a second claim refused, which may"
        " be appealed for ten more days",
        registrations=worked,
        contributions=_paid(day, months=10, skip=3),
        claims=(
            day.claim(
                2,
                "eis.training",
                ("received", 70, "filed_online"),
                ("rejected", 50),
                decision=("rejected", 50),
                appeal_until=day.ago(-10),
            ),
            day.claim(
                1,
                "eis.job_search",
                ("received", 100, "filed_online"),
                ("approved", 92),
                ("in_payment", 85),
                decision=("approved", 92),
            ),
        ),
    )


def off_duty(day: Day) -> DemoPerson:
    return DemoPerson(
        ic="970925000189",
        name="Demo Jeffrey anak Contoh",
        phone=phone(18),
        about="employee hurt outside work: a claim has just arrived",
        registrations=_employed(day, 2),
        contributions=_paid(day, months=3),
        claims=(
            day.claim(
                1, "lindung24.temporary_disablement", ("received", 1, "filed_online")
            ),
        ),
    )


def many_claims(day: Day) -> DemoPerson:
    return DemoPerson(
        ic="750101000192",
        name="Demo Ibrahim bin Contoh",
        phone=phone(19),
        about="employee with four claims: received, withdrawn, under appeal, paid",
        registrations=_employed(day, 15),
        contributions=_paid(day, months=24),
        claims=(
            day.claim(4, "act4.medical", ("received", 3, "filed_online")),
            day.claim(
                3,
                "act4.rehabilitation",
                ("received", 90, "filed_online"),
                ("withdrawn", 84),
            ),
            day.claim(
                2,
                "act4.permanent_disablement",
                ("received", 260, "filed_at_office"),
                ("medical_board", 230, "board_date_set"),
                ("approved", 200, "assessed"),
                ("appealed", 150, "appeal_filed"),
                decision=("approved_in_part", 200),
            ),
            day.claim(
                1,
                "act4.temporary_disablement",
                ("received", 400, "filed_online"),
                ("documents_missing", 395, "documents_asked"),
                ("under_review", 380, "documents_arrived"),
                ("approved", 370),
                ("paid", 362),
                decision=("approved", 370),
            ),
        ),
    )


def nothing(_: Day) -> DemoPerson:
    return DemoPerson(
        ic="990909000206",
        name="Demo Chong Contoh",
        phone=phone(20),
        about="on record, with no registration, no payment and no claim",
    )
