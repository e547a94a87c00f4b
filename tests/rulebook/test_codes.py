"""The words of decisions and the cases keep step: no code without a case."""

from __future__ import annotations

import pytest

from bot.rulebook import EVERY_FACT, Decision, Rulebook, codes
from bot.rulebook.golden import read_cases


@pytest.fixture(scope="module")
def decisions(book: Rulebook) -> list[Decision]:
    return [case.decide(book) for case in read_cases()]


def used_codes(decisions: list[Decision]) -> set[str]:
    used = {need.why for d in decisions for need in d.need}
    used |= {fact.why for fact in EVERY_FACT.values()}
    used |= {reason.code for d in decisions for reason in d.reasons}
    used |= {step.code for d in decisions for step in d.steps}
    return used | {d.refer.why for d in decisions if d.refer}


def test_every_code_has_a_case_and_every_case_known_codes(
    decisions: list[Decision],
) -> None:
    assert used_codes(decisions) == set(codes.CODES)


def test_every_condition_has_a_case_where_it_is_met_and_one_where_it_is_not(
    decisions: list[Decision],
) -> None:
    for met in (True, False):
        seen = {r.code for d in decisions for r in d.reasons if r.met is met}
        assert seen == set(codes.CONDITIONS)


def test_notes_are_never_met_or_unmet(decisions: list[Decision]) -> None:
    noted = {r.code for d in decisions for r in d.reasons if r.met is None}
    assert noted <= set(codes.NOTES)


def test_names_of_amounts_dates_durations_and_items_are_glossed(
    decisions: list[Decision],
) -> None:
    for decision in decisions:
        assert set(decision.amounts) <= set(codes.AMOUNTS)
        assert set(decision.dates) <= set(codes.DATES)
        assert set(decision.durations) <= set(codes.DURATIONS)
        for kind, items in decision.items.items():
            assert set(items) <= set(codes.ITEMS[kind])


def test_every_name_has_a_case(decisions: list[Decision]) -> None:
    assert {n for d in decisions for n in d.amounts} == set(codes.AMOUNTS)
    assert {n for d in decisions for n in d.dates} == set(codes.DATES)
    assert {n for d in decisions for n in d.durations} == set(codes.DURATIONS)
    for kind, glossed in codes.ITEMS.items():
        assert {n for d in decisions for n in d.items.get(kind, ())} == set(glossed)


def test_conditions_are_glossed_for_both_ways() -> None:
    assert all(gloss.count(" | ") == 1 for gloss in codes.CONDITIONS.values())
