"""Whatever is sent, the gateway answers in its own words and lives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, seed
from hypothesis import settings as examples
from hypothesis import strategies as st

from bench.hostile import UNLIMITED, Attacker, attack, turns_closed
from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import MakeGateway
from tests.gateway.servers import FakeBrain, answered

COUNT = 2_000


@pytest.mark.timeout(600)
def test_two_thousand_hostile_requests_break_nothing(
    make_gateway: MakeGateway,
    settings: Settings,
    brain: FakeBrain,
    caplog: pytest.LogCaptureFixture,
) -> None:
    chosen = replace(settings, most_waiting_turns=1_000_000)
    gateway = make_gateway(chosen, limits=UNLIMITED)
    attacker = Attacker(gateway.url)
    _, before = turns_closed(attacker.settled())
    attack(attacker, count=COUNT, start=20261123)
    print(f"statuses: {dict(sorted(attacker.statuses.items()))}")
    assert attacker.wrong == []
    assert sum(attacker.statuses.values()) == COUNT
    metrics = attacker.settled()
    assert "tanya_turns_open{} 0" in metrics
    assert turns_closed(metrics)[1] - before >= 0.3 * COUNT
    attacker.http.close()
    brain.script = lambda _: answered("masih hidup")
    assert gateway.person().ask("hai") == ["masih hidup"]
    unhandled = [r for r in caplog.records if r.levelname == "ERROR"]
    assert unhandled == []


@seed(20261123)
@examples(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(after=st.text(max_size=30) | st.integers().map(str))
def test_hostile_cursors_never_break_the_gateway(person: Person, after: str) -> None:
    response = person.http.get("/chat/history", params={"after": after})
    assert response.status_code == 200
