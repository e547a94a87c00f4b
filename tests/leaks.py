"""What must stand in no file: numbers, telephones and codes that a run made use of.

A known number is looked for in every spelling that our own code could give it; files
are read as bytes, so that databases and their journals count as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.identity.numbers import has_day

# where such numbers belong: what the registry knows, and messages of development
ALLOWED = ("registry.db", "sms.jsonl")
CARD = re.compile(
    rb"(?<![0-9A-Fa-f.])([0-9]{6})[-. ]?([0-9]{2})[-. ]?([0-9]{4})(?![0-9A-Fa-f.])"
)
PHONE = re.compile(
    rb"(?<![0-9A-Za-z])(?:\+?60|0)1[0-9][-. ]?[0-9]{3,4}[-. ]?[0-9]{4}(?![0-9A-Fa-f])"
)
RESULT = re.compile(rb"\[\[RESULT:[0-9a-f]{8}\]\]")


def spellings(number: str) -> set[bytes]:
    """How an identity number may stand in a file."""
    parts = (number[:6], number[6:8], number[8:])
    return {joint.join(parts).encode() for joint in ("", "-", " ", ".")}


def phone_spellings(phone: str) -> set[bytes]:
    """How a telephone number in E.164 may stand in a file."""
    home = "0" + phone.removeprefix("+60")
    return {
        text.encode() for text in (phone, phone[1:], home, f"{home[:3]}-{home[3:]}")
    }


def code_spellings(code: str) -> set[bytes]:
    """How a code may stand in a text; six digits inside longer numbers are no code."""
    return {f"{before}{code}".encode() for before in ('"', " ", ">", ":")}


def sent_codes(outbox: Path) -> set[str]:
    """The codes in the file of messages."""
    if not outbox.exists():
        return set()
    lines = outbox.read_text("utf-8").splitlines()
    return {json.loads(line)["code"] for line in lines}


def files(*roots: Path) -> Iterator[Path]:
    """Every file below `roots` in which such numbers have no business."""
    for root in roots:
        for path in sorted(root.rglob("*")):
            if path.is_file() and not path.name.startswith(ALLOWED):
                yield path


def leaks(
    roots: Iterable[Path],
    *,
    numbers: Iterable[str] = (),
    phones: Iterable[str] = (),
    codes: Iterable[str] = (),
) -> list[str]:
    """`file: what` for each known value that stands where it must not."""
    wanted = {
        **{each: "identity number" for n in numbers for each in spellings(n)},
        **{each: "telephone" for p in phones for each in phone_spellings(p)},
        **{each: "code" for c in codes for each in code_spellings(c)},
    }
    return [
        f"{path}: {kind}"
        for path in files(*roots)
        for content in [path.read_bytes()]
        for each, kind in wanted.items()
        if each in content
    ]


def suspicious(roots: Iterable[Path]) -> list[str]:
    """`file: what` for whatever looks like a number of a person, known or not."""
    found = []
    for path in files(*roots):
        content = path.read_bytes()
        for match in CARD.finditer(content):
            if has_day(match.group(1).decode()):
                found.append(f"{path}: {match.group().decode()}")
        found += [f"{path}: {match.decode()}" for match in PHONE.findall(content)]
    return found
