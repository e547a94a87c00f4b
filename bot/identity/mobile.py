"""Whether a code can be sent to the telephone that is on record."""

from __future__ import annotations

from bot.registry.phones import is_demo, normalised, takes_messages


def find_mobile(phone: str | None, *, demo: bool) -> str | None:
    """The number to send to, or none: a landline or an internet line gets no code."""
    number = normalised(phone) if phone else None
    if number is None or (is_demo(number) and not demo):
        return None
    return number if takes_messages(number) else None
