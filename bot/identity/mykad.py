"""Whether twelve digits can be the number of an identity card at all.

There is no check digit, so this proves nothing; it only spares people a code that can
never come. Places are those of the National Registration Department's list. The list
may lag behind, so a place that is not on it is asked about once more, not refused. The
last digit tells man from woman and is used for nothing.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

SHAPE = re.compile(r"[0-9]{12}", re.ASCII)
# 01-16 and 21-59 in Malaysia, 82 unknown, the rest abroad
PLACES = frozenset(
    {*range(1, 17), *range(21, 60), *range(60, 69), 71, 72, *range(74, 80)}
    | {82, *range(83, 94), 98, 99}
)
CENTURIES = (1900, 2000)


class Card(Enum):
    """What a number looks like."""

    POSSIBLE = "possible"
    UNLIKELY = "unlikely"  # no such place is known
    IMPOSSIBLE = "impossible"


def judge(number: str, *, today: date) -> Card:
    """What `number`, without ornament, looks like."""
    if not SHAPE.fullmatch(number) or not _is_born(number, today):
        return Card.IMPOSSIBLE
    return Card.POSSIBLE if has_place(number) else Card.UNLIKELY


def has_place(number: str) -> bool:
    """Whether the place in the number is assigned; demo people have none."""
    return int(number[6:8]) in PLACES


def _is_born(number: str, today: date) -> bool:
    year, month, day = int(number[:2]), int(number[2:4]), int(number[4:6])
    for century in CENTURIES:
        try:
            born = date(century + year, month, day)
        except ValueError:
            continue
        if born <= today:
            return True
    return False
