"""The rulebook is pure: no clock, no float, nothing of the rest of the project."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import bot.rulebook
from bot.answers import longtail
from bot.rulebook import Rulebook, load
from bot.rulebook.case import Case, HoleFound
from bot.rulebook.errors import ParameterNotFound
from bot.rulebook.facts import Facts
from bot.rulebook.golden import read_cases
from bot.rulebook.parameters import Parameter
from bot.rulebook.tables import Table

PACKAGE = Path(bot.rulebook.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN_NAMES = {"float", "today", "now", "utcnow", "time", "localtime"}


def nodes(module: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(module.read_text(encoding="utf-8")))


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.stem)
def test_no_module_reads_the_clock_or_uses_float(module: Path) -> None:
    for node in nodes(module):
        if isinstance(node, ast.Constant):
            assert not isinstance(node.value, float)
        if isinstance(node, (ast.Name, ast.Attribute)):
            name = node.id if isinstance(node, ast.Name) else node.attr
            assert name not in FORBIDDEN_NAMES


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.stem)
def test_only_the_standard_library_and_pyyaml_are_imported(module: Path) -> None:
    allowed = {*sys.stdlib_module_names, "yaml"}
    for node in nodes(module):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names = [node.module or ""]
        for name in names:
            own = name == "bot.rulebook" or name.startswith("bot.rulebook.")
            assert own or name.split(".")[0] in allowed


def test_loading_twice_gives_the_same_version(book: Rulebook) -> None:
    assert load().version == book.version
    checked = max(law.about.last_checked_on for law in book.law.values())
    assert book.version.startswith(f"{checked.isoformat()}+")


def test_low_confidence_is_never_stated(book: Rulebook) -> None:
    case = Case("x", Facts({}, on=date(2021, 6, 1)), law=book)
    with pytest.raises(HoleFound, match="NOT_KNOWN_HERE"):
        case.read("sksps/subsidy/percent")


def test_a_parameter_that_no_file_holds_is_a_clear_error(book: Rulebook) -> None:
    with pytest.raises(ParameterNotFound, match="no parameter 'skssr/luck'"):
        book.parameter("skssr/luck")
    with pytest.raises(ParameterNotFound, match="no table 'skssr/started'"):
        book.table("skssr/started")


class Watched(Rulebook):
    """A rulebook that remembers what was read."""

    def __init__(self, book: Rulebook) -> None:
        super().__init__(book.law, version=book.version)
        self.read: set[str] = set()

    def parameter(self, path: str) -> Parameter:
        self.read.add(path)
        return super().parameter(path)

    def table(self, path: str) -> Table:
        self.read.add(path)
        return super().table(path)


def test_every_parameter_is_read_in_some_golden_case_or_told_by_an_answer(
    book: Rulebook,
) -> None:
    watched = Watched(book)
    for case in read_cases():
        case.decide(watched)
    told = {path for item in longtail.load().values() for path in item.values.values()}
    assert watched.read | told == set(book.law)
