"""Whatever bytes a file holds, each line is accepted, rejected or blank."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.registry.extract.kinds import KINDS
from bot.registry.extract.lines import look_at, read_lines
from bot.registry.extract.reasons import REASONS
from bot.registry.extract.values import shape
from tests.registry.extracts import GOOD

HEAD = b"ic,name,phone,birth_date,died_on\n"
awkward = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["", '"', "\r", "\x00", "\ud800", "720314000505", "2026-02-30"]),
    st.none(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.lists(st.text(max_size=5), max_size=3),
)


def told_of(name: str, data: bytes) -> list[tuple[int, str | None]]:
    """(line, reason or none) of each line that is not blank."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        extract = look_at(path)
        offset, number = extract.begin
        lines = list(read_lines(extract, offset=offset, number=number))
    assert [line.number for line in lines] == list(
        range(number + 1, number + 1 + len(lines))
    )
    assert not lines or lines[-1].end == len(data)
    for line in lines:
        assert line.row is None or line.refused is None
        assert line.refused is None or line.refused.reason in REASONS
    return [
        (line.number, line.refused.reason if line.refused else None)
        for line in lines
        if line.row is not None or line.refused is not None
    ]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.binary(max_size=80), max_size=8))
def test_any_bytes_after_the_first_line_of_a_csv_file_are_told(lines):
    data = HEAD + b"\n".join(lines)
    told = told_of("a.csv", data)
    whole = data.split(b"\n")[1:]
    assert {number for number, _ in told} <= set(range(2, 2 + len(whole)))
    assert all(reason is not None for _, reason in told)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(KINDS)),
    st.dictionaries(st.sampled_from(["ic", "name", "amount", "step"]), awkward),
)
def test_any_values_in_an_object_are_accepted_or_told(kind, changes):
    row = {"record": kind, **GOOD[kind]}
    row |= {name: value for name, value in changes.items() if name in row}
    told = told_of("a.jsonl", json.dumps(row).encode() + b"\n")
    assert [number for number, _ in told] == [1]


@given(st.text(max_size=200))
def test_the_form_of_any_value_holds_nothing_of_it(value):
    form = shape(value)
    assert len(form) <= 40
    assert form.isascii()
    assert not set(form) & set(
        "012345678bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 400), st.sampled_from(["\n", "\r\n"]))
def test_a_file_cut_anywhere_gives_the_same_lines_up_to_there(cut, end):
    rows = [json.dumps({"record": kind, **row}) for kind, row in GOOD.items()]
    whole = (end.join(rows) + end).encode()
    everything = told_of("a.jsonl", whole)
    part = told_of("a.jsonl", whole[:cut])
    assert part[:-1] == everything[: max(len(part) - 1, 0)]
