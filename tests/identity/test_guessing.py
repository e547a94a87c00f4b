"""Ten thousand guesses at one person, from a hundred conversations at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from bot.identity.outcomes import Check, Start
from bot.identity.policy import Limit
from bot.identity.tables import challenges, counted
from tests.identity.conftest import Desk
from tests.identity.people import KNOWN
from tests.identity.test_limits import strict

CONVERSATIONS = 100
GUESSES = 100
ALLOWED = 6


@pytest.mark.timeout(400)
def test_no_more_guesses_are_compared_than_the_limits_allow(desk: Desk) -> None:
    strict(desk, guesses_per_conversation=Limit(ALLOWED, ALLOWED))
    for number in range(CONVERSATIONS):
        desk.agree(f"web:{number}")
        assert desk.ask(KNOWN, f"web:{number}") is Start.SENT
        desk.send()
    codes = {sms.code for sms in desk.telephones.messages}
    assert len(desk.telephones.messages) == 3

    def guess(number: int) -> list[Check]:
        where = f"web:{number}"
        code = next(code for code in ("000000", "000001") if code not in codes)
        token = desk.vault.seal(where, "CODE", code)
        return [
            desk.identity.check(where, token, message_id=f"g{each}", address=None)
            for each in range(GUESSES)
        ]

    with ThreadPoolExecutor(4) as threads:
        outcomes = [
            outcome
            for several in threads.map(guess, range(CONVERSATIONS))
            for outcome in several
        ]
    assert len(outcomes) == CONVERSATIONS * GUESSES
    assert outcomes.count(Check.WRONG) == ALLOWED * CONVERSATIONS
    assert outcomes.count(Check.TOO_MANY) == (GUESSES - ALLOWED) * CONVERSATIONS
    with desk.database.read() as connection:
        most = connection.execute(select(func.max(challenges.c.guesses))).scalar_one()
        sent = challenges.c.person.is_not(None)  # the others can never be right
        compared = connection.execute(
            select(func.sum(challenges.c.guesses)).where(sent)
        ).scalar_one()
        allowed = connection.execute(
            select(func.count()).where(counted.c.what == "guess")
        ).scalar_one()
    assert most <= 5
    assert compared <= 3 * 5
    assert allowed == 2 * ALLOWED * CONVERSATIONS
    # even the right codes are of no use now: the person is locked for an hour
    fresh = "web:fresh"
    desk.agree(fresh)
    desk.ask(KNOWN, fresh)
    desk.send()
    assert len(desk.telephones.messages) == 3
