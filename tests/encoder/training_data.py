"""Who speaks in the training messages."""

from __future__ import annotations

from bench.nlu_data import examples


def speakers() -> list[str]:
    """Every speaker once."""
    return sorted({example.speaker for example in examples()})
