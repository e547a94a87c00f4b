"""A look-up of somebody's own record: ask, notice and consent, number, code, answer.

The tables of what follows what stand in `lookup_moves`. Nothing here holds a number, a
code or a record: they pass by as tokens and references, and a step, a topic and a count
are all that is remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from bot.dialogue.lookup_moves import OUTCOMES, Move
from bot.dialogue.lookup_words import IDLE, STEPS, Heard
from bot.dialogue.memory import Memory

BEGIN = "begin"  # asked for in this turn; identity has not been heard yet


@dataclass(frozen=True)
class Lookup:
    """Where a look-up stands; `misses` counts answers that led nowhere."""

    topic: str
    step: str = BEGIN
    misses: int = 0
    claims: int = 0  # how many there are to choose from
    place: int = 0  # of the claim that was shown, in their list; 0: none was
    away: int = 0  # turns about something else since a record was shown

    def to_json(self) -> dict[str, Any]:
        """For the memory."""
        return dict(vars(self))


def lookup_of(memory: Memory) -> Lookup | None:
    """The look-up that is open, if any."""
    stored = memory.lookup
    known = (*STEPS, *IDLE, BEGIN)
    if not isinstance(stored, Mapping) or stored.get("step") not in known:
        return None
    named = {name: stored[name] for name in Lookup.__annotations__ if name in stored}
    return Lookup(**named) if "topic" in named else None


def with_lookup(memory: Memory, lookup: Lookup | None) -> Memory:
    """`memory` with this look-up open, or none."""
    return replace(memory, lookup=lookup.to_json() if lookup else None)


@dataclass(frozen=True)
class Shown:
    """What came of a look-up: a reference to the result, never the result."""

    outcome: str  # of the table: found, choose, chosen, no_such, not_verified, ...
    reference: str | None = None
    claims: int = 0
    scheme: str | None = None  # of the one claim shown: its law, nobody's identity
    place: int = 0  # of the one claim shown


@dataclass(frozen=True)
class WithStatus:
    """The claim that has this status, if only one has it."""

    code: str


@dataclass(frozen=True)
class OfBenefit:
    """The claim for this benefit, if there is only one."""

    benefit: str


@dataclass(frozen=True)
class Again:
    """The claim that was shown before, unless their list has changed since."""

    place: int
    claims: int


Chosen = int | str | WithStatus | OfBenefit | Again | None


@dataclass(frozen=True)
class About:
    """What is asked about a record that was shown: one part of it, or the whole."""

    topic: str
    part: str | None = None
    claim: Chosen = None


class Clerk(Protocol):
    """Identity for one turn of one conversation. Outcomes are words of the tables."""

    def standing(self) -> str:
        """Say "verified", "consented" or "new"."""

    def consent(self) -> str:
        """Note that the person agreed: "done"."""

    def start(self, token: str | None, *, sure: bool = False) -> str:
        """Ask for a code; without a token, for a number given just before, if any."""

    def confirm(self) -> str:
        """Go on with a number of which something looked odd."""

    def resend(self) -> str:
        """Ask for another code."""

    def check(self, token: str | None) -> str:
        """Try a code."""

    def look_up(self, topic: str, claim: Chosen, part: str | None = None) -> Shown:
        """Look up all of `topic`, or the `part` that is asked about.

        `claim` is a place in the list, a claim's number, its status or its benefit.
        """

    def end(self) -> str:
        """Forget verified state and results: "done"."""


@dataclass(frozen=True)
class Said:
    """What comes of a message: what is said, and the look-up as it stands then."""

    say: str
    lookup: Lookup | None
    reference: str | None = None
    first: bool = True  # False: it was said before, and led nowhere
    done: tuple[str, ...] = ()  # what identity did
    scheme: str | None = None  # of the claim that is shown


def carry_out(move: Move, lookup: Lookup, heard: Heard, clerk: Clerk) -> Said:
    """Let identity do what `move` and what follows it ask for, to its end."""
    shown = Shown("")
    done: tuple[str, ...] = ()
    while move.do:
        outcome, shown = _ask(move.do, lookup, heard, clerk, shown)
        done = (*done, move.do)
        move = OUTCOMES[move.do][outcome]
    return _said(move, lookup, shown, done)


def show_again(about: About, lookup: Lookup, clerk: Clerk) -> Said:
    """What is asked about a record that was shown; whoever asks is verified anew."""
    shown = clerk.look_up(about.topic, about.claim, about.part)
    lookup = replace(lookup, topic=about.topic, misses=0, away=0)
    return _said(OUTCOMES["look_again"][shown.outcome], lookup, shown, ("look_again",))


def _said(move: Move, lookup: Lookup, shown: Shown, done: tuple[str, ...]) -> Said:
    assert move.say is not None
    misses = lookup.misses + 1 if move.miss else 0
    after = None
    if move.step:
        after = replace(
            lookup,
            step=move.step,
            misses=misses,
            claims=shown.claims or lookup.claims,
            # a list that was shown leaves no claim chosen
            place=shown.place if shown.claims else lookup.place,
        )
    return Said(
        move.say,
        after,
        shown.reference,
        first=misses < 2,
        done=done,
        scheme=shown.scheme,
    )


def _ask(
    do: str, lookup: Lookup, heard: Heard, clerk: Clerk, shown: Shown
) -> tuple[str, Shown]:
    token = heard.value if isinstance(heard.value, str) else None
    if do == "look_up":
        chosen: Chosen = heard.value if heard.kind in ("choice", "named") else None
        if heard.kind == "status":
            chosen = WithStatus(str(heard.value))
        shown = clerk.look_up(lookup.topic, chosen)
        return shown.outcome, shown
    plain: Mapping[str, Callable[[], str]] = {
        "consent": clerk.consent,
        "confirm": clerk.confirm,
        "resend": clerk.resend,
        "stop": clerk.end,
        "hide": clerk.end,
        "forget": clerk.end,
        "start": partial(clerk.start, token),
        "restart": partial(clerk.start, token),
        "start_sure": partial(clerk.start, token, sure=True),
        "start_given": partial(clerk.start, None),
        "check": partial(clerk.check, token),
    }
    return plain[do](), shown
