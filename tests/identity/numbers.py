"""Numbers that belong to nobody, and what redaction does with them."""

from __future__ import annotations

import itertools
import unicodedata

from hypothesis import strategies as st

from bot.identity.redaction import TOKEN


class Sealer:
    """Remembers what was sealed, and gives tokens like the vault's."""

    def __init__(self) -> None:
        self.sealed: list[tuple[str, str]] = []
        self._numbers = itertools.count(1)

    def __call__(self, kind: str, value: str) -> str:
        self.sealed.append((kind, value))
        return f"[[{kind}:{next(self._numbers):08x}]]"


def digits_of(text: str) -> str:
    """Every digit left in `text`, whatever its script, tokens aside."""
    bare = TOKEN.sub("", text)
    values = (unicodedata.digit(character, None) for character in bare)
    return "".join(str(value) for value in values if value is not None)


@st.composite
def identity_numbers(draw: st.DrawFn) -> str:
    year = draw(st.integers(0, 99))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    place, rest = draw(st.integers(0, 99)), draw(st.integers(0, 9999))
    return f"{year:02}{month:02}{day:02}{place:02}{rest:04}"
