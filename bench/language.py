"""Which detector tells Malay from English best? Accuracy and time, in one run.

    .venv/bin/python bench/language.py [MESSAGES.csv ...]

Every candidate reads the same messages: ours are tests/i18n/messages.csv (text,
language, answer, kind), any file with the columns text and lang may be added. A
candidate whose package is not installed is left out and says so.
"""

from __future__ import annotations

import csv
import math
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bot.i18n import language
from bot.i18n.frequencies import word_odds

OWN = Path(__file__).parents[1] / "tests" / "i18n" / "messages.csv"
Row = tuple[str, str, str]  # text, language, answer ("" if either is right)
Answer = tuple[str, str]  # language, answer


def whole_messages_by_lingua() -> Callable[[str], Answer]:
    probability = _lingua()

    def answer(text: str) -> Answer:
        malay = probability(text)
        best = "ms" if malay > 0.5 else "en"
        return ("mixed" if 0.35 < malay < 0.65 else best), best

    return answer


def words_by_lingua_and_lists() -> Callable[[str], Answer]:
    probability = _lingua()

    def odds(word: str) -> float:
        malay = min(0.999, max(0.001, probability(word)))
        return math.log(malay / (1 - malay))

    return _with_lists(odds)


def words_by_frequency() -> Callable[[str], Answer]:
    odds = word_odds()

    def answer(text: str) -> Answer:
        weights = [odds(word) for word in re.findall(r"[^\W\d_]+", text.lower())]
        best = "ms" if sum(weights) > 0 else "en"
        return ("mixed" if language._is_mixed(weights) else best), best

    return answer


def words_by_frequency_and_lists() -> Callable[[str], Answer]:
    return _with_lists(word_odds())


def _with_lists(odds: Callable[[str], float]) -> Callable[[str], Answer]:
    def answer(text: str) -> Answer:
        language.word_odds = lambda: odds  # type: ignore[assignment]
        found = language.choose(text)
        return found.language, found.answer_language

    return answer


def _lingua() -> Callable[[str], float]:
    from lingua import Language, LanguageDetectorBuilder

    both = (Language.MALAY, Language.ENGLISH)
    detector = LanguageDetectorBuilder.from_languages(*both).build()
    return lambda text: detector.compute_language_confidence(text, Language.MALAY)


CANDIDATES = (
    whole_messages_by_lingua,
    words_by_lingua_and_lists,
    words_by_frequency,
    words_by_frequency_and_lists,
)


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as source:
        return [_row(line) for line in csv.DictReader(source)]


def _row(line: dict[str, str]) -> Row:
    labelled = line.get("language") or line["lang"]
    answer = line.get("answer") or ("" if labelled == "mixed" else labelled)
    return line["text"], labelled, answer


def measure(name: str, detect: Callable[[str], Answer], rows: list[Row]) -> str:
    detect(rows[0][0])  # loads what it loads
    started = time.perf_counter()
    found = [detect(text) for text, _, _ in rows]
    each = (time.perf_counter() - started) / len(rows) * 1000
    judged = [(f[1], row[2]) for f, row in zip(found, rows, strict=True) if row[2]]
    answers = sum(given == wanted for given, wanted in judged) / len(judged)
    labels = sum(f[0] == row[1] for f, row in zip(found, rows, strict=True))
    share = labels / len(rows)
    return f"{name:32} {answers:8.3f} {share:8.3f} {each:8.3f}"


def main(paths: list[Path]) -> None:
    for path in paths:
        rows = read(path)
        print(f"\n{path.name}: {len(rows)} messages")
        print(f"{'candidate':32} {'answer':>8} {'label':>8} {'ms each':>8}")
        for make in CANDIDATES:
            try:
                print(measure(make.__name__, make(), rows))
            except ImportError as error:
                print(f"{make.__name__:32} left out: {error}")


if __name__ == "__main__":
    main([OWN, *map(Path, sys.argv[1:])])
