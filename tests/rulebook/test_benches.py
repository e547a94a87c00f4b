"""The checks of the law's content notice what they are for."""

from __future__ import annotations

import pytest

from bench.mutation import (
    SURVIVORS,
    Mutant,
    expected_survivors,
    main,
    mutants,
    readers,
    survives,
    survivors,
)
from bot.rulebook import Rulebook
from bot.rulebook.golden import read_cases

CONTRIBUTION = "skssr/contribution"


@pytest.fixture(scope="module")
def found(book: Rulebook) -> list[Mutant]:
    return list(mutants(book, "skssr/"))


def test_a_wrong_amount_is_noticed_by_a_case(
    book: Rulebook, found: list[Mutant]
) -> None:
    read = readers(book, list(read_cases()))
    amounts = [m for m in found if m.path == CONTRIBUTION]
    assert len(amounts) > 1
    assert not [m.what for m in amounts if survives(book, m, read[m.path])]


def test_what_no_case_reads_survives(book: Rulebook, found: list[Mutant]) -> None:
    assert survives(book, found[0], [])


@pytest.mark.timeout(600)  # a busy machine takes ten times as long
def test_a_case_notices_every_figure_and_every_day_that_is_wrong(
    book: Rulebook,
) -> None:
    left, tried = survivors(book, list(read_cases()))
    assert left == expected_survivors()
    assert len(tried) > 1900


def test_whatever_no_case_can_notice_says_why() -> None:
    for group in SURVIVORS.read_text("utf-8").strip().split("\n\n")[1:]:
        why, *names = group.splitlines()
        assert why.startswith("# ")
        assert names
        assert all("\t" in name for name in names)


def test_the_command_fails_when_another_figure_survives(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["contact/", "--check"])
    assert '"survivors": 2, "new": [], "gone": []' in capsys.readouterr().out
    monkeypatch.setattr("bench.mutation.read_cases", lambda: iter(()))
    with pytest.raises(SystemExit):
        main(["contact/", "--check"])
