"""The words of a message, and the tokens that stand in it for numbers."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\[\[([A-Z]+):[0-9a-f]{8}\]\]")


def plain_words(text: str) -> list[str]:
    """The words of `text` without what stands around them."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.casefold())


def tokens(text: str) -> list[tuple[str, str]]:
    """Kinds and tokens of the numbers that redaction took out of `text`."""
    return [(match.group(1), match.group()) for match in TOKEN.finditer(text)]
