"""`tanya chat`: talk to a running assistant, by hand or line by line from a script."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any

import click

from bot import settings

if TYPE_CHECKING:
    from bot.gateway.client import Answered, ChatClient, Spoken

PROMPTED = ("fact", "number", "code")  # then a bare number is an answer, not a choice


@click.command(help="Talk to a running assistant.")
@click.option("--url", help="Where it runs; by default, on this machine.")
@click.option("--language", type=click.Choice(["ms", "en"]), help="Of the answers.")
@click.option(
    "--jsonl",
    is_flag=True,
    help="One message a line in (a JSON string, plain text, or an object with text or "
    "button), one JSON object a line out.",
)
def command(url: str | None, language: str | None, jsonl: bool) -> None:
    from bot.gateway.client import ChatClient

    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    address = url or settings.load().gateway_url
    notice = _ignore if jsonl else _say_notice
    with ChatClient(address.rstrip("/"), on_notice=notice) as client:
        client.start(language)
        talk = _talk_in_lines if jsonl else _talk
        talk(client)


def _ignore(_: str) -> None:
    """A notice is no answer: scripts wait for the turn's end."""


def _say_notice(text: str) -> None:
    click.echo(f"… {text}")


def _talk_in_lines(client: ChatClient) -> None:
    replies: tuple[Spoken, ...] = ()
    for line in _lines(sys.stdin.buffer):
        answered = _ask(client, _read(line), replies)
        replies = answered.replies or replies
        click.echo(json.dumps(answered.to_json(), ensure_ascii=False))


def _lines(source: IO[bytes]) -> Iterator[str]:
    for line in source:
        yield line.decode("utf-8", errors="replace").rstrip("\r\n")


def _read(line: str) -> dict[str, Any]:
    """What a line means; one that is no JSON string or object is plain text."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {"text": line}
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict):
        for name in ("button", "text"):
            if isinstance(value.get(name), str):
                return {name: value[name]}
    return {"text": line}


def _ask(
    client: ChatClient, said: dict[str, str], replies: tuple[Spoken, ...]
) -> Answered:
    if "button" in said:
        return client.ask(button=_button(said["button"], replies))
    return client.ask(text=said["text"])


def _button(wanted: str, replies: tuple[Spoken, ...]) -> str:
    """The id of a button named by its id, its title or its number."""
    offered = [button for reply in replies for button in reply.buttons]
    for number, (title, name) in enumerate(offered, start=1):
        if wanted in (name, title, str(number)):
            return name
    return wanted


def _talk(client: ChatClient) -> None:
    click.echo("Tanya. Ctrl-D ends the conversation; a number chooses a button.")
    answered: Answered | None = None
    while True:
        try:
            typed = input("> ")
        except EOFError:
            click.echo()
            return
        if typed.strip():
            answered = _ask_by_hand(client, typed, answered)
            _show(answered)


def _ask_by_hand(client: ChatClient, typed: str, last: Answered | None) -> Answered:
    number = typed.strip().removeprefix("#")
    replies = last.replies if last else ()
    count = sum(len(reply.buttons) for reply in replies)
    marked = typed.strip().startswith("#")
    free = last is None or last.awaiting not in PROMPTED
    if (marked or free) and number.isdecimal() and 1 <= int(number) <= count:
        return client.ask(button=_button(str(int(number)), replies))
    return client.ask(text=typed)


def _show(answered: Answered) -> None:
    number = 0
    sign = "#" if answered.awaiting in PROMPTED else ""
    for reply in answered.replies:
        click.echo(f"\n{reply.text}")
        for title, _ in reply.buttons:
            number += 1
            click.echo(f"  [{sign}{number}] {title}")
    click.echo()
