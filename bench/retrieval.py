"""Finding known questions: how often the right one comes first, and does no harm.

Asked are phrasings that the questions themselves do not hold (`heldout/questions.csv`),
alone and as the dialogue weighs them, beside the need that was understood; and the
messages of `heldout/messages.csv`, of which few ask a known question, to see how often
one pushes the general answer aside. The set before this one was looked at while tuning
and is `tuning/questions.csv`: figures of the two are not to be compared.

    python -m bench.retrieval [--model FILE] [--json FILE] [--misses]
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from bot import settings
from bot.brain.known import build
from bot.dialogue import Memory, Message
from bot.dialogue.curated import chosen
from bot.dialogue.tools import build as build_tools
from bot.understanding import Parsed, Understanding
from bot.understanding.embedding import plain_embedder
from bot.understanding.retrieval import Hit, Index

HELD_OUT = Path(__file__).parent / "heldout"
TODAY = "2026-11-23"


@dataclass(frozen=True)
class Row:
    """A message, the question it asks and its language."""

    text: str
    entry: str
    language: str


def rows(name: str, column: str) -> list[Row]:
    """The messages of a held-out file."""
    with (HELD_OUT / name).open(encoding="utf-8", newline="") as file:
        return [Row(r["text"], r[column], r["lang"]) for r in csv.DictReader(file)]


def message_of(parsed: Parsed, hits: Iterable[Hit]) -> Message:
    """The message as the dialogue would hear it."""
    return Message.from_rasa(
        {
            "text": parsed.text,
            "intent": {"name": parsed.intent},
            "entities": [entity.to_json() for entity in parsed.entities],
            "understanding": {
                "needs": [{"need": need.need} for need in parsed.needs],
                "band": parsed.band,
                "suggestions": list(parsed.suggestions),
            },
            "found": [hit.to_json() for hit in hits if hit.band != "far"],
        }
    )


def alone(held: list[Row], found: list[list[Hit]]) -> dict[str, float]:
    """Right at the first place and among three, whatever the score."""
    told: dict[str, float] = {"phrasings": len(held)}
    for language in ("", "ms", "en", "mixed"):
        pairs = [
            (row.entry, [hit.name for hit in hits])
            for row, hits in zip(held, found, strict=True)
            if language in ("", row.language)
        ]
        suffix = f"_{language}" if language else ""
        told[f"hit_1{suffix}"] = share(e in names[:1] for e, names in pairs)
        told[f"hit_3{suffix}"] = share(e in names[:3] for e, names in pairs)
    return told


def share(right: Iterable[bool]) -> float:
    listed = [*right]
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    usual = settings.load()
    parser.add_argument("--model", type=Path, default=usual.model)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    index = build(cache=usual.var / "cache")
    understanding = Understanding.load(
        options.model, today=lambda: date.fromisoformat(TODAY)
    )
    tools = build_tools(usual, TODAY)
    held = rows("questions.csv", "entry")
    found, times = _search(index, held)
    told = alone(held, found)
    told["ms_p50"] = round(median(times), 2)

    def answered(row: Row, hits: list[Hit]) -> str | None:
        parsed = understanding.parse(row.text)
        message = message_of(parsed, hits)
        return chosen(parsed.needs[0].need, message, Memory(), tools.known)

    given = [answered(row, hits) for row, hits in zip(held, found, strict=True)]
    told["answered_right"] = share(
        g == r.entry for g, r in zip(given, held, strict=True)
    )
    told["answered_wrong"] = share(
        g not in (None, r.entry) for g, r in zip(given, held, strict=True)
    )
    others = rows("messages.csv", "need")
    pushed = [answered(row, index.find(row.text, plain_embedder())) for row in others]
    told["other_messages"] = len(others)
    told["other_messages_taken"] = share(name is not None for name in pushed)
    for name, value in told.items():
        print(f"{name:24} {value}")
    if options.misses:
        _print_misses(held, given, found, others, pushed)
    if options.json:
        options.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _search(index: Index, held: list[Row]) -> tuple[list[list[Hit]], list[float]]:
    found, times = [], []
    for row in held:
        began = time.perf_counter()
        found.append(index.find(row.text, plain_embedder()))
        times.append((time.perf_counter() - began) * 1000)
    return found, times


def _print_misses(
    held: list[Row],
    given: list[str | None],
    found: list[list[Hit]],
    others: list[Row],
    pushed: list[str | None],
) -> None:
    for row, name, hits in zip(held, given, found, strict=True):
        if name not in (None, row.entry):
            print(f"wrong: {row.text} | {row.entry} -> {name} {hits[0].score}")
    taken = Counter(name for name in pushed if name)
    print("taken:", taken.most_common(20))
    for row, name in zip(others, pushed, strict=True):
        if name:
            print(f"taken: {row.text} | {row.entry} -> {name}")


if __name__ == "__main__":
    raise SystemExit(main())
