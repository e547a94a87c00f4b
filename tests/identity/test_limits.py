"""Nobody tries for ever: limits of a person, a conversation and an address."""

from __future__ import annotations

from dataclasses import replace

from bot.identity.outcomes import Check, Start
from bot.identity.policy import Limit
from tests.identity.conftest import HERE, Desk, wrong
from tests.identity.people import KNOWN, UNKNOWN

HOUR = 3600
REAL = [f"8{year}0101{place:02}0013" for year in range(10) for place in range(1, 9)]


def use_up(desk: Desk, number: str, where: str) -> None:
    """Ask for a code and guess wrong until it is void."""
    desk.agree(where)
    assert desk.ask(number, where) is Start.SENT
    desk.send()
    for _ in range(5):
        assert desk.type("000000", where) is Check.WRONG


def strict(desk: Desk, **more: Limit) -> Desk:
    """Demo people are treated as everybody is."""
    usual = desk.policy
    desk.policy = replace(
        usual,
        codes_per_demo_person=usual.codes_per_person,
        guesses_per_demo_person=usual.guesses_per_person,
        **more,
    )
    desk.identity = desk.another()
    return desk


def test_a_person_gets_three_codes_an_hour_and_no_word_of_the_fourth(
    desk: Desk,
) -> None:
    strict(desk)
    for number in range(5):
        desk.agree(f"web:{number}")
        assert desk.ask(KNOWN, f"web:{number}") is Start.SENT
    desk.send()
    assert len(desk.telephones.messages) == 3
    desk.clock.now += HOUR
    desk.ask(KNOWN)
    desk.agree()
    assert desk.ask(KNOWN) is Start.SENT
    desk.send()
    assert len(desk.telephones.messages) == 4


def test_a_person_who_was_guessed_at_too_often_is_locked_and_nobody_is_told(
    desk: Desk,
) -> None:
    strict(desk)
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    for number in range(2):
        use_up(desk, KNOWN, f"web:{number}")
    assert desk.type(code) is Check.WRONG  # right, but locked
    desk.clock.now += HOUR
    desk.ask(KNOWN)
    assert desk.type(desk.code()) is Check.VERIFIED


def test_guesses_at_a_code_that_is_used_up_lock_nobody(desk: Desk) -> None:
    strict(desk)
    use_up(desk, KNOWN, "web:0")
    for _ in range(10):
        desk.type("000000", "web:0")
    assert desk.prove(KNOWN) is Check.VERIFIED


def test_a_locked_person_is_answered_like_a_stranger(desk: Desk) -> None:
    strict(desk)
    for number in range(2):
        use_up(desk, KNOWN, f"web:{number}")
        use_up(desk, UNKNOWN, f"web:u{number}")
    for number in (KNOWN, UNKNOWN):
        where = f"web:{number}"
        desk.agree(where)
        assert desk.ask(number, where) is Start.SENT
        assert desk.identity.state(where).challenge_open
        for _ in range(5):
            assert desk.type("000000", where) is Check.WRONG
        assert not desk.identity.state(where).challenge_open


def test_a_conversation_may_ask_for_four_different_numbers_a_day(desk: Desk) -> None:
    desk.agree()
    outcomes = [desk.ask(number) for number in REAL[:6]]
    assert outcomes == [Start.SENT] * 4 + [Start.TOO_MANY] * 2
    assert desk.ask(REAL[0]) is Start.SENT  # not a new one


def test_an_address_may_ask_for_ten_different_numbers_a_day(desk: Desk) -> None:
    outcomes = []
    for place, number in enumerate(REAL[:12]):
        desk.agree(f"web:{place}")
        outcomes.append(desk.ask(number, f"web:{place}", address="there"))
    assert outcomes == [Start.SENT] * 10 + [Start.TOO_MANY] * 2
    desk.agree("web:other")
    assert desk.ask(REAL[13], "web:other", address="elsewhere") is Start.SENT


def test_a_conversation_gets_ten_codes_an_hour(desk: Desk) -> None:
    desk.agree()
    outcomes = [desk.ask(KNOWN) for _ in range(12)]
    assert outcomes == [Start.SENT] * 10 + [Start.TOO_MANY] * 2
    desk.clock.now += HOUR
    assert desk.ask(KNOWN) is Start.SENT


def test_a_conversation_has_fifteen_guesses_an_hour(desk: Desk) -> None:
    outcomes = [desk.type("123456") for _ in range(17)]
    assert outcomes == [Check.WRONG] * 15 + [Check.TOO_MANY] * 2


def test_an_address_has_sixty_guesses_an_hour(desk: Desk) -> None:
    outcomes = [
        desk.type("123456", f"web:{number // 15}", address="there")
        for number in range(62)
    ]
    assert outcomes == [Check.WRONG] * 60 + [Check.TOO_MANY] * 2


def test_ending_a_conversation_gives_no_new_guesses(desk: Desk) -> None:
    for _ in range(15):
        desk.type("123456")
    desk.identity.end(HERE)
    assert desk.type("123456") is Check.TOO_MANY


def test_demo_people_may_be_tried_often_but_each_code_five_times(desk: Desk) -> None:
    for number in range(12):
        desk.agree(f"web:{number}")
        desk.ask(KNOWN, f"web:{number}")
    desk.send()
    assert len(desk.telephones.messages) == 12
    code = desk.telephones.messages[-1].code
    for _ in range(5):
        desk.type(wrong(code), "web:11")
    assert desk.type(code, "web:11") is Check.WRONG


def test_six_digits_may_be_a_code_for_twice_as_long_as_one_lives(desk: Desk) -> None:
    assert not desk.vault.expects_code(HERE)
    for number in (KNOWN, UNKNOWN):
        desk.agree(number)
        desk.ask(number, number)
        assert desk.vault.expects_code(number)
    desk.clock.now += 600
    assert not desk.vault.expects_code(KNOWN)
