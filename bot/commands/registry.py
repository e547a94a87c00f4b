"""`tanya registry`: the records of people brought in, seeded, shown with masks."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from bot import settings
from bot.errors import UsageError


@click.group()
def command() -> None:
    """Import, seed and inspect the registry of people, contributions and claims."""


@command.command()
def upgrade() -> None:
    """Bring the tables to the version of this program."""
    from bot.registry.engine import writing_engine
    from bot.registry.schema import state
    from bot.registry.schema import upgrade as bring_up

    engine = writing_engine(settings.load().database("registry"))
    bring_up(engine)
    click.echo(f"The registry is at {state(engine)}.")
    engine.dispose()


@command.command(name="import")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False)
)
@click.option("--report", type=click.Path(path_type=Path), help="where rejections go")
def import_(files: tuple[Path, ...], report: Path | None) -> None:
    """Bring in an extract: CSV or JSON Lines, all files at once or none."""
    from bot.registry.extract.importing import import_extracts, look_at_all

    chosen = settings.load()
    whole = look_at_all(files)
    report = report or chosen.var / "imports" / f"{whole[0].sha256[:12]}.jsonl"
    size = sum(each.size for each in whole)
    with click.progressbar(length=size, label="Reading", file=sys.stderr) as bar:

        def progress(amount: int) -> None:
            if bar.pos + amount >= size:
                bar.label = "Putting in force"
            bar.update(amount)

        outcomes = import_extracts(
            chosen.database("registry"), files, report=report, progress=progress
        )
    for each in outcomes:
        since = _since(each.known_since)
        click.echo(
            f"{each.name}: {each.read} read, {each.accepted} accepted,"
            f" {each.rejected} rejected{since}"
        )
    if any(each.rejected for each in outcomes):
        click.echo(f"tanya: what was rejected and why: {report}", err=True)


@command.command()
def seed() -> None:
    """Put in the demo people, and move their dates to today."""
    from bot.clock import today
    from bot.registry.seed import seed_demo

    chosen = settings.load()
    seeded = seed_demo(chosen.database("registry"), on=today(chosen))
    click.echo(f"{seeded.added} demo people added, {seeded.moved} moved to today.")


@command.command()
@click.option("--demo", is_flag=True, help="demo people only, in full")
@click.option("--limit", default=50, show_default=True, help="how many people at most")
@click.option("--json", "as_json", is_flag=True, help="one JSON object")
def show(demo: bool, limit: int, as_json: bool) -> None:
    """Who is in the registry; numbers show their last four digits only."""
    from bot.clock import today
    from bot.registry.masked import demo_list, masked_people

    if limit < 1:
        raise UsageError("--limit must be at least 1")
    chosen = settings.load()
    url = chosen.database("registry")
    listed = (
        demo_list(url, on=today(chosen)) if demo else masked_people(url, limit=limit)
    )
    if as_json:
        click.echo(json.dumps(listed, ensure_ascii=False))
    else:
        _print(listed)


def _print(listed: dict[str, object]) -> None:
    people = listed["people"]
    if not isinstance(people, list):
        return
    for each in people:
        held = each.get("about") or ", ".join([*each["registrations"], *each["claims"]])
        click.echo(f"{each['ic']}  {each['phone'] or 'no telephone':13}  {held}")
    total = listed.get("total", len(people))
    if total != len(people):
        click.echo(f"... {len(people)} of {total} people; --limit shows more.")


def _since(moment: datetime | None) -> str:
    return f", in force since {moment:%Y-%m-%d %H:%M} UTC" if moment else ""
