"""What written answers tell, where no decision tells it as well."""

from __future__ import annotations

import pytest

from bot.dialogue.wording import load_words
from bot.settings import load

ON = "2026-11-23"


def told(known: str, language: str) -> str:
    words = load_words(load().parameters, lambda name: name)
    return words.word("utter_known", {"known": known, "on": ON}, language).text


@pytest.mark.parametrize(
    ("known", "language", "figures"),
    [
        ("late_interest", "en", ("6% a year", "RM5.00 a month")),
        ("late_interest", "ms", ("6% setahun", "RM5.00 sebulan")),
        ("gig_offence", "en", ("RM10,000.00", "2 years")),
        ("gig_offence", "ms", ("RM10,000.00", "2 tahun")),
    ],
)
def test_an_answer_tells_the_figures_of_the_law(
    known: str, language: str, figures: tuple[str, ...]
) -> None:
    text = told(known, language)
    assert all(figure in text for figure in figures), text
