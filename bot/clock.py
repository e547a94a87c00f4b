"""The day it is in Malaysia. The rulebook itself never looks at a clock."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.errors import ConfigurationError
from bot.settings import Settings

MALAYSIA = ZoneInfo("Asia/Kuala_Lumpur")


def today(settings: Settings) -> date:
    """Today in Malaysia, or the day that the settings put in its place."""
    if not settings.today:
        return datetime.now(MALAYSIA).date()
    try:
        return date.fromisoformat(settings.today)
    except ValueError:
        raise ConfigurationError(
            f"TANYA_TODAY must be a date like 2026-11-23, not {settings.today!r}"
        ) from None


def moment(seconds: float) -> str:
    """A moment in Malaysia, as logs and commands write it."""
    return datetime.fromtimestamp(seconds, MALAYSIA).isoformat(timespec="seconds")
