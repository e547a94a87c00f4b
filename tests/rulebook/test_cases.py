"""Golden cases: what a policy officer would argue about, case by case."""

from __future__ import annotations

import pytest

from bot.rulebook import Rulebook
from bot.rulebook.golden import Case, differences, found, read_cases

ALL = list(read_cases())


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.file}: {case.name}")
def test_the_decision_is_as_agreed(case: Case, book: Rulebook) -> None:
    decision = case.decide(book)
    wrong = differences(case, decision)
    assert not wrong, (wrong, found(decision))


def test_names_are_full_sentences_and_unique() -> None:
    names = [(case.file, case.name) for case in ALL]
    assert len(names) == len(set(names))
    assert not [name for _, name in names if len(name.split()) < 4 or name[0].islower()]
