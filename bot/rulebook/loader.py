"""Parameter files into law, or one clear error with file and line.

The path of a file is the name of its parameter: `skssr/age_limit.yaml` is read as
`skssr/age_limit`. Nothing is guessed; what is not expected is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

from bot.rulebook.csv_tables import read_table
from bot.rulebook.decision import Citation
from bot.rulebook.errors import ParameterError
from bot.rulebook.nodes import Node, read_document
from bot.rulebook.parameters import About, Parameter, Scalar, Span, Value
from bot.rulebook.tables import Table

MONEY_UNITS = ("MYR", "MYR/month", "MYR/year", "MYR/day")
WHOLE_UNITS = ("year", "month", "day", "hour", "plan", "person", "km")
UNITS = (*MONEY_UNITS, *WHOLE_UNITS, "percent", "bool", "date", "code", "codes", "text")
STATUSES = ("in_force", "announced", "unknown")
CONFIDENCES = ("high", "medium", "low")
AMOUNT = re.compile(r"\d+\.\d{2}")
PERCENT = re.compile(r"\d+(\.\d+)?")
NAME = re.compile(r"[a-z0-9_]+")
HEAD = ("description", "unit", "fact", "last_checked_on")
SPAN = ("from", "confidence", "status", "reference")
SPAN_OPTIONAL = ("to", "vouched_from", "announced_on", "fact")

Law = Parameter | Table


def load_folder(folder: Path) -> dict[str, Law]:
    """Every parameter and table below a folder, by name."""
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        raise ParameterError("holds no parameter files", file=str(folder))
    law = {}
    tables: set[Path] = set()
    for file in files:
        name = file.relative_to(folder).with_suffix("").as_posix()
        law[name] = load_file(file, name=name, tables=tables)
    _refuse_strays(folder, tables)
    return law


def _refuse_strays(folder: Path, tables: set[Path]) -> None:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".yaml" and file not in tables:
            raise ParameterError(
                "belongs to no parameter", file=file.relative_to(folder).as_posix()
            )


def load_file(path: Path, *, name: str, tables: set[Path] | None = None) -> Law:
    """One file: a value history, or the head of a table with its CSV beside it."""
    file = name + ".yaml"
    for part in name.split("/"):
        if not NAME.fullmatch(part):
            raise ParameterError("names are lower snake case", file=file)
    document = read_document(path, file=file)
    if "table" not in document.names():
        return _read_parameter(document, name=name)
    return _read_table(document, path=path, name=name, seen=tables)


def _read_parameter(document: Node, *, name: str) -> Parameter:
    members = document.mapping(required=(*HEAD, "values"))
    about = _read_about(members, name=name)
    if about.unit not in UNITS:
        raise members["unit"].error(f"unknown unit {about.unit!r}")
    values = [_read_value(node, about=about) for node in members["values"].sequence()]
    pairs = list(zip(values, members["values"].sequence(), strict=True))
    current = [(value.span, node) for value, node in pairs if value.span.applies]
    check_order(current)
    return Parameter(
        about=about,
        values=tuple(value for value in values if value.span.applies),
        announced=tuple(value for value in values if not value.span.applies),
    )


def _read_about(members: Mapping[str, Node], *, name: str) -> About:
    return About(
        path=name,
        file=name + ".yaml",
        description=members["description"].text(),
        unit=members["unit"].text(),
        fact=members["fact"].text(),
        last_checked_on=members["last_checked_on"].day(),
    )


def check_order(spans: list[tuple[Span, Node]]) -> None:
    """Each value begins after the one before it has ended, the latest may be open."""
    for (before, _), (after, node) in pairwise(spans):
        if after.since is None:
            raise node.error("only the first value may start on an unknown day")
        if before.until is None:
            raise node.error("the value before this one has no last day (to)")
        if after.since <= before.until:
            raise node.error(f"overlaps the value before it, which ends {before.until}")


def _read_value(node: Node, *, about: About) -> Value:
    members = node.mapping(required=(*SPAN, "value"), optional=SPAN_OPTIONAL)
    span = read_span(members, fact=about.fact)
    value = members["value"]
    if value.is_null():
        if span.status != "unknown":
            raise value.error("only a value of status unknown may be null")
        return Value(about.path, None, about.unit, span)
    return Value(about.path, read_scalar(value, unit=about.unit), about.unit, span)


def read_span(members: Mapping[str, Node], *, fact: str) -> Span:
    """Days, confidence, status and source of one value or one version of a table."""
    since = _read_from(members["from"])
    until = members["to"].day() if "to" in members else None
    span = Span(
        since=since,
        until=until,
        vouched=_optional_day(members, "vouched_from"),
        announced_on=_optional_day(members, "announced_on"),
        confidence=members["confidence"].choice(*CONFIDENCES),
        status=members["status"].choice(*STATUSES),
        citation=_read_reference(members["reference"]),
        fact=members["fact"].text() if "fact" in members else fact,
    )
    _check_span(span, members)
    return span


def _read_from(node: Node) -> date | None:
    return None if node.node.value == "unknown" else node.day()


def _optional_day(members: Mapping[str, Node], name: str) -> date | None:
    return members[name].day() if name in members else None


def _check_span(span: Span, members: Mapping[str, Node]) -> None:
    if span.since and span.until and span.until < span.since:
        raise members["to"].error("ends before it begins")
    if span.status == "announced":
        if span.announced_on is None:
            raise members["status"].error("an announced value needs announced_on")
        return
    if span.announced_on:
        raise members["announced_on"].error("belongs to announced values only")
    if (span.since is None) != (span.vouched is not None):
        raise members["from"].error(
            "vouched_from goes with `from: unknown`, and with nothing else"
        )


def _read_reference(node: Node) -> Citation:
    members = node.mapping(required=("instrument",), optional=("section", "url"))
    url = members["url"].text() if "url" in members else None
    if url is not None and not re.fullmatch(r"https?://\S+", url):
        raise members["url"].error(f"must be a web address, not {url!r}")
    return Citation(
        instrument=members["instrument"].text(),
        section=members["section"].text() if "section" in members else None,
        url=url,
    )


def read_scalar(node: Node, *, unit: str) -> Scalar:
    """A value in the form its unit demands; amounts are quoted, to the sen."""
    if unit in WHOLE_UNITS:
        return node.whole()
    if unit == "bool":
        return node.boolean()
    if unit == "date":
        return node.day()
    if unit == "codes":
        return tuple(item.text() for item in node.sequence())
    text = node.text()
    if unit in MONEY_UNITS and not AMOUNT.fullmatch(text):
        raise node.error(f"must be an amount to the sen such as '120.00', not {text!r}")
    if unit == "percent" and not PERCENT.fullmatch(text):
        raise node.error(f"must be a percentage such as '1.25', not {text!r}")
    return Decimal(text) if unit in (*MONEY_UNITS, "percent") else text


def _read_table(
    document: Node, *, path: Path, name: str, seen: set[Path] | None
) -> Table:
    members = document.mapping(
        required=(*HEAD, "table", "kind", "columns", "versions"),
        optional=("key", "version_column", "adds_up"),
    )
    about = _read_about(members, name=name)
    spans = {}
    nodes = []
    for node in members["versions"].sequence():
        parts = node.mapping(required=(*SPAN, "version"), optional=SPAN_OPTIONAL)
        span = read_span(parts, fact=about.fact)
        spans[parts["version"].text()] = span
        nodes.append((span, node))
    check_order(nodes)
    beside = path.parent / members["table"].text()
    if seen is not None:
        seen.add(beside)
    return read_table(beside, members=members, about=about, spans=spans)
