"""Source lines and button titles: short, and nothing said twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.i18n import scheme_label
from bot.i18n.render import render
from bot.i18n.wording.asking import fact_question
from bot.i18n.wording.terms import SCHEMES
from tests.i18n.conftest import book
from tests.i18n.test_wording import LANGUAGES, ON

BUTTON = 36


def source(question: str, /, **facts: Any) -> str:
    decision = book().decide(question, facts, on=ON)
    return render(decision, facts, language="en").source


def text(question: str, /, **facts: Any) -> str:
    decision = book().decide(question, facts, on=ON)
    return render(decision, facts, language="en").text


def test_a_price_names_few_sources_and_first_the_one_that_prints_it() -> None:
    said = source("contribution.sksps", plan=2, sector="food")
    assert said.startswith("Source: Act 789, rates regulations, section 3")
    assert "regulations, regulations" not in said
    table = source("contribution.act4", wage="2000", age=30)
    assert table.startswith("Source: Act 4, Third Schedule (Act A1724; Act A1788)")
    assert table.count(", ") <= 4


def test_a_section_is_not_named_beside_one_that_holds_it() -> None:
    said = source("benefit.skssr.permanent_disablement")
    assert "section 25-26" in said
    assert "section 25," not in said


def test_a_law_that_has_not_begun_is_named() -> None:
    decision = book().decide("eligibility.skssr", {}, on=date(2022, 1, 1))
    said = render(decision, {}, language="en").text
    assert "Source: Act 838" in said


@pytest.mark.parametrize(
    ("question", "facts", "law"),
    [
        ("benefit.act4.funeral", {}, "Act 4, section 29"),
        ("registration.eis", {}, "Act 800, section 14, section 16"),
        (
            "which_scheme",
            {"employment": "private_employee", "citizenship": "citizen", "age": 30},
            "Act 4, section 2(5)",
        ),
    ],
)
def test_no_answer_lacks_its_source(
    question: str, facts: dict[str, Any], law: str
) -> None:
    assert source(question, **facts).startswith(f"Source: {law}")


def test_nobody_is_said_to_pay_nothing() -> None:
    old = text("contribution.act4", wage="2000", age=61)
    assert "RM24.40 a month, and the employer alone pays it." in old
    day = text("contribution.lindung24", wage="2000")
    assert "RM14.65 a month, and the employee alone pays it." in day
    assert "RM0.00" not in old + day


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_label_of_a_scheme_fits_a_button(scheme: str, language: str) -> None:
    label = scheme_label(scheme, language)
    assert len(label) <= BUTTON
    assert ":" not in label


def test_a_refusal_for_age_names_the_scheme_without_an_age_limit() -> None:
    facts = {"sex": "female", "citizenship": "citizen", "age": 56}
    said = text("eligibility.skssr", **facts)
    assert "may join LINDUNG Kendiri (formerly SKSPS) instead" in said
    assert "nothing would change this answer" not in said


def test_a_late_claim_is_told_its_last_day_and_whom_to_call() -> None:
    said = text("claim.eis.job_search", event_date="2026-09-20")
    assert said.startswith("Sorry, the time to claim ended on 19 November 2026")
    assert "Please call PERKESO at once all the same" in said
    assert "1-300-22-8000" in said
    assert "this cannot change" not in said


def test_without_a_reason_the_first_time_question_speaks_of_no_age() -> None:
    assert "age" not in fact_question("first_time", "en").split("?")[1].split()
    support = fact_question("first_time", "en", why="FIRST_TIME_DECIDES_SHARE")
    assert "government's share" in support
