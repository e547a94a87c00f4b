"""One rulebook for all tests: it is loaded once and never changes."""

from __future__ import annotations

import pytest

from bot.rulebook import Rulebook, load


@pytest.fixture(scope="session")
def book() -> Rulebook:
    return load()
