"""The command line as a whole: a mistake is one clear line and the right exit code."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.settings import ROOT


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["decide", "--nonsense"],
        ["decide", "eligibility.nobody"],
        ["decide", "eligibility.skssr", "--facts", "{"],
        ["decide", "eligibility.skssr", "--facts", '{"age": "old"}'],
        ["decide", "eligibility.skssr", "--on", "2026-13-01"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("tanya: ")


def test_help_lists_every_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    for command in (
        "chat",
        "understand",
        "decide",
        "parameters",
        "registry",
        "doctor",
    ):
        assert command in done.stdout


def test_any_decision_is_a_success() -> None:
    assert run("decide", "eligibility.skssr", "--facts", "{}").returncode == 0
