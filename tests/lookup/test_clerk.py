"""Look-ups through the action itself, with the real identity and a faulty registry."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import answer, forms, lookup, support
from bot.database import Database
from bot.errors import ConfigurationError
from bot.identity.tables import metadata
from tests.dialogue.conftest import make_tools
from tests.identity.conftest import Desk, wrong
from tests.identity.people import DEAD, KNOWN, LANDLINE, NO_PHONE, OTHER, UNKNOWN

pytestmark = pytest.mark.rasa
HERE = "web:here"
AGREE = "setuju"


@dataclass
class Conversation:
    """A conversation with `action_answer`, as Rasa would run it."""

    desk: Desk
    name: str = HERE
    address: str | None = None
    memory: dict[str, Any] | None = None
    events: list[dict[str, Any]] = field(default_factory=list)

    def say(
        self, text: str, intent: str = "nlu_fallback", **entities: Any
    ) -> list[dict[str, Any]]:
        """The replies to `text`; numbers are sealed as the gateway seals them."""
        self.events.append(
            {
                "event": "user",
                "text": text,
                "message_id": self.desk.id(),
                "metadata": {"answer_language": "ms", "address": self.address},
            }
        )
        latest = {
            "intent": {"name": intent},
            "text": text,
            "entities": [{"entity": k, "value": v} for k, v in entities.items()],
        }
        tracker = Tracker(
            self.name,
            {"memory": self.memory},
            latest,
            list(self.events),
            False,
            None,
            {},
            "action_listen",
        )
        dispatcher = CollectingDispatcher()
        action = answer.ActionAnswer()
        events = asyncio.run(action.run(dispatcher, tracker, {}))
        for event in events:
            if event["event"] == "slot" and event["name"] == "memory":
                self.memory = event["value"]
        return list(dispatcher.messages)

    def number(self, number: str) -> list[dict[str, Any]]:
        return self.say(self.desk.vault.seal(self.name, "IC", number))

    def code(self, code: str) -> list[dict[str, Any]]:
        return self.say(self.desk.vault.seal(self.name, "CODE", code))

    def verify(self, number: str = KNOWN, need: str = "check_claim_status") -> Any:
        self.say("status saya", need)
        self.say(AGREE, "affirm")
        self.number(number)
        return self.code(self.desk.code())


def names(messages: list[dict[str, Any]]) -> list[str]:
    return [message["response"] for message in messages]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    database = Database(f"sqlite:///{tmp_path / 'identity.db'}", tables=metadata)
    made = Desk(database)
    monkeypatch.setattr(lookup, "identity", lambda: made.identity)
    for module in (answer, forms):
        monkeypatch.setattr(module, "tools", make_tools)
    monkeypatch.setattr(lookup, "today", lambda _: date(2026, 11, 23))
    yield made
    made.identity.close()
    database.close()


@pytest.fixture
def talk(desk: Desk) -> Conversation:
    return Conversation(desk)


def test_a_look_up_from_end_to_end(talk: Conversation) -> None:
    told = talk.verify()
    assert names(told) == ["utter_result"]
    body = talk.desk.identity.open_result(HERE, told[0]["reference"])
    assert body is not None
    assert (body["kind"], body["total"]) == ("claims", 2)
    told = talk.say("1")
    body = talk.desk.identity.open_result(HERE, told[0]["reference"])
    assert body is not None
    assert body["items"][0]["number"] == "DEMO-2"


def test_a_number_in_the_question_is_used_after_the_agreement(
    talk: Conversation,
) -> None:
    token = talk.desk.vault.seal(HERE, "IC", KNOWN)
    assert names(talk.say(f"status {token}", "check_claim_status")) == [
        "utter_lookup_notice"
    ]
    assert names(talk.say(AGREE, "affirm")) == ["utter_lookup_code_sent"]


NOBODY = "750505000033"
EVERYBODY = [KNOWN, NOBODY, NO_PHONE, LANDLINE, DEAD]


@pytest.mark.parametrize("number", EVERYBODY)
def test_replies_tell_nothing_of_who_is_on_record(desk: Desk, number: str) -> None:
    """Every reply and button, word for word, as for a number that nobody has."""
    told = [said_to(desk, n, f"web:{n}") for n in (number, UNKNOWN)]
    assert told[0] == told[1]


def said_to(desk: Desk, number: str, where: str) -> list[Any]:
    """All replies on the way to the limit of wrong codes."""
    talk = Conversation(desk, where)
    heard: list[Any] = [talk.say("status claim", "check_claim_status")]
    heard.append(talk.say(AGREE, "affirm"))
    heard.append(talk.number(number))
    desk.send()
    sent = desk.telephones.messages
    bad = wrong(sent[-1].code) if sent else "123456"
    for _ in range(7):
        heard.append(talk.code(bad))
    heard.append(talk.say("hantar semula kod"))
    heard.append(talk.code("000000"))
    return heard


def test_a_locked_person_is_answered_like_everybody(desk: Desk) -> None:
    for attempt in range(8):
        locking = Conversation(desk, f"web:locking-{attempt}")
        locking.say("status claim", "check_claim_status")
        locking.say(AGREE, "affirm")
        locking.number(OTHER)
        desk.send()
        for _ in range(5):
            locking.code("000000")
    locked = said_to(desk, OTHER, "web:after")
    assert locked == said_to(desk, UNKNOWN, "web:nobody")


@pytest.mark.parametrize("when", ["number", "code", "look_up"])
def test_a_registry_that_is_down_is_said_to_be_down(
    talk: Conversation, when: str
) -> None:
    people = talk.desk.people
    talk.say("status claim", "check_claim_status")
    talk.say(AGREE, "affirm")
    people.down = when == "number"
    told = talk.number(KNOWN)
    if when != "number":
        code = talk.desk.code()
        people.down = True
        told = talk.code(code)
    assert names(told) == ["utter_lookup_unavailable"]
    people.down = False
    if when == "number":
        assert names(talk.number(KNOWN)) == ["utter_lookup_code_sent"]
        told = talk.code(talk.desk.code())
    else:
        told = talk.say("status claim", "check_claim_status")
    assert names(told) == ["utter_result"]


def test_a_registry_that_hangs_is_told_of_within_ten_seconds(
    talk: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk.say("status claim", "check_claim_status")
    talk.say(AGREE, "affirm")
    monkeypatch.setattr(support, "SECONDS", 0.5)
    goes_on = threading.Event()
    monkeypatch.setattr(talk.desk.people, "_answer", lambda: goes_on.wait(60))
    began = time.monotonic()
    told = talk.number(KNOWN)
    goes_on.set()
    assert time.monotonic() - began < 10
    assert names(told) == ["utter_lookup_unavailable"]


def test_identity_that_cannot_be_opened_leaves_other_answers_alone(
    talk: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ConfigurationError("no such database")

    monkeypatch.setattr(lookup, "identity", broken)
    told = talk.say("berapa caruman suri", "contribution_amount_housewife")
    assert names(told) == ["utter_decision"]
    told = talk.say("status claim", "check_claim_status")
    assert names(told) == ["utter_lookup_unavailable"]


def test_the_same_message_again_does_nothing_twice(talk: Conversation) -> None:
    talk.say("status claim", "check_claim_status")
    talk.say(AGREE, "affirm")
    before = dict(talk.memory or {})
    monkey_id = talk.desk.id
    talk.desk.id = lambda: "the same"  # type: ignore[method-assign]
    talk.number(KNOWN)
    talk.memory = before
    talk.number(KNOWN)
    talk.desk.id = monkey_id  # type: ignore[method-assign]
    talk.desk.send()
    assert len(talk.desk.telephones.messages) == 1


def test_a_code_that_comes_after_the_stop_is_still_known_for_one(
    talk: Conversation,
) -> None:
    talk.say("status claim", "check_claim_status")
    talk.say(AGREE, "affirm")
    talk.number(KNOWN)
    talk.desk.send()
    assert names(talk.say("batal")) == ["utter_lookup_stopped"]
    assert talk.desk.vault.expects_code(HERE)
    talk.desk.vault.forget(HERE)
    assert not talk.desk.vault.expects_code(HERE)


def test_a_code_of_another_conversation_is_worth_nothing(desk: Desk) -> None:
    mine, theirs = Conversation(desk), Conversation(desk, "web:there")
    for talk, number in ((mine, KNOWN), (theirs, OTHER)):
        talk.say("status claim", "check_claim_status")
        talk.say(AGREE, "affirm")
        talk.number(number)
        desk.send()
    codes = [message.code for message in desk.telephones.messages]
    assert names(theirs.code(codes[0])) == ["utter_lookup_code_wrong"]
    assert names(mine.code(codes[0])) == ["utter_result"]
    assert names(mine.code(codes[0])) != ["utter_result"]


def test_the_proof_ends_with_time_and_with_hide(talk: Conversation) -> None:
    talk.verify()
    told = talk.say("caruman saya", "check_contribution_record")
    assert names(told) == ["utter_result"]
    talk.desk.clock.now += talk.desk.policy.idle_seconds + 1
    told = talk.say("caruman saya", "check_contribution_record")
    assert names(told) == ["utter_lookup_number"]
    talk.say("sembunyi")
    told = talk.say("caruman saya", "check_contribution_record")
    assert names(told) == ["utter_lookup_notice"]


def test_a_result_is_gone_after_its_time_and_after_hide(
    talk: Conversation,
) -> None:
    identity = talk.desk.identity
    reference = (talk.verify())[0]["reference"]
    assert identity.open_result(HERE, reference)
    assert identity.open_result("web:there", reference) is None
    talk.say("sembunyi")
    assert identity.open_result(HERE, reference) is None
    reference = (talk.verify())[0]["reference"]
    talk.desk.clock.now += talk.desk.policy.result_seconds + 1
    assert identity.open_result(HERE, reference) is None


def test_nothing_of_a_record_or_a_number_is_in_what_rasa_keeps(
    talk: Conversation,
) -> None:
    kept = [talk.verify(), talk.memory, talk.events]
    kept.append(talk.say("1"))
    text = str(kept)
    for secret in (KNOWN, "DEMO-2", "Contoh", talk.desk.telephones.messages[-1].code):
        assert secret not in text
