"""Consent, a number, a code, the person's own records: and nobody else's."""

from __future__ import annotations

import pytest

from bot.errors import RegistryUnavailable
from bot.identity.outcomes import Check, NotVerified, Start
from tests.identity.conftest import HERE, Desk, wrong
from tests.identity.people import (
    CLAIMS,
    CONTRIBUTION,
    DEAD,
    KNOWN,
    LANDLINE,
    NO_PHONE,
    OTHER,
    PHONE,
    REGISTRATION,
    SHARED,
    UNKNOWN,
)

MINUTE = 60


def test_the_right_code_opens_the_persons_own_records(desk: Desk) -> None:
    assert desk.prove(KNOWN) is Check.VERIFIED
    found = desk.identity.look_up(HERE, "registration", message_id="x")
    assert found.registrations == (REGISTRATION,)
    assert found.contributions == (CONTRIBUTION,)
    assert desk.identity.look_up(HERE, "claims", message_id="y").claims == CLAIMS


def test_one_claim_is_found_by_its_number(desk: Desk) -> None:
    desk.prove(KNOWN)
    look_up = desk.identity.look_up
    found = look_up(HERE, "claims", message_id="x", claim_number=" demo-1 ")
    assert [claim.number for claim in found.claims] == ["DEMO-1"]
    assert not look_up(HERE, "claims", message_id="y", claim_number="DEMO-9").claims


def test_nothing_begins_without_consent(desk: Desk) -> None:
    assert desk.ask(KNOWN) is Start.NOT_CONSENTED
    desk.agree()
    assert desk.ask(KNOWN) is Start.SENT


def test_a_number_is_said_to_be_none_when_it_can_be_none(desk: Desk) -> None:
    desk.agree()
    assert desk.ask("721314000018") is Start.MALFORMED
    assert desk.ask("7203140018") is Start.MALFORMED


def test_a_token_of_another_conversation_is_gone(desk: Desk) -> None:
    desk.agree("web:there")
    token = desk.vault.seal(HERE, "IC", KNOWN)
    start = desk.identity.start(
        "web:there", token, message_id="1", address=None, language="ms"
    )
    assert start is Start.TOKEN_GONE


@pytest.mark.parametrize("number", [UNKNOWN, NO_PHONE, LANDLINE, DEAD])
def test_the_same_is_said_and_nothing_sent_when_there_is_nobody_to_send_to(
    desk: Desk, number: str
) -> None:
    desk.agree()
    assert desk.ask(number) is Start.SENT
    desk.send()
    assert not desk.telephones.messages
    assert desk.type("123456") is Check.WRONG
    assert desk.identity.state(HERE).challenge_open


@pytest.mark.parametrize("number", [UNKNOWN, NO_PHONE, DEAD])
def test_where_nobody_was_sent_a_code_no_code_is_right(
    desk: Desk, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.identity.sending.secrets.randbelow", lambda _: 123456)
    desk.agree()
    desk.ask(number)
    desk.send()
    assert desk.type("123456") is Check.WRONG


def test_the_code_goes_to_the_telephone_on_record_and_warns(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    (sms,) = desk.telephones.messages
    assert sms.to == PHONE
    assert code in sms.text
    assert "PERKESO" in sms.text


def test_five_guesses_are_compared_and_no_more(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    for _ in range(5):
        assert desk.type(wrong(code)) is Check.WRONG
    assert desk.type(code) is Check.WRONG
    assert not desk.identity.state(HERE).challenge_open


def test_a_code_lives_five_minutes(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    desk.clock.now += 5 * MINUTE
    assert desk.type(code) is Check.WRONG


def test_a_code_is_used_once(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    assert desk.type(code) is Check.VERIFIED
    assert desk.type(code) is Check.WRONG


def test_a_code_counts_in_its_own_conversation_alone(desk: Desk) -> None:
    for where in (HERE, "web:there"):
        desk.agree(where)
        desk.ask(KNOWN, where)
        desk.send()
    here, there = (sms.code for sms in desk.telephones.messages)
    if here != there:
        assert desk.type(there) is Check.WRONG
    assert desk.type(here) is Check.VERIFIED
    with pytest.raises(NotVerified):
        desk.identity.look_up("web:there", "claims", message_id="x")


def test_a_shared_telephone_opens_the_one_who_was_asked_for(desk: Desk) -> None:
    desk.agree()
    desk.ask(SHARED)
    desk.ask(KNOWN)
    desk.send()
    assert [sms.to for sms in desk.telephones.messages] == [PHONE]  # the first is void
    assert desk.type(desk.telephones.messages[0].code) is Check.VERIFIED


def test_a_new_code_makes_the_older_void(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    old = desk.code()
    more = {"message_id": "again", "address": None, "language": "ms"}
    assert desk.identity.resend(HERE, **more) is Start.SENT
    new = desk.code()
    if old != new:
        assert desk.type(old) is Check.WRONG
    assert desk.type(new) is Check.VERIFIED


def test_another_code_needs_a_number_first(desk: Desk) -> None:
    desk.agree()
    more = {"message_id": "again", "address": None, "language": "ms"}
    assert desk.identity.resend(HERE, **more) is Start.TOKEN_GONE


def test_ten_minutes_without_a_look_up_end_it(desk: Desk) -> None:
    desk.prove(KNOWN)
    desk.clock.now += 9 * MINUTE
    desk.identity.look_up(HERE, "claims", message_id="x")
    desk.clock.now += 9 * MINUTE
    desk.identity.look_up(HERE, "claims", message_id="y")
    desk.clock.now += 10 * MINUTE
    with pytest.raises(NotVerified):
        desk.identity.look_up(HERE, "claims", message_id="z")
    assert desk.identity.state(HERE).verified_until is None


def test_half_an_hour_ends_it_however_busy(desk: Desk) -> None:
    desk.prove(KNOWN)
    for minute in range(6):
        desk.clock.now += 5 * MINUTE - 1
        desk.identity.look_up(HERE, "claims", message_id=f"x{minute}")
    desk.clock.now += 6
    with pytest.raises(NotVerified):
        desk.identity.look_up(HERE, "claims", message_id="z")


def test_a_clock_that_is_set_back_lengthens_nothing(desk: Desk) -> None:
    desk.prove(KNOWN)
    desk.agree("web:there")
    desk.ask(OTHER, "web:there")
    code = desk.code()
    desk.clock.now -= 60 * MINUTE
    assert desk.type(code, "web:there") is Check.WRONG
    with pytest.raises(NotVerified):
        desk.identity.look_up(HERE, "claims", message_id="x")


def test_ending_it_forgets_everything_but_the_counts(desk: Desk) -> None:
    desk.prove(KNOWN)
    token = desk.identity.keep_result(HERE, {"a": 1}, message_id="r")
    desk.identity.end(HERE)
    state = desk.identity.state(HERE)
    assert (state.consented, state.challenge_open) == (False, False)
    assert state.verified_until is None
    assert desk.identity.open_result(HERE, token) is None
    with pytest.raises(NotVerified):
        desk.identity.look_up(HERE, "claims", message_id="x")


def test_deleting_a_conversation_ends_what_was_proved_in_it(desk: Desk) -> None:
    desk.prove(KNOWN)
    desk.vault.forget(HERE)  # as the gateway does
    assert desk.identity.state(HERE).verified_until is None
    with pytest.raises(NotVerified):
        desk.identity.look_up(HERE, "claims", message_id="x")


def test_a_registry_that_is_down_is_said_whoever_asks(desk: Desk) -> None:
    desk.agree()
    desk.people.down = True
    for number in (KNOWN, UNKNOWN):
        with pytest.raises(RegistryUnavailable):
            desk.ask(number)
    desk.people.down = False
    assert desk.prove(OTHER) is Check.VERIFIED
    desk.people.down = True
    with pytest.raises(RegistryUnavailable):
        desk.identity.look_up(HERE, "claims", message_id="x")


def test_a_result_opens_in_its_conversation_for_a_quarter_of_an_hour(
    desk: Desk,
) -> None:
    token = desk.identity.keep_result(HERE, {"claims": ["a"]}, message_id="r")
    assert desk.identity.open_result(HERE, token) == {"claims": ["a"]}
    assert desk.identity.open_result("web:there", token) is None
    assert desk.identity.open_result(HERE, "[[RESULT:nonsense]]") is None
    desk.clock.now += 15 * MINUTE
    assert desk.identity.open_result(HERE, token) is None


def test_a_number_with_no_known_place_is_confirmed_outside_demonstrations(
    desk: Desk,
) -> None:
    desk.demo = False
    desk.identity = desk.another()
    desk.agree()
    assert desk.ask(UNKNOWN) is Start.CONFIRM
    more = {"message_id": "yes", "address": None, "language": "ms"}
    assert desk.identity.confirm(HERE, **more) is Start.SENT


def test_demo_people_get_no_code_in_earnest(desk: Desk) -> None:
    desk.demo = False
    desk.identity = desk.another()
    desk.agree()
    desk.ask(KNOWN)
    desk.identity.confirm(HERE, message_id="yes", address=None, language="ms")
    desk.send()
    assert not desk.telephones.messages
