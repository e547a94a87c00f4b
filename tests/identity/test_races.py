"""Many processes at once: a right code verifies once, a message goes out once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from bot.database import Database
from bot.identity.outcomes import Check
from bot.identity.sending import Sender
from bot.identity.tables import challenges, metadata
from tests.identity.conftest import HERE, Desk, wrong
from tests.identity.people import KNOWN

PROCESSES = 4


@pytest.fixture
def desks(desk: Desk) -> Iterator[list[Desk]]:
    """Desks with connections of their own to one database, as processes have."""
    url = desk.database.engine.url.render_as_string(hide_password=False)
    databases = [Database(url, tables=metadata) for _ in range(PROCESSES)]
    yield [
        Desk(database, desk.clock, desk.people, desk.telephones)
        for database in databases
    ]
    for database in databases:
        database.close()


def test_two_tabs_with_the_right_code_verify_once(
    desk: Desk, desks: list[Desk]
) -> None:
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    with ThreadPoolExecutor(PROCESSES) as threads:
        outcomes = list(
            threads.map(
                lambda each: each[1].type(code, message_id=f"tab{each[0]}"),
                enumerate(desks),
            )
        )
    assert sorted(outcome.value for outcome in outcomes) == [
        "verified",
        *["wrong"] * (PROCESSES - 1),
    ]
    assert desk.identity.state(HERE).verified_until is not None


def test_guesses_of_many_processes_at_once_are_counted_one_by_one(
    desk: Desk, desks: list[Desk]
) -> None:
    desk.agree()
    desk.ask(KNOWN)
    code = desk.code()
    with ThreadPoolExecutor(PROCESSES) as threads:
        list(
            threads.map(
                lambda number: desks[number % PROCESSES].type(
                    wrong(code), message_id=f"g{number}"
                ),
                range(12),
            )
        )
    with desk.database.read() as connection:
        guesses = connection.execute(
            select(func.sum(challenges.c.guesses))
        ).scalar_one()
    assert guesses == 5
    assert desk.type(code) is Check.WRONG


def test_many_senders_send_each_message_once(desk: Desk, desks: list[Desk]) -> None:
    for number in range(12):
        desk.agree(f"web:{number}")
        desk.ask(KNOWN, f"web:{number}")

    async def send_all() -> None:
        senders = [Sender(each.identity.ground, desk.telephones) for each in desks]
        await asyncio.gather(*(sender.round() for sender in senders))

    asyncio.run(send_all())
    names = [sms.id for sms in desk.telephones.messages]
    assert len(names) == len(set(names)) == 12


def test_rows_of_the_audit_follow_each_other_when_many_write(
    desk: Desk, desks: list[Desk]
) -> None:
    from bot.identity import audit

    with ThreadPoolExecutor(PROCESSES) as threads:
        list(
            threads.map(
                lambda number: desks[number % PROCESSES].identity.consent(
                    f"web:{number}", message_id="1", language="ms"
                ),
                range(32),
            )
        )
    with desk.database.read() as connection:
        verdict = audit.verify(connection, keys=desk.identity.ground.keys)
    assert (verdict.rows, verdict.broken) == (32, None)
