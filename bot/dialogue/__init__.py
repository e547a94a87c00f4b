"""What to say next: needs become questions of law, entities become facts.

Pure: no Rasa, no clock, no database. The Rasa actions hand in what was understood and
what is remembered, and carry out the turn that comes back.
"""

from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.turn import Turn, Utterance

__all__ = ["Memory", "Message", "Turn", "Utterance"]
