"""`tanya telegram`: connect the bot, fetch messages, make links, mend deliveries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from bot import settings

if TYPE_CHECKING:
    from bot.gateway.telegram.operating import Status


@click.group()
def command() -> None:
    """Connect the Telegram bot and look after it."""


@command.command()
@click.option("--delete", is_flag=True, help="have messages kept for fetching")
@click.option("--status", is_flag=True, help="what Telegram says; changes nothing")
def webhook(*, delete: bool, status: bool) -> None:
    """Have Telegram bring messages to the gateway, and set menu and descriptions."""
    from bot.gateway.telegram import operating

    if delete and status:
        raise click.UsageError("--delete and --status do not go together")
    config = operating.required(settings.load())
    if status:
        _show(operating.asked(config, operating.status_of))
    elif delete:
        operating.asked(config, operating.disconnect_webhook)
        click.echo("No webhook: messages wait until they are fetched.")
    else:
        url = operating.asked(
            config, lambda bot: operating.connect_webhook(bot, config)
        )
        click.echo(f"Telegram brings messages to {url}")


def _show(status: Status) -> None:
    click.echo(f"bot       @{status.username}")
    click.echo(f"webhook   {status.webhook or 'none: messages are fetched'}")
    click.echo(f"waiting   {status.pending}")
    if status.trouble:
        click.echo(f"trouble   {status.trouble}")
    if status.joins_groups:
        click.echo(
            "groups    the bot may be added to groups: /setjoingroups forbids it"
        )


@command.command()
def menu() -> None:
    """Set the menu of commands and the descriptions, in each language."""
    from bot.gateway.telegram import operating
    from bot.gateway.telegram.menu import set_menu

    changes = operating.asked(operating.required(settings.load()), set_menu)
    click.echo(f"{changes} changed" if changes else "nothing to change")


@command.command()
def poll() -> None:
    """Fetch messages and hand them to the gateway on this machine, until Ctrl-C.

    For development, when the gateway itself does not fetch (TANYA_TELEGRAM_MODE).
    """
    from bot.gateway.telegram import operating
    from bot.gateway.telegram.bridge import run

    chosen = settings.load()
    run(chosen, operating.required(chosen))


@command.command()
@click.argument("question")
@click.option("--days", default=365.0, show_default=True, help="until it ends")
def link(question: str, *, days: float) -> None:
    """Print a link that opens a chat with QUESTION asked; it holds a code only."""
    from bot.gateway.telegram import operating

    chosen = settings.load()
    status = operating.asked(operating.required(chosen), operating.status_of)
    with operating.gateway_database(chosen) as database:
        code = operating.make_link(database, question, days=days)
    click.echo(f"https://t.me/{status.username}?start={code}")


@command.command()
@click.option("--again", metavar="ID|all", help="try to deliver once more")
def dead(*, again: str | None) -> None:
    """List replies that could not be delivered, one JSON object a line."""
    from bot.gateway.telegram import operating

    if again is not None and again != "all" and not again.isdigit():
        raise click.UsageError("--again takes the id of a dead letter, or all")
    with operating.gateway_database(settings.load()) as database:
        if again is not None:
            letter = None if again == "all" else int(again)
            click.echo(f"{operating.try_again(database, letter)} will be tried again")
            return
        for each in operating.dead_letters(database):
            click.echo(json.dumps(each))
