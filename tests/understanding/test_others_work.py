"""Work that is told of somebody, and work that is past or done for them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understanding.entities import extract

WORK = ("occupation", "employment")


def work(text: str) -> set[str]:
    return {str(e.value) for e in extract(text, date(2026, 11, 23)) if e.entity in WORK}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("bekas polis, sekarang bawa grab", {"grab_driver"}),
        ("my dad is a former soldier and has a stall", set()),
        ("dulu saya kerja kilang, kini suri rumah", {"housewife"}),
        ("he used to be a clerk, now a fisherman", {"fisherman"}),
        ("anak dijaga pengasuh, saya kerja swasta", {"private_employee"}),
        ("our baby is with a nanny while I work in a bank", {"private_employee"}),
        ("hantar adik ke taska lepas tu jatuh motor", set()),
        ("after picking my son up from the babysitter I fell", set()),
        ("nak upah tukang paip, kena carum ke", set()),
        ("lawyer saya suruh tuntut cepat", set()),
        ("the mechanic said the brake failed", set()),
    ],
)
def test_past_work_and_the_work_of_whoever_serves_is_nobodys(
    text: str, left: set[str]
) -> None:
    assert work(text) == left


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("saya pengasuh di rumah", "babysitter"),
        ("my wife is a babysitter", "babysitter"),
        ("hantar makanan foodpanda sepenuh masa", "food_rider"),
        ("i am hired as a lorry driver", "lorry_driver"),
        ("saya diupah jadi tukang masak", "cook"),
        ("he left the army and is a grab driver", "grab_driver"),
        ("saya hantar barang guna lalamove", "parcel_courier"),
    ],
)
def test_work_that_is_told_of_somebody_stays(text: str, job: str) -> None:
    assert job in work(text)
