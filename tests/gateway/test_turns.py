"""What was accepted is closed once, in order, whatever happens to the brain."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.database import Database
from bot.gateway import tables
from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, echo, eventually


@pytest.fixture
def gateway(
    databases: dict[str, str], make_gateway: MakeGateway, settings: Settings
) -> Gateway:
    """On SQLite and on PostgreSQL."""
    return make_gateway(replace(settings, **databases))


def test_a_message_is_answered(person: Person) -> None:
    assert person.ask("apa khabar") == ["echo: apa khabar"]


def test_replies_come_in_the_order_of_the_messages(
    person: Person, brain: FakeBrain
) -> None:
    brain.delay = 0.05
    turns = [person.send(f"soalan {number}") for number in range(8)]
    for turn in turns:
        person.end_of(turn)
    said = [event["text"] for event in person.events("message")]
    assert said == [f"echo: soalan {number}" for number in range(8)]


def test_one_conversation_never_has_two_turns_at_once(
    person: Person, brain: FakeBrain
) -> None:
    running, most = [0], [0]
    lock = threading.Lock()

    def script(body: dict[str, str]) -> dict[str, object]:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.05)
        with lock:
            running[0] -= 1
        return answered("ya")

    brain.script = script
    for turn in [person.send(f"soalan {number}") for number in range(5)]:
        person.end_of(turn)
    assert most == [1]


def test_conversations_do_not_wait_for_each_other(
    gateway: Gateway, brain: FakeBrain
) -> None:
    brain.delay = 2.0
    people = [gateway.person() for _ in range(6)]
    turns = [person.send("soalan") for person in people]
    for person, turn in zip(people, turns, strict=True):
        person.end_of(turn)
    assert brain.most_busy > 1


def test_the_same_client_message_is_one_turn(person: Person, brain: FakeBrain) -> None:
    first = person.send("sekali", client_message_id="client-0001")
    again = person.send("sekali", client_message_id="client-0001")
    person.end_of(first)
    assert first == again
    assert len(person.events("message")) == 1
    assert len(brain.ran) == 1


def test_a_slow_brain_gets_one_notice_and_then_its_answer(
    person: Person, brain: FakeBrain
) -> None:
    brain.delay = 1.2
    turn = person.send("apa itu PERKESO")
    assert person.end_of(turn)["status"] == "answered"
    kinds = [event["event"] for event in person.events() if event.get("turn") == turn]
    assert kinds == ["person", "notice", "message", "turn"]


def test_a_brain_that_hangs_gets_an_apology_and_is_not_asked_again(
    person: Person, brain: FakeBrain
) -> None:
    brain.delay = 5
    turn = person.send("apa itu PERKESO")
    assert person.end_of(turn)["status"] == "apologised"
    calls = len(brain.calls)
    assert len(person.texts(turn)) == 1
    time.sleep(0.5)
    assert len(brain.calls) == calls


def test_a_brain_that_refuses_is_asked_again_until_it_answers(
    person: Person, brain: FakeBrain
) -> None:
    faults = [500, 404, 403]
    brain.script = lambda _: faults.pop() if faults else answered("baik")
    assert person.ask("soalan") == ["baik"]


NONSENSE = [
    "<html>bad gateway</html>",
    [],
    {},
    {"status": "answered"},
    {"status": "answered", "messages": "x"},
    {"status": "answered", "messages": [{"text": 5}]},
    {"status": "answered", "messages": [{"text": "a", "buttons": [{"title": 1}]}]},
    {"status": "answered", "messages": [], "awaiting": "money"},
    {"status": "answered", "messages": [], "chosen_language": []},
]


def test_nonsense_from_the_brain_ends_in_an_apology(
    person: Person, brain: FakeBrain
) -> None:
    for nonsense in NONSENSE:
        brain.script = lambda _, nonsense=nonsense: nonsense
        turn = person.send("soalan")
        assert person.end_of(turn)["status"] == "apologised", nonsense
        assert "1-300-22-8000" in person.texts(turn)[0]
        brain.script = echo  # or the breaker would have each of them wait
        assert person.ask("soalan") == ["echo: soalan"]


def test_a_turn_without_replies_ends_in_an_apology(
    person: Person, brain: FakeBrain
) -> None:
    for count, status in enumerate(("failed", "empty", "answered"), start=1):
        brain.script = lambda _, status=status: {"status": status, "messages": []}
        turn = person.send("soalan")
        assert person.end_of(turn)["status"] == "apologised"
        assert len(brain.calls) == count


def test_a_turn_that_the_brain_could_not_begin_is_sent_again(
    person: Person, brain: FakeBrain
) -> None:
    failures = [{"status": "failed", "messages": [], "retry": True}] * 2
    brain.script = lambda _: failures.pop() if failures else answered("akhirnya")
    assert person.ask("soalan") == ["akhirnya"]


def test_a_brain_killed_in_mid_turn_answers_once_it_is_back(
    person: Person, brain: FakeBrain
) -> None:
    brain.delay = 20
    turn = person.send("soalan")
    eventually(lambda: brain.calls)
    brain.stop(abruptly=True)
    brain.delay = 0
    brain.start()
    assert person.end_of(turn)["status"] == "answered"
    assert brain.ran == [turn]


def test_a_brain_that_stays_away_ends_in_an_apology(
    person: Person, brain: FakeBrain
) -> None:
    brain.stop()
    turn = person.send("where do I pay")
    assert person.end_of(turn)["status"] == "apologised"
    brain.start()
    assert person.ask("where do I pay") == ["echo: where do I pay"]
    assert brain.ran != [turn]


def test_a_restarted_gateway_goes_on_with_what_was_open(
    gateway: Gateway, brain: FakeBrain
) -> None:
    person = gateway.person()
    brain.stop()
    turn = person.send("soalan")
    time.sleep(0.2)
    gateway.stop()
    brain.start()
    gateway.start()
    assert person.end_of(turn)["status"] == "answered"
    assert person.texts(turn) == ["echo: soalan"]


def test_buttons_are_opaque_and_carry_their_payload(
    person: Person, brain: FakeBrain
) -> None:
    payload = '/ask{"need": "subsidy"}'
    brain.script = lambda body: (
        echo_payload(body)
        if "payload" in body
        else answered("pilih", buttons=[("Subsidi", payload)])
    )
    turn = person.send("menu")
    person.end_of(turn)
    [button] = person.events("message")[0]["buttons"]
    assert button["title"] == "Subsidi"
    assert "/ask" not in button["id"]
    assert person.ask(button=button["id"]) == [payload]
    assert person.events("person")[-1]["text"] == "Subsidi"


def echo_payload(body: dict[str, str]) -> dict[str, object]:
    return answered(body["payload"])


def test_a_button_of_somebody_else_is_answered_as_expired(
    gateway: Gateway, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("pilih", buttons=[("Ya", "/yes")])
    owner, thief = gateway.person(), gateway.person()
    owner.ask("menu")
    [button] = owner.events("message")[0]["buttons"]
    calls = len(brain.calls)
    assert thief.ask(button=button["id"])
    assert len(brain.calls) == calls


def test_what_the_reply_awaits_is_told(person: Person, brain: FakeBrain) -> None:
    brain.script = lambda _: answered("umur?", awaiting="fact")
    assert person.end_of(person.send("layak?"))["awaiting"] == "fact"


def test_an_apology_keeps_what_was_awaited(person: Person, brain: FakeBrain) -> None:
    brain.script = lambda _: answered("nombor?", awaiting="number")
    person.ask("status saya")
    brain.script = lambda _: {"status": "failed", "messages": []}
    assert person.end_of(person.send("hmm"))["awaiting"] == "number"


def test_texts_leave_the_inbox_when_a_turn_is_closed(gateway: Gateway) -> None:
    gateway.person().ask("soalan sulit")
    database = Database(gateway.settings.database("gateway"), tables=tables.metadata)
    try:
        with database.read() as connection:
            row = connection.execute(text("SELECT status, text FROM inbox")).one()
        assert tuple(row) == ("answered", None)
    finally:
        database.close()
