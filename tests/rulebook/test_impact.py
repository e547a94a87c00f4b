"""What an edit of the law changes is told before anybody else is."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from bot.commands import impact
from bot.commands.impact import changed_cases, compared, report, told
from bot.commands.parameters import command
from bot.errors import ConfigurationError, UsageError
from bot.rulebook import Rulebook
from bot.rulebook.book import PARAMETERS
from bot.rulebook.parameters import Parameter

CONTRIBUTION = "skssr/contribution"


def dearer(book: Rulebook) -> Rulebook:
    """SKSSR for ten ringgit more."""
    law = book.parameter(CONTRIBUTION)
    values = tuple(replace(one, value=one.money + Decimal(10)) for one in law.values)
    changed: Parameter = replace(law, values=values)
    return Rulebook({**book.law, CONTRIBUTION: changed}, version=book.version)


def test_a_dearer_year_shows_in_cases_and_in_both_languages(book: Rulebook) -> None:
    lines = list(told(report(book, dearer(book)), brief=False))
    assert f"  {CONTRIBUTION}" in lines
    assert any(line.startswith("! skssr: A year costs RM120") for line in lines)
    assert any("ms +" in line and "RM130.00" in line for line in lines)
    assert any("en -" in line and "RM120.00" in line for line in lines)


def test_a_brief_report_names_cases_without_their_sentences(book: Rulebook) -> None:
    lines = list(told(report(book, dearer(book)), brief=True))
    assert any(line.startswith("! skssr: A year costs RM120") for line in lines)
    assert not [line for line in lines if "RM130.00" in line]


def test_nothing_changes_where_nothing_was_edited(book: Rulebook) -> None:
    assert not list(changed_cases(book, book))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone whose committed law had SKSSR for RM110."""
    law = tmp_path / impact.PARAMETERS
    copytree(PARAMETERS, law)
    file = law / f"{CONTRIBUTION}.yaml"
    file.write_text(file.read_text("utf-8").replace('"120.00"', '"110.00"'), "utf-8")
    who = ("-c", "user.name=officer", "-c", "user.email=officer@example.my")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "the law")):
        subprocess.run(("git", *words), cwd=tmp_path, check=True)
    monkeypatch.setattr(impact, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.usefixtures("checkout")
def test_the_command_compares_with_a_revision() -> None:
    found = json.loads(run("--impact", "HEAD", "--json"))
    assert found["parameters"] == [CONTRIBUTION]
    assert found["no_longer_as_agreed"] == 0
    changed = {case["name"]: case["sentences"] for case in found["cases"]}
    (said,) = [each for name, each in changed.items() if name.startswith("A year cost")]
    assert any(line.startswith("-") and "RM110.00" in line for line in said["en"])
    assert any(line.startswith("+") and "RM120.00" in line for line in said["ms"])
    assert "golden cases no longer as agreed: 0" in run("--impact", "HEAD", "--brief")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.usefixtures("checkout")
def test_an_unknown_revision_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match=r"^--impact 'nosuch': not a valid object"):
        compared("nosuch")


@pytest.mark.usefixtures("checkout")
def test_a_revision_is_never_taken_for_an_option() -> None:
    with pytest.raises(UsageError, match=r"^--impact '--list'"):
        compared("--list")


def test_a_revision_whose_law_cannot_be_read_is_named(checkout: Path) -> None:
    (checkout / impact.PARAMETERS / "skssr/period.yaml").write_text(
        "values: 1", "utf-8"
    )
    who = ("-c", "user.name=officer", "-c", "user.email=officer@example.my")
    subprocess.run(("git", *who, "commit", "-qam", "bad"), cwd=checkout, check=True)
    with pytest.raises(UsageError, match=r"^--impact 'HEAD': .*period\.yaml"):
        compared("HEAD")


def test_without_git_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigurationError, match="needs git"):
        compared("HEAD")


def test_without_golden_cases_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(impact, "CASES", tmp_path / "none")
    with pytest.raises(ConfigurationError, match="source checkout"):
        compared("HEAD")


@pytest.mark.parametrize(
    "arguments",
    [("skssr", "--impact", "HEAD"), ("--impact", "HEAD", "--stale"), ("--brief",)],
)
def test_options_that_do_not_go_together_are_wrong_usage(
    arguments: tuple[str, ...],
) -> None:
    with pytest.raises(UsageError, match="goes with"):
        CliRunner().invoke(command, arguments, catch_exceptions=False)
