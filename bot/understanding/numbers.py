"""Numbers as people write them, in digits, Malay and English: `seribu dua ratus`,
`lima puluh empat`, `2.5k`, `1,200`, `one thousand two hundred`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.understanding.normalise import Word

_VALUES = {
    0: "kosong sifar zero",
    1: "satu one",
    2: "dua two",
    3: "tiga three",
    4: "empat ampat four",
    5: "lima five",
    6: "enam anam six",
    7: "tujuh tujoh seven",
    8: "lapan delapan lapang eight",
    9: "sembilan smbilan semilan nine",
    10: "sepuluh spuluh sepuloh ten",
    11: "sebelas seblas eleven",
    **dict(enumerate(["twelve", "thirteen", "fourteen", "fifteen", "sixteen"], 12)),
    **dict(enumerate(["seventeen", "eighteen", "nineteen", "twenty"], 17)),
    30: "thirty",
    40: "forty fourty",
    50: "fifty",
    60: "sixty",
    70: "seventy",
    80: "eighty",
    90: "ninety",
}
_PLAIN = {word: value for value, text in _VALUES.items() for word in text.split()}
_ONE_OF = {"seratus": 100, "sratus": 100, "seribu": 1000, "sribu": 1000}
_ONE_OF |= {"sejuta": 1_000_000}
_TEENS = ("belas", "blas")
_TENS = ("puluh", "pulu", "puloh", "pluh")
_HUNDREDS = ("ratus", "ratuih", "hundred", "hundreds")
_SCALES = {
    **dict.fromkeys(("ribu", "rb", "k", "thousand", "thousands"), 1000),
    **dict.fromkeys(("juta", "million", "mil"), 1_000_000),
}
_HALF = ("setengah", "separuh", "half")
_TIMES = ("tahun", "bulan", "hari", "year", "month", "day")
_ROUGHLY = ("puluhan", "ratusan", "ribuan")  # fifty-odd: no number
_ARTICLES = ("a", "an")
_AND = ("and", "dan")
LONGEST = 12  # digits; more is no quantity


@dataclass(frozen=True)
class Number:
    """A number and the words it takes: `first` up to, not including, `last`."""

    value: Decimal
    first: int
    last: int
    digits: str = ""  # as typed, when it began with digits
    scaled: bool = False  # said with k, ribu, ratus, juta

    @property
    def whole(self) -> int | None:
        """The value when it is a whole number."""
        return int(self.value) if self.value == self.value.to_integral_value() else None


def find(words: Sequence[Word]) -> list[Number]:
    """All numbers of `words`, from left to right."""
    found: list[Number] = []
    at = 0
    while at < len(words):
        number = _Reader(words, at).read()
        if number is not None:
            found.append(number)
        at = at + 1 if number is None else number.last
    return found


class _Reader:
    """Reads one number that begins at a given word, the largest parts first."""

    def __init__(self, said: Sequence[Word], first: int) -> None:
        self._said = said
        self._words = [word.text for word in said]
        self._first = self._at = first
        self._total = Decimal(0)  # closed thousands and millions
        self._part = Decimal(0)  # what stands before the next scale
        self._below = Decimal(10**9)  # the next scale must be smaller
        self._digits = ""

    def read(self) -> Number | None:
        """The number, or None if none begins here."""
        steps = (self._digit, self._half, self._word, self._scale, self._and)
        while taken := next((n for n in (step() for step in steps) if n), 0):
            self._at += taken
        if self._at == self._first or self._peek() in _ROUGHLY:
            return None
        scaled = self._total > 0 or any(
            word in _HUNDREDS or word in _ONE_OF
            for word in self._words[self._first : self._at]
        )
        value = self._total + self._part
        return Number(value, self._first, self._at, self._digits, scaled)

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._words[at] if at < len(self._words) else ""

    def _digit(self) -> int:
        word = self._peek().replace(",", "")
        if not word[:1].isdigit() or len(word) > LONGEST or self._part:
            return 0
        if self._total and self._hundreds_after_k(word):
            self._part = Decimal(word) * 100
            return 1
        if self._total and not self._continues(word):
            return 0
        self._digits = self._digits or self._peek()
        self._part = Decimal(word)
        return 1

    def _continues(self, word: str) -> bool:
        """`2 ribu 5 ratus` and `2 ribu 500` go on; `2k 54 tahun` does not."""
        if self._words[self._at - 1] == "k":
            return False
        return self._peek(1) in _HUNDREDS or (len(word) == 3 and word.isdigit())

    def _hundreds_after_k(self, word: str) -> bool:
        """The 5 of `1k5`."""
        before, this = self._said[self._at - 1], self._said[self._at]
        return before.text == "k" and len(word) == 1 and before.end == this.start

    def _half(self) -> int:
        """`dua ribu setengah`; not the half of `dua ribu setengah tahun`."""
        closed = self._total > 0 and not self._part
        if not closed or self._peek() not in _HALF or self._peek(1) in _TIMES:
            return 0
        self._part = self._below / 2
        return 1

    def _word(self) -> int:
        word = self._peek()
        if word in _ONE_OF:
            return self._one_of(Decimal(_ONE_OF[word]))
        if word in _HALF and self._peek(1) in _SCALES and not self._part:
            self._part = Decimal("0.5")
            return 1
        if word in _ARTICLES and self._scale_follows() and self._at == self._first:
            self._part = Decimal(1)
            return 1
        return self._plain(word)

    def _scale_follows(self) -> bool:
        return self._peek(1) in _HUNDREDS or self._peek(1) in ("thousand", "million")

    def _one_of(self, value: Decimal) -> int:
        if self._part or value >= self._below:
            return 0
        if value == 100:
            self._part = value
        else:
            self._total, self._below = self._total + value, value
        return 1

    def _plain(self, word: str) -> int:
        if word not in _PLAIN:
            return 0
        value, taken = Decimal(_PLAIN[word]), 1
        if 0 < value < 10 and self._peek(1) in _TEENS:
            value, taken = value + 10, 2
        elif 0 < value < 10 and self._peek(1) in _TENS:
            value, taken = value * 10, 2
        if not self._fits(value):
            return 0
        self._part += value
        return taken

    def _fits(self, value: Decimal) -> bool:
        """Fifty takes one to nine, a hundred what is below it, nothing takes twice."""
        if self._digits and not self._total and self._part % 100:
            return False
        rest = self._part % 100
        if self._part == 0:
            return True
        if rest == 0:
            return value < 100
        return 0 < value < 10 and rest >= 20 and rest % 10 == 0

    def _scale(self) -> int:
        word = self._peek()
        if word in _HUNDREDS and 0 < self._part < 100:
            self._part *= 100
            return 1
        scale = Decimal(_SCALES.get(word, 0))
        if not self._part or not 0 < scale < self._below:
            return 0
        if word in ("k", "mil") and not self._digits:
            return 0
        self._total += self._part * scale
        self._part, self._below = Decimal(0), scale
        return 1

    def _and(self) -> int:
        """The `and` of `two hundred and fifty`, the hyphen of `fifty-four`."""
        if self._peek() == "-" and self._part % 100 >= 20 and not self._digits:
            return int(0 < _PLAIN.get(self._peek(1), 0) < 10)
        said = self._words[self._first : self._at]
        if self._peek() not in _AND or not any(word in _HUNDREDS for word in said):
            return 0
        return int(self._peek(1) in _PLAIN and self._peek(2) not in _SCALES)
