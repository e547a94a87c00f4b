"""Questions that words settle, and messages near to them that ask something else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot import settings
from bot.answers import longtail
from bot.dialogue import Memory
from bot.dialogue.certainly import asked
from bot.dialogue.curated import chosen
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from bot.dialogue.sides import side
from bot.dialogue.tools import build
from bot.understanding.entities import extract

KNOWN = frozenset(longtail.load())


def told(text: str, need: str = "out_of_scope", **more: Any) -> Message:
    found = [one.to_json() for one in extract(text, date(2026, 11, 23))]
    understood = {"needs": [{"need": need}], "band": more.get("band", "answer")}
    latest = {"text": text, "intent": {"name": need}, "entities": found}
    hits = [{"name": n, "score": s, "band": b} for n, s, b in more.get("found", ())]
    return Message.from_rasa({**latest, "understanding": understood, "found": hits})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "employee_left",
            "pekerja kami letak jawatan minggu lepas, masih carum sip ke",
        ),
        ("employee_left", "two of our staff have quit, do we go on paying socso"),
        ("employee_left", "staf lari 3 hari, bulan ni caruman perkeso still kena pay?"),
        ("employee_left", "ex-employee, must the company still contribute eis for her"),
        ("not_registered", "bos tak pernah carum, jari saya patah kat bengkel"),
        ("not_registered", "I got injured and the company had not registered me"),
        ("not_registered", "kedai xnak daftar socso, adik jatuh tangga masa kerja"),
        ("not_registered", "tauke lupa bayar perkeso 5 bln pastu i accident"),
        ("employee_left", "maid saya lari, masih kena bayar socso ke"),
        ("not_registered", "tak pernah kena potong socso, kalau accident macam mana"),
        ("not_registered", "boss register me late, I fell before that"),
        ("who_runs_perkeso", "perkeso bawah kementerian mana"),
        ("employer_share", "betul ke caruman majikan pun ditolak dari upah kami"),
        (
            "employer_share",
            "is it legal that the company's share comes out: they cut it",
        ),
        ("employer_share", "bos suruh saya bayar kedua-dua bahagian socso"),
        ("employer_share", "hr deduct both portions from my pay slip, can meh"),
        ("employer_share", "boleh tak potong gaji pekerja untuk bayar socso"),
        ("before_payment", "rider tak sempat renew plan, accident semalam, dapat apa"),
        ("before_payment", "I never paid for my plan and had a crash delivering"),
        ("drivers_papers", "langgar lori waktu balik kerja, lesen dh luput"),
        ("drivers_papers", "I crashed on the way to work without a licence"),
        ("drivers_papers", "roadtax expired masa accident motor, claim lepas tak"),
        ("termination_money", "wang mss ditolak caruman tak"),
        ("termination_money", "is eis deducted from severance pay"),
        ("termination_money", "perlu ke carum socso untuk duit notis"),
        ("who_runs_perkeso", "nama pengerusi socso"),
        ("who_runs_perkeso", "brp ramai staf yg kerja kat perkeso"),
        ("who_runs_perkeso", "which year was socso set up"),
        ("who_runs_perkeso", "who runs perkeso now"),
    ],
)
def test_words_that_leave_no_other_reading_settle_the_question(
    name: str, text: str
) -> None:
    assert asked(told(text), KNOWN) == (f"known:{name}",)


@pytest.mark.parametrize(
    "text",
    [
        "saya letak jawatan bulan lepas, layak sip ke",
        "pekerja berhenti tengah bulan gaji 1200, berapa kena bayar socso",
        "my staff resigned, where do I change it in assist",
        "majikan tak daftar saya, nak adu di mana",
        "majikan tak bayar gaji dua bulan",
        "berapa bahagian majikan dan pekerja untuk gaji 2500",
        "what is the employer's share on RM3000",
        "may the platform pass its own share on to drivers",
        "lesen memandu mati, renew kat mana",
        "tak ada lesen penjaja, boleh daftar kendiri?",
        "kena vss bulan lepas, dah carum 6 tahun, dapat apa",
        "retrenched last week, what benefit do I get from eis",
        "siapa yang kena daftar perkeso",
        "rider tak bayar plan, kena denda ke",
        "potong gaji pekerja berapa untuk socso",
        "ex-staff wants proof of contribution",
        "berapa ramai pekerja baru kena daftar dengan perkeso",
        "bila perkeso bayar duit mc",
        "boleh cakap dengan pegawai perkeso",
    ],
)
def test_what_is_near_to_them_is_left_to_understanding(text: str) -> None:
    assert asked(told(text), KNOWN) == ()


def test_a_death_of_somebody_unregistered_is_told_what_the_family_may_get() -> None:
    text = "suami meninggal di tapak bina, majikan tak pernah daftar socso"
    needs = asked(told(text), KNOWN)
    assert needs == ("benefit_dependants_or_survivors", "known:not_registered")


def test_a_button_is_not_read_for_its_words() -> None:
    pressed = Message("siapa ketua perkeso", "ask", ("ask",), ())
    assert asked(pressed, KNOWN) == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("pekerja saya dah resign", "employer"),
        ("what do I do for staff who left", "employer"),
        ("sebagai majikan, apa tugas saya", "employer"),
        ("I have already resigned", "worker"),
        ("my employer is closing", "worker"),
        ("saya berhenti kerja", "worker"),
        ("my boss says a worker who quit gets nothing", None),
        ("berapa caruman eis", None),
    ],
)
def test_the_words_may_say_which_side_asks(text: str, who: str | None) -> None:
    assert side(told(text)) == who


def test_a_question_of_the_other_side_is_never_found() -> None:
    tools = build(settings.load(), "2026-11-23")
    found = (("eis_resign", 0.6, "sure"),)
    own = told("I quit, can I claim eis", "eligibility_eis", found=found)
    theirs = told("staff who quit, do they get eis", "eligibility_eis", found=found)
    assert chosen("eligibility_eis", own, Memory(), tools.known) == "eis_resign"
    assert chosen("eligibility_eis", theirs, Memory(), tools.known) is None


def test_the_question_is_answered_whatever_the_message_was_taken_for() -> None:
    tools = build(settings.load(), "2026-11-23")
    turn = reply(told("siapa ketua socso", "talk_to_human"), Memory(), tools)
    said = [u.values.get("known") for u in turn.utterances]
    assert said == ["who_runs_perkeso"]
