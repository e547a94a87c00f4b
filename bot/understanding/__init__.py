"""From a typed message to needs and entities, without the dialogue engine."""

from bot.understanding.engine import Understanding, need_of
from bot.understanding.types import Entity, Need, Parsed

__all__ = ["Entity", "Need", "Parsed", "Understanding", "need_of"]
