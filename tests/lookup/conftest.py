"""A clerk that does as it is told, and short ways to talk to a look-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions import answer, forms
from actions import lookup as clerks
from bot.database import Database
from bot.dialogue import Memory, Message, Turn
from bot.dialogue.asking import Tools
from bot.dialogue.lookup import Chosen, Lookup, Shown, lookup_of, with_lookup
from bot.dialogue.lookup_turn import go_on, take
from bot.dialogue.planner import reply
from bot.identity.tables import metadata
from bot.settings import ROOT
from tests.dialogue.conftest import heard, make_tools
from tests.identity.conftest import Desk
from tests.lookup.conversation import Conversation

IC = "[[IC:0a1b2c3d]]"
CODE = "[[CODE:0f1e2d3c]]"
REFERENCE = "[[RESULT:0123abcd]]"


@dataclass
class FakeClerk:
    """Answers as scripted, and remembers what it was asked to do."""

    standing_: str = "new"
    start_: str = "sent"
    check_: str = "verified"
    shown: Shown = field(default_factory=lambda: Shown("found", REFERENCE))
    done: list[Any] = field(default_factory=list)

    def standing(self) -> str:
        return self.standing_

    def consent(self) -> str:
        self.done.append("consent")
        self.standing_ = "consented"
        return "done"

    def start(self, token: str | None, *, sure: bool = False) -> str:
        if token is None:
            return "token_gone"
        self.done.append(("start_sure" if sure else "start", token))
        return self.start_

    def confirm(self) -> str:
        self.done.append("confirm")
        return self.start_

    def resend(self) -> str:
        self.done.append("resend")
        return self.start_

    def check(self, token: str | None) -> str:
        self.done.append(("check", token))
        if self.check_ == "verified":
            self.standing_ = "verified"
        return self.check_

    def look_up(self, topic: str, claim: Chosen, part: str | None = None) -> Shown:
        about = (part,) if part else ()
        self.done.append(("look_up", topic, claim, *about))
        return self.shown

    def end(self) -> str:
        self.done.append("end")
        self.standing_ = "new"
        return "done"


@dataclass
class Talk:
    """One conversation of the dialogue, message by message."""

    clerk: FakeClerk = field(default_factory=FakeClerk)
    memory: Memory = field(default_factory=Memory)
    tools: Tools = field(default_factory=make_tools)
    turn: Turn = field(default_factory=lambda: Turn(Memory()))

    def hears(self, message: Message) -> list[str]:
        """Names of the replies to `message`."""
        turn = take(message, self.memory, self.clerk)
        if turn is None:
            planned = reply(message, self.memory, self.tools)
            turn = go_on(planned, message, self.clerk)
        self.turn, self.memory = turn, turn.memory
        return [utterance.response for utterance in turn.utterances]

    def says(self, text: str, *needs: str, **entities: Any) -> list[str]:
        return self.hears(heard(*(needs or ("nlu_fallback",)), text=text, **entities))

    def presses(self, **values: Any) -> list[str]:
        pairs = tuple(values.items())
        return self.hears(Message("", "lookup", ("lookup",), pairs))

    @property
    def step(self) -> str | None:
        lookup = lookup_of(self.memory)
        return lookup.step if lookup else None

    def at(self, step: str, topic: str = "claims", claims: int = 0) -> Talk:
        """The same talk with a look-up at `step`."""
        lookup = Lookup(topic, step, claims=claims)
        self.memory = with_lookup(self.memory, lookup)
        return self


@pytest.fixture
def talk() -> Talk:
    return Talk()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    database = Database(f"sqlite:///{tmp_path / 'identity.db'}", tables=metadata)
    made = Desk(database)
    monkeypatch.setattr(clerks, "identity", lambda: made.identity)
    for module in (answer, forms):
        monkeypatch.setattr(module, "tools", make_tools)
    monkeypatch.setattr(clerks, "today", lambda _: date(2026, 11, 23))
    yield made
    made.identity.close()
    database.close()


@pytest.fixture
def conversation(desk: Desk) -> Conversation:
    return Conversation(desk)


@pytest.fixture(scope="session")
def sentences() -> dict[str, str]:
    """What is said, by name, in English."""
    told = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))["responses"]
    return {name: each[0]["text"] for name, each in told.items()}
