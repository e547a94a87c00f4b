"""Telephone numbers of the records: one spelling, and which take a text message.

No mobile in Malaysia begins with +60 11 0000 and no landline with +60 3 0000:
libphonenumber calls such numbers invalid. The demo people have these, so that no
message can reach a stranger.
"""

from __future__ import annotations

import re
from functools import cache

import phonenumbers

DEMO = re.compile(r"\+60110000[0-9]{4}")
DEMO_LANDLINE = re.compile(r"\+6030000[0-9]{4}")


def is_demo(phone: str) -> bool:
    """Whether this is a mobile number of the range that the demo people have."""
    return DEMO.fullmatch(phone) is not None


def normalised(text: str) -> str | None:
    """The number in E.164, or none if there can be no such telephone."""
    if text.startswith("+60") and _home_mobile().fullmatch(text[3:]):
        return text  # written as it must be: a hundred times faster than parsing
    try:
        number = phonenumbers.parse(text, "MY")
    except phonenumbers.NumberParseException:
        return None
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    demo = DEMO.fullmatch(written) or DEMO_LANDLINE.fullmatch(written)
    known = demo or phonenumbers.is_valid_number(number)
    return str(written) if known else None


@cache
def _home_mobile() -> re.Pattern[str]:
    plan = phonenumbers.PhoneMetadata.metadata_for_region("MY")
    known = plan and plan.mobile and plan.mobile.national_number_pattern
    return re.compile(str(known), re.ASCII)  # matches no number if there is none


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
