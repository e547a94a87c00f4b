"""A talk over several messages, as the actions lead it, under the real law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.form import complete, fill
from bot.dialogue.message import Found, Message
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from bot.dialogue.turn import Turn
from bot.understanding.entities import extract

TODAY = date(2026, 11, 23)


def law() -> Tools:
    return build(settings.load(), TODAY.isoformat())


def told(
    text: str,
    *needs: str,
    band: str = "answer",
    near: tuple[tuple[str, float, str], ...] = (),
) -> Message:
    """A typed message with the values found in it, taken for `needs`."""
    latest = {
        "text": text,
        "intent": {"name": needs[0] if band == "answer" else "nlu_fallback"},
        "entities": [one.to_json() for one in extract(text, TODAY)],
        "understanding": {"needs": [{"need": need} for need in needs], "band": band},
    }
    message = Message.from_rasa(latest)
    return replace(message, found=tuple(Found(*hit) for hit in near))


def talk(tools: Tools, *said: Message | tuple[str, str]) -> Turn:
    """The last turn of a talk; a pair is a text and what it was taken for."""
    turn = Turn(memory=Memory())
    for one in said:
        message = one if isinstance(one, Message) else told(*one)
        turn = _answered(message, turn.memory, tools)
    return turn


def _answered(message: Message, memory: Memory, tools: Tools) -> Turn:
    filled = fill(message, memory, tools) if memory.asked else None
    if filled is None:
        return reply(message, memory, tools)
    if filled.memory.asked:
        return filled
    return complete(message, filled.memory, tools)
