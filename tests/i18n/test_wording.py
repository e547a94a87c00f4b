"""How particular answers read: first the answer, then why, then where it stands."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from bot.answers.entries import load as load_entries
from bot.i18n import money
from bot.i18n.render import render
from bot.i18n.wording.law_text import law_text
from bot.rulebook import Decision
from tests.i18n.conftest import book

LANGUAGES = ("ms", "en")
ON = date(2026, 11, 23)


def text(question: str, language: str = "en", on: date = ON, **facts: object) -> str:
    decision = book().decide(question, facts, on=on)
    return render(decision, facts, language=language).text


def test_the_short_answer_with_its_figure_stands_first() -> None:
    first = text("contribution.skssr").split("\n")[0]
    assert first.startswith(
        "The contribution to LINDUNG Kasih (formerly SKSSR) is RM120.00 a year"
    )
    malay = text("contribution.skssr", "ms").split("\n")[0]
    assert malay.startswith(
        "Caruman LINDUNG Kasih (dahulu SKSSR) ialah RM120.00 setahun"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_old_name_is_said_once(language: str) -> None:
    said = text("contribution.skssr", language, months=24, payer="husband")
    assert said.count("SKSSR") == 1


@pytest.mark.parametrize("plan", [1, 2, 3, 4])
def test_yearly_is_never_said_as_monthly(plan: int) -> None:
    decision = book().decide("contribution.sksps", {"plan": plan}, on=ON)
    for language, month, year in (
        ("en", " a month", " for a year"),
        ("ms", " sebulan", " untuk setahun"),
    ):
        said = render(decision, {"plan": plan}, language=language).text
        yearly = money(decision.amounts["yearly"], language)
        monthly = money(decision.amounts["monthly"], language)
        assert yearly + year in said
        assert monthly + month in said
        assert yearly + month not in said
        assert monthly + year not in said


def test_a_no_names_condition_limit_value_and_what_would_change_it() -> None:
    said = text("eligibility.skssr", sex="female", citizenship="foreigner", age=30)
    opening, body, _ = said.split("\n\n")
    assert opening.startswith("Sorry, ")
    said_of_status = "It is only for a citizen or permanent resident."
    assert f"Status: not a citizen. {said_of_status}" in opening
    assert "possible with this status: citizen or permanent resident" in body


def test_an_announced_change_is_told_as_announced() -> None:
    said = text("eligibility.skssr", "ms", sex="female", citizenship="citizen", age=55)
    assert "Kenaikan had umur kepada 60 tahun telah diumumkan pada 14 Mac 2024" in said
    assert "belum menjadi undang-undang" in said


def test_medium_confidence_asks_to_confirm() -> None:
    facts = {"paid_at": "2026-05-01"}
    assert "Please confirm this with PERKESO" in text("coverage.skssr", **facts)
    assert "Sila sahkan perkara ini dengan PERKESO" in text(
        "coverage.skssr", "ms", **facts
    )


def test_what_is_not_known_is_said_with_where_to_ask() -> None:
    said = text("subsidy.sksps", "ms", sector="arts", first_time=True)
    assert said.startswith("Pada tahun 2026, kerajaan menanggung 70%")
    assert "Sila rujuk PERKESO: 1-300-22-8000 atau perkeso@perkeso.gov.my" in said


def test_the_source_is_named_in_the_language_with_the_day() -> None:
    facts = {"sex": "female", "citizenship": "citizen", "age": 56}
    assert text("eligibility.skssr", "ms", **facts).endswith(
        "Sumber: Akta 838, seksyen 2(2), seksyen 15(10), Jadual Pertama; Akta 789;"
        " Pengumuman Menteri. Setakat 23 November 2026."
    )


def test_prices_of_the_plans_are_shown_before_a_plan_is_asked_for() -> None:
    said = text("contribution.sksps")
    assert said.index("Plan 4: RM49.40 a month or RM592.80 a year") < said.index(
        "Which plan would you like to know about"
    )


def test_brief_keeps_the_answer_the_figures_and_the_source() -> None:
    decision = book().decide("contribution.skssr", {}, on=ON)
    short = render(decision, {}, language="en", brief=True).text
    assert len(short) < len(render(decision, {}, language="en").text)
    assert "RM120.00" in short
    assert short.endswith("As at 23 November 2026.")
    assert "anybody else may pay" not in short


def test_money_of_a_decision_is_a_decimal_to_the_last_sen() -> None:
    decision = Decision("new.question", ON, "amount", {"total": Decimal("0.05")})
    assert "Total: RM0.05" in render(decision, {}, language="en").text


LAW_IN_MALAY = """
akta bahagian belanjawan borang caruman dan daripada dasar dialisis disember iii jadual
julai kedua keempat keenam kelapan kelima ketujuh kesembilan keselamatan ketiga lazim
liabiliti maklumat majikan menteri notis orang pekeliling pekerja pelanggan pelepasan
pendaftaran pendapatan penerbitan pengumuman penuntut peraturan peraturannya perenggan
perhubungan perkeso perlindungan pertama perubahan piagam portal kadar seksyen senarai
siling soalan sosial sumber tahun tanggungan tempoh tiada tip tuntutan
"""


def sources() -> set[str]:
    """Everything that a source line can name."""
    found = {entry.source for entry in load_entries().all()}
    for law in book().law.values():
        spans = getattr(law, "values", None) or getattr(law, "versions", ())
        for each in spans:
            citation = each.span.citation
            found |= {citation.instrument, citation.section or ""}
    return found


def test_no_source_line_keeps_english_words_in_malay() -> None:
    text = " ".join(law_text(source, "ms") for source in sources())
    words = {word.lower() for word in re.findall(r"[A-Za-z]{3,}", text)}
    assert words <= set(LAW_IN_MALAY.split())
