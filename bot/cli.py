"""The `tanya` command. Each subcommand loads only what it needs."""

from __future__ import annotations

import importlib
import sys

import click

from bot.errors import TanyaError, UsageError

COMMANDS = {
    "chat": "talk to a running assistant",
    "understand": "show how messages are understood",
    "decide": "ask the rulebook",
    "parameters": "show values, references, dates; what is stale",
    "registry": "load, seed, inspect the registry",
    "audit": "whether the record of look-ups is whole",
    "privacy": "hand out or destroy what is held of a conversation",
    "telegram": "connect the Telegram bot, look after it",
    "turns": "what could not be answered, and asking it again",
    "doctor": "what is configured, reachable, missing",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are used: Rasa takes seconds."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"bot.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup)
def tanya() -> None:
    """Tanya on the command line: the same product without a screen."""


def main() -> None:
    """Entry point: exit 0 when it worked, 1 when it did not, 2 for wrong usage."""
    try:
        tanya(prog_name="tanya", standalone_mode=False)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        print(f"tanya: {error.format_message()}", file=sys.stderr)
        sys.exit(2)
    except click.Abort:
        sys.exit(1)
    except UsageError as error:
        print(f"tanya: {error}", file=sys.stderr)
        sys.exit(2)
    except TanyaError as error:
        print(f"tanya: {error}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
