"""An extract comes in whole, once, in any order of its files."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.commands.registry import command
from bot.errors import ImportRunning, PersonNotFound, UsageError
from bot.registry.engine import writing_engine
from bot.registry.extract.alone import alone
from bot.registry.extract.importing import Outcome, import_extracts
from bot.registry.records import Claim, ClaimEvent, Contribution, Registration
from bot.registry.seed import seed_demo
from bot.registry.sql import SqlRecords
from tests.registry.conftest import TODAY
from tests.registry.extracts import (
    GOOD,
    IC,
    OTHER_IC,
    csv_file,
    good,
    json_file,
    rejected,
    whole_case,
)
from tests.registry.test_seed import everything

SAMPLES = Path(__file__).resolve().parents[2] / "docs" / "registry_samples"


@pytest.fixture
def report(tmp_path):
    return tmp_path / "rejected.jsonl"


@pytest.fixture
def bring_in(url, report):
    """Imports files; gives (read, accepted, rejected) of all of them together."""

    def act(*files: Path) -> tuple[int, int, int]:
        done = import_extracts(url, files, report=report, progress=lambda _: None)
        assert all(each.accepted + each.rejected == each.read for each in done)
        assert sum(each.rejected for each in done) == len(rejected(report))
        return (
            sum(each.read for each in done),
            sum(each.accepted for each in done),
            sum(each.rejected for each in done),
        )

    return act


@pytest.fixture
def source(url):
    made = SqlRecords(url)
    yield made
    made.close()


def assert_case_is_there(source: SqlRecords) -> None:
    person = source.find_person(IC)
    assert (person.name, person.phone, person.demo) == (
        "Contoh Satu",
        "+601100000501",
        False,
    )
    assert source.find_registrations(person.key) == (
        Registration(
            "sksps",
            "active",
            date(2026, 5, 4),
            2,
            date(2026, 5, 5),
            date(2027, 5, 4),
        ),
    )
    assert source.find_contributions(person.key) == (
        Contribution(
            "act4",
            "R-1/26",
            Decimal("66.40"),
            datetime(2026, 5, 15, 2, 15, tzinfo=timezone.utc),
            date(2026, 4, 1),
            date(2026, 4, 30),
            "Kedai Contoh",
        ),
    )
    assert source.find_claims(person.key) == (
        Claim(
            "T/2026/0001",
            "act4",
            "medical",
            "documents_missing",
            date(2026, 6, 1),
            date(2026, 6, 8),
            history=(ClaimEvent("received", date(2026, 6, 1), "filed_online"),),
            missing_documents=("payslips", "identity_card"),
        ),
    )


def test_every_kind_of_row_comes_in_from_csv_whatever_the_order_of_the_files(
    bring_in, source, tmp_path
):
    assert bring_in(*whole_case(tmp_path)) == (6, 6, 0)
    assert_case_is_there(source)


def test_every_kind_of_row_comes_in_from_one_json_lines_file(
    bring_in, source, tmp_path
):
    rows = [(kind, dict(row)) for kind, row in GOOD.items()]
    rows[4][1]["missing_documents"] = ["payslips", "identity_card"]
    assert bring_in(json_file(tmp_path / "all.jsonl", *rows)) == (6, 6, 0)
    assert_case_is_there(source)


def test_the_same_files_again_change_nothing(bring_in, url, tmp_path):
    files = whole_case(tmp_path)
    bring_in(*files)
    before = everything(url)
    assert bring_in(*files) == (6, 6, 0)
    assert everything(url) == before


def test_a_later_extract_changes_what_it_names_and_nothing_else(
    bring_in, source, tmp_path
):
    bring_in(*whole_case(tmp_path))
    before = source.find_person(IC)
    claim = good("claim", status="approved", status_on="2026-07-01")
    claim |= {"decision": "approved", "decided_on": "2026-07-01"}
    claim["missing_documents"] = ""
    event = good("claim_event", step="2", status="approved", happened_on="2026-07-01")
    later = [
        csv_file(tmp_path / "p2.csv", good("person", phone="", name="Contoh S.")),
        csv_file(tmp_path / "c2.csv", claim),
        csv_file(tmp_path / "e2.csv", event),
    ]
    assert bring_in(*later) == (3, 3, 0)
    assert source.find_person(IC) == replace(before, phone=None, name="Contoh S.")
    (found,) = source.find_claims(before.key)
    assert (found.status, found.decision, found.missing_documents) == (
        "approved",
        "approved",
        (),
    )
    assert [step.status for step in found.history] == ["received", "approved"]
    assert len(source.find_contributions(before.key)) == 1


def test_a_bom_crlf_and_quotes_inside_quotes_are_read(bring_in, source, tmp_path):
    path = tmp_path / "people.csv"
    name = '"Contoh ""Long, John"" a/l Ñandú"'
    text = f"ic,name,phone,birth_date\r\n720314-00-0505,{name},,1972-03-14\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert bring_in(path) == (1, 1, 0)
    assert source.find_person(IC).name == 'Contoh "Long, John" a/l Ñandú'


def test_a_json_lines_file_with_a_bom_and_blank_lines_is_read(bring_in, tmp_path):
    path = json_file(tmp_path / "all.jsonl", ("person", GOOD["person"]))
    path.write_bytes(b"\xef\xbb\xbf\n" + path.read_bytes() + b"\r\n   \n")
    assert bring_in(path) == (1, 1, 0)


def test_a_person_of_the_demo_who_comes_with_an_extract_is_real_from_then_on(
    bring_in, source, url, tmp_path
):
    seed_demo(url, on=TODAY)
    row = good("person", ic="720314000018", name="Somebody Real")
    assert bring_in(csv_file(tmp_path / "people.csv", row)) == (1, 1, 0)
    assert not source.find_person("720314000018").demo
    seed_demo(url, on=date(2026, 12, 24))
    assert source.find_person("720314000018").name == "Somebody Real"


def test_nothing_is_seen_of_an_import_that_is_not_in_force(
    bring_in, source, url, tmp_path, monkeypatch
):
    bring_in(csv_file(tmp_path / "first.csv", GOOD["person"]))

    def fail(*_: object) -> None:
        with pytest.raises(PersonNotFound):
            source.find_person(OTHER_IC)
        raise KeyboardInterrupt

    path = csv_file(tmp_path / "second.csv", good("person", ic=OTHER_IC))
    with monkeypatch.context() as patched:
        patched.setattr("bot.registry.extract.importing.write_report", fail)
        with pytest.raises(KeyboardInterrupt):
            bring_in(path)
    with pytest.raises(PersonNotFound):
        source.find_person(OTHER_IC)
    assert bring_in(path) == (1, 1, 0)
    assert source.find_person(OTHER_IC).ic == OTHER_IC


def test_two_imports_do_not_run_at_once(bring_in, url, tmp_path):
    path = csv_file(tmp_path / "people.csv", GOOD["person"])
    bring_in(path)
    engine = writing_engine(url)
    with alone(engine), pytest.raises(ImportRunning):
        bring_in(path)
    assert bring_in(path) == (1, 1, 0)
    engine.dispose()


def test_the_same_file_twice_is_wrong_usage(bring_in, tmp_path):
    path = csv_file(tmp_path / "people.csv", GOOD["person"])
    with pytest.raises(UsageError, match="twice"):
        bring_in(path, path)


def test_the_samples_in_the_documentation_come_in_without_a_rejection(bring_in, source):
    files = sorted(SAMPLES.glob("*.*"))
    read, accepted, refused = bring_in(*files)
    assert (read, refused) == (accepted, 0)
    assert {path.suffix for path in files} == {".csv", ".jsonl"}
    with (SAMPLES / "person.csv").open(encoding="utf-8") as people:
        for row in csv.DictReader(people):
            assert row["ic"].replace("-", "")[6:8] in ("00", "17", "70")
            assert source.find_person(row["ic"].replace("-", "")).name == row["name"]


def test_the_command_says_the_counts_and_where_the_report_is(
    url, tmp_path, monkeypatch
):
    monkeypatch.setenv("TANYA_REGISTRY_DATABASE", url)
    monkeypatch.setenv("TANYA_VAR", str(tmp_path / "var"))
    path = csv_file(tmp_path / "p.csv", GOOD["person"], good("person", ic="12"))
    first = CliRunner().invoke(command, ["import", str(path)])
    assert first.exit_code == 0
    assert "p.csv: 2 read, 1 accepted, 1 rejected\n" in first.output
    (written,) = (tmp_path / "var" / "imports").glob("*.jsonl")
    assert str(written) in first.output
    told = json.loads(written.read_text())
    assert told == {
        "file": "p.csv",
        "line": 3,
        "record": "person",
        "reason": "not_an_identity_number",
        "says": "twelve digits that begin with a real day are needed",
        "field": "ic",
        "looks": "99",
    }
    again = CliRunner().invoke(command, ["import", str(path)])
    assert "1 accepted, 1 rejected, in force since" in again.output


def test_outcomes_add_up():
    assert Outcome("a.csv", 5, 2, None).accepted == 3
