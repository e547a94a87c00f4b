"""What is named in a message, and where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.entities import extract

ON = date(2026, 11, 23)  # a Monday


def found(text: str, *names: str) -> list[tuple[str, object, str]]:
    """Entities called `names` in `text`, each with the words it takes."""
    return [
        (e.entity, e.value, text[e.start : e.end])
        for e in extract(text, ON)
        if e.entity in names
    ]


def values(text: str, name: str) -> list[object]:
    return [e.value for e in extract(text, ON) if e.entity == name]


AMOUNTS = [
    ("gaji bersih saya RM2,400 sebulan", ["2400.00"]),
    ("my basic is 1850", ["1850.00"]),
    ("pendapatan dalam 3k", ["3000.00"]),
    ("income lebih kurang 2.8k sebulan", ["2800.00"]),
    ("upah seribu dua ratus", ["1200.00"]),
    ("gaji tiga ribu lima ratus ringgit", ["3500.00"]),
    ("saya earn about 4 ribu", ["4000.00"]),
    ("RM 50 sehari", ["50.00"]),
    ("sehari dapat 80", ["80.00"]),
    ("kena caj 20 sen", ["0.20"]),
    ("bayar rm232.80 tadi", ["232.80"]),
    ("dah transfer 442.80", ["442.80"]),
    ("gaji 1700 tolak 300 lagi rm1400", ["1700.00", "300.00", "1400.00"]),
    ("elaun lima ratus", ["500.00"]),
    ("2300", ["2300.00"]),
    ("myr 6000 monthly", ["6000.00"]),
    ("umur 47", []),
    ("plan 3", []),
    ("akta 800", []),
    ("tahun 2024", []),
    ("telefon 0123456789", []),
    ("ada seribu orang pekerja", []),
    ("mc 60 hari", []),
    ("gaji dua ribu setengah", ["2500.00"]),
    ("upah 1k5", ["1500.00"]),
    ("income kadang 900 kadang 1300", ["900.00", "1300.00"]),
]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_money_is_told_from_other_numbers(text: str, expected: list[str]) -> None:
    assert values(text, "amount") == expected


AGES = [
    ("umur saya 47", [47]),
    ("umo 39 tahun", [39]),
    ("berusia lima puluh tiga tahun", [53]),
    ("I'm 33 this year", [33]),
    ("i am 33 years old", [33]),
    ("my father is 62 y/o", [62]),
    ("my father is 62 yrs old", [62]),
    ("turning 55", [55]),
    ("mak sy 58 tahun boleh masuk?", [58]),
    ("saya 48 tahun", [48]),
    ("pakcik 66 tahun masih kerja", [66]),
    ("anak umur 5 tahun", [5]),
    ("aged 29", [29]),
    ("54", [54]),
    ("dah mencarum 22 tahun", []),
    ("kerja 18 tahun kat situ", []),
    ("selama 20 tahun", []),
    ("gaji 45 sehari", []),
    ("tunggu 30 hari", []),
    ("46thn", [46]),
    ("saya ni 52 dah", [52]),
    ("ayah nak masuk 60", [60]),
    ("umur lima puluhan", []),
    ("dah 57 tahun", [57]),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_an_age_is_told_from_years_of_work(text: str, expected: list[int]) -> None:
    assert values(text, "age") == expected


PLANS = [
    ("nak ambil pelan 3", [3]),
    ("plan4", [4]),
    ("pelan dua", [2]),
    ("plan 1 atau 4", [1, 4]),
    ("plan 1,2,3", [1, 2, 3]),
    ("plan 2 vs plan 4", [2, 4]),
    ("tukar dari pelan 1 ke 3", [1, 3]),
    ("pelan yang mana, paling murah?", [1]),
    ("highest plan", [4]),
    ("plan 7", []),
    ("plan 2 RM3", [2]),
    ("3", [3]),
    ("pelan kedua", [2]),
    ("plan ke-3", [3]),
    ("plan no. 4", [4]),
    ("skim kerja sendiri pelan paling murah", [1]),
]


@pytest.mark.parametrize(("text", "expected"), PLANS)
def test_plans_are_found_singly_and_in_lists(text: str, expected: list[int]) -> None:
    assert values(text, "plan") == expected


PERIODS: list[tuple[str, list[object]]] = [
    ("berapa setahun", ["yearly"]),
    ("caj tiap bulan", ["monthly"]),
    ("per month or per year", ["monthly", "yearly"]),
    ("gaji hari-hari, harian", ["daily"]),
    ("sambung 6 bulan", [{"n": 6, "unit": "month"}]),
    ("mc dua minggu", [{"n": 14, "unit": "day"}]),
    ("kontrak 3 tahun", [{"n": 3, "unit": "year"}]),
    ("in 90 days", [{"n": 90, "unit": "day"}]),
    ("twelve months", [{"n": 12, "unit": "month"}]),
    ("setengah tahun", [{"n": 6, "unit": "month"}]),
    ("seminggu", [{"n": 7, "unit": "day"}]),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_periods_are_lengths_or_rhythms(text: str, expected: list[object]) -> None:
    assert values(text, "period") == expected


DATES = [
    ("lahir 7/8/1975", "birth_date", ["1975-08-07"]),
    ("tarikh lahir 07-08-75", "birth_date", ["1975-08-07"]),
    ("born on 3 March 1980", "birth_date", ["1980-03-03"]),
    ("12 ogos 1969", "birth_date", ["1969-08-12"]),
    ("dob: 1971-02-28", "birth_date", ["1971-02-28"]),
    ("lahir 31/2/1970", "birth_date", []),
    ("kemalangan 2/9/2026", "date", ["2026-09-02"]),
    ("accident on Sept 2, 2026", "date", ["2026-09-02"]),
    ("sebelum 28hb", "date", ["2026-11-28"]),
    ("semalam", "date", ["2026-11-22"]),
    ("khamis lepas", "date", ["2026-11-19"]),
    ("last monday", "date", ["2026-11-16"]),
    ("3 hari lepas", "date", ["2026-11-20"]),
    ("two weeks ago", "date", ["2026-11-09"]),
    ("minggu lepas", "date", ["2026-11-16"]),
    ("bulan lepas", "month", ["2026-10-01"]),
    ("sejak Mac 2025", "month", ["2025-03-01"]),
    ("since dec", "month", ["2025-12-01"]),
    ("may i ask", "month", []),
    ("nisbah 1/2", "date", []),
    ("lahir 070875", "birth_date", ["1975-08-07"]),
    ("7 ogos tahun 1975", "birth_date", ["1975-08-07"]),
    ("1975/08/07", "birth_date", ["1975-08-07"]),
]


@pytest.mark.parametrize(("text", "name", "expected"), DATES)
def test_dates_are_read_day_first(text: str, name: str, expected: list[str]) -> None:
    assert values(text, name) == expected


NAMED: list[tuple[str, str, list[object]]] = [
    ("skim suri rumah tu apa", "scheme", ["skssr"]),
    ("LINDUNG Kasih", "scheme", ["skssr"]),
    ("Akta 838", "scheme", ["skssr"]),
    ("lindung kendiri", "scheme", ["sksps"]),
    ("SKSPS", "scheme", ["sksps"]),
    ("skim keselamatan sosial pekerjaan sendiri", "scheme", ["sksps"]),
    ("akta 4", "scheme", ["act4"]),
    ("SIP dengan EIS sama ke", "scheme", ["eis", "eis"]),
    ("Lindung Kerjaya", "scheme", ["eis"]),
    ("lindung24jam", "scheme", ["lindung24"]),
    ("SKBBK", "scheme", ["lindung24"]),
    ("Gig Workers' Act", "scheme", ["gig"]),
    ("perkeso", "scheme", []),
    ("pencen penakat", "benefit", ["survivors"]),
    ("FHUK", "benefit", ["permanent_disablement"]),
    ("hilang upaya sementara", "benefit", ["temporary_disablement"]),
    ("cuci darah", "benefit", ["dialysis"]),
    ("funeral benefit", "benefit", ["funeral"]),
    ("job search allowance", "benefit", ["job_search"]),
    ("15.5% hilang upaya", "percent", ["15.5"]),
    ("dua puluh peratus", "percent", ["20"]),
    ("isteri", "relation", ["wife"]),
    ("my late father", "relation", ["father"]),
    ("untuk staff saya", "relation", ["employee"]),
    ("perempuan", "sex", ["female"]),
    ("anak perempuan saya", "sex", []),
    ("bukan warganegara", "citizenship", ["foreigner"]),
    ("warganegara", "citizenship", ["citizen"]),
    ("saya PR", "citizenship", ["permanent_resident"]),
    ("penjawat awam", "employment", ["civil_servant"]),
    ("stay-at-home mum", "employment", ["housewife"]),
    ("kali pertama", "first_time", [True]),
    ("bukan kali pertama", "first_time", [False]),
    ("pernah mencarum", "first_time", [False]),
    ("tak pernah mencarum", "first_time", [True]),
    ("kategori 2", "category", [2]),
    ("first category", "category", [1]),
    ("[[IC:0a1b2c3d]]", "number_token", ["[[IC:0a1b2c3d]]"]),
    ("no tuntutan ABC/2026/00123", "claim_number", ["ABC/2026/00123"]),
    ("claim no: 20260044", "claim_number", ["20260044"]),
    ("gaji RM123456", "claim_number", []),
]


@pytest.mark.parametrize(("text", "name", "expected"), NAMED)
def test_names_old_and_new_are_known(
    text: str, name: str, expected: list[object]
) -> None:
    assert values(text, name) == expected


WORK = [
    ("saya bawa teksi", "taxi_driver", "passenger_transport"),
    ("drive for Grab", "grab_driver", "passenger_transport"),
    ("rider foodpanda", "food_rider", "goods_food_transport"),
    ("bawak lori sayur", "lorry_driver", "goods_food_transport"),
    ("pesawah padi", "paddy_farmer", "agriculture"),
    ("motong getah", "rubber_tapper", "agriculture"),
    ("ternak kambing", "livestock_farmer", "livestock"),
    ("kutip petai", "forest_gatherer", "forestry"),
    ("nelayan pantai", "fisherman", "fisheries"),
    ("jual kerepek", "food_seller", "food"),
    ("tukang jahit", "tailor", "manufacturing"),
    ("wireman", "electrician", "construction"),
    ("niaga pasar malam", "market_trader", "hawkers"),
    ("homestay", "homestay_owner", "accommodation"),
    ("dropshipper", "online_seller", "online_business"),
    ("jual baju kurung di tiktok", "market_trader", "hawkers"),
    ("jual tudung di tiktok", "online_seller", "online_business"),
    ("web developer", "programmer", "information_technology"),
    ("data entry", "data_entry_clerk", "data_processing"),
    ("ejen takaful", "insurance_agent", "agents"),
    ("guru tuisyen", "tutor", "professional_services"),
    ("pomen motor", "mechanic", "support_services"),
    ("wedding photographer", "photographer", "arts"),
    ("upah jaga budak", "babysitter", "household_services"),
    ("mak andam", "beautician", "beauty_healthcare"),
    ("suri rumah", "housewife", None),
    ("pengawal keselamatan", "security_guard", None),
    ("social security", None, None),
]


@pytest.mark.parametrize(("text", "job", "sector"), WORK)
def test_work_leads_to_the_sector_of_the_scheme(
    text: str, job: str | None, sector: str | None
) -> None:
    assert values(text, "occupation")[:1] == [job][: job is not None]
    assert values(text, "sector")[:1] == [sector][: sector is not None]


def test_entities_point_into_the_text_as_typed() -> None:
    text = "Umur  saya５４, gj RM１,２00 s\u200bebulan"
    told = found(text, "age", "amount", "period")
    assert told == [
        ("age", 54, "５４"),
        ("amount", "1200.00", "RM１,２00"),
        ("period", "monthly", "s\u200bebulan"),
    ]


WORDS = ["gaji", "rm", "umur", "plan", "2", "54", "1700", "dan", "tahun", "lepas", "k"]
WORDS += [
    "bulan",
    "%",
    "12/3/1970",
    "lahir",
    "mac",
    "15",
    "hb",
    "jual",
    "kain",
    ",",
    "-",
]


@given(st.lists(st.sampled_from(WORDS)).map(" ".join) | st.text())
def test_offsets_are_valid_whatever_is_typed(text: str) -> None:
    for entity in extract(text, ON):
        assert text[entity.start : entity.end].strip()
