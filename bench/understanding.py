"""Understanding against the dialogue engine's default pipeline, on the same data.

Both learn from the same speakers and are asked about the others, about the held-out set
beside this file, and about the files (columns id, text, need, lang) in the folder named
by TANYA_EVAL_DIR: nobody has trained on those. A need may list several, joined by `;`:
any of them counts as right.

    python -m bench.understanding [--no-default] [--epochs 100] [--json FILE]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import yaml

from bot.understanding import Parsed, Understanding, need_of
from bot.understanding.embedding import embedder
from bot.understanding.training import train
from bot.understanding.types import Example

ROOT = Path(__file__).resolve().parent.parent
HELD_OUT = 5  # one speaker in five is kept away from training
OTHER = "out_of_scope"
Ask = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Row:
    """One message whose needs are known."""

    text: str
    needs: tuple[str, ...]
    language: str


def examples(folder: Path = ROOT / "data" / "nlu") -> list[Example]:
    """Our own training data."""
    found = []
    for path in sorted(folder.glob("*.yml")):
        document = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
        for block in document["nlu"]:
            for listed in block["examples"]:
                told = listed.get("metadata") or {}
                speaker = str(told.get("speaker", ""))
                text, language = listed["text"].strip(), str(told.get("language", ""))
                found.append(Example(text, block["intent"], speaker, language))
    return found


def by_speaker(given: Sequence[Example]) -> tuple[list[Example], list[Row]]:
    """What to train on, and what speakers kept away from training said."""
    speakers = sorted({example.speaker for example in given})
    kept = set(speakers[::HELD_OUT])
    seen = [example for example in given if example.speaker not in kept]
    held = [
        Row(e.text, (need_of(e.intent) or e.intent,), e.language)
        for e in given
        if e.speaker in kept
    ]
    return seen, held


def outside() -> dict[str, list[Row]]:
    """The held-out set, and the files of the evaluation folder if one is named."""
    paths = [ROOT / "bench" / "heldout" / "messages.csv"]
    folder = os.environ.get("TANYA_EVAL_DIR")
    paths += sorted(Path(folder).glob("*.csv")) if folder else []
    return {path.name: _rows(path) for path in paths}


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(row["text"], tuple(row["need"].split(";")), row["lang"])
            for row in csv.DictReader(file)
        ]


def figures(rows: Sequence[Row], ask: Ask) -> dict[str, float]:
    """Accuracy by language, macro F1, out of scope found and falsely alarmed."""
    ask(rows[0].text)  # the first message pays for what is loaded late
    answers, times = [], []
    for row in rows:
        began = time.perf_counter()
        answers.append(ask(row.text))
        times.append((time.perf_counter() - began) * 1000)
    right = [set(a) & set(r.needs) != set() for a, r in zip(answers, rows, strict=True)]
    told: dict[str, float] = {"messages": len(rows), "accuracy": _share(right)}
    for language in sorted({row.language for row in rows}):
        chosen = [
            r for r, row in zip(right, rows, strict=True) if row.language == language
        ]
        told[f"accuracy_{language}"] = _share(chosen)
    told["macro_f1"] = _macro_f1(rows, answers)
    told |= _refusals(rows, answers)
    told["ms_p50"] = median(times)
    told["ms_p95"] = quantiles(times, n=20)[-1]
    return {name: round(value, 4) for name, value in told.items()}


def _refusals(
    rows: Sequence[Row], answers: Sequence[Sequence[str]]
) -> dict[str, float]:
    pairs = [(OTHER in r.needs, OTHER in a) for a, r in zip(answers, rows, strict=True)]
    return {
        "out_of_scope_recall": _share([said for is_other, said in pairs if is_other]),
        "in_scope_refused": _share([said for is_other, said in pairs if not is_other]),
    }


def _share(right: Iterable[bool]) -> float:
    listed = list(right)
    return sum(listed) / len(listed) if listed else 0.0


def _macro_f1(rows: Sequence[Row], answers: Sequence[Sequence[str]]) -> float:
    """The mean over needs; a message of several needs counts for the one answered."""
    pairs = []
    for row, answer in zip(rows, answers, strict=True):
        hit = next((need for need in answer if need in row.needs), None)
        pairs.append((hit or row.needs[0], hit or (answer[0] if answer else "")))
    scores = []
    for need in {expected for expected, _ in pairs}:
        both = sum(e == need == g for e, g in pairs)
        either = sum((e == need) + (g == need) for e, g in pairs)
        scores.append(2 * both / either)
    return sum(scores) / len(scores)


def bands(rows: Sequence[Row], understanding: Understanding) -> dict[str, float]:
    """How often each band, how right it is; two needs found, and truly there."""
    parsed = [understanding.parse(row.text) for row in rows]
    told: dict[str, float] = {}
    for name in ("answer", "clarify", "sorry"):
        pairs = [(p, r) for p, r in zip(parsed, rows, strict=True) if p.band == name]
        told[f"share_{name}"] = len(pairs) / len(rows)
        told[f"right_{name}"] = _share(bool({*needs(p)} & {*r.needs}) for p, r in pairs)
    told["embedded"] = _share(p.embedded for p in parsed)
    double = [(p, r) for p, r in zip(parsed, rows, strict=True) if len(p.needs) > 1]
    told["two_found"] = len(double)
    told["two_right"] = sum({*needs(p)} == {*r.needs} for p, r in double)
    told["two_there"] = sum(len(row.needs) > 1 for row in rows)
    return {name: round(value, 4) for name, value in told.items()}


def confusions(rows: Sequence[Row], ask: Ask) -> list[str]:
    """What was taken for what, the commonest first."""
    counts: dict[str, int] = {}
    for row in rows:
        answer = ask(row.text)
        if not set(answer) & set(row.needs):
            pair = f"{';'.join(row.needs)} -> {';'.join(answer)}"
            counts[pair] = counts.get(pair, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return [f"{count}x {pair}" for pair, count in ordered[:25]]


def ours(seen: Sequence[Example], *, embeddings: bool = True) -> Understanding:
    """Our model of `seen`."""
    cache = ROOT / "var" / "cache"
    encoder = embedder() if embeddings else None
    return Understanding(train(seen, model=encoder, cache=cache))


def needs(parsed: Parsed) -> list[str]:
    """The needs of a message as the evaluation files name them."""
    return [need_of(one.need) or one.need for one in parsed.needs]


DEFAULT_PIPELINE: list[dict[str, Any]] = [
    {"name": "WhitespaceTokenizer"},
    {"name": "RegexFeaturizer"},
    {"name": "LexicalSyntacticFeaturizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1}
    | {"max_ngram": 4},
    {"name": "DIETClassifier", "epochs": 100, "constrain_similarities": True},
    {"name": "EntitySynonymMapper"},
    {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
]


def default_pipeline(
    seen: Sequence[Example], *, epochs: int, folder: Path
) -> Callable[[str], list[str]]:
    """What `rasa init` gives, trained on `seen`."""
    import asyncio

    from rasa.core.agent import Agent
    from rasa.model_training import train_nlu

    pipeline = [
        {**c, "epochs": epochs} if "epochs" in c else c for c in DEFAULT_PIPELINE
    ]
    config = {"recipe": "default.v1", "assistant_id": "bench", "language": "ms"}
    _dump(folder / "config.yml", {**config, "pipeline": pipeline})
    blocks: dict[str, list[dict[str, str]]] = {}
    for example in seen:
        blocks.setdefault(example.intent, []).append({"text": example.text})
    listed = [{"intent": name, "examples": said} for name, said in blocks.items()]
    _dump(folder / "nlu.yml", {"nlu": listed})
    path = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
    agent = Agent.load(path)

    def ask(text: str) -> list[str]:
        found = asyncio.run(agent.parse_message(text))
        ranked = [found["intent"], *found["intent_ranking"]]
        # its fallback is no need: what it would have answered counts, in its favour
        name = next(i["name"] for i in ranked if i["name"] != "nlu_fallback")
        return [need_of(name) or name]

    return ask


def _dump(path: Path, value: object) -> None:
    path.write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")


def main() -> None:
    """Train, ask, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--no-default", action="store_true", help="only our own")
    parser.add_argument(
        "--epochs", type=int, default=100, help="of the default pipeline"
    )
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args()
    seen, held = by_speaker(examples())
    sets = {"unseen speakers": held, **outside()}
    report: dict[str, Any] = {}
    for name, ask, seconds, understanding in _candidates(seen, options):
        report[name] = {"training_seconds": round(seconds, 1)}
        for title, rows in sets.items():
            report[name][title] = figures(rows, ask)
            if understanding is not None:
                report[name][f"{title}, bands"] = bands(rows, understanding)
        _show(name, report[name])
        if name == "ours":
            for title, rows in sets.items():
                print(f"  confusions, {title}:", *confusions(rows, ask), sep="\n    ")
    if options.json:
        options.json.write_text(json.dumps(report, indent=2), encoding="utf-8")


def _candidates(
    seen: Sequence[Example], options: argparse.Namespace
) -> Iterable[tuple[str, Ask, float, Understanding | None]]:
    for name, embeddings in (("ours", True), ("ours without embeddings", False)):
        began = time.perf_counter()
        understanding = ours(seen, embeddings=embeddings)
        seconds = time.perf_counter() - began
        yield name, partial(_asked, understanding), seconds, understanding
    if not options.no_default:
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            ask = default_pipeline(seen, epochs=options.epochs, folder=Path(folder))
            yield "default pipeline", ask, time.perf_counter() - began, None


def _asked(understanding: Understanding, text: str) -> list[str]:
    return needs(understanding.parse(text))


def _show(name: str, told: dict[str, Any]) -> None:
    print(f"{name}: trained in {told['training_seconds']} s")
    for title, values in told.items():
        if isinstance(values, dict):
            line = "  ".join(f"{key} {value:g}" for key, value in values.items())
            print(f"  {title}: {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    main()
