"""Golden cases: what a policy officer would argue about, case by case."""

from __future__ import annotations

import pytest

from bot.rulebook import Rulebook
from tests.rulebook.golden import Case, found, read_cases

ALL = list(read_cases())
SUBSETS = ("met", "unmet", "notes", "steps")
MAPPED = ("limits", "values", "cites", "dates", "durations", "items")


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.file}: {case.name}")
def test_the_decision_is_as_agreed(case: Case, book: Rulebook) -> None:
    actual = found(case.decide(book))
    for key, expected in case.expect.items():
        if key == "not_told":
            assert not {*expected} & {*actual["notes"]}
        elif key in SUBSETS:
            assert {*expected} <= {*actual[key]}, (key, actual)
        elif key in MAPPED:
            assert {name: actual[key].get(name) for name in expected} == expected
        else:
            assert actual[key] == expected, (key, actual)


def test_names_are_full_sentences_and_unique() -> None:
    names = [(case.file, case.name) for case in ALL]
    assert len(names) == len(set(names))
    assert not [name for _, name in names if len(name.split()) < 4 or name[0].islower()]
