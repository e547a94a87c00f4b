"""Written answers: what people ask that is information and not a question of law.

Each entry names the facts it rests on; figures come from the rulebook's parameters.
"""

from bot.answers.entries import Entries, Entry, load

__all__ = ["Entries", "Entry", "load"]
