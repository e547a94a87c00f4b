"""`tanya understand`: how messages are understood; needs only the trained model."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.understanding import Parsed


@click.command(name="understand")
@click.option("--jsonl", is_flag=True, help="Input lines are JSON strings or objects.")
@click.argument("text", nargs=-1)
def command(*, jsonl: bool, text: tuple[str, ...]) -> None:
    """Show how messages are understood: TEXT, or one message a line from stdin.

    One JSON line out for each message.
    """
    from bot import settings
    from bot.understanding import Understanding

    _tolerate_any_bytes()
    understanding = Understanding.load(settings.load().model)
    for message in _messages(text, jsonl=jsonl):
        parsed = understanding.parse(message)
        click.echo(json.dumps(described(parsed), ensure_ascii=False))
        sys.stdout.flush()


def described(parsed: Parsed) -> dict[str, object]:
    """A message as understood, in the members that scripts rely on."""
    from bot.i18n.language import choose
    from bot.understanding import need_of

    language = choose(parsed.text, previous=None, chosen=None)
    needs = [need_of(one.need) for one in parsed.needs]
    return {
        "text": parsed.text,
        "language": language.language,
        "answer_language": language.answer_language,
        "need": ";".join(need for need in needs if need) or None,
        "intent": parsed.intent,
        "confidence": round(parsed.confidence, 4),
        "band": parsed.band,
        "entities": [entity.to_json() for entity in parsed.entities],
    }


def _tolerate_any_bytes() -> None:
    """Odd bytes in are replaced; odd characters out become JSON escapes."""
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def _messages(given: tuple[str, ...], *, jsonl: bool) -> Iterator[str]:
    lines: Iterable[str] = given or (line.rstrip("\r\n") for line in sys.stdin)
    return (_text(line) for line in lines) if jsonl else iter(lines)


def _text(line: str) -> str:
    """The message of one input line: a JSON string, an object, or plain text."""
    if line.lstrip()[:1] not in ('"', "{"):
        return line
    try:
        read = json.loads(line)
    except ValueError:
        return line  # plain text that happens to begin with a quotation mark
    if isinstance(read, dict):
        read = read.get("text")
    if not isinstance(read, str):
        raise UsageError(f'expected a string or {{"text": ...}}: {line[:60]}')
    return read
