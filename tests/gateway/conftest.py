"""Every test gets its own brain, its own databases and its own gateway."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.gateway import tidying
from bot.gateway.app import create_app
from bot.gateway.limits import Limits
from bot.gateway.worker import Patience
from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.servers import FakeBrain, Threaded, free_port

QUICK = Patience(
    notice=0.4,
    limit=3.0,
    last_try=0.5,
    poll=0.1,
    first_pause=0.05,
    longest_pause=0.1,
    standby=3600.0,  # only tests of it want answers without a brain
)


@pytest.fixture(scope="session")
def one_brain() -> Iterator[FakeBrain]:
    fake = FakeBrain()
    yield fake
    fake.stop(abruptly=True)


@pytest.fixture
def brain(one_brain: FakeBrain) -> FakeBrain:
    """Running and unspoilt, whatever the test before did to it."""
    one_brain.reset()
    return one_brain


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def databases(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings that name the databases: once SQLite, once PostgreSQL."""
    if request.param == "sqlite":
        return {}
    url = request.getfixturevalue("postgres_url")
    return {"gateway_database": url, "identity_database": url}


@pytest.fixture
def settings(
    tmp_path: Path, brain: FakeBrain, monkeypatch: pytest.MonkeyPatch
) -> Settings:
    monkeypatch.setenv("TANYA_BRAIN_SECRET", brain.secret)
    return Settings(
        var=tmp_path / "var", gateway_port=free_port(), brain_port=brain.port
    )


class Gateway:
    """A gateway that can be stopped and started again."""

    def __init__(self, settings: Settings, patience: Patience, limits: Limits) -> None:
        self.settings = settings
        self._make = lambda: create_app(
            settings, patience=patience, limits=limits, heartbeat=0.3
        )
        self.url = settings.gateway_url
        self._served: Threaded | None = None
        self._people: list[Person] = []

    def start(self) -> None:
        app = self._make()
        self.routes = app.routes
        self._served = Threaded(app, self.settings.gateway_port, app.state.bus)
        self._served.start()

    def stop(self) -> None:
        if self._served is not None:
            self._served.stop()
            self._served = None

    def person(self, **headers: str) -> Person:
        person = Person(self.url, **headers)
        self._people.append(person)
        return person

    def close(self) -> None:
        for person in self._people:
            person.close()
        self.stop()


MakeGateway = Callable[..., Gateway]


@pytest.fixture
def make_gateway(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeGateway]:
    made: list[Gateway] = []

    monkeypatch.setattr(tidying, "FORGET_EVERY_SECONDS", 0.1)

    def make(
        chosen: Settings | None = None,
        *,
        patience: Patience = QUICK,
        limits: Limits | None = None,
    ) -> Gateway:
        gateway = Gateway(chosen or settings, patience, limits or Limits())
        made.append(gateway)
        gateway.start()
        return gateway

    yield make
    for gateway in made:
        gateway.close()


@pytest.fixture
def gateway(make_gateway: MakeGateway) -> Gateway:
    return make_gateway()


@pytest.fixture
def person(gateway: Gateway) -> Person:
    return gateway.person()
