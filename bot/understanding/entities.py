"""Entities by rules and lists."""

from __future__ import annotations

from bot.understanding.types import Entity


def extract(text: str) -> tuple[Entity, ...]:  # noqa: ARG001
    """Everything named in `text`."""
    return ()
