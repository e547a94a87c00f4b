"""Look-ups through the action itself, with the real identity and a faulty registry."""

from __future__ import annotations

import threading
import time

import pytest

from actions import lookup, support
from bot.errors import ConfigurationError
from tests.identity.people import KNOWN
from tests.lookup.conversation import AGREE, HERE, Conversation, names

pytestmark = pytest.mark.rasa


def test_a_look_up_from_end_to_end(conversation: Conversation) -> None:
    told = conversation.verify()
    assert names(told) == ["utter_result"]
    body = conversation.desk.identity.open_result(HERE, told[0]["reference"])
    assert body is not None
    assert (body["kind"], body["total"]) == ("claims", 2)
    told = conversation.say("1")
    body = conversation.desk.identity.open_result(HERE, told[0]["reference"])
    assert body is not None
    assert body["items"][0]["number"] == "DEMO-2"


def test_a_number_in_the_question_is_used_after_the_agreement(
    conversation: Conversation,
) -> None:
    token = conversation.desk.vault.seal(HERE, "IC", KNOWN)
    assert names(conversation.say(f"status {token}", "check_claim_status")) == [
        "utter_lookup_notice"
    ]
    assert names(conversation.say(AGREE, "affirm")) == ["utter_lookup_code_sent"]


@pytest.mark.parametrize("when", ["number", "code", "look_up"])
def test_a_registry_that_is_down_is_said_to_be_down(
    conversation: Conversation, when: str
) -> None:
    people = conversation.desk.people
    conversation.say("status claim", "check_claim_status")
    conversation.say(AGREE, "affirm")
    people.down = when == "number"
    told = conversation.number(KNOWN)
    if when != "number":
        code = conversation.desk.code()
        people.down = True
        told = conversation.code(code)
    assert names(told) == ["utter_lookup_unavailable"]
    people.down = False
    if when == "number":
        assert names(conversation.number(KNOWN)) == ["utter_lookup_code_sent"]
        told = conversation.code(conversation.desk.code())
    else:
        told = conversation.say("status claim", "check_claim_status")
    assert names(told) == ["utter_result"]


def test_a_registry_that_hangs_is_told_of_within_ten_seconds(
    conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation.say("status claim", "check_claim_status")
    conversation.say(AGREE, "affirm")
    monkeypatch.setattr(support, "SECONDS", 0.5)
    goes_on = threading.Event()
    monkeypatch.setattr(conversation.desk.people, "_answer", lambda: goes_on.wait(60))
    began = time.monotonic()
    told = conversation.number(KNOWN)
    goes_on.set()
    assert time.monotonic() - began < 10
    assert names(told) == ["utter_lookup_unavailable"]


def test_identity_that_cannot_be_opened_leaves_other_answers_alone(
    conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise ConfigurationError("no such database")

    monkeypatch.setattr(lookup, "identity", broken)
    told = conversation.say("berapa caruman suri", "contribution_amount_housewife")
    assert names(told) == ["utter_decision"]
    told = conversation.say("status claim", "check_claim_status")
    assert names(told) == ["utter_lookup_unavailable"]


def test_the_same_message_again_does_nothing_twice(conversation: Conversation) -> None:
    conversation.say("status claim", "check_claim_status")
    conversation.say(AGREE, "affirm")
    before = dict(conversation.memory or {})
    monkey_id = conversation.desk.id
    conversation.desk.id = lambda: "the same"  # type: ignore[method-assign]
    conversation.number(KNOWN)
    conversation.memory = before
    conversation.number(KNOWN)
    conversation.desk.id = monkey_id  # type: ignore[method-assign]
    conversation.desk.send()
    assert len(conversation.desk.telephones.messages) == 1
