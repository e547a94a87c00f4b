"""A small assistant with the engine's default pipeline, and the same one with ours.

Each knows the intents of our training data and answers every one with a sentence of
its own, so that nothing but the pipeline and the policies differs. The default is what
`rasa init` writes: no pipeline is named, and the engine takes its own. A model is kept
under var/bench by what it was made from.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.measures import Ask, Said
from bot.launch.training import CODE, fingerprint
from bot.understanding import need_of
from bot.understanding.types import Example

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "bench"
FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Built:
    """A trained assistant: its archive, and how long it was trained in this run."""

    path: Path
    seconds: float | None  # None if it stood already: the machine may have been busy


def configuration(name: str, *, epochs: int) -> dict[str, Any]:
    """What stands in config.yml: `default` or `ours`."""
    head = {"recipe": "default.v1", "assistant_id": "bench", "language": "ms"}
    if name == "ours":
        own = yaml.safe_load((ROOT / "config.yml").read_text("utf-8"))
        return {**head, "pipeline": own["pipeline"], "policies": own["policies"]}
    from rasa.shared.utils.io import read_yaml_file

    found: dict[str, Any] = read_yaml_file(_engines_default())
    parts = {key: found[key] for key in ("pipeline", "policies")}
    for part in (*parts["pipeline"], *parts["policies"]):
        if "epochs" in part:
            part["epochs"] = epochs
    return head | dict(json.loads(json.dumps(parts)))


def _engines_default() -> str:
    import rasa.engine.recipes as recipes

    folder = Path(recipes.__file__).parent / "config_files"
    return str(folder / "default_config.yml")


def build(name: str, seen: Sequence[Example], *, epochs: int = 100) -> Built:
    """The assistant called `name`, trained on `seen` unless it stands already."""
    config = configuration(name, epochs=epochs)
    files = {"config.yml": config, **_assistant(seen)}
    code = fingerprint(ROOT, patterns=CODE) if name == "ours" else ""
    told = code + json.dumps(files, sort_keys=True, ensure_ascii=False)
    folder = KEPT / f"{name}-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
    made, seconds = folder / "models" / "bench.tar.gz", None
    if not made.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        for file, content in files.items():
            text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
            (folder / file).write_text(text, encoding="utf-8")
        seconds = round(_train(folder), 1)
    return Built(made, seconds)


def _assistant(seen: Sequence[Example]) -> dict[str, Any]:
    """Domain, messages, a rule and a story for each intent."""
    said: dict[str, list[str]] = {}
    for example in seen:
        said.setdefault(example.intent, []).append(example.text)
    examples = [
        {"intent": name, "examples": [{"text": text} for text in texts]}
        for name, texts in said.items()
    ]
    own = yaml.load((ROOT / "domain.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    names = [*said, FALLBACK]
    answered = {name: f"utter_answer_{name}" for name in names}
    steps = {n: [{"intent": n}, {"action": a}] for n, a in answered.items()}
    return {
        "domain.yml": {
            "version": "3.1",
            "intents": names,
            "entities": own["entities"],
            "responses": {a: [{"text": f"About {n}."}] for n, a in answered.items()},
        },
        "nlu.yml": {"version": "3.1", "nlu": examples},
        "rules.yml": {
            "version": "3.1",
            "rules": [{"rule": n, "steps": s} for n, s in steps.items()],
        },
        "stories.yml": {
            "version": "3.1",
            "stories": [
                {"story": f"{n} {m}", "steps": [*steps[n], *steps[m]]}
                for n, m in zip(names, [*names[1:], names[0]], strict=True)
            ],
        },
        "credentials.yml": {"rest": None},
    }


def _train(folder: Path) -> float:
    command = [sys.executable, "-m", "rasa", "train", "--config", "config.yml"]
    command += ["--domain", "domain.yml", "--out", "models", "--data"]
    command += ["nlu.yml", "rules.yml", "stories.yml"]
    began = time.monotonic()
    with (folder / "train.log").open("wb") as log:
        subprocess.run(
            [*command, "--fixed-model-name", "bench", "--skip-validation", "--force"],
            cwd=folder,
            env=environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
            check=True,
        )
    return time.monotonic() - began


def environment() -> dict[str, str]:
    """For an engine that runs outside our folder and tells nobody."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TANYA_VAR": str(ROOT / "var"),
    }


def understanding(path: Path) -> Ask:
    """What the trained assistant at `path` makes of a message."""
    import asyncio

    from rasa.core.agent import Agent

    agent = Agent.load(str(path))

    def ask(text: str) -> Said:
        found = asyncio.run(agent.parse_message(text))
        first = found["intent"]
        ranked = [first, *found["intent_ranking"]]
        # its fallback is no need: what it would have answered counts, in its favour
        best = next(intent for intent in ranked if intent["name"] != FALLBACK)
        need = need_of(best["name"]) or best["name"]
        band = "sorry" if first["name"] == FALLBACK else "answer"
        return Said((need,), float(best["confidence"]), band)

    return ask
