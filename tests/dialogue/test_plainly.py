"""Illness, leave without pay, learning at work, an OKU card: settled by plain words."""

from __future__ import annotations

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.certainly import asked
from bot.dialogue.plainly import names_unknown
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from tests.dialogue.conftest import questions, said
from tests.dialogue.test_certainly import KNOWN, told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ordinary_illness", "mc 5 hari sebab demam"),
        ("ordinary_illness", "saya tak sihat, doktor bagi cuti sakit 6 hari"),
        ("ordinary_illness", "one week of sick leave with the flu, does socso pay"),
        ("ordinary_illness", "covid 7 hari, boleh claim perkeso?"),
        ("ordinary_illness", "sick leave due to illness, 20 days, who pays"),
        ("ordinary_illness", "adakah demam dikira bencana kerja"),
        ("sksps_illness", "rider kena denggi mc 10 hari, dapat bayaran tak"),
        ("suri_mc", "suri rumah batuk selsema mc 4 hari dapat apa"),
        ("unpaid_leave", "unpaid leave one whole month"),
        ("unpaid_leave", "cuti tanpa gaji dua minggu, socso eis macam mana"),
        ("unpaid_leave", "pekerja no-pay leave bulan ni kena carum ke"),
        ("unpaid_leave", "staff cuti tak bergaji, wajib bayar perkeso?"),
        ("unpaid_leave", "cuti bersalin tanpa gaji, socso kena bayar ke"),
        ("intern", "intern dapat elaun RM900, kena carum?"),
        ("intern", "pelajar praktikal ada perlindungan perkeso ke"),
        ("intern", "do we register a trainee on industrial training"),
        ("oku_card", "kad OKU boleh dapat pencen ilat tak"),
        ("oku_card", "my father holds an OKU card, does socso give him a pension"),
        ("dismissed_while_ill", "boleh ke majikan berhentikan staf mc panjang"),
        ("dismissed_while_ill", "can they sack me while on medical leave"),
        ("dismissed_while_ill", "kena buang sebab mc lama selepas accident"),
        ("eis_vss", "mss tu apa"),
        ("eis_vss", "what does VSS stand for"),
        ("eis_vss", "MSS?"),
        ("drivers_papers_own", "pemandu grab, lesen dah mati, kemalangan"),
        ("drivers_papers_own", "foodpanda accident and my licence had expired"),
        ("drivers_papers_own", "road tax tamat masa rider eksiden hantar order"),
    ],
)
def test_plain_words_settle_what_is_asked(name: str, text: str) -> None:
    assert asked(told(text), KNOWN) == (f"known:{name}",)


@pytest.mark.parametrize(
    "text",
    [
        "mc 14 hari jatuh di kilang, demam sikit",
        "kena denggi masa kerja di tapak bina, boleh tuntut?",
        "husband died of dengue, what do we get",
        "mc 30 hari lepas accident motor, dapat berapa",
        "gaji 3 bulan tak dibayar, nak lapor",
        "cuti raya perkeso buka tak",
        "habis praktikal, sekarang kerja swasta, kena carum ke",
        "elaun latihan sip untuk trainee berapa",
        "oku berniaga, boleh sertai kendiri?",
        "kad oku saya hilang, carum kendiri dapat bantuan tak",
        "kena buang kerja masa mc, boleh claim sip?",
        "dah ambil vss bulan lepas, dapat apa dari eis",
        "boss tak bagi mc, nak complain",
    ],
)
def test_what_only_sounds_like_it_is_left_to_understanding(text: str) -> None:
    assert asked(told(text), KNOWN) == ()


def test_a_driver_with_an_employer_is_asked_about_as_an_employee() -> None:
    text = "driver company, lesen tamat, accident hantar barang, majikan ada carum"
    assert asked(told(text), KNOWN) == ("known:drivers_papers",)


def test_an_intern_who_asks_for_the_sum_hears_it_as_well() -> None:
    needs = asked(told("elaun praktikal RM600, potong socso berapa"), KNOWN)
    assert needs == ("known:intern", "contribution_amount_employee")


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("what is XYZ", True),
        ("apa maksud ABC", True),
        ("apa itu hk", True),
        ("what is SOCSO", False),
        ("apa itu PERKESO", False),
        ("apa itu SIP", False),
        ("mss tu apa", False),
        ("apa tu caruman", False),
        ("apa itu SKSPS dan berapa bayar", False),
    ],
)
def test_a_short_form_that_nobody_here_knows_is_not_guessed(
    text: str, unknown: bool
) -> None:
    message = told(text, "scheme_definition")
    assert names_unknown(message) is unknown
    turn = reply(message, Memory(), build(settings.load(), "2026-11-23"))
    assert ("utter_unknown_word" in said(turn)) is unknown


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("boss nak pecat sy sebab selalu mc lepas accident", True),
        ("bos buang saya masa mc, rasa nak mati saja", False),
    ],
)
def test_dismissal_is_no_distress_unless_it_sounds_so(text: str, calm: bool) -> None:
    message = told(text, "emergency_or_distress", band="clarify")
    turn = reply(message, Memory(), build(settings.load(), "2026-11-23"))
    assert ("utter_known" in said(turn)) is calm
    assert ("utter_emergency" in said(turn)) is not calm


@pytest.mark.parametrize(
    "text",
    [
        "my 16 year old daughter works at a bakery, does her boss have to pay socso?",
        "anak perempuan 16 tahun kerja cuti sekolah, majikan kena bayar socso?",
    ],
)
def test_a_child_with_a_boss_is_employed(text: str) -> None:
    tools = build(settings.load(), "2026-11-23")
    turn = reply(told(text, "eligibility_employee"), Memory(), tools)
    assert questions(turn) == ["eligibility.act4"]
    assert turn.memory.facts["employment"] == "private_employee"
