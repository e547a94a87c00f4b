"""A registry of its own for each test, on SQLite and on PostgreSQL."""

from __future__ import annotations

from contextlib import ExitStack, closing
from datetime import date

import pytest

from bot.registry.seed import seed_demo
from bot.registry.sql import SqlRecords
from tests.postgres import new_postgres

TODAY = date(2026, 11, 23)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request, tmp_path):
    if request.param == "postgres":
        return request.getfixturevalue("postgres_url")
    return f"sqlite:///{tmp_path / 'var' / 'registry.db'}"


@pytest.fixture(
    scope="module",
    params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)],
)
def shared_records(request, tmp_path_factory):
    """A source with the demo people, shared by tests that only read."""
    with ExitStack() as left:
        if request.param == "postgres":
            address = left.enter_context(new_postgres())
        else:
            address = f"sqlite:///{tmp_path_factory.mktemp('var') / 'registry.db'}"
        seed_demo(address, on=TODAY)
        yield left.enter_context(closing(SqlRecords(address)))


@pytest.fixture
def seeded(url):
    """The address of a registry with the demo people."""
    seed_demo(url, on=TODAY)
    return url


@pytest.fixture
def records(seeded):
    """Our own source of records, filled with the demo people."""
    source = SqlRecords(seeded)
    yield source
    source.close()
