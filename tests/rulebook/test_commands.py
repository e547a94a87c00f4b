"""`tanya decide` and `tanya parameters`: the same rulebook without a screen."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

import bot.rulebook.book
from bot.cli import main, tanya
from bot.errors import ConfigurationError, UsageError

REPOSITORY = Path(__file__).parents[2]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(tanya, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_a_decision_is_printed_as_json() -> None:
    facts = '{"sex": "female", "citizenship": "citizen", "age": 54, "first_time": true}'
    told = run(
        "decide", "eligibility.skssr", "--facts", facts, "--on", "2026-11-23", "--json"
    )
    decision = json.loads(told)
    assert decision["question"] == "eligibility.skssr"
    assert decision["on"] == "2026-11-23"
    assert decision["outcome"] == "no"
    assert decision["reasons"][0]["citation"]["section"] == "s.2(2), First Schedule"
    assert decision["reasons"][0]["met"] is False
    assert decision["confidence"] == "high"
    assert "amounts" not in decision
    assert "need" not in decision


def test_text_is_the_sentences_of_chat_in_both_languages() -> None:
    arguments = ("decide", "contribution.sksps", "--facts", '{"plan": 2}')
    for language in ("ms", "en"):
        text = run(*arguments, "--on", "2026-11-23", "--language", language)
        assert "RM19.40" in text
        assert "RM232.80" in text
        assert "2026" in text


def test_fractions_in_facts_are_read_exactly() -> None:
    told = run(
        "decide",
        "contribution.eis",
        "--facts",
        '{"wage": 3000.01}',
        "--on",
        "2026-11-23",
        "--json",
    )
    assert json.loads(told)["amounts"]["total"] == "12.20"


def test_the_list_shows_every_question_and_describes_every_fact() -> None:
    listed = json.loads(run("decide", "--list", "--json"))
    names = {question["question"] for question in listed["questions"]}
    assert {"which_scheme", "eligibility.skssr", "contribution.gig"} <= names
    for fact in listed["facts"]:
        assert {"fact", "about", "type", "why"} <= set(fact)
    assert "eligibility.skssr" in run("decide", "--list")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("decide",), "which question"),
        (("decide", "benefit.luck"), "unknown question"),
        (("decide", "eligibility.skssr", "--facts", "{"), "not JSON"),
        (("decide", "eligibility.skssr", "--facts", "[]"), "must be an object"),
        (("decide", "eligibility.skssr", "--facts", '{"age": 203}'), "fact age"),
        (("decide", "eligibility.skssr", "--on", "2026-1-1"), "full date"),
        (("parameters", "skssr/luck"), "no parameter"),
        (("parameters", "--on", "soon"), "full date"),
    ],
)
def test_wrong_usage_is_one_clear_line(arguments: tuple[str, ...], words: str) -> None:
    result = CliRunner().invoke(tanya, arguments)
    assert isinstance(result.exception, UsageError)
    assert words in str(result.exception)
    assert "\n" not in str(result.exception)


def test_a_process_ends_with_2_and_one_line_when_a_fact_is_nonsense() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "bot.cli",
            "decide",
            "eligibility.skssr",
            "--facts",
            '{"age": -1}',
        ],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("tanya: fact age: ")
    assert done.stderr.count("\n") == 1


def test_a_broken_parameter_folder_is_a_configuration_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("unit: [", encoding="utf-8")
    monkeypatch.setattr(bot.rulebook.book, "PARAMETERS", tmp_path)
    result = CliRunner().invoke(tanya, ["decide", "which_scheme", "--json"])
    assert isinstance(result.exception, ConfigurationError)
    assert "broken.yaml:" in str(result.exception)


def test_parameters_show_values_references_and_dates() -> None:
    text = run("parameters", "skssr/age_limit")
    assert "55  from 2022-12-01" in text
    assert "60  from unknown  announced" in text
    assert "HOL-024" in text
    (shown,) = json.loads(run("parameters", "skssr/age_limit", "--json"))
    assert shown["values"][0]["reference"]["instrument"] == "Act 838"


def test_parameters_on_a_day_leave_out_what_does_not_apply() -> None:
    shown = json.loads(run("parameters", "skssr", "--on", "2022-11-30", "--json"))
    assert all(each["values"] == [] for each in shown)
    (limit,) = json.loads(
        run("parameters", "skssr/age_limit", "--on", "2026-11-23", "--json")
    )
    assert [value["value"] for value in limit["values"]] == [55]
    (table,) = json.loads(
        run("parameters", "act4/third_schedule", "--on", "2023-01-01", "--json")
    )
    assert [value["table"] for value in table["values"]] == ["RM5000"]


def test_stale_parameters_are_those_last_checked_a_year_ago() -> None:
    known = json.loads(run("parameters", "--json"))
    days = sorted(date.fromisoformat(each["last_checked_on"]) for each in known)
    fresh, old = days[0] + timedelta(days=365), days[-1] + timedelta(days=366)
    said = run("parameters", "--stale", "--on", fresh.isoformat())
    assert said == "nothing is stale\n"
    late = json.loads(run("parameters", "--stale", "--on", old.isoformat(), "--json"))
    assert len(late) == len(known)


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("age", 203),
        ("wage", -5),
        ("wage", "RM abc"),
        ("plan", 9),
        ("birth_date", "2026-11-24"),
    ],
)
def test_a_fact_that_makes_no_sense_is_one_line_that_names_it(
    fact: str,
    value: object,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    facts = json.dumps({fact: value})
    words = ["decide", "contribution.act4", "--facts", facts, "--on", "2026-11-23"]
    monkeypatch.setattr(sys, "argv", ["tanya", *words])
    with pytest.raises(SystemExit) as caught:
        main()
    told = capsys.readouterr()
    assert caught.value.code == 2
    assert told.out == ""
    assert told.err.startswith(f"tanya: fact {fact}: ")
    assert told.err.count("\n") == 1
