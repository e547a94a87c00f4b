"""Written answers: what people ask that is information and not a question of law.

Each entry names the facts it rests on. Amounts and rates never stand in a text: they
are decisions of the rulebook.
"""

from bot.answers.entries import Entries, Entry, load

__all__ = ["Entries", "Entry", "load"]
