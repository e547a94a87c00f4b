"""After everything else: no number, code or name of anybody is left lying about."""

from __future__ import annotations

import json
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.registry.demo import UNKNOWN_IC
from bot.registry.masked import demo_list
from tests.stack.conftest import Running
from tests.stack.talk import Talk
from tests.stack.test_lookup import AMINAH, verify

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]

# where numbers may stand: the records themselves, and the messages of development
ALLOWED = re.compile(r"registry\.(db|away)|sms\.jsonl$")


def written(running: Running) -> Iterator[tuple[str, bytes]]:
    """Everything that the assistant has written, and the model it runs on."""
    for path in sorted(running.var.rglob("*")):
        if path.is_file() and not ALLOWED.search(path.name):
            yield path.name, path.read_bytes()
    with tarfile.open(running.settings.model) as archive:
        for member in archive.getmembers():
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                yield f"model/{member.name}", file.read()


def spellings(number: str) -> str:
    """A pattern for an identity number in every grouping."""
    gap = r"[ .\-_/]{0,3}"
    return number[:6] + gap + number[6:8] + gap + number[8:]


@dataclass(frozen=True)
class Trace:
    """A pattern, and the words in it without which it need not be tried."""

    words: str
    pattern: str

    def search(self, content: bytes) -> re.Match[bytes] | None:
        if self.words.encode() not in content:
            return None
        return re.search(self.pattern.encode(), content)


def codes(path: Path) -> list[str]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [str(json.loads(line)["code"]) for line in lines]


def test_no_trace_of_anybody_is_left(running_assistant: Running) -> None:
    with Talk(running_assistant, language="ms") as talk:  # even if run alone
        verify(talk, AMINAH, ask="status claim saya", agree="setuju")
        talk.say("caruman saya")
        talk.say("ic saya 720314-00-0018, telefon 011-0000 0001")
    from datetime import date

    url = running_assistant.settings.database("registry")
    people = demo_list(url, on=date(2026, 11, 23))["people"]
    assert isinstance(people, list)
    assert people
    hunted = [Trace(UNKNOWN_IC[:6], spellings(UNKNOWN_IC))]
    for person in people:
        number, name = person["ic"], person["name"]
        hunted += [Trace(number[:6], spellings(number)), Trace(name, re.escape(name))]
        if person["phone"]:
            digits = person["phone"].removeprefix("+60")
            hunted.append(Trace(digits, rf"(?:\+?60|0){digits}"))
    sent = codes(running_assistant.var / "outbox" / "sms.jsonl")
    assert sent
    # a code may by chance be part of a moment or of a longer number
    hunted += [Trace(code, rf"(?<![\w.:-]){code}(?![\w.:-])") for code in sent]
    for name, content in written(running_assistant):
        for trace in hunted:
            match = trace.search(content)
            assert match is None, f"{name}: {near(match)!r}"


def near(match: re.Match[bytes]) -> bytes:
    return match.string[max(0, match.start() - 40) : match.end()]
