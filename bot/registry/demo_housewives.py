"""The demo people who are housewives, each with a case of her own."""

from __future__ import annotations

from bot.registry.demo import (
    Day,
    DemoPerson,
    covered,
    phone,
    years_after,
)
from bot.registry.records import Registration


def aminah(day: Day) -> DemoPerson:
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


def siti(day: Day) -> DemoPerson:
    return DemoPerson(
        ic="900202000096",
        name="Demo Siti binti Contoh",
        phone=None,
        about="housewife, application pending, no telephone on record",
        registrations=(Registration("skssr", "pending", day.ago(9)),),
    )


def landline(day: Day) -> DemoPerson:
    registration, payment = covered(day, "skssr", day.ago(80))
    return DemoPerson(
        ic="760505000058",
        name="Demo Mei Ling Contoh",
        phone="+60300000005",
        about="housewife, covered, only a landline on record: no message can be sent",
        registrations=(registration,),
        contributions=(payment,),
    )


def shared_wife(day: Day) -> DemoPerson:
    registration, payment = covered(day, "skssr", day.ago(30))
    return DemoPerson(
        ic="830711000064",
        name="Demo Kavitha a/p Contoh",
        phone=phone(6),
        about="housewife, covered; shares one telephone with her husband",
        registrations=(registration,),
        contributions=(payment,),
    )


def gap(day: Day) -> DemoPerson:
    spells = [covered(day, "skssr", day.ago(back)) for back in (100, 640, 1100)]
    return DemoPerson(
        ic="850417000092",
        name="Demo Rosnah binti Contoh",
        phone=phone(9),
        about="housewife, covered now, with two gaps between earlier years of cover",
        registrations=tuple(each[0] for each in spells),
        contributions=tuple(each[1] for each in spells),
    )


def refused(day: Day) -> DemoPerson:
    return DemoPerson(
        ic="701010000126",
        name="Demo Zainab binti Contoh",
        phone=phone(12),
        about="application for SKSSR refused: past the age for a first contribution",
        registrations=(Registration("skssr", "rejected", day.ago(33)),),
    )


def board(day: Day) -> DemoPerson:
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
