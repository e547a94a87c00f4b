"""Look-up results: references in every table, words only for whoever looks on now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.clock import MALAYSIA
from bot.dialogue.lookup import Lookup, with_lookup
from bot.dialogue.lookup_records import claims_body
from bot.dialogue.memory import Memory
from bot.gateway.opening import SHUT, Opening
from bot.gateway.outbox import Event
from bot.identity.opening import open_identity
from bot.identity.service import Identity
from bot.registry.sql import SqlRecords
from tests.gateway.client import Person
from tests.gateway.conftest import QUICK, Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually
from tests.lookup.test_records import AS_AT, claim

NUMBER = "DEMO-1001-0001"
BODY = claims_body((claim(), claim("paid")), as_at=AS_AT)


@pytest.fixture
def identity(gateway: Gateway, brain: FakeBrain) -> Iterator[Identity]:
    """The identity of this gateway, and a brain that shows a result when asked."""
    records = SqlRecords(gateway.settings.database("registry"))
    opened = open_identity(gateway.settings, records)

    def script(body: dict[str, Any]) -> dict[str, Any]:
        said, where = body.get("text"), body["conversation"]
        if said == "result":
            kept = opened.keep_result(where, BODY, message_id=body["message_id"])
            return answered(kept)
        view = {"sembunyi": "hide", "padam": "forget"}.get(str(said))
        if view:
            opened.end(where)
        return answered(f"echo: {said}", view=view)

    brain.script = script
    yield opened
    opened.close()
    opened.ground.database.close()
    records.close()


def test_a_result_is_opened_for_whoever_looks_on(
    gateway: Gateway, identity: Identity, person: Person
) -> None:
    (text,) = person.ask("result")
    assert NUMBER in text
    page = person.http.get("/chat/events?after=0").json()
    assert NUMBER in str(page)
    with person.stream() as events:
        assert any(NUMBER in str(event.get("data")) for event in _until_turn(events))


def _until_turn(events: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for event in events:
        yield event
        if event.get("event") == "turn":
            return


def test_the_outbox_holds_the_reference_alone(
    gateway: Gateway, identity: Identity, person: Person
) -> None:
    person.ask("result")
    for file in gateway.settings.var.rglob("*"):
        if file.is_file():
            assert NUMBER.encode() not in file.read_bytes(), file


def test_another_conversation_cannot_open_it(
    gateway: Gateway, identity: Identity, brain: FakeBrain, person: Person
) -> None:
    person.ask("result")
    name = brain.calls[-1]["conversation"]
    reference = identity.keep_result(name, BODY, message_id="another")
    other = gateway.person()
    brain.script = lambda _: answered(reference)
    (text,) = other.ask("result")
    assert NUMBER not in text
    assert "[[" not in text


def test_a_typed_reference_is_only_text(
    gateway: Gateway, identity: Identity, brain: FakeBrain, person: Person
) -> None:
    person.ask("result")
    reference = identity.keep_result(
        brain.calls[-1]["conversation"], BODY, message_id="another"
    )
    (text,) = person.ask(f"kata {reference}")
    assert NUMBER not in text
    assert reference not in text
    assert sum(NUMBER in str(event) for event in person.events()) == 1


def test_hidden_results_are_gone_and_clients_are_told_which(
    gateway: Gateway, identity: Identity, person: Person
) -> None:
    person.ask("result")
    (shown,) = [e["id"] for e in person.events("message") if NUMBER in e["text"]]
    person.ask("sembunyi")
    assert NUMBER not in str(person.events())
    (hidden,) = person.events("hidden")
    assert hidden["messages"] == [shown]
    assert hidden["text"]


def test_forgotten_conversations_go_on_empty(
    gateway: Gateway, identity: Identity, brain: FakeBrain, person: Person
) -> None:
    person.ask("rahsia saya")
    person.ask("result")
    person.ask("padam")
    kinds = [event["event"] for event in person.events()]
    assert kinds == ["cleared", "message", "turn"]
    assert "rahsia" not in str(person.events())
    name = brain.calls[-1]["conversation"]
    eventually(lambda: name in brain.forgotten)
    assert person.ask("lagi") == ["echo: lagi"]


def test_forgetting_the_session_ends_what_was_proved(
    gateway: Gateway, identity: Identity, brain: FakeBrain, person: Person
) -> None:
    person.ask("hai")
    name = brain.calls[-1]["conversation"]
    identity.consent(name, message_id="c", language="ms")
    person.http.post("/chat/forget", json={})
    assert not identity.state(name).consented


def test_the_brain_is_told_a_keyed_hash_of_a_far_address(
    gateway: Gateway, brain: FakeBrain
) -> None:
    near = gateway.person()
    near.ask("hai")
    assert brain.calls[-1]["metadata"]["address"] is None
    far = gateway.person(Via="1.1 proxy")
    far.ask("hai")
    told = brain.calls[-1]["metadata"]["address"]
    assert isinstance(told, str)
    assert len(told) == 24
    assert "127." not in told


def test_an_answer_that_wants_something_unknown_done_is_nonsense(
    gateway: Gateway, brain: FakeBrain, person: Person
) -> None:
    brain.script = lambda _: answered("x", view="publish")
    turn = person.send("hai")
    assert person.end_of(turn)["status"] == "apologised"


def test_without_identity_every_result_is_gone() -> None:
    event = Event(1, "message", {"text": "[[RESULT:0123abcd]]", "language": "en"})
    opened = SHUT.event(event, "web:x").body["text"]
    assert "no longer shown" in opened


def test_words_around_a_reference_stay() -> None:
    opening = Opening(lambda *_: BODY)
    text = opening.opened(
        "A [[RESULT:0123abcd]] B", conversation="web:x", channel="web", language="en"
    )
    assert text.startswith("A You have 2 claims")
    assert text.endswith(" B")
    assert AS_AT.astimezone(MALAYSIA).strftime("%Y") in text


@pytest.mark.parametrize(
    ("said", "left"), [("sembunyi", "disembunyikan"), ("padam", "dipadamkan")]
)
def test_hiding_and_deleting_need_no_brain(
    make_gateway: MakeGateway, brain: FakeBrain, said: str, left: str
) -> None:
    gateway = make_gateway(patience=replace(QUICK, standby=0.2, limit=20.0))
    records = SqlRecords(gateway.settings.database("registry"))
    identity = open_identity(gateway.settings, records)
    person = gateway.person()
    person.ask("hai")
    name = brain.calls[-1]["conversation"]
    identity.consent(name, message_id="c", language="ms")
    brain.script = lambda _: {"status": "failed", "messages": [], "retry": True}
    (text,) = person.ask(said)
    assert left in text
    assert not identity.state(name).consented
    identity.close()
    identity.ground.database.close()
    records.close()


def test_a_code_stays_a_code_while_the_brain_is_away(
    make_gateway: MakeGateway, brain: FakeBrain
) -> None:
    gateway = make_gateway(patience=replace(QUICK, standby=0.2, limit=20.0))
    person = gateway.person()
    memory = with_lookup(Memory(), Lookup("claims", "code")).to_json()
    brain.script = lambda _: answered("kod?", awaiting="code", memory=memory)
    person.ask("720314000018")
    brain.script = lambda _: {"status": "failed", "messages": [], "retry": True}
    for _ in range(2):
        turn = person.send("483920")
        assert person.end_of(turn)["awaiting"] == "code"
    assert "483920" not in str(person.events())
