"""Understanding against the engine's default pipeline, learnt from the same data.

Both learn from all our training messages and are asked about the held-out set beside
this file and about the files (columns id, text, need, lang, entities) in the folder
named by TANYA_EVAL_DIR: nobody has trained on those. Ours is also asked about speakers
that it was kept from, and without sentence embeddings.

    python -m bench.understanding [--no-default] [--epochs 100] [--json FILE]

The figures of a whole run are kept in bench/results, others only in the FILE named;
what bench/results held before is compared with. A hundred epochs of the default take
hours on two cores; the figures say how many there were.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench import default_pipeline, measures
from bench.measures import Ask, Row, Said
from bench.nlu_data import ROOT, examples
from bot.encoder.tuned import apart
from bot.understanding import Parsed, Understanding, need_of, second_training
from bot.understanding.embedding import embedder
from bot.understanding.second_training import with_second
from bot.understanding.training import train
from bot.understanding.types import Example

OWN = "held-out"
RESULTS = ROOT / "bench" / "results" / "understanding.json"
_CONFUSIONS = 30


@dataclass(frozen=True)
class Candidate:
    """Something that understands messages, and the sets it is asked about."""

    name: str
    ask: Ask
    seconds: float | None  # of training, if that was now
    sets: dict[str, list[Row]]


def by_speaker(given: Sequence[Example]) -> tuple[list[Example], list[Row]]:
    """What to train on, and what speakers said whom the encoder never heard either."""
    seen = [example for example in given if not apart(example.speaker)]
    held = [
        Row(e.text, (need_of(e.intent) or e.intent,), e.language)
        for e in given
        if apart(e.speaker)
    ]
    return seen, held


def outside() -> dict[str, list[Row]]:
    """The held-out set, and the files of the evaluation folder if one is named."""
    sets = {OWN: measures.rows(ROOT / "bench" / "heldout" / "messages.csv")}
    folder = os.environ.get("TANYA_EVAL_DIR")
    for path in sorted(Path(folder).glob("*.csv")) if folder else []:
        sets[path.name] = measures.rows(path)
    return sets


def ours(seen: Sequence[Example]) -> Understanding:
    """Our model of `seen`."""
    learnt = train(seen, model=embedder(), cache=ROOT / "var" / "cache")
    return Understanding(with_second(learnt, second_training.read()))


def said(parsed: Parsed) -> Said:
    """A message as understood, by the names of the evaluation files."""
    return Said(
        needs=tuple(need_of(one.need) or one.need for one in parsed.needs),
        confidence=parsed.confidence,
        band=parsed.band,
        entities=tuple((one.entity, one.value) for one in parsed.entities),
        embedded=parsed.embedded,
    )


def _ask(understanding: Understanding, text: str) -> Said:
    return said(understanding.parse(text))


def candidates(options: argparse.Namespace) -> Iterator[Candidate]:
    """Each is trained only when it is its turn."""
    given = examples()
    sets = outside()
    began = time.perf_counter()
    model = ours(given)
    took = time.perf_counter() - began
    yield Candidate("ours", partial(_ask, model), took, sets)
    bare = Understanding(model.model, embeddings=False)
    yield Candidate("ours without embeddings", partial(_ask, bare), took, sets)
    seen, held = by_speaker(given)
    began = time.perf_counter()
    part = partial(_ask, ours(seen))
    took = time.perf_counter() - began
    yield Candidate("ours, unseen speakers", part, took, {"unseen": held})
    if not options.no_default:
        built = default_pipeline.build("default", given, epochs=options.epochs)
        ask = default_pipeline.understanding(built.path)
        yield Candidate("default pipeline", ask, built.seconds, sets)


def report(candidate: Candidate) -> dict[str, Any]:
    """Ask it about its sets."""
    took = candidate.seconds
    told: dict[str, Any] = {
        "training_seconds": None if took is None else round(took, 1)
    }
    for title, rows in candidate.sets.items():
        found = measures.answers(rows, candidate.ask)
        told[title] = measures.figures(found)
        # messages out of our sight stay so: only pairs of needs are shown
        texts = title in (OWN, "unseen")
        taken = measures.confusions(found, texts=texts)
        told[title]["confusions"] = taken[:_CONFUSIONS]
    return told


def show(name: str, told: dict[str, Any], before: dict[str, Any]) -> None:
    """Print the figures of one candidate, and how they changed."""
    took = told["training_seconds"]
    print(f"\n{name}: trained {'before' if took is None else f'in {took} s'}")
    for title, values in told.items():
        if isinstance(values, dict):
            print(f"  {title}")
            _show_set(values, before.get(name, {}).get(title, {}))
    sys.stdout.flush()


def _show_set(values: dict[str, Any], before: dict[str, Any]) -> None:
    change = ""
    if before:
        change = f", {values['accuracy'] - before['accuracy']:+.3f} since last time"
    print(
        f"    accuracy {_interval(values)}, macro F1 {values['macro_f1']:.3f}{change}"
    )
    for language, one in values["languages"].items():
        print(f"      {language:6}{_interval(one)}")
    for name, value in values.items():
        if name not in ("languages", "needs", "confusions", "interval", "accuracy"):
            print(f"    {name}: {_line(value)}")
    weak = sorted(values["needs"].items(), key=lambda item: item[1]["f1"])[:8]
    print("    weakest:", *(f"{need} {one['f1']:.2f}" for need, one in weak))
    for one in values["confusions"]:
        messages = " | ".join(one.get("messages", ()))
        print(
            f"      {one['times']}x {one['expected']} -> {one['taken_for']} {messages}"
        )


def _interval(one: dict[str, Any]) -> str:
    low, high = one["interval"]
    return f"{one['accuracy']:.3f} ({low:.3f} to {high:.3f}, {one['of']} messages)"


def _line(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    return ", ".join(f"{name} {_line(inner)}" for name, inner in value.items())


def main() -> None:
    """Train, ask, print, keep."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--no-default", action="store_true", help="only our own")
    parser.add_argument("--epochs", type=int, default=100, help="of the default")
    parser.add_argument("--json", type=Path, help="where to keep the figures")
    options = parser.parse_args()
    before = json.loads(RESULTS.read_text("utf-8")) if RESULTS.is_file() else {}
    told: dict[str, Any] = {}
    if not options.no_default:
        told["default_epochs"] = options.epochs
    for candidate in candidates(options):
        told[candidate.name] = report(candidate)
        show(candidate.name, told[candidate.name], before)
    path = options.json or (None if options.no_default else RESULTS)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        kept = json.dumps(told, indent=1, ensure_ascii=False)
        path.write_text(kept + "\n", encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    main()
