"""What the app shows of the bot, set only where it changed: commands, descriptions."""

from __future__ import annotations

from typing import Final

from telegram import Bot, BotCommand

from bot.gateway.telegram import commands
from bot.i18n import N_

DESCRIPTION: Final = N_(
    "Ask about Malaysia's social security (PERKESO) in Malay or English: who may join, "
    "what it costs, what it gives, how to claim. An automatic assistant, not a person."
)
SHORT: Final = N_("Questions about PERKESO, answered with the source and the date.")
SHORT_LIMIT: Final = 120
LANGUAGES: Final = (None, "ms", "en")


async def set_menu(bot: Bot) -> int:
    """Bring menu and descriptions up to date; how many changes that took."""
    changes = 0
    for language in LANGUAGES:
        changes += await _set_commands(bot, language)
        changes += await _set_descriptions(bot, language)
    return changes


async def _set_commands(bot: Bot, language: str | None) -> int:
    wanted = tuple(BotCommand(name, says) for name, says in commands.menu(language))
    if await bot.get_my_commands(language_code=language) == wanted:
        return 0
    await bot.set_my_commands(wanted, language_code=language)
    return 1


async def _set_descriptions(bot: Bot, language: str | None) -> int:
    full, short = _worded(DESCRIPTION, language), _worded(SHORT, language)
    changes = 0
    if (await bot.get_my_description(language_code=language)).description != full:
        await bot.set_my_description(full, language_code=language)
        changes += 1
    known = await bot.get_my_short_description(language_code=language)
    if known.short_description != short:
        await bot.set_my_short_description(short, language_code=language)
        changes += 1
    return changes


def _worded(sentence: str, language: str | None) -> str:
    if language is not None:
        return commands.say(sentence, language)
    joined = commands.both(sentence)
    return joined if len(joined) <= SHORT_LIMIT else commands.say(sentence, "ms")
