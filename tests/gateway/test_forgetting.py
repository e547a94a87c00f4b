"""Deleting a conversation: its texts, its session, and what the brain kept of it."""

from __future__ import annotations

import time

from tests.gateway.client import Person
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, eventually


def test_forgetting_deletes_every_text_and_ends_the_session(
    gateway: Gateway, brain: FakeBrain
) -> None:
    person = gateway.person()
    person.ask("soalan yang dilupakan")
    with person.stream() as events:
        assert person.http.post("/chat/forget", json={}).status_code == 200
        last = [event["event"] for event in events if event["event"] != "comment"][-1]
    assert last == "closed"
    assert person.http.get("/chat/history").json()["state"] is None
    assert person.post("hai").status_code == 401
    gateway.stop()
    for file in gateway.settings.var.glob("gateway.db*"):
        assert b"yang dilupakan" not in file.read_bytes()


def test_the_brain_forgets_as_well_although_it_was_down(
    gateway: Gateway, brain: FakeBrain
) -> None:
    person = gateway.person()
    person.ask("soalan")
    name = brain.calls[0]["conversation"]
    brain.stop()
    assert person.http.post("/chat/forget", json={}).status_code == 200
    time.sleep(0.3)
    assert brain.forgotten == []
    brain.start()
    eventually(lambda: brain.forgotten)
    time.sleep(0.5)
    assert brain.forgotten == [name]


def test_a_forgotten_conversation_is_not_answered(
    person: Person, brain: FakeBrain
) -> None:
    brain.delay = 0.4
    person.send("soalan")
    eventually(lambda: brain.calls)
    cookies = dict(person.http.cookies)
    person.http.post("/chat/forget", json={})
    person.http.cookies.update(cookies)
    time.sleep(0.8)
    assert person.http.get("/chat/history").json()["events"] == []
