"""Whom a message is about, in the light of whom the talk was about before."""

from __future__ import annotations

from bot.dialogue import persons
from bot.dialogue.left_behind import told_beside
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.sides import staff_of_mine


def whom(message: Message, memory: Memory) -> str | None:
    """Whom a message is about: whom it names, or the same person as before."""
    named = persons.whom_asked(message)
    of_own_death = message.first("deceased") == persons.SELF
    beside = of_own_death or told_beside(named, memory.question)
    if beside or message.only_tells_of_children:
        return memory.relation  # whoever may be paid is only told of beside the dead
    if named in (None, persons.SELF) and staff_of_mine(message):
        return staff_of_mine(message)
    if named is None and not memory.asked and persons.tells_of_self(message):
        return persons.SELF
    return named or memory.relation
