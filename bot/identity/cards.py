"""Identity-card numbers, old and new, passports, one-time codes, parts of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.identity.numbers import (
    LOOSE,
    MONEY_BEFORE,
    Found,
    Run,
    claims,
    days,
    has_day,
    has_label,
    is_claim,
    is_money,
    runs,
    touches,
)

# people type letters for the digits they look like
LOOKALIKE = re.compile(r"(?<=[0-9OolISB])[OolISB]|[OolISB](?=[OolISB]{0,11}[0-9])")
LOOKS_LIKE = {"O": "0", "o": "0", "l": "1", "I": "1", "S": "5", "B": "8"}
# a group of nothing but digits and such letters; more letters count in it, since the
# shape of the whole number has to bear it out
LIKE_DIGITS = LOOKS_LIKE | {"D": "0", "Q": "0", "i": "1", "|": "1", "Z": "2", "z": "2"}
LIKE_DIGITS |= {"s": "5", "b": "6", "G": "6", "g": "9", "q": "9"}
LIKE_GROUP = re.compile(rf"(?<![\w|])[0-9{''.join(LIKE_DIGITS)}]+(?![\w|])")
FEWEST_DIGITS = 3  # of twelve, the others being letters

LABEL = re.compile(
    r"(?i)(?:\b|_)(?:n?\.?r?\.?i\.?c|k\.?p|kad pengenalan|identity card|mykad"
    r"|my ?kas|mypr|no\.? (?:polis|tentera)|(?:police|army) no)\b"
)
RIGHT_AFTER_LABEL = re.compile(
    LABEL.pattern + r"(?:[^0-9A-Za-z]{0,3}(?i:no|nombor|number|saya|lama|is|ialah"
    r"|adalah|my|baru|new))*[^0-9A-Za-z]{0,6}$"
)
PASSPORT_LABEL = re.compile(r"(?i)\b(?:passports?|pasports?|paspot)\b")
LETTERED = re.compile(
    r"(?<![0-9A-Za-z])([A-Za-z]{1,2})[ -]?([0-9]{6,9})(?![0-9A-Za-z])"
)
IN_ONE = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{1,2}[0-9]{6,9}(?![0-9A-Za-z])")
WORD = re.compile(r"[A-Za-z]{2,}")
MIXED = re.compile(
    r"(?<![^\s(])(?=\S*[A-Za-z])(?=\S*[0-9])[0-9A-Za-z][0-9A-Za-z.\-_/]{7,19}"
)
FEWEST_MIXED = 6  # digits in such a word
GAPPED = re.compile(r"[ .\-_/]{1,3}")
MISTYPED = {
    (6, 2, 3),
    (6, 2, 5),
    (6, 1, 4),
    (6, 3, 4),
}  # a digit short, or one too many


def find_identity_cards(text: str) -> Iterator[Found]:
    """Twelve digits that begin with a day, or stand as 6-2-4, or after a label."""
    dates = days(text)
    look = look_alike(text)
    for reading in dict.fromkeys((text, look)):
        for run in runs(reading, 12, 12, join=LOOSE):
            if _is_telling(run, text):
                yield Found("IC", run.start, run.end, run.digits)
    for run in runs(in_groups(text), 12, 12, join=LOOSE):
        if _is_telling(run, text) and _is_borne_out(run, text):
            yield Found("IC", run.start, run.end, run.digits)
    for run in runs(look, 11, 13, join=GAPPED):
        if run.sizes in MISTYPED and has_day(run.digits):
            yield Found("IC", run.start, run.end, run.digits)
    for run in runs(text, 12, 12):
        if _is_plausible(run, text, dates):
            yield Found("IC", run.start, run.end, run.digits)


def look_alike(text: str) -> str:
    """`text` with digits for letters that stand for them; no longer and no shorter."""
    return LOOKALIKE.sub(lambda match: LOOKS_LIKE[match.group()], text)


def in_groups(text: str) -> str:
    """`text` with digits for every group of letters that all look like digits."""
    return LIKE_GROUP.sub(
        lambda match: "".join(LIKE_DIGITS.get(one, one) for one in match.group()), text
    )


def _is_borne_out(run: Run, text: str) -> bool:
    """Whether letters read as digits make a number that could be somebody's."""
    written = sum(one.isdigit() for one in text[run.start : run.end])
    return written >= FEWEST_DIGITS and has_day(run.digits)


def _is_telling(run: Run, text: str) -> bool:
    if run.sizes == (6, 2, 4):
        return not MONEY_BEFORE.search(text[: run.start])
    edges = run.edges
    if not edges:
        return has_day(run.digits)
    pairs = 6 in edges and edges <= {2, 4, 6, 8, 10}
    return (pairs or max(run.sizes) == 1) and has_day(run.digits)


def _is_plausible(run: Run, text: str, dates: list[tuple[int, int]]) -> bool:
    if not has_day(run.digits):
        return has_label(LABEL, text, run.start)
    return not touches(run, dates) or 6 in run.edges


def find_labelled(text: str) -> Iterator[Found]:
    """Passports, old identity cards, police and army numbers, mistyped cards."""
    for match in LETTERED.finditer(text):
        letters, digits = match.groups()
        kind = _lettered_kind(text, match.start(), letters, digits)
        if kind:
            yield Found(kind, match.start(), match.end(), (letters + digits).upper())
    for run in runs(text, 6, 14):
        before = text[max(0, run.start - 40) : run.start]
        if RIGHT_AFTER_LABEL.search(before) and not is_money(text, run):
            yield Found("IC", run.start, run.end, run.digits)


def _lettered_kind(text: str, place: int, letters: str, digits: str) -> str | None:
    if letters.lower() == "rm" or is_claim(text, place):
        return None
    if has_label(PASSPORT_LABEL, text, place):
        return "PASSPORT"
    if len(letters) == 1 and letters.upper() in "AHK" and len(digits) == 8:
        return "PASSPORT"
    if (len(letters) == 1 and len(digits) == 7) or has_label(LABEL, text, place):
        return "IC"
    return None


def find_lettered(text: str) -> Iterator[Found]:
    """Any letters and digits in one, while a number is asked for: not the one meant."""
    for match in IN_ONE.finditer(text):
        value = match.group().upper()
        if not value.startswith("RM") and not is_claim(text, match.start()):
            yield Found("PASSPORT", match.start(), match.end(), value)


def find_codes(text: str) -> Iterator[Found]:
    """Six digits, however grouped."""
    for run in runs(text, 6, 6, join=LOOSE):
        if not is_money(text, run):
            yield Found("CODE", run.start, run.end, run.digits)


def find_fragments(
    text: str, taken: list[Found], carried: str
) -> tuple[list[Found], str]:
    """Parts of a number that was asked for, and what to carry to the next message."""
    bare = not WORD.search(LABEL.sub("", text))
    shortest = (2 if carried else 4) if bare else 6
    mixed = [found for found in _mixed(text) if claims(taken, found)]
    taken = [*taken, *mixed]
    parts: list[Found] = []
    end, dates = 0, days(text)
    for run in runs(look_alike(text), shortest, 14, join=LOOSE):
        part = Found("IC", run.start, run.end, run.digits)
        if run.start < end or is_money(text, run) or touches(run, dates):
            continue
        if claims(taken, part):
            parts.append(part)
            end = run.end
    joined, carry = _joined(parts, carried)
    return [*mixed, *joined], carry


def _mixed(text: str) -> Iterator[Found]:
    """Words of digits and letters: a mistyped number, gone as a whole."""
    for match in MIXED.finditer(text):
        digits = "".join(one for one in match.group() if one.isdigit())
        before = text[: match.start()]
        amount = MONEY_BEFORE.search(before) or match.group()[:2].upper() == "RM"
        if len(digits) >= FEWEST_MIXED and not amount:
            yield Found("IC", match.start(), match.end(), digits)


def _joined(parts: list[Found], carried: str) -> tuple[list[Found], str]:
    if not parts:
        return [], carried
    last = parts[-1]
    joined = carried + last.value
    if len(joined) == 12:
        return [*parts[:-1], Found("IC", last.start, last.end, joined)], ""
    return parts, joined if len(joined) < 12 else last.value[:11]
