"""What `tanya doctor` says of one-time codes: who carries them, whom they let in."""

from __future__ import annotations

from typing import Literal

from bot.errors import ConfigurationError
from bot.identity.opening import check_provider
from bot.settings import Settings


def diagnose(settings: Settings) -> tuple[Literal["ok", "warn", "fail"], str]:
    """How it stands, and in words."""
    try:
        check_provider(settings)
        demo = settings.lets_demo_people_in
    except ConfigurationError as error:
        return "fail", str(error)
    if settings.sms_provider == "outbox":
        return "warn", "codes go to a file and to nobody's telephone: development only"
    if demo:
        return "warn", "codes are sent in earnest, and demo people are let in as well"
    return "ok", "codes are sent by the SMS service"
