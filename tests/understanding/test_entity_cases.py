"""Every kind of entity on its own list of cases, with what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.understanding.lexicons import document
from tests.understanding.test_entities import values

FOLDER = Path(__file__).parent
FEWEST = 30


def listed() -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = {}
    for path in sorted(FOLDER.glob("entity_cases*.yml")):
        found |= yaml.safe_load(path.read_text("utf-8"))
    return found


def cases() -> Iterator[Any]:
    for name, messages in listed().items():
        for text, expected in messages.items():
            yield pytest.param(name, str(text), expected, id=f"{name}: {text}")


@pytest.mark.parametrize(("name", "text", "expected"), cases())
def test_exactly_what_is_named_is_found(
    name: str, text: str, expected: list[Any]
) -> None:
    found = values(text, name)
    assert list(dict.fromkeys(map(str, found))) == list(map(str, expected))


def test_every_entity_has_cases_enough_and_some_that_only_look_like_it() -> None:
    for name, messages in listed().items():
        assert len(messages) >= FEWEST, name
        assert sum(not expected for expected in messages.values()) >= 4, name


def test_there_are_enough_occupations_in_all_twenty_sectors() -> None:
    jobs = document("occupations")
    sectors = [name for name in jobs if not name.startswith("_")]
    words = sum(len(said.split(",")) for job in jobs.values() for said in job.values())
    assert sorted(sectors) == sorted(document("sectors"))
    assert len(sectors) == 20
    assert words >= 600
    assert sum(len(jobs[sector]) for sector in sectors) >= 200
