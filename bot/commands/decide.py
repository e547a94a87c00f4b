"""`tanya decide`: ask the rulebook, for people and for scripts."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import click

from bot.errors import ConfigurationError, UsageError
from bot.rulebook import EVERY_FACT, Decision, Rulebook, load
from bot.rulebook.errors import FactError, RulebookError, UnknownQuestion

KUALA_LUMPUR = timezone(timedelta(hours=8))


def today() -> date:
    """The day in Malaysia: commands look at the clock so that the rulebook need not."""
    return datetime.now(KUALA_LUMPUR).date()


def read_day(value: str | None) -> date:
    if value is None:
        return today()
    try:
        if len(value) != 10:
            raise ValueError
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(
            f"--on must be a full date YYYY-MM-DD, not {value!r}"
        ) from None


def open_rulebook() -> Rulebook:
    """The rulebook, or one clear line about the file that is broken."""
    try:
        return load()
    except RulebookError as error:
        raise ConfigurationError(f"rulebook: {error}") from None


def read_facts(text: str) -> Mapping[str, object]:
    try:
        facts = json.loads(text, parse_float=Decimal)
    except ValueError as error:
        raise UsageError(f"--facts is not JSON ({error})") from None
    if not isinstance(facts, dict):
        raise UsageError('--facts must be an object such as {"age": 53}')
    return facts


@click.command(help="Ask the rulebook a question.")
@click.argument("question", required=False)
@click.option("--facts", "facts_text", default="{}", help="Facts as a JSON object.")
@click.option("--on", "on_text", help="The day asked about (default: today).")
@click.option("--list", "listing", is_flag=True, help="Show questions and facts.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--language", type=click.Choice(["ms", "en"]), default="en", help="Of the text."
)
def command(
    question: str | None,
    facts_text: str,
    on_text: str | None,
    listing: bool,
    as_json: bool,
    language: str,
) -> None:
    if listing:
        show_list(open_rulebook(), as_json=as_json)
        return
    if question is None:
        raise UsageError("which question? `tanya decide --list` shows them all")
    facts = read_facts(facts_text)
    decision = ask(question, facts, on=read_day(on_text))
    if as_json:
        print_json(decision.to_json())
    else:
        click.echo(render(decision, facts, language=language))


def ask(question: str, facts: Mapping[str, object], *, on: date) -> Decision:
    try:
        return open_rulebook().decide(question, facts, on=on)
    except UnknownQuestion as error:
        raise UsageError(f"{error}; `tanya decide --list` shows them all") from None
    except FactError as error:
        raise UsageError(f"fact {error}") from None


def print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_list(book: Rulebook, *, as_json: bool) -> None:
    if as_json:
        facts = [fact.to_json() for fact in EVERY_FACT.values()]
        questions = [question.to_json() for question in book.questions()]
        print_json({"questions": questions, "facts": facts, "rulebook": book.version})
        return
    for question in book.questions():
        asks = ", ".join(question.asks) or "nothing"
        click.echo(f"{question.name:32} {question.about} (asks: {asks})")


def render(decision: Decision, facts: Mapping[str, object], *, language: str) -> str:
    """The same sentences as chat and desk. Loaded here: most calls want JSON."""
    words = importlib.import_module("bot.i18n.render")
    text: str = words.render(decision, facts, language=language).text
    return text
