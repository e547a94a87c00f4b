"""Identity on a database of its own, with nobody real in the registry."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.database import Database
from bot.identity.outcomes import Check, Start
from bot.identity.policy import Policy
from bot.identity.sending import Sender
from bot.identity.service import Identity
from bot.identity.tables import metadata
from bot.identity.vault import Vault
from tests.identity.people import Clock, People, Telephones

HERE = "web:here"


@dataclass
class Desk:
    """Identity and everything around it, with short ways to do what people do."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    people: People = field(default_factory=People)
    telephones: Telephones = field(default_factory=Telephones)
    policy: Policy = field(default_factory=Policy)
    demo: bool = True

    def __post_init__(self) -> None:
        self.vault = Vault(self.database, "a key", clock=self.clock)
        self.identity = self.another()
        self._numbers = itertools.count(1)

    def another(self) -> Identity:
        """A second process on the same database."""
        return Identity(
            self.database,
            self.vault,
            self.people,
            policy=self.policy,
            key="another key",
            clock=self.clock,
            demo=self.demo,
        )

    def id(self) -> str:
        return str(next(self._numbers))

    def agree(self, where: str = HERE) -> None:
        self.identity.consent(where, message_id=self.id(), language="ms")

    def ask(
        self,
        number: str,
        where: str = HERE,
        *,
        message_id: str = "",
        address: str | None = None,
    ) -> Start:
        token = self.vault.seal(where, "IC", number)
        return self.identity.start(
            where,
            token,
            message_id=message_id or self.id(),
            address=address,
            language="ms",
        )

    def send(self) -> None:
        asyncio.run(Sender(self.identity.ground, self.telephones).round())

    def code(self) -> str:
        """The code that was sent last."""
        self.send()
        return self.telephones.messages[-1].code

    def type(
        self,
        code: str,
        where: str = HERE,
        *,
        message_id: str = "",
        address: str | None = None,
    ) -> Check:
        token = self.vault.seal(where, "CODE", code)
        return self.identity.check(
            where, token, message_id=message_id or self.id(), address=address
        )

    def prove(self, number: str, where: str = HERE) -> Check:
        """The whole way."""
        self.agree(where)
        self.ask(number, where)
        return self.type(self.code(), where)


def wrong(code: str) -> str:
    """Another code than `code`."""
    return f"{(int(code) + 1) % 1_000_000:06}"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Both kinds of database, one after the other."""
    url = f"sqlite:///{tmp_path / 'identity.db'}"
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
    opened = Database(url, tables=metadata)
    yield opened
    opened.close()


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    made = Desk(database)
    yield made
    made.identity.close()
