"""Who people say they are: status, age and death in words that name none of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.understanding.entities import extract

ON = date(2026, 11, 23)


def values(text: str, name: str) -> list[Any]:
    return [one.value for one in extract(text, ON) if one.entity == name]


@pytest.mark.parametrize(
    "text",
    [
        "isteri saya PR, umur 40",
        "my husband PR, electrician",
        "she is a permanent resident here",
        "PR 10 tahun dah, layak?",
        "red IC holder, woman 30",
        "mak pegang mykad merah",
        "my PR wife wants to join",
        "Malaysian PR holder",
    ],
)
def test_a_permanent_resident_is_known_by_two_letters_or_a_colour(text: str) -> None:
    assert values(text, "citizenship") == ["permanent_resident"]


@pytest.mark.parametrize(
    "text",
    [
        "saya bukan PR lagi, tengah mohon",
        "isteri belum dapat PR",
        "my wife is applying for PR",
        "PR application pending for my wife",
        "he isn't PR",
        "saya tak ada PR",
        "dia bukan rakyat Malaysia",
        "isteri kena deny PR",
        "PR ditolak bulan lepas",
        "I'm not Malaysian",
    ],
)
def test_a_status_that_is_denied_or_applied_for_is_not_had(text: str) -> None:
    assert values(text, "citizenship") == ["foreigner"]


@pytest.mark.parametrize(
    "text",
    [
        "maid dari Indonesia kena carum",
        "amah Filipina",
        "my helper from Myanmar",
        "warganegara indonesia boleh tak",
        "indonesian citizen working as maid",
        "isteri orang Thailand",
        "my wife (39, Thai) stays home",
    ],
)
def test_a_country_beside_a_person_says_that_they_are_foreign(text: str) -> None:
    assert values(text, "citizenship") == ["foreigner"]


@pytest.mark.parametrize(
    "text",
    [
        "saya kerja di indonesia",
        "freelance PR consultant",
        "saya bukan warga asing",
        "loan pr1ma",
    ],
)
def test_no_status_is_heard_where_none_is_told(text: str) -> None:
    assert values(text, "citizenship") == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("she's 57, still can join?", 57),
        ("he's turning 60 next month", 59),
        ("nak masuk 60 tahun depan", 59),
        ("dah masuk 55, boleh carum lagi?", 55),
        ("she just hit 55", 55),
        ("58 this year, surirumah", 58),
        ("kakak saya 45 suri rumah", 45),
        ("abang saya jaga rumah je, 40 tahun, layak ke", 40),
        ("housewife, PR holder, 45, never contributed", 45),
        ("my son stays home, can he join? 30, malaysian", 30),
        ("lahir 1971", 55),
        ("kelahiran tahun 68", 58),
        ("born March 1970", 56),
        ("born in Dec 1970", 55),
    ],
)
def test_an_age_is_heard_without_the_word_for_it(text: str, age: int) -> None:
    assert values(text, "age") == [age]


@pytest.mark.parametrize(
    "text",
    [
        "saya 20 orang pekerja",
        "dia mc 30 hari",
        "saya dah 20 tahun kerja kilang",
        "masuk 30 hari mc",
        "saya masuk kerja 15 hb",
    ],
)
def test_a_number_that_counts_or_lasts_is_no_age(text: str) -> None:
    assert values(text, "age") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("mak dah takde, siapa boleh tuntut", "mother"),
        ("suami dah tiada", "husband"),
        ("my mum passed last week", "mother"),
        ("we lost our father in May", "father"),
        ("saya kehilangan ibu bulan lepas", "mother"),
        ("ibu menghadap ilahi pagi tadi", "mother"),
    ],
)
def test_a_death_is_heard_in_gentle_words(text: str, who: str) -> None:
    assert values(text, "deceased") == [who]


@pytest.mark.parametrize(
    "text",
    [
        "suami dah takde kerja",
        "my husband passed the exam",
        "saya kehilangan kerja",
        "mak dah pergi klinik",
        "mak saya tak ada pendapatan",
    ],
)
def test_nobody_has_died_where_something_else_is_lost(text: str) -> None:
    assert values(text, "deceased") == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("my father 63 drives taxi", 63),
        ("driver lalamove 24 thn PR", 24),
        ("yang 62 tu berapa", 62),
        ("what about staff 59 worked here long", 59),
        ("habis kalau 61?", 61),
        ("saya 60 tahun bulan depan, masih kerja", 59),
        ("my wife turning 55 in March", 54),
    ],
)
def test_an_age_is_heard_beside_who_is_named(text: str, age: int) -> None:
    assert values(text, "age") == [age]


def test_a_death_told_later_in_the_message_is_of_the_only_one_named() -> None:
    text = "suami saya kerja kilang dekat Bangi, mati sakit jantung"
    assert values(text, "deceased") == ["husband"]


@pytest.mark.parametrize("text", ["2 jari?", "kalau 3 jari putus"])
def test_fingers_are_counted_and_no_plan_is_chosen(text: str) -> None:
    assert values(text, "plan") == []


def test_five_people_who_are_paid_are_no_maids() -> None:
    assert values("staff saya 5 org gaji minimum", "employment") == []
    assert values("orang gaji saya", "employment") == ["domestic_worker"]


def test_an_age_now_stands_before_the_one_to_come() -> None:
    assert values("i am 54 turning 55 in march", "age") == [54, 54]
    assert values("turned 55 in March", "age") == [55]


@pytest.mark.parametrize(
    "text", ["my boss has not paid my salary", "majikan tak bayar gaji 2 bulan"]
)
def test_wages_that_were_not_paid_are_the_labour_departments(text: str) -> None:
    assert values(text, "agency") == ["jtk"]
