"""Anything in any order: a verified state follows only from the right code, in time."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import event, func, select

from bot.database import Database
from bot.errors import RegistryUnavailable
from bot.identity.outcomes import Check, NotVerified, Start
from bot.identity.sending import Sender
from bot.identity.tables import challenges, metadata
from tests.identity.conftest import Desk
from tests.identity.people import KNOWN, OTHER, SHARED, UNKNOWN

WHERE = st.sampled_from(["web:a", "web:b", "web:c"])
WHO = st.sampled_from([KNOWN, OTHER, SHARED, UNKNOWN])


class Codes(RuleBasedStateMachine):
    """Three conversations, four people, one clock; a model that is easily read."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "identity.db"
        database = Database(f"sqlite:///{path}", tables=metadata)
        event.listen(database.engine, "connect", _hasty)
        database.engine.dispose()
        self.desk = Desk(database)
        self.codes: dict[str, tuple[str, float]] = {}  # good code, until when
        self.guesses: dict[str, int] = {}
        self.proven: dict[str, tuple[float, float]] = {}  # used, until
        self.seen = 0

    def teardown(self) -> None:
        self.desk.identity.close()
        self.desk.database.close()
        self.folder.cleanup()

    @rule(where=WHERE)
    def agree(self, where: str) -> None:
        self.desk.agree(where)

    @rule(where=WHERE, who=WHO)
    def ask(self, where: str, who: str) -> None:
        if self.desk.ask(who, where) is Start.SENT:
            self.codes.pop(where, None)
            self.guesses[where] = 0

    @rule()
    def send(self) -> None:
        sender = Sender(self.desk.identity.ground, self.desk.telephones)
        asyncio.run(sender.round())
        messages = self.desk.telephones.messages
        for sms in messages[self.seen :]:
            where, until = self._whose(sms.id)
            self.codes[where] = (sms.code, until)
        self.seen = len(messages)

    def _whose(self, name: str) -> tuple[str, float]:
        with self.desk.database.read() as connection:
            query = select(challenges).where(challenges.c.id == name)
            row = connection.execute(query).one()
        return row.conversation, row.expires_at

    @rule(where=WHERE, whose=WHERE)
    def type_a_code_that_was_sent(self, where: str, whose: str) -> None:
        code, _ = self.codes.get(whose, ("000000", 0.0))
        self._type(where, code)

    @rule(where=WHERE, code=st.from_regex(r"[0-9]{6}", fullmatch=True))
    def guess(self, where: str, code: str) -> None:
        self._type(where, code)

    def _type(self, where: str, code: str) -> None:
        now = self.desk.clock.now
        good, until = self.codes.get(where, ("", 0.0))
        outcome = self.desk.type(code, where)
        if outcome is Check.VERIFIED:
            assert code == good
            assert now < until
            assert self.guesses.get(where, 0) < 5
            del self.codes[where]
            self.proven[where] = (now, now + 1800)
        if outcome is not Check.TOO_MANY:
            self.guesses[where] = self.guesses.get(where, 0) + 1

    @rule(where=WHERE)
    def look_up(self, where: str) -> None:
        used, until = self.proven.get(where, (0.0, 0.0))
        now = self.desk.clock.now
        allowed = now < min(used + 600, until)
        try:
            self.desk.identity.look_up(where, "claims", message_id=self.desk.id())
        except NotVerified:
            assert not allowed
        except RegistryUnavailable:
            assert self.desk.people.down
        else:
            assert allowed
        if allowed:
            self.proven[where] = (now, until)

    @rule(where=WHERE)
    def end(self, where: str) -> None:
        self.desk.identity.end(where)
        self.proven.pop(where, None)
        self.codes.pop(where, None)

    @rule(seconds=st.sampled_from([1, 60, 299, 301, 599, 601, 1801, 3600]))
    def wait(self, seconds: int) -> None:
        self.desk.clock.now += seconds

    @invariant()
    def no_code_is_guessed_at_more_than_five_times(self) -> None:
        with self.desk.database.read() as connection:
            query = select(func.max(challenges.c.guesses))
            assert (connection.execute(query).scalar_one() or 0) <= 5

    @invariant()
    def the_state_is_what_was_proved(self) -> None:
        for where in ("web:a", "web:b", "web:c"):
            used, until = self.proven.get(where, (0.0, 0.0))
            end = min(used + 600, until)
            kept = end if end > self.desk.clock.now else None
            assert self.desk.identity.state(where).verified_until == kept


def _hasty(connection: object, _: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")  # type: ignore[attr-defined]


TestCodes = Codes.TestCase
TestCodes.settings = settings(
    max_examples=25,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
