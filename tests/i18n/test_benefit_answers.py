"""Sums of benefits: for which loss and for whom is said before the figure is read."""

from __future__ import annotations

from typing import Any

import pytest

from bot.i18n.render import render
from tests.i18n.conftest import book
from tests.i18n.test_wording import ON


def answer(question: str, /, language: str = "en", **facts: Any) -> list[str]:
    decision = book().decide(question, facts, on=ON)
    return render(decision, facts, language=language).text.split("\n")


def test_a_sum_without_an_assessed_loss_is_said_to_be_for_total_loss() -> None:
    first = answer("benefit.sksps.permanent_disablement", plan=2)[0]
    assert "for total (100%) loss: RM46.50 a day, RM1,395.00" in first
    malay = answer("benefit.sksps.permanent_disablement", "ms", plan=2)[0]
    assert "hilang upaya penuh (100%): RM46.50 sehari" in malay


def test_an_assessed_loss_is_in_the_headline_and_its_steps_are_shown() -> None:
    lines = answer("benefit.sksps.permanent_disablement", plan=2, loss_percent="30")
    assert "for an assessed loss of 30%: RM13.95 a day, RM418.50" in lines[0]
    assert "• 30% × RM46.50 a day = RM13.95 a day" in lines


@pytest.mark.parametrize(
    ("question", "facts", "alone", "whole"),
    [
        ("benefit.sksps.dependants", {"plan": 3}, "RM1,593.00", "RM2,655.00"),
        ("benefit.skssr.survivors", {}, "RM180.00", "RM300.00"),
    ],
)
@pytest.mark.parametrize("family", [{}, {"spouse": True, "children": 0}])
def test_the_full_rate_is_never_told_as_one_persons(
    question: str,
    facts: dict[str, Any],
    alone: str,
    whole: str,
    family: dict[str, Any],
) -> None:
    first = answer(question, **facts, **family)[0]
    assert first.index(alone) < first.index(whole)
    assert f"for all dependants together, is {whole}" in first


def test_the_cut_is_told_when_nobody_is_named() -> None:
    said = "\n".join(answer("benefit.sksps.dependants", plan=2))
    assert "would add up to 140%, so they are reduced to RM597.86 and RM398.57" in said


def test_a_death_tells_whose_the_monthly_sum_is() -> None:
    facts: dict[str, Any] = {"cause": "work", "employment": "self_employed", "plan": 3}
    lines = answer("benefit.death", sector="passenger_transport", **facts)
    assert any("RM2,655.00 a month in full, for all dep" in line for line in lines)
    assert "• Widow or widower: 60% × RM2,655.00 = RM1,593.00 a month" in lines
