"""A turn may be run twice: what it does is done once, and it ends the same."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from bot.errors import RegistryUnavailable
from bot.identity.outcomes import Check, Start
from bot.identity.tables import audit, challenges, counted
from tests.identity.conftest import HERE, Desk, wrong
from tests.identity.people import KNOWN


def rows(desk: Desk, table: object) -> int:
    with desk.database.read() as connection:
        count: int = connection.execute(
            select(func.count()).select_from(table)
        ).scalar_one()
        return count


def everything(desk: Desk) -> tuple[int, ...]:
    return tuple(rows(desk, table) for table in (challenges, counted, audit))


def test_a_code_asked_for_twice_by_one_message_is_one_code(desk: Desk) -> None:
    desk.agree()
    token = desk.vault.seal(HERE, "IC", KNOWN)
    more = {"message_id": "7", "address": "a", "language": "ms"}
    assert desk.identity.start(HERE, token, **more) is Start.SENT
    before = everything(desk)
    desk.vault.drop(HERE, token[5:13])  # not even the number is needed any more
    assert desk.identity.start(HERE, token, **more) is Start.SENT
    assert everything(desk) == before
    desk.send()
    desk.send()
    assert len(desk.telephones.messages) == 1


def test_a_code_asked_for_again_twice_by_one_message_is_one_code(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    for _ in range(2):
        again = desk.identity.resend(
            HERE, message_id="again", address=None, language="ms"
        )
        assert again is Start.SENT
    assert rows(desk, challenges) == 2


def test_a_guess_made_twice_by_one_message_is_counted_once(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    assert desk.type(wrong(code), message_id="g") is Check.WRONG
    before = everything(desk)
    assert desk.type(code, message_id="g") is Check.WRONG  # the same message, again
    assert everything(desk) == before
    assert desk.type(code, message_id="h") is Check.VERIFIED
    assert desk.type(code, message_id="h") is Check.VERIFIED


def test_a_look_up_made_twice_by_one_message_is_on_record_once(desk: Desk) -> None:
    desk.prove(KNOWN)
    before = rows(desk, audit)
    for _ in range(2):
        desk.identity.look_up(HERE, "claims", message_id="x")
    assert rows(desk, audit) == before + 1
    desk.identity.look_up(HERE, "registration", message_id="x")
    assert rows(desk, audit) == before + 2


def test_a_look_up_that_failed_and_then_did_not_is_on_record_as_both(
    desk: Desk,
) -> None:
    desk.prove(KNOWN)
    before = rows(desk, audit)
    desk.people.down = True
    for _ in range(2):
        with pytest.raises(RegistryUnavailable):
            desk.identity.look_up(HERE, "claims", message_id="x")
    desk.people.down = False
    desk.identity.look_up(HERE, "claims", message_id="x")
    assert rows(desk, audit) == before + 2


def test_a_result_kept_twice_by_one_message_has_one_token(desk: Desk) -> None:
    first = desk.identity.keep_result(HERE, {"a": 1}, message_id="r")
    assert desk.identity.keep_result(HERE, {"a": 1}, message_id="r") == first
    # a message may ask for two things
    second = desk.identity.keep_result(HERE, {"a": 2}, message_id="r")
    assert desk.identity.open_result(HERE, second) == {"a": 2}
    assert desk.identity.open_result(HERE, first) == {"a": 1}


def test_one_message_run_by_many_at_once_does_its_work_once(desk: Desk) -> None:
    desk.agree()
    token = desk.vault.seal(HERE, "IC", KNOWN)
    others = [desk.identity, *(desk.another() for _ in range(3))]

    def start(number: int) -> Start:
        more = {"message_id": "7", "address": "a", "language": "ms"}
        return others[number % 4].start(HERE, token, **more)

    with ThreadPoolExecutor(8) as threads:
        outcomes = set(threads.map(start, range(16)))
    assert outcomes == {Start.SENT}
    assert rows(desk, challenges) == 1
