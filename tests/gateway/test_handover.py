"""A conversation waits for an officer, is with one, and comes back; nobody is stuck."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from bot.answers import offices
from bot.database import Database
from bot.gateway import conversations, handover, tables
from bot.gateway.conversations import MoveRefused
from bot.gateway.sentences import IN_QUEUE
from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually

Do = Callable[..., Any]


@pytest.fixture
def gateway(
    databases: dict[str, str], make_gateway: MakeGateway, settings: Settings
) -> Gateway:
    """On SQLite and on PostgreSQL."""
    return make_gateway(replace(settings, **databases))


@pytest.fixture
def do(gateway: Gateway) -> Iterator[Do]:
    """Something done in the gateway's tables from outside it, as a desk would."""
    database = Database(gateway.settings.database("gateway"), tables=tables.metadata)

    def run(function: Callable[..., Any], *args: Any) -> Any:
        with database.write() as connection:
            return function(connection, *args, now=time.time())

    yield run
    database.close()


def name_of(do: Do) -> str:
    def find(connection: Any, *, now: float) -> str:
        return str(connection.execute(text("SELECT id FROM conversations")).scalar())

    return str(do(find))


def state_of(person: Person) -> str:
    return str(person.http.get("/chat/history").json()["state"])


@pytest.fixture
def waiting(person: Person, brain: FakeBrain) -> Person:
    """Somebody who asked for a person."""
    brain.script = lambda _: answered("Hubungi 1-300-22-8000.", person=True)
    person.http.post("/chat/language", json={"language": "en"})
    person.said = person.ask("nak cakap dengan pegawai")
    brain.script = lambda body: answered(f"echo: {body['text']}")
    return person


def test_asking_for_a_person_names_the_hotline_and_the_working_days(
    waiting: Person,
) -> None:
    assert state_of(waiting) == "waiting"
    assert len(waiting.said) == 2
    assert "1-300-22-8000" in waiting.said[1]
    assert [event["state"] for event in waiting.events("state")] == ["waiting"]


def test_the_working_days_are_those_of_the_offices() -> None:
    sundays = {o.state for o in offices.load() if o.working_week == "Sun-Thu"}
    assert sundays == {"Kedah", "Kelantan", "Terengganu"}
    assert all(state in IN_QUEUE for state in sundays)


def test_whoever_waits_is_still_answered_and_goes_on_waiting(waiting: Person) -> None:
    assert waiting.ask("berapa caruman") == ["echo: berapa caruman"]
    assert state_of(waiting) == "waiting"


def test_asking_for_a_person_again_says_nothing_new(
    waiting: Person, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("Hubungi 1-300-22-8000.", person=True)
    assert len(waiting.ask("pegawai!")) == 1
    assert len(waiting.events("state")) == 1


def test_one_tap_leads_back_to_the_bot(waiting: Person, brain: FakeBrain) -> None:
    calls = len(brain.calls)
    button = waiting.events("message")[-1]["buttons"][0]
    assert len(waiting.ask(button=button["id"])) == 1
    assert state_of(waiting) == "bot"
    assert len(brain.calls) == calls


@pytest.mark.parametrize(
    "words",
    ["kembali ke bot", "balik ke Tanya", "back to the bot", "Go on with Tanya", "bot"],
)
def test_words_lead_back_to_the_bot(words: str) -> None:
    assert handover.wants_bot(words)


@pytest.mark.parametrize(
    "words",
    ["saya nak kembali bekerja", "adakah anda bot?", "tanya pegawai", "go on", ""],
)
def test_other_words_do_not(words: str) -> None:
    assert not handover.wants_bot(words)


def test_the_bot_is_silent_under_an_officer_who_speaks_and_gives_back(
    waiting: Person, brain: FakeBrain, do: Do
) -> None:
    name = name_of(do)
    calls = len(brain.calls)
    do(handover.claim, name, "aina")
    turn = waiting.send("hello")
    assert waiting.end_of(turn)["status"] == "silent"
    assert waiting.texts(turn) == []
    do(handover.speak, name, "aina", "Selamat pagi, boleh saya bantu?")

    def officer_spoke() -> bool:
        return any(event.get("by") == "person" for event in waiting.events("message"))

    eventually(officer_spoke)
    assert len(brain.calls) == calls
    do(handover.give_back, name, "aina")
    assert waiting.ask("hello") == ["echo: hello"]
    states = [event["state"] for event in waiting.events("state")]
    assert states == ["waiting", "person", "bot"]


def test_what_the_bot_was_thinking_is_not_said_over_the_officer(
    waiting: Person, brain: FakeBrain, do: Do
) -> None:
    name, known = name_of(do), len(brain.calls)
    brain.delay = 0.5
    turn = waiting.send("soalan")
    eventually(lambda: len(brain.calls) > known)
    do(handover.claim, name, "aina")
    assert waiting.end_of(turn)["status"] == "silent"
    assert waiting.texts(turn) == []


def test_the_person_may_leave_the_officer(waiting: Person, do: Do) -> None:
    do(handover.claim, name_of(do), "aina")
    assert len(waiting.ask("kembali ke Tanya")) == 1
    assert state_of(waiting) == "bot"


def test_only_one_officer_has_a_conversation(waiting: Person, do: Do) -> None:
    name = name_of(do)
    do(handover.claim, name, "aina")
    with pytest.raises(MoveRefused):
        do(handover.claim, name, "borhan")
    with pytest.raises(MoveRefused):
        do(handover.speak, name, "borhan", "hai")
    with pytest.raises(MoveRefused):
        do(handover.give_back, name, "borhan")
    do(handover.put_back, name, "aina")

    def waiting_now(connection: Any, *, now: float) -> list[str]:
        return list(handover.find_waiting(connection))

    assert do(waiting_now) == [name]
    do(handover.claim, name, "borhan")


def test_a_conversation_cannot_jump_from_bot_to_person(
    gateway: Gateway, do: Do
) -> None:
    gateway.person()
    with pytest.raises(MoveRefused):
        do(conversations.move, name_of(do), "person")
