"""Telephone numbers of people. Hotlines and toll-free numbers belong to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import PhoneNumberType

from bot.identity.cards import look_alike
from bot.identity.numbers import PUBLIC, Found, days, runs, touches

REGION = "MY"
JOIN = re.compile(r"[ \t\n.\-_/()]{0,4}")
PLUS = re.compile(r"\+[ (]{0,2}$")
# cheap sieve in front of the library: home numbers, and others that say `+`
HOME = re.compile(r"(?:0|60|0060)0?[1-9][0-9]{7,9}|1[3-9]00[0-9]{6}")
# a mobile number unknown to the plan, or mistyped, is somebody's all the same
MOBILE = re.compile(r"(?:0|60|0060)0?1[0-9]{8,9}")
OF_NOBODY = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.UAN,
}


def find_phones(text: str) -> Iterator[Found]:
    """Numbers that are valid in Malaysia, or abroad when written with `+`."""
    dates = days(text)
    yield from _phones_in(text, dates)
    look = look_alike(text)
    if look != text:
        yield from _phones_in(look, dates)


def _phones_in(text: str, dates: list[tuple[int, int]]) -> Iterator[Found]:
    for run in runs(text, 8, 15, join=JOIN):
        plus = PLUS.search(text[max(0, run.start - 4) : run.start])
        if touches(run, dates) or not (plus or HOME.fullmatch(run.digits)):
            continue
        number = _parse(("+" if plus else "") + run.digits)
        if number is not None:
            yield _found(
                number, run.start - (len(plus.group()) if plus else 0), run.end
            )


def _parse(written: str) -> phonenumbers.PhoneNumber | None:
    try:
        number = phonenumbers.parse(written, REGION)
    except phonenumbers.NumberParseException:
        return None
    good = phonenumbers.is_valid_number(number) or MOBILE.fullmatch(written.lstrip("+"))
    return number if good else None


def _found(number: phonenumbers.PhoneNumber, start: int, end: int) -> Found:
    public = phonenumbers.number_type(number) in OF_NOBODY
    value = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return Found(PUBLIC if public else "PHONE", start, end, str(value))
