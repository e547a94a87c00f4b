"""One line about the bot for `tanya doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.errors import ConfigurationError, ServiceUnavailable
from bot.gateway.telegram.config import PATH, Config
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.gateway.telegram import operating

Level = Literal["ok", "warn", "fail"]
MANY = 100  # updates that wait


def diagnose(settings: Settings) -> tuple[Level, str]:
    """How it is with the bot; without a token it is off, which is no fault."""
    try:
        config = Config.read(settings)
    except ConfigurationError as error:
        return "fail", str(error)
    if config is None:
        return "ok", "off: TANYA_TELEGRAM_TOKEN is not set"
    from bot.gateway.telegram import operating

    try:
        status = operating.asked(config, operating.status_of)
    except ConfigurationError as error:
        return "fail", str(error)
    except ServiceUnavailable as error:
        return "warn", str(error)
    return _judged(config, status)


def _judged(config: Config, status: operating.Status) -> tuple[Level, str]:
    name = f"@{status.username}"
    wanted = "" if config.polling else f"{config.webhook_url}{PATH}"
    if status.webhook != wanted:
        mend = "tanya telegram webhook" + (" --delete" if config.polling else "")
        return "warn", f"{name}: webhook is {status.webhook or 'not set'}: `{mend}`"
    if status.pending > MANY or (status.trouble and not config.polling):
        why = status.trouble or "are they fetched?"
        return "warn", f"{name}: {status.pending} messages wait; {why}"
    return "ok", f"{name}, messages are {'fetched' if config.polling else 'brought'}"
