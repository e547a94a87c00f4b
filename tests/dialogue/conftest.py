"""A small law of its own, so that the dialogue is tested apart from the real one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from bot.dialogue.asking import BadFact, Tools
from bot.dialogue.facts import FactType
from bot.dialogue.message import Message
from bot.dialogue.turn import Turn

NEEDED = {
    "eligibility.skssr": ("sex", "age", "first_time"),
    "contribution.skssr": (),
    "contribution.sksps": (),
    "contribution.act4": ("wage",),
    "registration.sksps": (),
    "coverage.sksps": (),
}


def missing(question: str, facts: Mapping[str, Any], on: str) -> tuple[str, ...]:
    if "age" in facts and facts["age"] > 130:
        raise BadFact("age")
    return tuple(fact for fact in NEEDED.get(question, ()) if fact not in facts)


@pytest.fixture
def tools() -> Tools:
    return make_tools()


def make_tools() -> Tools:
    return Tools(
        missing=missing,
        questions=frozenset(NEEDED),
        entries=frozenset({"how_to_pay.skssr", "office_or_contact"}),
        facts={
            "sex": FactType("code", ("female", "male")),
            "age": FactType("integer"),
            "first_time": FactType("boolean"),
            "wage": FactType("money"),
            "plan": FactType("integer"),
            "months": FactType("integer"),
            "birth_date": FactType("date"),
        },
        today="2026-11-23",
    )


def heard(
    *needs: str, text: str = "", intent: str | None = None, **entities: Any
) -> Message:
    """A message that was understood as `needs`; a list gives an entity many values."""
    pairs = [
        (name, one)
        for name, value in entities.items()
        for one in (value if isinstance(value, list) else [value])
    ]
    return Message(
        text=text,
        intent=intent or needs[0],
        needs=needs,
        entities=tuple(pairs),
    )


def said(turn: Turn) -> list[str]:
    return [utterance.response for utterance in turn.utterances]


def questions(turn: Turn) -> list[str]:
    return [
        str(u.values["question"]) for u in turn.utterances if "question" in u.values
    ]
