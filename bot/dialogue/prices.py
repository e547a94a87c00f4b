"""Prices that are wanted along with what is asked, and joining along with a price."""

from __future__ import annotations

import re

from bot.dialogue import needs as need_rules
from bot.dialogue.message import Message

_JOIN = re.compile(
    r"\b(boleh|blh|bole|buleh|layak|can|may|eligible)\b.{0,40}"
    r"\b(masuk|msuk|sertai|menyertai|join|ikut)\b"
)
_PERIODS = ("daily", "monthly", "yearly")
# one pay slip carries both, and whoever names both wants both
_TWO_DEDUCTIONS = ("contribution_amount_employee", "contribution_amount_eis")
_TWO_COVERS = ("eligibility_employee", "eligibility_eis")
_BOTH = re.compile(r"(?=.*\b(socso|sosco|sokso|perkeso)\b)(?=.*\b(eis|sip)\b)")


def with_price(needs: tuple[str, ...], message: Message) -> tuple[str, ...]:
    """Whoever asks about joining and names a period asks for the price as well, and
    whoever asks for the price and whether one may join asks both.
    """
    first = needs[0]
    if first in _TWO_COVERS and _BOTH.search(message.text.casefold()):
        return tuple(dict.fromkeys((*_TWO_COVERS, *needs)))
    if first in _TWO_DEDUCTIONS and _BOTH.search(message.text.casefold()):
        return tuple(dict.fromkeys((*_TWO_DEDUCTIONS, *needs)))
    joining = first.replace("contribution_amount_", "eligibility_")
    asks_to_join = joining in need_rules.FIXED and joining != first
    if asks_to_join and _JOIN.search(message.text.casefold()):
        return tuple(dict.fromkeys((joining, *needs)))
    price = first.replace("eligibility_", "contribution_amount_")
    if price in need_rules.FIXED and message.first("period") in _PERIODS:
        return tuple(dict.fromkeys((first, price, *needs[1:])))
    return needs
