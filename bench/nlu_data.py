"""What the training messages are: counts, holes, near-duplicates, conflicts, speakers.

    python -m bench.nlu_data [--json FILE]

Ends with 1 if a need has too few messages in a language, if too many messages are
nearly the same, or if the same words stand under two intents.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from bench.similar import bare, near_pairs
from bot.understanding.types import Example

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("ms", "en", "mixed")
FEWEST = 120  # messages of an intent
FEWEST_SHARE = 0.27  # of them in each language: about a third
MOST_NEAR = 0.05
_SHOWN = 20


def examples(folder: Path = ROOT / "data" / "nlu") -> list[Example]:
    """All training messages, each with its imagined speaker."""
    found = []
    for path in sorted(folder.glob("*.yml")):
        document = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for block in document["nlu"]:
            for listed in block["examples"]:
                told = listed.get("metadata") or {}
                speaker, language = told.get("speaker", ""), told.get("language", "")
                text = listed["text"].strip()
                found.append(
                    Example(text, block["intent"], str(speaker), str(language))
                )
    return found


def counts(given: Sequence[Example]) -> dict[str, dict[str, int]]:
    """Messages of each intent by language."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for example in given:
        table[example.intent][example.language] += 1
    return {intent: dict(table[intent]) for intent in sorted(table)}


def holes(table: dict[str, dict[str, int]]) -> list[str]:
    """Intents with too few messages, in all or in one language."""
    found = []
    for intent, by_language in table.items():
        total = sum(by_language.values())
        if total < FEWEST:
            found.append(f"{intent}: {total} messages, at least {FEWEST} wanted")
        found += [
            f"{intent}: {by_language.get(name, 0)} of {total} messages are {name}"
            for name in LANGUAGES
            if by_language.get(name, 0) < FEWEST_SHARE * total
        ]
    return found


def conflicts(given: Sequence[Example]) -> list[str]:
    """The same words under two intents."""
    intents: dict[str, set[str]] = defaultdict(set)
    for example in given:
        intents[bare(example.text) or example.text].add(example.intent)
    return [
        f"{said}: {', '.join(sorted(named))}"
        for said, named in sorted(intents.items())
        if len(named) > 1
    ]


def near(given: Sequence[Example]) -> tuple[float, list[str], list[str]]:
    """The share of messages with a near-duplicate; the pairs; those of two intents."""
    pairs = [*near_pairs([example.text for example in given])]
    touched = {place for pair in pairs for place in (pair.first, pair.second)}
    pairs.sort(key=lambda pair: -pair.shared)
    alike, crossed = [], []
    for pair in pairs:
        one, other = given[pair.first], given[pair.second]
        line = f"{pair.shared:.2f} {one.intent}: {one.text} | {other.text}"
        alike.append(line)
        if one.intent != other.intent:
            crossed.append(f"{line} ({other.intent})")
    return len(touched) / max(1, len(given)), alike, crossed


def speakers(given: Sequence[Example]) -> dict[str, float]:
    """How many speakers, and how much each of them said."""
    said = Counter(example.speaker for example in given)
    amounts = sorted(said.values())
    return {
        "speakers": len(said),
        "without_speaker": said.get("", 0),
        "fewest": amounts[0],
        "median": amounts[len(amounts) // 2],
        "most": amounts[-1],
    }


def report(given: Sequence[Example]) -> dict[str, Any]:
    """All of it, as values."""
    table = counts(given)
    share, alike, crossed = near(given)
    return {
        "messages": len(given),
        "languages": Counter(example.language for example in given),
        "intents": table,
        "holes": holes(table),
        "near_duplicates": round(share, 4),
        "near_pairs": alike,
        "near_pairs_of_two_intents": crossed,
        "conflicts": conflicts(given),
        "speakers": speakers(given),
    }


def is_good(told: dict[str, Any]) -> bool:
    """Whether the data keeps what it promises."""
    few = told["near_duplicates"] < MOST_NEAR
    return few and not told["holes"] and not told["conflicts"]


def show(told: dict[str, Any]) -> None:
    """Print the report."""
    print(f"{told['messages']} messages", dict(told["languages"]), told["speakers"])
    print(f"{'intent':34}{'all':>6}" + "".join(f"{name:>7}" for name in LANGUAGES))
    for intent, by_language in told["intents"].items():
        row = "".join(f"{by_language.get(name, 0):>7}" for name in LANGUAGES)
        print(f"{intent:34}{sum(by_language.values()):>6}{row}")
    print(f"near-duplicates: {100 * told['near_duplicates']:.1f} % of the messages")
    for title in ("near_pairs", "near_pairs_of_two_intents", "conflicts", "holes"):
        lines = told[title]
        print(f"{title.replace('_', ' ')}: {len(lines)}")
        print(
            *(f"  {line}" for line in lines[:_SHOWN]), sep="\n", end="\n" * bool(lines)
        )


def main() -> None:
    """Read, print, judge."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", type=Path, help="also write the report here")
    options = parser.parse_args()
    told = report(examples())
    show(told)
    if options.json:
        options.json.write_text(json.dumps(told, indent=2, ensure_ascii=False), "utf-8")
    if not is_good(told):
        sys.exit("the data does not keep what it promises: see above")


if __name__ == "__main__":
    main()
