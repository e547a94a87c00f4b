"""Text that every part can hold: no broken characters, no invisible control codes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 2_000  # characters of one message that are read
SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """`text` without what databases and screens choke on."""
    plain = SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return CONTROL.sub("", plain).strip()


def is_blank(text: str) -> bool:
    """Whether nothing can be seen of `text`."""
    return all(unicodedata.category(character)[0] in "CZ" for character in text)
