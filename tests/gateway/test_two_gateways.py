"""On PostgreSQL several gateways share the work, and nothing is done twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import MakeGateway
from tests.gateway.servers import FakeBrain, free_port


@pytest.mark.postgres
def test_two_gateways_share_the_work_of_one_conversation(
    postgres_url: str, make_gateway: MakeGateway, settings: Settings, brain: FakeBrain
) -> None:
    shared = replace(settings, gateway_database=postgres_url)
    shared = replace(shared, identity_database=postgres_url)
    first = make_gateway(shared)
    second = make_gateway(replace(shared, gateway_port=free_port()))
    one = first.person()
    other = Person(second.url)
    other.http.cookies = one.http.cookies
    try:
        with other.stream() as events:
            turns = [(one, other)[n % 2].send(f"soalan {n}") for n in range(10)]
            said: list[str] = []
            while len(said) < 10:
                event = next(events)
                if event["event"] == "message":
                    said.append(event["data"]["text"])
        assert said == [f"echo: soalan {n}" for n in range(10)]
        assert sorted(brain.ran, key=int) == turns
    finally:
        other.close()
