"""On SQLite there is exactly one gateway: a second one is told so, and stops."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO

from bot.errors import ConfigurationError


class Held:
    """A lock on a file, let go at the end; also by the death of the process."""

    def __init__(self, file: IO[str] | None) -> None:
        self._file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()


def only_one(url: str) -> Held:
    """Hold the SQLite database `url` for this process. Raises ConfigurationError."""
    if not url.startswith("sqlite:///"):
        return Held(None)
    path = Path(url.removeprefix("sqlite:///") + ".lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a")
    except OSError as error:
        raise ConfigurationError(f"cannot write {path}: {error.strerror}") from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise ConfigurationError(f"another gateway already uses {path.stem}") from None
    return Held(file)
