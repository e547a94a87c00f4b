"""`tanya registry`: demo people, put in and shown with their numbers masked."""

from __future__ import annotations

import json

import click

from bot import settings


@click.group()
def command() -> None:
    """Seed and inspect the registry of people, contributions and claims."""


@command.command()
def seed() -> None:
    """Put in the demo people; those who are there already are left alone."""
    from bot.registry.seed import seed_demo

    added = seed_demo(settings.load().database("registry"))
    click.echo(f"{added} demo people added.")


@command.command()
@click.option("--json", "as_json", is_flag=True, help="one JSON object")
def show(as_json: bool) -> None:
    """Who is in the registry; numbers show their last four digits only."""
    from bot.registry.masked import masked_people

    people = masked_people(settings.load().database("registry"))
    if as_json:
        click.echo(json.dumps({"people": people}, ensure_ascii=False))
        return
    for each in people:
        held = ", ".join([*_strings(each["registrations"]), *_strings(each["claims"])])
        click.echo(f"{each['ic']}  {each['phone'] or 'no telephone'}  {held}")


def _strings(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
