"""The planner's tools, made of the real rulebook and the written answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot import answers, rulebook
from bot.answers import longtail
from bot.dialogue.asking import BadFact, Known, Tools
from bot.dialogue.facts import FactType
from bot.errors import ConfigurationError
from bot.rulebook.errors import FactError, RulebookError
from bot.settings import Settings


def build(settings: Settings, today: str) -> Tools:
    """Tools for `today` (ISO). Raises ConfigurationError if the law cannot be read."""
    try:
        book = rulebook.load(settings.parameters)
    except RulebookError as error:
        raise ConfigurationError(str(error)) from error

    def missing(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
        try:
            decision = book.decide(question, facts, on=date.fromisoformat(on))
        except FactError as error:
            raise BadFact(error.fact) from error
        return tuple(need.fact for need in decision.need)

    questions = book.questions()
    return Tools(
        missing=missing,
        questions=frozenset(question.name for question in questions),
        read={q.name: frozenset((*q.asks, *q.uses)) for q in questions},
        entries=frozenset(answers.load().names()),
        facts={
            name: FactType(kind=fact.kind, values=fact.values)
            for name, fact in rulebook.EVERY_FACT.items()
        },
        today=today,
        known={
            name: Known(
                item.scheme,
                frozenset(item.needs),
                item.question,
                item.facts,
                frozenset(item.not_for),
                item.asker,
            )
            for name, item in longtail.load().items()
        },
    )
