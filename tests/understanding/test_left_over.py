"""Further questions of a message that its needs leave out, to be offered."""

from __future__ import annotations

from bot.understanding.segments import UNCLEAR, left_over
from bot.understanding.types import Need, Thresholds

PAY, JOIN, MEANS = "how_to_pay", "how_to_register", "scheme_definition"
SUM, OTHER_SUM = "contribution_amount_housewife", "contribution_amount_selfemployed"
LIMITS = Thresholds(part_sure=0.8)
Part = list[tuple[str, float]]


def left(
    *parts: Part, needs: tuple[str, ...] = (PAY,), marked: int = 0
) -> tuple[str, ...]:
    whole: Part = [(PAY, 0.9), (SUM, 0.05), (OTHER_SUM, 0.001)]
    given = [Need(need, 0.9) for need in needs]
    return left_over(whole, parts, given, LIMITS, marked=marked)


def test_a_sure_part_that_no_need_answers_is_left_over() -> None:
    assert left([(PAY, 0.9)], [(MEANS, 0.9)]) == (MEANS,)
    assert left([(PAY, 0.9)], [(MEANS, 0.7)]) == ()


def test_of_three_parts_likely_ones_are_left_over_in_their_order() -> None:
    parts: tuple[Part, ...] = [(MEANS, 0.6)], [(PAY, 0.9)], [(JOIN, 0.95)]
    assert left(*parts) == (MEANS, JOIN)


def test_a_price_is_that_of_the_scheme_spoken_of() -> None:
    part: Part = [(OTHER_SUM, 0.6), (SUM, 0.3)]
    assert left([(PAY, 0.9)], part) == (SUM,)


def test_another_price_is_no_further_question() -> None:
    assert left([(SUM, 0.9)], [(OTHER_SUM, 0.95)], needs=(SUM,)) == ()


def test_a_part_that_means_nothing_by_itself_counts_where_it_is_marked() -> None:
    parts: tuple[Part, ...] = [(PAY, 0.9)], [(JOIN, 0.9)], [("out_of_scope", 0.9)]
    assert left(*parts, needs=(PAY, JOIN), marked=3) == (UNCLEAR,)
    assert left(*parts, needs=(PAY, JOIN), marked=1) == ()


def test_nothing_is_offered_beside_help_in_an_emergency() -> None:
    assert left([(MEANS, 0.9)], [(JOIN, 0.9)], needs=("emergency_or_distress",)) == ()
