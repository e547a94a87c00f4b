"""Numbers of bank cards and bank accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.identity.numbers import (
    JOIN,
    Found,
    Run,
    days,
    has_label,
    is_claim,
    is_money,
    runs,
    touches,
)

LABEL = re.compile(
    r"(?i)\b(?:akaun|account|acc?|a/c|acct|bank|maybank|cimb|rhb|bsn|bimb|ambank"
    r"|agrobank|hong leong)\b"
)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
UNJOINED = re.compile(r"(?!)")  # only groups that stand alone
LONG = 10  # digits in one piece that nothing else explains


def find_cards(text: str) -> Iterator[Found]:
    """13 to 19 digits in one piece or as printed, with a right check digit."""
    for run in runs(text, 13, 19):
        printed = all(size == 4 for size in run.sizes[:-1]) or run.sizes == (4, 6, 5)
        if printed and is_luhn(run.digits) and not _are_years(run):
            yield Found("CARD", run.start, run.end, run.digits)


def is_luhn(digits: str) -> bool:
    """The check that bank cards carry."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(digits[::-1])]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _are_years(run: Run) -> bool:
    pieces = [run.digits[place : place + 4] for place in range(0, len(run.digits), 4)]
    return len(run.sizes) > 1 and all(YEAR.fullmatch(piece) for piece in pieces)


def find_accounts(text: str) -> Iterator[Found]:
    """Ten digits and more in one piece, or seven and more after a bank's name."""
    dates = days(text)
    named = bool(LABEL.search(text))
    for run in runs(text, 7, 24, join=JOIN if named else UNJOINED):
        if touches(run, dates) or is_money(text, run):
            continue
        if has_label(LABEL, text, run.start) or _is_long(text, run):
            yield Found("BANK", run.start, run.end, run.digits)
    for match in re.finditer(r"[0-9]{25,}", text):
        yield Found("BANK", match.start(), match.end(), match.group())


def _is_long(text: str, run: Run) -> bool:
    whole = len(run.sizes) == 1 and len(run.digits) >= LONG
    return whole and not is_claim(text, run.start)
