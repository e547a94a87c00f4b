"""The channel's own replies, with their buttons, in the person's language."""

from __future__ import annotations

from bot.gateway.outbox import Reply
from bot.gateway.telegram import commands
from bot.gateway.telegram.sentences import BUTTONS, FIXED
from bot.i18n import translate

PREFIX = "tg_"
HELP = "tg_help"
BOTH = ("tg_start", "tg_language")  # said before a language was chosen


def reply(name: str, language: str, *, hotline: str) -> Reply:
    """The reply called `name`."""
    if name == HELP:
        text = commands.listed(language)
    elif name in BOTH:
        text = "\n\n".join(
            translate(FIXED[name], each, hotline=hotline) for each in ("ms", "en")
        )
    else:
        text = translate(FIXED[name], language, hotline=hotline)
    buttons = (
        (title := translate(source, language), payload or title)
        for source, payload in BUTTONS.get(name, ())
    )
    return Reply(text, tuple(buttons))
