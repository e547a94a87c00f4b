"""Telephone numbers of the records: one spelling, and which of them take a text message.

No telephone in Malaysia begins with +60 11 0000: libphonenumber calls such a number
invalid. The demo people have these, so that no message can reach a stranger.
"""

from __future__ import annotations

import re

import phonenumbers

DEMO = re.compile(r"\+60110000[0-9]{4}")


def is_demo(phone: str) -> bool:
    """Whether this is a number of the range that the demo people have."""
    return DEMO.fullmatch(phone) is not None


def normalised(text: str) -> str | None:
    """The number in E.164, or none if there can be no such telephone."""
    try:
        number = phonenumbers.parse(text, "MY")
    except phonenumbers.NumberParseException:
        return None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    known = phonenumbers.is_valid_number(number) or is_demo(written)
    return str(written) if known else None


def takes_messages(phone: str) -> bool:
    """Whether a text message may be sent there: a mobile, or a demo number."""
    if is_demo(phone):
        return True
    try:
        kind = phonenumbers.number_type(phonenumbers.parse(phone))
    except phonenumbers.NumberParseException:
        return False
    mobile = phonenumbers.PhoneNumberType
    return kind in (mobile.MOBILE, mobile.FIXED_LINE_OR_MOBILE)
