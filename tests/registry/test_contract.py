"""Our source keeps the contract on both databases; the contract notices every fault."""

from __future__ import annotations

import inspect
import socket
from functools import cache

import pytest

from bot.registry.engine import writing_engine
from bot.registry.schema import upgrade
from bot.registry.sql import SqlRecords
from tests.registry.contract import PEOPLE, RecordsContract
from tests.registry.stand_in import InMemory, faults


class TestSqlRecords(RecordsContract):
    """Our own database."""

    @pytest.fixture
    def records(self, shared_records):
        return shared_records

    @pytest.fixture
    def empty(self, url):
        engine = writing_engine(url)
        upgrade(engine)
        engine.dispose()
        source = SqlRecords(url)
        yield source
        source.close()

    @pytest.fixture
    def down(self, url, tmp_path):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        nowhere = f"postgresql://tanya@127.0.0.1:{port}/none"
        source = SqlRecords(
            f"sqlite:///{tmp_path}/none.db" if url.startswith("sqlite") else nowhere
        )
        yield source
        source.close()


class TestStandIn(RecordsContract):
    """The source in memory, without a fault."""

    @pytest.fixture
    def records(self):
        return InMemory(PEOPLE)

    @pytest.fixture
    def empty(self):
        return InMemory(())

    @pytest.fixture
    def down(self):
        return InMemory(None)


class Impatient(RecordsContract):
    """So that a slow source need not be waited for."""

    patience = 0.2


@cache
def broken_by(kind: type[InMemory]) -> frozenset[str]:
    """The names of the tests of the contract that fail for such a source."""
    contract = Impatient()
    sources = {"records": kind(PEOPLE), "empty": kind(()), "down": kind(None)}
    failed = set()
    for name, test in inspect.getmembers(contract, inspect.ismethod):
        if not name.startswith("test_"):
            continue
        wanted = inspect.signature(test).parameters
        try:
            test(**{each: sources[each] for each in wanted})
        except (Exception, pytest.fail.Exception):
            failed.add(name)
    return frozenset(failed)


def test_a_source_without_a_fault_passes_the_impatient_contract_too():
    assert broken_by(InMemory) == set()


@pytest.mark.parametrize("kind", tuple(faults()), ids=lambda kind: kind.__name__)
def test_a_source_with_a_fault_fails_the_contract(kind):
    assert broken_by(kind)


def test_each_test_of_the_contract_is_needed_for_some_fault_or_says_a_form():
    noticed = frozenset().union(*map(broken_by, faults()))
    every = {name for name in dir(RecordsContract) if name.startswith("test_")}
    assert every == noticed
