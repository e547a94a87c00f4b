"""Which language a message is written in, and which one answers it.

Every word is a witness: our own lists know the Malay of phones and of the states, word
frequencies know the rest. Names and loans that both languages share are no witnesses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.i18n.locale import DEFAULT, LANGUAGES

LEXICON = Path(__file__).parent / "lexicon"
LONGEST = 2000  # characters that are read
CERTAIN = 4.0  # what one word can say at most
SPOKEN = 1.5  # from here on a word counts as a word of that language
SHARE = 0.2  # of the words in the weaker language, for a message to be mixed
FAINT = 2.0  # less evidence than this does not turn a conversation round
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STRETCHED = re.compile(r"(.)\1{2,}")
_TOKEN = re.compile(r"\[\[[^\]]*\]\]|https?://\S+|\S+@\S+")
_SCRIPTS = {
    "zh": re.compile(r"[㐀-䶿一-鿿豈-﫿]"),
    "ta": re.compile(r"[஀-௿]+"),
}
_JAWI = re.compile(r"[؀-ۿݐ-ݿ]+")
Odds = Callable[[str], float]


@dataclass(frozen=True)
class LanguageChoice:
    """How a message is written, which language answers it, and a script of neither."""

    language: str  # "ms", "en" or "mixed"
    answer_language: str  # "ms" or "en"
    other: str | None = None  # "zh" or "ta"


def choose(
    text: str, *, previous: str | None = None, chosen: str | None = None
) -> LanguageChoice:
    """The language of `text` and of its answer.

    `chosen` by hand always answers; a message that says nothing about its language
    keeps that of the conversation, `previous`.
    """
    found = _choice(text[:LONGEST], previous if previous in LANGUAGES else None)
    if chosen in LANGUAGES:
        return LanguageChoice(found.language, str(chosen), found.other)
    return found


def _choice(text: str, previous: str | None) -> LanguageChoice:
    weights = list(witnesses(text, word_odds()))
    other = _other_script(text, len(weights))
    balance = sum(weights)
    if other or not weights or (previous and abs(balance) < FAINT):
        kept = previous or ("en" if balance < 0 else DEFAULT)
        return LanguageChoice(kept, kept, other)
    answer = "ms" if balance > 0 else "en"
    return LanguageChoice("mixed" if _is_mixed(weights) else answer, answer)


def witnesses(text: str, odds: Odds) -> Iterator[float]:
    """What each word says: above nought Malay, below nought English."""
    plain = _TOKEN.sub(" ", text)
    for script in _SCRIPTS.values():
        plain = script.sub(" ", plain)
    if plain.lstrip().startswith("/"):
        return
    for match in _WORD.finditer(plain.lower()):
        word = _STRETCHED.sub(r"\1", match.group().replace("’", "'"))
        if word in _listed("neutral"):
            continue
        if _JAWI.match(word) or word in _listed("ms"):
            yield CERTAIN
        elif word in _listed("en"):
            yield -CERTAIN
        else:
            yield max(-CERTAIN, min(CERTAIN, odds(word)))


def _is_mixed(weights: list[float]) -> bool:
    malay = sum(weight >= SPOKEN for weight in weights)
    english = sum(weight <= -SPOKEN for weight in weights)
    weaker = min(malay, english)
    return weaker > 0 and weaker >= SHARE * (malay + english)


def _other_script(text: str, latin_words: int) -> str | None:
    counts = {name: len(script.findall(text)) for name, script in _SCRIPTS.items()}
    name = max(counts, key=lambda script: counts[script])
    return name if counts[name] > latin_words / 2 else None


@lru_cache(maxsize=4)
def _listed(name: str) -> frozenset[str]:
    lines = (LEXICON / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines for word in line.split("#")[0].split())


@lru_cache(maxsize=1)
def word_odds() -> Odds:
    """How much likelier each word is in Malay than in English, by word frequencies."""
    from bot.i18n.frequencies import word_odds as load

    return load()
