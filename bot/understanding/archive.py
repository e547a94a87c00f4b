"""The model files out of a folder or a trained archive, without the dialogue engine."""

from __future__ import annotations

import tarfile
from pathlib import Path, PurePosixPath

from bot.errors import ConfigurationError
from bot.understanding.model import ARRAYS, DESCRIPTION

LARGEST = 200 * 1024 * 1024  # bytes of one member; ours are far below


def read(path: Path) -> tuple[bytes, bytes]:
    """Description and arrays of the model at `path`, a folder or `.tar.gz`.

    Raises ConfigurationError, naming the path, when there is no model of ours.
    """
    try:
        found = _from_folder(path) if path.is_dir() else _from_archive(path)
    except FileNotFoundError:
        raise ConfigurationError(
            f"there is no trained model at {path}: run `make train`"
        ) from None
    except (OSError, tarfile.TarError, EOFError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from error
    missing = [name for name in (DESCRIPTION, ARRAYS) if name not in found]
    if missing:
        raise ConfigurationError(f"{path} holds no {missing[0]}: train it again")
    return found[DESCRIPTION], found[ARRAYS]


def _from_folder(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name in (DESCRIPTION, ARRAYS):
        places = sorted(path.rglob(name))
        if places:
            found[name] = places[0].read_bytes()
    return found


def _from_archive(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    with tarfile.open(path, "r:gz") as archive:
        for member in archive:
            name = PurePosixPath(member.name).name
            if name not in (DESCRIPTION, ARRAYS) or not member.isreg():
                continue
            if member.size > LARGEST:
                raise ConfigurationError(f"{path}: {name} is too large to be a model")
            file = archive.extractfile(member)
            if file is not None:
                found[name] = file.read()
            if len(found) == 2:
                break
    return found
