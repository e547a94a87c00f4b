"""A message as the numbers of its pieces, as the encoder's engine cuts it.

The engine cuts texts itself but does not tell how; tuning has to know.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.encoder.packed import Vocabulary

QUERY = "query: "  # what the engine puts before every message
_SPACE = 0x20
_BAR = "\u2581"  # stands for a space in a piece
_LESS_THAN_ANY = 10.0  # how far an unknown character is below the rarest piece


@dataclass(frozen=True)
class Tokeniser:
    """Cuts texts into the likeliest pieces of a vocabulary."""

    vocabulary: Vocabulary

    def numbers(self, text: str) -> list[int]:
        """The pieces of `text` as the engine feeds them, with both ends."""
        cut: list[int] = []
        # no piece reaches beyond a word, so that each is cut once for all messages
        for word in self._words(QUERY + text):
            if word not in self._known:
                self._known[word] = self._pieces([one.encode() for one in word])
            cut += self._known[word]
        return [self.vocabulary.first, *cut, self.vocabulary.last]

    @cached_property
    def _known(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self.vocabulary.pieces))

    @cached_property
    def _unknown(self) -> float:
        return float(self.vocabulary.scores.min()) - _LESS_THAN_ANY

    def _words(self, text: str) -> list[str]:
        """The words, normalised, each with the bar that stands for its space."""
        written = self.vocabulary.written
        codes = [
            code
            for character in text
            for code in written.get(ord(character), (ord(character),))
        ]
        *said, last = "".join(map(chr, codes)).split(chr(_SPACE))
        # a space at the end is a word without letters
        return [_BAR + word for word in (*filter(None, said), last)]

    def _pieces(self, characters: list[bytes]) -> list[int]:
        """The likeliest way through the characters (Viterbi)."""
        end = len(characters)
        best = [0.0] + [float("-inf")] * end
        piece, start = [0] * (end + 1), [0] * (end + 1)
        for at in range(end):
            for upto, number, score in self._from(characters, at):
                if best[at] + score > best[upto]:
                    best[upto] = best[at] + score
                    piece[upto], start[upto] = number, at
        found = []
        while end > 0:
            found.append(piece[end])
            end = start[end]
        return found[::-1]

    def _from(self, characters: list[bytes], at: int) -> list[tuple[int, int, float]]:
        """Pieces that begin at a character: where they end, number and score."""
        vocabulary = self.vocabulary
        found, text = [], b""
        for upto in range(at + 1, len(characters) + 1):
            text += characters[upto - 1]
            if len(text) > self._longest:
                break
            number = vocabulary.pieces.get(text)
            if number is not None and number != vocabulary.unknown:
                found.append((upto, number, float(vocabulary.scores[number])))
        return [*found, (at + 1, vocabulary.unknown, self._unknown)]
