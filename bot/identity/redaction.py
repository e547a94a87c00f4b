"""Finds the numbers that identify people, and puts tokens in their place.

Runs in the gateway before anything else sees a message. It errs on the side of taking
too much: a wage list mistaken for an account number costs a repeated question, a
number left in costs somebody their privacy. Amounts, dates, ages, claim references
and public telephone numbers stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.identity.accounts import LABEL as BANK_LABEL
from bot.identity.accounts import find_accounts, find_cards
from bot.identity.cards import (
    find_codes,
    find_fragments,
    find_identity_cards,
    find_labelled,
    find_lettered,
)
from bot.identity.numbers import PUBLIC, Found, claims, has_label
from bot.identity.phones import find_phones
from bot.identity.spelling import Folded, fold, spoken

IC: Final = "IC"
PHONE: Final = "PHONE"
CODE: Final = "CODE"
CARD: Final = "CARD"
BANK: Final = "BANK"
EMAIL: Final = "EMAIL"
PASSPORT: Final = "PASSPORT"
KINDS: Final = (IC, PHONE, CODE, CARD, BANK, EMAIL, PASSPORT)

TOKEN: Final = re.compile(
    r"\[\[(IC|PHONE|CODE|CARD|BANK|EMAIL|PASSPORT):([0-9a-f]{8})\]\]"
)
RESULT: Final = "RESULT"  # a look-up's result, for the gateway to open at delivery
RESULT_TOKEN: Final = re.compile(r"\[\[RESULT:([0-9a-f]{8})\]\]")
FORGED = re.compile(r"\[\[(?=\s*[A-Za-z]+\s*:)")
PUBLIC_MAIL = re.compile(r"@([a-z0-9-]+\.)*gov\.my$", re.IGNORECASE)
EMAIL_SHAPE = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?@\s?(?:[\w-]{1,63}\.){1,5}[a-zA-Z]{2,24}(?![\w-])"
)

Seal = Callable[[str, str], str]


@dataclass(frozen=True)
class Redacted:
    """A text that may be stored, and digits to join with those of the next message."""

    text: str
    carry: str = ""


def redact(
    text: str,
    seal: Seal,
    *,
    challenge_open: bool = False,
    expecting_number: bool = False,
    carried: str = "",
) -> Redacted:
    """`text` with every identifying number replaced by what `seal(kind, value)` gives.

    A six-digit code is taken only while a challenge is open. While a number was asked
    for, a part of one is taken too, and joined with what was `carried` over.
    """
    text = _broken(text)
    folded = fold(text)
    taken, carry = _read(
        folded, challenge_open=challenge_open, expecting=expecting_number, carry=carried
    )
    dictated = spoken(folded)
    if dictated is not None:
        more, carry = _read(
            dictated,
            challenge_open=challenge_open,
            expecting=expecting_number and not taken,
            carry=carry,
        )
        taken += [found for found in more if claims(taken, found)]
    return Redacted(_replace(text, taken, seal), carry if expecting_number else "")


def mask(text: str) -> str:
    """`text` as it may be shown: which kind of number stood there, never the number."""
    return TOKEN.sub(lambda match: f"[{match.group(1)} ••••]", text)


def _broken(text: str) -> str:
    """`text` without tokens that somebody typed, in whatever kind of brackets."""
    folded, place, parts = fold(text), 0, list[str]()
    for match in FORGED.finditer(folded.text):
        start, end = folded.original(*match.span())
        parts += [text[place:start], "[ ["]
        place = end
    return "".join([*parts, text[place:]])


def _read(
    reading: Folded, *, challenge_open: bool, expecting: bool, carry: str
) -> tuple[list[Found], str]:
    """What one reading of the text holds, in places of the original."""
    taken = _find(reading.text, challenge_open=challenge_open)
    if expecting:
        taken = [_as_asked_for(found, reading.text) for found in taken]
        lettered = find_lettered(reading.text)
        taken += [found for found in lettered if claims(taken, found)]
        whole = any(found.kind == IC for found in taken)
        parts, carry = find_fragments(reading.text, taken, "" if whole else carry)
        taken += parts
    taken = [found for found in taken if found.kind != PUBLIC]
    return [
        replace(found, start=place[0], end=place[1])
        for found in taken
        for place in [reading.original(found.start, found.end)]
    ], carry


def _as_asked_for(found: Found, text: str) -> Found:
    """A long number is the one that was asked for, mistyped, unless a bank is named."""
    mistyped = found.kind == BANK and not has_label(BANK_LABEL, text, found.start)
    return replace(found, kind=IC) if mistyped else found


def _find(text: str, *, challenge_open: bool) -> list[Found]:
    taken: list[Found] = []
    finders: list[Callable[[str], Iterator[Found]]] = [
        _find_mail,
        find_cards,  # before identity cards: its first twelve digits may look like one
        find_identity_cards,
        find_phones,
        find_labelled,
        find_accounts,
    ]
    if challenge_open:
        finders.append(find_codes)
    for finder in finders:
        for found in finder(text):
            if claims(taken, found):
                taken.append(found)
    return taken


def _find_mail(text: str) -> Iterator[Found]:
    for match in EMAIL_SHAPE.finditer(text):
        value = re.sub(r"\s", "", match.group())
        if not PUBLIC_MAIL.search(value):
            yield Found(EMAIL, match.start(), match.end(), value.lower())


def _replace(text: str, taken: list[Found], seal: Seal) -> str:
    parts: list[str] = []
    place = 0
    for found in sorted(taken, key=lambda found: found.start):
        parts += [text[place : found.start], seal(found.kind, found.value)]
        place = found.end
    return "".join([*parts, text[place:]])
