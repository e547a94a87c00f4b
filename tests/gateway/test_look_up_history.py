"""The checker of look-ups finds a code sent twice and a record of somebody else."""

from __future__ import annotations

import json
from pathlib import Path

from bench.fleet import DAY
from bench.look_ups import LookUp, numbers, shown, violations
from bench.people import Talk
from bot.registry.demo_people import demo_people


def played(tmp_path: Path, *, text: str, codes: int = 1) -> tuple[LookUp, Talk]:
    """The first demo person with a claim, who saw `text` and got so many codes."""
    person = next(one for one in demo_people(DAY) if one.claims and one.phone)
    outbox = tmp_path / "sms.jsonl"
    sent = {"to": person.phone, "code": "123456"}
    outbox.write_text(f"{json.dumps(sent)}\n" * codes, encoding="utf-8")
    look_up = LookUp(person, outbox)
    seen = [{"id": 1, "event": "message", "turn": "1", "text": text}]
    return look_up, Talk(0, look_up.script, seen=seen, code=look_up.code)


def test_one_code_and_ones_own_record_are_as_they_should_be(tmp_path: Path) -> None:
    person = played(tmp_path, text="")[0].person
    both = played(tmp_path, text=f"{', '.join(numbers(person))}.")
    assert list(violations([both])) == []
    assert shown(*both)
    assert both[0].code() == "123456"


def test_a_code_that_was_sent_twice_is_found(tmp_path: Path) -> None:
    assert len(list(violations([played(tmp_path, text="", codes=2)]))) == 1


def test_a_record_of_somebody_else_is_found(tmp_path: Path) -> None:
    other = [one for one in demo_people(DAY) if one.claims][1]
    both = played(tmp_path, text=f"Tuntutan {other.claims[0].number}: dibayar")
    assert len(list(violations([both]))) == 1
    assert not shown(*both)
