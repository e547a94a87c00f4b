"""Whether a message of the evaluation folder stands in the training data.

    TANYA_EVAL_DIR=FOLDER python -m bench.leaks

The folder holds csv files with a column `text` and yaml files of conversations with
`user_turns`. A match is exact, or equal but for capitals, marks and short forms, or
nearly the same (more than 0.6 of all sequences of four characters shared). Any match is
listed and ends with 1. Greetings and other small talk of up to three words are counted
apart: two people who say "hi" have not copied each other.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.nlu_data import examples
from bench.similar import bare, near_pairs
from bot.understanding.normalise import plain
from bot.understanding.segments import SMALL_TALK
from bot.understanding.types import Example

FOLDER = "TANYA_EVAL_DIR"
_COMMON = SMALL_TALK | {"change_language", "bot_challenge"}
_WORDS = 3


@dataclass(frozen=True)
class Match:
    """A message of the folder, and the training message that it is like."""

    kind: str
    source: str
    text: str
    ours: Example

    @property
    def is_common(self) -> bool:
        """Whether anybody would say it in these words."""
        short = max(len(bare(t).split()) for t in (self.text, self.ours.text)) <= _WORDS
        return short and self.ours.intent in _COMMON

    def __str__(self) -> str:
        theirs = f"{self.kind}: {self.source}: {self.text}"
        return f"{theirs} | {self.ours.intent}: {self.ours.text}"


def messages(folder: Path) -> Iterator[tuple[str, str]]:
    """File name and text of every message in the folder."""
    for path in sorted(folder.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("text"):
                    yield path.name, row["text"]
    for path in sorted([*folder.rglob("*.yaml"), *folder.rglob("*.yml")]):
        document = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for conversation in document if isinstance(document, list) else []:
            for text in conversation.get("user_turns") or []:
                yield path.name, str(text)


def matches(
    given: Sequence[tuple[str, str]], ours: Sequence[Example]
) -> Iterator[Match]:
    """Every message that the training data holds, with the closest kind of match."""
    exact = {example.text.strip(): example for example in ours}
    same = {_same(example.text): example for example in ours}
    for source, text in given:
        if text.strip() in exact:
            yield Match("exact", source, text, exact[text.strip()])
        elif _same(text) in same:
            yield Match("normalised", source, text, same[_same(text)])
    pairs = near_pairs([text for _, text in given], [one.text for one in ours])
    for pair in pairs:
        source, text = given[pair.first]
        if text.strip() not in exact and _same(text) not in same:
            yield Match(f"near {pair.shared:.2f}", source, text, ours[pair.second])


def _same(text: str) -> str:
    """The words of a message with short forms spelt out; itself if it has none."""
    return bare(plain(text)) or text.strip()


def main() -> None:
    """Compare, list, judge."""
    argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0]).parse_args()
    named = os.environ.get(FOLDER)
    if not named:
        print(f"nothing compared: {FOLDER} names no evaluation folder")
        return
    folder = Path(named)
    if not folder.is_dir():
        sys.exit(f"{FOLDER}: there is no folder {folder}")
    given, ours = [*messages(folder)], examples()
    found = [*matches(given, ours)]
    told = [match for match in found if not match.is_common]
    print(*told, sep="\n", end="\n" * bool(told))
    common = len(found) - len(told)
    print(
        f"{len(given)} messages of {folder} against {len(ours)} of ours: "
        f"{len(told)} matches, and {common} of common small talk"
    )
    if told:
        sys.exit(1)


if __name__ == "__main__":
    main()
