"""The history checker finds what it is there to find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from bench.history import Tables, violations
from bench.people import Sent, Talk

REFERENCE = {0: [["satu"], ["dua"]]}


def event(number: int, kind: str, turn: int, text: str = "") -> dict[str, Any]:
    status = {"status": "answered"} if kind == "turn" else {}
    return {"id": number, "event": kind, "turn": str(turn), "text": text, **status}


def history() -> tuple[Talk, Tables]:
    """Two messages, each answered once."""
    seen = [
        event(1, "person", 1),
        event(2, "message", 1, "satu"),
        event(3, "turn", 1),
        event(4, "person", 2),
        event(5, "message", 2, "dua"),
        event(6, "turn", 2),
    ]
    sent = [Sent(f"client-{n}", "?", str(n), 0.0) for n in (1, 2)]
    talk = Talk(0, ("?", "?"), sent, seen)
    row = {"conversation": "web:1", "status": "answered"}
    inbox = {str(n): SimpleNamespace(**row) for n in (1, 2)}
    kept = [
        SimpleNamespace(id=e["id"], turn=int(e["turn"]), kind=e["event"]) for e in seen
    ]
    return talk, Tables(inbox, {"web:1": kept}, Counter({"1": 1, "2": 1}))


def found(talk: Talk, tables: Tables) -> list[str]:
    return list(violations([talk], tables, REFERENCE))


def test_a_clean_history_has_nothing_wrong_with_it() -> None:
    assert found(*history()) == []


def lose_a_message(_: Talk, tables: Tables) -> None:
    del tables.inbox["2"]  # type: ignore[attr-defined]


def leave_a_turn_open(_: Talk, tables: Tables) -> None:
    tables.inbox["2"].status = "open"


def run_a_turn_twice(_: Talk, tables: Tables) -> None:
    tables.heard["2"] = 2


def answer_without_running(_: Talk, tables: Tables) -> None:
    tables.heard["2"] = 0


def end_a_turn_twice(talk: Talk, tables: Tables) -> None:
    talk.seen.append(event(7, "turn", 2))
    tables.outbox["web:1"].append(SimpleNamespace(id=7, turn=2, kind="turn"))


def show_an_event_twice(talk: Talk, _: Tables) -> None:
    talk.seen.insert(2, talk.seen[1])


def miss_an_event(talk: Talk, _: Tables) -> None:
    del talk.seen[4]


def speak_in_anothers_turn(talk: Talk, _: Tables) -> None:
    talk.seen[4]["turn"] = "9"


def take_a_form_step_twice(talk: Talk, _: Tables) -> None:
    talk.seen[4]["text"] = "tiga"


def mix_two_conversations(_: Talk, tables: Tables) -> None:
    tables.inbox["2"].conversation = "web:2"


@pytest.mark.parametrize(
    "fault",
    [
        lose_a_message,
        leave_a_turn_open,
        run_a_turn_twice,
        answer_without_running,
        end_a_turn_twice,
        show_an_event_twice,
        miss_an_event,
        speak_in_anothers_turn,
        take_a_form_step_twice,
        mix_two_conversations,
    ],
)
def test_a_fault_is_found(fault: Callable[[Talk, Tables], None]) -> None:
    talk, tables = history()
    fault(talk, tables)
    assert found(talk, tables)
