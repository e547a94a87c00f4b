"""The word lists of this package, read once each.

`short_forms.yml` maps a spelling to plain words; the other lists map a value to the
phrases that name it, which is how a person would write such a list down.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.errors import ConfigurationError

FOLDER = Path(__file__).parent / "lexicon"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def document(name: str) -> Any:
    """The list called `name`. Raises ConfigurationError if it cannot be read."""
    path = FOLDER / f"{name}.yml"
    try:
        with path.open(encoding="utf-8") as file:
            return yaml.load(file, Loader=_LOADER)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise ConfigurationError(f"{path}: {error}") from error


@cache
def mapping(name: str) -> dict[str, str]:
    """A list of spellings, each with what it stands for."""
    table: dict[str, str] = {}
    for plain, spellings in document(name).items():
        for spelling in _split(spellings):
            table[spelling] = str(plain)
    return table


def phrases(listed: object) -> Iterable[str]:
    """The phrases of one entry: separated by commas, or a YAML list."""
    return _split(listed)


def _split(listed: object) -> list[str]:
    if isinstance(listed, str):
        return [part.strip() for part in listed.split(",") if part.strip()]
    return [str(part) for part in listed] if isinstance(listed, list) else [str(listed)]
