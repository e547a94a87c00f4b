"""How long a proof and a result last, and that neither is worth anything elsewhere."""

from __future__ import annotations

import pytest

from tests.identity.conftest import Desk
from tests.identity.people import KNOWN, OTHER
from tests.lookup.conversation import AGREE, HERE, Conversation, names

pytestmark = pytest.mark.rasa


def test_a_code_that_comes_after_the_stop_is_still_known_for_one(
    conversation: Conversation,
) -> None:
    conversation.say("status claim", "check_claim_status")
    conversation.say(AGREE, "affirm")
    conversation.number(KNOWN)
    conversation.desk.send()
    assert names(conversation.say("batal")) == ["utter_lookup_stopped"]
    assert conversation.desk.vault.expects_code(HERE)
    conversation.desk.vault.forget(HERE)
    assert not conversation.desk.vault.expects_code(HERE)


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


def test_the_proof_ends_with_time_and_with_hide(conversation: Conversation) -> None:
    conversation.verify()
    told = conversation.say("caruman saya", "check_contribution_record")
    assert names(told) == ["utter_result"]
    conversation.desk.clock.now += conversation.desk.policy.idle_seconds + 1
    told = conversation.say("caruman saya", "check_contribution_record")
    assert names(told) == ["utter_lookup_number"]
    conversation.say("sembunyi")
    told = conversation.say("caruman saya", "check_contribution_record")
    assert names(told) == ["utter_lookup_notice"]


def test_a_result_is_gone_after_its_time_and_after_hide(
    conversation: Conversation,
) -> None:
    identity = conversation.desk.identity
    reference = (conversation.verify())[0]["reference"]
    assert identity.open_result(HERE, reference)
    assert identity.open_result("web:there", reference) is None
    conversation.say("sembunyi")
    assert identity.open_result(HERE, reference) is None
    reference = (conversation.verify())[0]["reference"]
    conversation.desk.clock.now += conversation.desk.policy.result_seconds + 1
    assert identity.open_result(HERE, reference) is None


def test_nothing_of_a_record_or_a_number_is_in_what_rasa_keeps(
    conversation: Conversation,
) -> None:
    kept = [conversation.verify(), conversation.memory, conversation.events]
    kept.append(conversation.say("1"))
    text = str(kept)
    for secret in (
        KNOWN,
        "DEMO-2",
        "Contoh",
        conversation.desk.telephones.messages[-1].code,
    ):
        assert secret not in text
