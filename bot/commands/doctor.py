"""`tanya doctor`: what is configured, what is reachable, what is missing."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from bot import settings


@click.command()
@click.option("--json", "as_json", is_flag=True, help="one JSON object")
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """Look at everything that has to hold, one line each; exit 1 if something fails."""
    from bot.launch.diagnosis import examine

    findings = examine(settings.load())
    if as_json:
        click.echo(json.dumps({"findings": [asdict(each) for each in findings]}))
    else:
        for each in findings:
            click.echo(f"{each.level:<5} {each.what:<18} {each.says}")
    if any(each.level == "fail" for each in findings):
        context.exit(1)
