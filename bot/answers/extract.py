"""Hands the written answers to Babel: every sentence of every entry, with its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

import yaml


def extract_entries(
    fileobj: IO[bytes], *_: Any
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Babel extractor: (line, function, message, comments) for each sentence."""
    root = yaml.compose(fileobj.read().decode(), Loader=yaml.CSafeLoader)
    for entry in root.value if root else ():
        members = {key.value: value for key, value in entry.value}
        note = [f"Answer {members['name'].value}"]
        points = members["points"].value if "points" in members else []
        for node in (members["text"], *points):
            yield node.start_mark.line + 1, "", node.value.strip(), note
