"""What is said to everybody alike, on record or not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.identity.conftest import Desk, wrong
from tests.identity.people import DEAD, KNOWN, LANDLINE, NO_PHONE, OTHER, UNKNOWN
from tests.lookup.conversation import AGREE, Conversation

pytestmark = pytest.mark.rasa

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
