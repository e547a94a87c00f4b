"""`tanya parameters`: the values of the law, their sources, dates, age and impact."""

from __future__ import annotations

import importlib
import json
from datetime import date

import click

from bot.commands.decide import open_rulebook, read_day
from bot.errors import UsageError
from bot.rulebook.decision import to_plain
from bot.rulebook.parameters import Parameter, Span, Value
from bot.rulebook.tables import Table

STALE_AFTER_DAYS = 365


@click.command(help="Show values, references and dates; with --stale, what is old.")
@click.argument("path", required=False)
@click.option("--on", "on_text", help="Only what applies on this day.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--stale", is_flag=True, help="Only what was last checked a year ago.")
@click.option(
    "--impact",
    metavar="REVISION",
    help="Which golden cases and sentences change against a git revision (HEAD).",
)
@click.option("--brief", is_flag=True, help="With --impact: without the sentences.")
def command(
    path: str | None,
    on_text: str | None,
    as_json: bool,
    stale: bool,
    impact: str | None,
    brief: bool,
) -> None:
    if impact is not None:
        if path or on_text or stale:
            raise UsageError("--impact goes with --brief and --json only")
        _print_impact(impact, as_json=as_json, brief=brief)
        return
    if brief:
        raise UsageError("--brief goes with --impact only")
    day = read_day(on_text) if on_text else None
    found = _find(path)
    if stale:
        found = [law for law in found if _is_stale(law, on=day or read_day(None))]
    described = [_describe(law, on=day) for law in found]
    if as_json:
        click.echo(json.dumps(described, ensure_ascii=False, indent=2))
        return
    for each in described:
        _print(each)
    if stale and not described:
        click.echo("nothing is stale")


def _print_impact(revision: str, *, as_json: bool, brief: bool) -> None:
    impact = importlib.import_module("bot.commands.impact")
    found = impact.compared(revision)
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for line in impact.told(found, brief=brief):
        click.echo(line)


def _find(path: str | None) -> list[Parameter | Table]:
    """One parameter by its path, a folder of them, or all."""
    law = open_rulebook().law
    wanted = (path or "").strip("/").removesuffix(".yaml")
    names = [
        name
        for name in law
        if not wanted or name == wanted or name.startswith(f"{wanted}/")
    ]
    if not names:
        raise UsageError(f"no parameter {path!r}")
    return [law[name] for name in names]


def _is_stale(law: Parameter | Table, *, on: date) -> bool:
    return (on - law.about.last_checked_on).days > STALE_AFTER_DAYS


def _describe(law: Parameter | Table, *, on: date | None) -> dict[str, object]:
    about = law.about
    return {
        "parameter": about.path,
        "file": about.file,
        "description": about.description,
        "unit": about.unit,
        "fact": about.fact,
        "last_checked_on": about.last_checked_on.isoformat(),
        "values": _values(law, on=on),
    }


def _values(law: Parameter | Table, *, on: date | None) -> list[dict[str, object]]:
    if isinstance(law, Table):
        return [
            {"table": version.name, "rows": len(version.rows), **_span(version.span)}
            for version in law.versions
            if _holds(version.span, on=on)
        ]
    values: list[Value] = [*law.values, *law.announced]
    return [
        {"value": to_plain(value.value), **_span(value.span)}
        for value in values
        if _holds(value.span, on=on)
    ]


def _holds(span: Span, *, on: date | None) -> bool:
    if on is None:
        return True
    first = span.since or span.vouched
    begun = span.applies and (first is None or first <= on)
    return begun and (span.until is None or on <= span.until)


def _span(span: Span) -> dict[str, object]:
    members: dict[str, object] = {
        "from": span.since.isoformat() if span.since else "unknown",
        "to": span.until.isoformat() if span.until else None,
        "vouched_from": span.vouched.isoformat() if span.vouched else None,
        "announced_on": span.announced_on.isoformat() if span.announced_on else None,
        "status": span.status,
        "confidence": span.confidence,
        "fact": span.fact,
        "reference": span.citation.to_json(),
    }
    return {name: value for name, value in members.items() if value is not None}


def _print(each: dict[str, object]) -> None:
    click.echo(f"{each['parameter']} [{each['unit']}] {each['description']}")
    values = each["values"]
    assert isinstance(values, list)
    for value in values:
        shown = value.get("value", f"table {value.get('table')}")
        until = f" to {value['to']}" if "to" in value else ""
        reference = value["reference"]
        where = f"{reference['instrument']} {reference.get('section', '')}".strip()
        click.echo(
            f"  {shown}  from {value['from']}{until}  {value['status']}, "
            f"{value['confidence']}  {where}  ({value['fact']})"
        )
    click.echo(f"  last checked {each['last_checked_on']}")
