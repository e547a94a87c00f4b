"""A brain that fails is left alone for a while, and each conversation has its brain."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.gateway.brains import Brains
from bot.gateway.breaker import Breaker
from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(failures=3, pause=1.0, clock=clock)


def fail(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        breaker.failed()


def test_a_breaker_opens_after_failures_in_a_row(breaker: Breaker) -> None:
    fail(breaker, 2)
    breaker.succeeded()
    fail(breaker, 2)
    assert breaker.state == "closed"
    assert breaker.down_for == 0
    fail(breaker, 1)
    assert (breaker.state, breaker.opened) == ("open", 1)
    assert not breaker.allows()


def test_an_open_breaker_lets_one_trial_through(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    clock.now += 1.5
    assert breaker.allows()
    assert breaker.state == "half_open"
    assert not breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    assert breaker.down_for == 1.5
    clock.now += 1.5
    assert breaker.allows()
    breaker.succeeded()
    assert (breaker.state, breaker.down_for) == ("closed", 0)


def test_failures_of_long_ago_do_not_count(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 2)
    clock.now += 3600
    fail(breaker, 2)
    assert breaker.state == "closed"
    fail(breaker, 1)
    assert breaker.state == "open"
    assert breaker.down_for == 0


def test_a_conversation_belongs_to_one_brain_and_few_move_when_one_is_added() -> None:
    urls = [f"http://127.0.0.1:{port}" for port in (1, 2, 3)]
    two, three = Brains(urls[:2], "x"), Brains(urls, "x")
    names = [f"web:{number}" for number in range(600)]
    before = {name: two.of(name).url for name in names}
    after = {name: three.of(name).url for name in names}
    assert before == {name: two.of(name).url for name in names}
    assert all(list(before.values()).count(url) > 200 for url in urls[:2])
    moved = [name for name in names if before[name] != after[name]]
    assert {after[name] for name in moved} == {urls[2]}
    assert 100 < len(moved) < 300


def test_two_brains_share_the_conversations(
    make_gateway: MakeGateway, settings: Settings, brain: FakeBrain
) -> None:
    other = FakeBrain(secret=brain.secret).start()
    urls = f"http://127.0.0.1:{brain.port}, http://127.0.0.1:{other.port}"
    gateway = make_gateway(replace(settings, brain_urls=urls))
    people = [gateway.person() for _ in range(12)]
    for person in people:
        assert person.ask("satu") == ["echo: satu"]
        assert person.ask("dua") == ["echo: dua"]
    mine = {call["conversation"] for call in brain.calls}
    theirs = {call["conversation"] for call in other.calls}
    assert mine
    assert theirs
    assert not mine & theirs
    other.stop(abruptly=True)


def test_health_and_metrics_show_an_open_breaker(
    gateway: Gateway, person: Person, brain: FakeBrain
) -> None:
    faults = [500] * 6
    brain.script = lambda _: faults.pop() if faults else answered("ya")
    turn = person.send("hai")
    ready = "/health/ready"
    eventually(lambda: person.http.get(ready).json()["brains"] != ["closed"])
    person.end_of(turn)
    text = person.http.get("/metrics").text
    assert 'tanya_brain_opened{brain="0"} 1' in text
    assert "# TYPE tanya_turns_closed_total counter" in text
    assert "tanya_turn_seconds_bucket" in text


def test_metrics_are_for_this_machine_or_the_secret(
    gateway: Gateway, person: Person
) -> None:
    outside = {"X-Forwarded-For": "203.0.113.9"}
    refused = person.http.get("/metrics", headers=outside)
    assert refused.status_code == 403
    secret = gateway.settings.secret("metrics")
    allowed = {**outside, "Authorization": f"Bearer {secret}"}
    assert person.http.get("/metrics", headers=allowed).status_code == 200
