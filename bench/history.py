"""Checks a history: what people sent, what they saw, and what the tables say of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Engine

from bench.people import Talk

CLOSED = {"answered", "apologised"}
Reference = Mapping[int, Sequence[Sequence[str]]]  # replies by variant and message


@dataclass(frozen=True)
class Tables:
    """What the gateway and the brains wrote down."""

    inbox: Mapping[str, Any]  # turn -> row
    outbox: Mapping[str, list[Any]]  # conversation -> rows in order
    heard: Counter[str]  # turn -> times that a tracker holds it

    @classmethod
    def read(cls, gateway: Engine, tracker: Engine) -> Tables:
        """Everything, once nothing is under way any more."""
        with gateway.connect() as connection:
            asked = "SELECT id, conversation, message_id, status FROM inbox"
            inbox = {str(row.id): row for row in connection.execute(sa.text(asked))}
            shown = "SELECT id, conversation, turn, kind, body FROM outbox ORDER BY id"
            outbox: dict[str, list[Any]] = {}
            for row in connection.execute(sa.text(shown)):
                outbox.setdefault(row.conversation, []).append(row)
        with tracker.connect() as connection:
            said = "SELECT data FROM events WHERE type_name = 'user'"
            rows = connection.execute(sa.text(said)).scalars()
            heard = Counter(str(json.loads(row).get("message_id")) for row in rows)
        return cls(inbox, outbox, heard)


def violations(
    talks: Sequence[Talk], tables: Tables, reference: Reference
) -> Iterator[str]:
    """One line for everything that must not be."""
    accepted = {sent.turn for talk in talks for sent in talk.sent}
    for turn in accepted - tables.inbox.keys():
        yield f"turn {turn}: accepted, and not in the inbox"
    for turn, row in tables.inbox.items():
        if row.status not in CLOSED:
            yield f"turn {turn}: {row.status}"
    for turn, times in tables.heard.items():
        if times > 1:
            yield f"turn {turn}: run {times} times"
    for talk in talks:
        yield from _of_talk(talk, tables, reference)


def _of_talk(talk: Talk, tables: Tables, reference: Reference) -> Iterator[str]:
    turns = [sent.turn for sent in talk.sent]
    names = {tables.inbox[turn].conversation for turn in turns if turn in tables.inbox}
    if len(names) != 1:
        yield f"talk of {turns}: in {len(names)} conversations"
        return
    yield from _as_kept(talk, tables.outbox[names.pop()])
    yield from _in_order(talk, turns)
    yield from _as_expected(talk, tables, reference)


def _as_kept(talk: Talk, rows: Sequence[Any]) -> Iterator[str]:
    """What was seen is what was kept: nothing twice, nothing missing, in order."""
    kept = [row.id for row in rows]
    seen = [event["id"] for event in talk.seen]
    if seen != kept[: len(seen)] or len(seen) < len(kept):
        yield f"talk {talk.variant}: saw {seen}, kept were {kept}"
    ends = Counter(row.turn for row in rows if row.kind == "turn")
    for turn, times in ends.items():
        if times != 1:
            yield f"turn {turn}: ended {times} times"


def _in_order(talk: Talk, turns: Sequence[str]) -> Iterator[str]:
    ended = [event["turn"] for event in talk.seen if event["event"] == "turn"]
    if ended != turns:
        yield f"talk {talk.variant}: ended {ended}, sent {turns}"
    under_way = iter(turns)
    current = next(under_way, None)
    for event in talk.seen:
        if event["event"] == "message" and event["turn"] != current:
            yield f"talk {talk.variant}: {event['turn']} spoke during {current}"
        if event["event"] == "turn":
            current = next(under_way, None)


def _as_expected(talk: Talk, tables: Tables, reference: Reference) -> Iterator[str]:
    """Until a first apology, every reply is the one that an undisturbed talk gets.

    A talk without a reference (a look-up, whose replies name moments) was run at least.
    """
    expected = reference.get(talk.variant)
    for number, sent in enumerate(talk.sent):
        if talk.status(sent.turn) != "answered":
            return
        if tables.heard[sent.turn] != 1:
            yield f"turn {sent.turn}: answered, and run {tables.heard[sent.turn]} times"
        said = talk.texts(sent.turn)
        if expected is not None and said != list(expected[number]):
            wanted = list(expected[number])
            yield f"turn {sent.turn} ({sent.text!r}): said {said}, not {wanted}"


def summary(talks: Sequence[Talk]) -> dict[str, float]:
    """Counts and seconds until an answer."""
    statuses = Counter(talk.status(sent.turn) for talk in talks for sent in talk.sent)
    took = sorted(
        talk.at[sent.turn] - sent.at
        for talk in talks
        for sent in talk.sent
        if sent.turn in talk.at
    )
    rank = len(took) - 1
    return {
        "messages": sum(statuses.values()),
        "answered": statuses["answered"],
        "apologised": statuses["apologised"],
        "p50_seconds": round(took[rank // 2], 2),
        "p95_seconds": round(took[int(rank * 0.95)], 2),
        "longest_seconds": round(took[-1], 2),
    }
