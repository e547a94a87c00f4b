"""Bad lines and bad files: each is told by line and reason, none by its values."""

from __future__ import annotations

import json

import pytest

from bot.errors import UsageError
from bot.registry.extract.importing import import_extracts, look_at_all
from bot.registry.extract.lines import LONGEST
from bot.registry.extract.reasons import REASONS
from bot.registry.extract.values import shape
from bot.registry.sql import SqlRecords
from tests.registry.extracts import (
    GOOD,
    IC,
    OTHER_IC,
    csv_file,
    good,
    json_file,
    rejected,
)

NO_SUCH_DAY = "730229000505"
BAD_VALUES = [
    ("person", "ic", "", "missing"),
    ("person", "ic", "72031400050", "not_an_identity_number"),
    ("person", "ic", "721314000505", "not_an_identity_number"),
    ("person", "ic", NO_SUCH_DAY, "not_an_identity_number"),
    ("person", "ic", "٧٢٠٣١٤٠٠٠٥٠٥", "not_an_identity_number"),
    ("person", "name", " ", "missing"),
    ("person", "name", "x" * 201, "too_long"),
    ("person", "name", "a\x07b", "unreadable_characters"),
    ("person", "phone", "12345", "not_a_telephone_number"),
    ("person", "birth_date", "14/03/1972", "not_a_date"),
    ("person", "birth_date", "1972-3-14", "not_a_date"),
    ("person", "birth_date", "1972-02-30", "not_a_date"),
    ("person", "birth_date", "0072-03-14", "date_out_of_range"),
    ("person", "died_on", "1971-01-01", "dates_in_wrong_order"),
    ("employer", "code", "E 77", "not_a_reference"),
    ("registration", "scheme", "SKSPS", "unknown_code"),
    ("registration", "status", "Aktif", "unknown_code"),
    ("registration", "plan", "5", "number_out_of_range"),
    ("registration", "plan", "2.0", "not_a_number"),
    ("registration", "cover_until", "2026-05-01", "dates_in_wrong_order"),
    ("registration", "ic", OTHER_IC, "unknown_person"),
    ("contribution", "amount", "-1.00", "negative_money"),
    ("contribution", "amount", "1,234.50", "not_money"),
    ("contribution", "amount", "12.345", "not_money"),
    ("contribution", "amount", "NaN", "not_money"),
    ("contribution", "amount", "99999999999.00", "not_money"),
    ("contribution", "received_at", "2026-05-15", "not_a_time"),
    ("contribution", "received_at", "2026-05-15T10:15:00", "time_without_zone"),
    ("contribution", "received_at", "2026-05-15T25:15:00Z", "not_a_time"),
    ("contribution", "employer_code", "E-78", "unknown_employer"),
    ("contribution", "receipt", "R" * 31, "too_long"),
    ("claim", "benefit", "dental", "unknown_code"),
    ("claim", "status", "lulus", "unknown_code"),
    ("claim", "missing_documents", "payslips;letter", "unknown_code"),
    ("claim", "missing_documents", "payslips;payslips", "code_repeated"),
    ("claim", "decision", "approved", "decision_without_day_or_day_without_decision"),
    ("claim", "status_on", "2026-05-01", "dates_in_wrong_order"),
    ("claim_event", "step", "0", "number_out_of_range"),
    ("claim_event", "number", "T/2026/0009", "unknown_claim"),
]
BAD_LINES = [
    (b'{"record": "person", "ic": "7203', "unreadable_line"),
    (b"[1, 2]", "unreadable_line"),
    (b"[" * 30_000, "unreadable_line"),
    (b'{"record": "pet", "ic": "1"}', "unknown_record"),
    (b'{"ic": "1"}', "unknown_record"),
    (b'{"record": "employer", "code": "A", "nama": "B"}', "unknown_field"),
    (b'{"record": "employer", "code": "A", "code": "B"}', "field_repeated"),
    (b'{"record": "employer", "code": {"a": 1}, "name": "B"}', "wrong_type"),
    (b'{"record": "employer", "code": true, "name": "B"}', "wrong_type"),
    (b'{"record": "employer", "code": NaN, "name": "B"}', "wrong_type"),
    (
        b'{"record": "employer", "code": "A", "name": "\\u0000"}',
        "unreadable_characters",
    ),
    (
        b'{"record": "employer", "code": "A", "name": "\\ud800"}',
        "unreadable_characters",
    ),
    (b'{"record": "employer", "code": "A", "name": "\xff"}', "not_utf8"),
    (
        b'{"record": "employer", "code": "A", "name": "' + b"x" * LONGEST,
        "line_too_long",
    ),
]


@pytest.fixture
def report(tmp_path):
    return tmp_path / "rejected.jsonl"


@pytest.fixture
def bring_in(url, report):
    def act(*files):
        (*_, last) = import_extracts(url, files, report=report, progress=lambda _: None)
        return last

    return act


@pytest.fixture
def on_sqlite(tmp_path):
    return f"sqlite:///{tmp_path / 'registry.db'}"


@pytest.mark.parametrize(("kind", "field", "value", "reason"), BAD_VALUES)
def test_a_bad_value_is_told_by_line_field_and_reason(
    kind, field, value, reason, on_sqlite, report, tmp_path
):
    rows = [(each, row) for each, row in GOOD.items() if each != kind]
    bad = good(kind, **{field: value})
    path = json_file(tmp_path / "all.jsonl", *rows, (kind, bad))
    done = import_extracts(on_sqlite, [path], report=report, progress=lambda _: None)
    assert (done[0].read, rejected(report)[-1]) == (6, (6, reason, field))
    if len(value) > 4 and kind != "claim":
        assert value not in report.read_text("utf-8")


@pytest.mark.parametrize(("line", "reason"), BAD_LINES)
def test_a_bad_line_spoils_no_other(line, reason, on_sqlite, report, tmp_path):
    path = json_file(tmp_path / "all.jsonl", ("person", GOOD["person"]))
    path.write_bytes(line + b"\n" + path.read_bytes())
    done = import_extracts(on_sqlite, [path], report=report, progress=lambda _: None)
    assert (done[0].read, done[0].accepted) == (2, 1)
    assert [each[:2] for each in rejected(report)] == [(1, reason)]


def test_a_quote_that_is_never_closed_spoils_its_own_line_only(
    bring_in, report, tmp_path
):
    path = csv_file(
        tmp_path / "people.csv", GOOD["person"], good("person", ic=OTHER_IC)
    )
    head, first, second = path.read_bytes().splitlines()
    spoilt = first.replace(b"Contoh", b'"Contoh')
    path.write_bytes(b"\n".join([head, spoilt, second, b"half,a line", b"\xff\xfe,x"]))
    assert bring_in(path).accepted == 1
    assert rejected(report) == [
        (2, "unreadable_line", None),
        (4, "wrong_number_of_fields", None),
        (5, "not_utf8", None),
    ]


def test_the_first_of_two_rows_about_one_thing_counts(bring_in, url, report, tmp_path):
    rows = [(kind, row) for kind, row in GOOD.items()]
    again = [(kind, dict(row)) for kind, row in GOOD.items()]
    again[0][1]["name"] = "Contoh Dua"
    outcome = bring_in(json_file(tmp_path / "all.jsonl", *rows, *again))
    assert (outcome.read, outcome.accepted) == (12, 6)
    assert [each[:2] for each in rejected(report)] == [
        (line, "repeated_key") for line in range(7, 13)
    ]
    source = SqlRecords(url)
    assert source.find_person(IC).name == "Contoh Satu"
    source.close()


def test_a_receipt_and_a_claim_are_never_moved_to_another_person(
    bring_in, report, tmp_path
):
    bring_in(json_file(tmp_path / "first.jsonl", *GOOD.items()))
    stolen = [
        ("person", good("person", ic=OTHER_IC)),
        ("contribution", good("contribution", ic=OTHER_IC)),
        ("claim", good("claim", ic=OTHER_IC)),
    ]
    assert bring_in(json_file(tmp_path / "second.jsonl", *stolen)).accepted == 1
    assert rejected(report) == [
        (2, "receipt_of_somebody_else", "receipt"),
        (3, "number_of_somebody_else", "number"),
    ]


def test_rows_of_a_person_who_was_rejected_are_rejected_too(bring_in, report, tmp_path):
    rows = [*GOOD.items()]
    rows[0] = ("person", good("person", phone="12"))
    assert bring_in(json_file(tmp_path / "all.jsonl", *rows)).accepted == 1
    assert {reason for _, reason, _ in rejected(report)} == {
        "not_a_telephone_number",
        "unknown_person",
        "unknown_claim",
    }


def test_no_identity_number_stands_in_a_report_whatever_column_it_slipped_into(
    bring_in, report, tmp_path
):
    rows = [
        (kind, good(kind, **{field: IC}))
        for kind, row in GOOD.items()
        for field in row
        if field != "ic"
    ]
    bring_in(json_file(tmp_path / "all.jsonl", *rows))
    text = report.read_text("utf-8")
    assert len(text.splitlines()) > 20
    assert IC not in text
    assert "Contoh" not in text
    assert "999999999999" in text, "the form is told"


def test_the_form_of_a_value_tells_neither_letters_nor_digits():
    assert shape("Ali b. Abu 72-1") == "aaa a. aaa 99-9"
    assert shape("٧٢é\x00日") == "99a?a"
    assert shape("5" * 90) == "9" * 39 + "+"


@pytest.mark.parametrize(
    ("name", "data", "match"),
    [
        ("a.csv", b"", "lacks"),
        ("a.csv", b"ic,name\n", "lacks birth_date"),
        ("a.csv", b"720314000505,Ali,1972-03-14\n", "unknown ones at 1, 2, 3"),
        ("a.csv", b"ic;name;birth_date\n", "lacks"),
        ("a.csv", b"ic,name,birth_date,ic\n", "twice"),
        ("a.csv", b"ic,name,birth_date,email\n", "unknown ones at 4"),
        ("a.csv", "ic,name,birth_date\n".encode("utf-16"), "not UTF-8"),
        ("a.csv", b"ic,n\xe4me\n", "first line"),
        ("a.csv", b'ic,name,birth_date\r72,"A",1\r', "LF or CRLF"),
        ("a.jsonl", '{"record": "person"}\n'.encode("utf-16"), "not UTF-8"),
        ("a.xlsx", b"PK", "must end in"),
    ],
)
def test_a_file_that_is_no_extract_is_refused_before_anything_is_written(
    name, data, match, tmp_path
):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UsageError, match=match) as caught:
        look_at_all([path])
    assert "720314" not in str(caught.value)
    assert "Ali" not in str(caught.value)


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        look_at_all([tmp_path / "none.csv"])


def test_one_bad_file_keeps_all_of_them_out(bring_in, url, tmp_path):
    first = csv_file(tmp_path / "person.csv", GOOD["person"])
    second = tmp_path / "other.csv"
    second.write_text("a,b\n1,2\n")
    with pytest.raises(UsageError):
        bring_in(first, second)
    assert not url.startswith("sqlite") or not (tmp_path / "var").exists()


def test_every_reason_has_words_and_every_reason_occurs():
    occurs = {reason for *_, reason in [*BAD_VALUES, *BAD_LINES]}
    occurs |= {"wrong_number_of_fields", "repeated_key"}
    occurs |= {"receipt_of_somebody_else", "number_of_somebody_else"}
    assert occurs == set(REASONS)
    assert json.dumps(REASONS)
