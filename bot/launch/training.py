"""The model, trained when what it is made from changed, and only then.

A stamp beside the model says what it was made from. A training that is interrupted
leaves the old model and the old stamp as they were.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot import settings
from bot.errors import ConfigurationError, TanyaError
from bot.settings import ROOT, Settings

# what the dialogue is trained from; the code counts because it is part of the pipeline
SOURCES = ("config.yml", "domain.yml", "data", "bot/answers")
CODE = (
    "bot/encoder",
    "bot/understanding",
    "bot/brain/components*.py",
    "requirements.lock",
)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
KEPT = (".yml", ".yaml", ".py", ".txt", ".csv", ".tsv", ".json", ".lock", ".npz")


def fingerprint(
    root: Path = ROOT, *, patterns: tuple[str, ...] = SOURCES + CODE
) -> str:
    """One value for the names and contents of all that a model is made from."""
    total = hashlib.sha256()
    for path in _files(root, patterns):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(root)} {content}\n".encode())
    return total.hexdigest()


def _files(root: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    found: set[Path] = set()
    for pattern in patterns:
        for path in root.glob(pattern):
            found.update(path.rglob("*") if path.is_dir() else (path,))
    yield from sorted(path for path in found if path.suffix in KEPT and path.is_file())


def stamp_of(model: Path) -> Path:
    """The file that says what `model` was made from."""
    return model.with_name(f"{model.name}.stamp")


def is_current(model: Path, root: Path = ROOT) -> bool:
    """Whether `model` exists and nothing that it is made from changed since."""
    stamp = stamp_of(model)
    if not (model.is_file() and stamp.is_file()):
        return False
    return stamp.read_text() == fingerprint(root)


def ensure_model(chosen: Settings, *, root: Path = ROOT) -> float:
    """Train if needed; the seconds it took, 0 if nothing was to do."""
    if is_current(chosen.model, root):
        return 0.0
    with _only_one(chosen.model):
        if is_current(chosen.model, root):
            return 0.0
        began = time.monotonic()
        # taken before: a file that changes meanwhile makes the model stale again
        made_from = fingerprint(root)
        _train(chosen, root)
        stamp_of(chosen.model).write_text(made_from)
        return time.monotonic() - began


@contextmanager
def _only_one(model: Path) -> Iterator[None]:
    model.parent.mkdir(parents=True, exist_ok=True)
    with model.with_name(f"{model.name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _train(chosen: Settings, root: Path) -> None:
    partial = chosen.model.parent / "partial"
    shutil.rmtree(partial, ignore_errors=True)
    log = chosen.var / "log" / "train.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        done = subprocess.run(  # noqa: S603  its words are ours, none a person's
            _command(partial),
            check=False,
            cwd=root,
            env=_environment(root),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    made = partial / "tanya.tar.gz"
    if done.returncode != 0 or not made.is_file():
        raise ConfigurationError(f"training failed: {_reason(log)}; all of it: {log}")
    stamp_of(chosen.model).unlink(missing_ok=True)
    made.replace(chosen.model)
    shutil.rmtree(partial)


def _command(out: Path) -> list[str]:
    rasa = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", "tanya"]
    sources = ["--config", "config.yml", "--domain", "domain.yml", "--data", "data"]
    # rule conflicts fail a training all the same; the rest is for the health tests
    return [*rasa, *sources, "--skip-validation", "--out", str(out)]


def _environment(root: Path) -> dict[str, str]:
    # Rasa's cache looks at a component's class, not at what the class imports: the
    # cache is kept apart for each state of the code
    cache = root / ".rasa" / "cache" / fingerprint(root, patterns=CODE)[:16]
    for old in cache.parent.glob("*"):
        if old != cache:
            shutil.rmtree(old, ignore_errors=True)
    return {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "RASA_CACHE_DIRECTORY": str(cache),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "PYTHONWARNINGS": "ignore",
    }


def _reason(log: Path) -> str:
    text = COLOUR.sub("", log.read_text(errors="replace"))
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "it said nothing"


def main() -> None:
    """`make train`."""
    try:
        seconds = ensure_model(settings.load())
    except (TanyaError, OSError) as error:
        print(f"tanya: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    print(f"Trained in {seconds:.0f} s." if seconds else "The model is up to date.")


if __name__ == "__main__":
    main()
