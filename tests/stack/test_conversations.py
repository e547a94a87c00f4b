"""Golden conversations, played in a running assistant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from bot.i18n.language import choose
from bot.settings import ROOT
from tests.stack.conftest import Running
from tests.stack.talk import Talk, text_of

pytestmark = [pytest.mark.stack, pytest.mark.timeout(300)]

FOLDER = ROOT / "tests" / "conversations"


def conversations() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            yield pytest.param(case["turns"], id=case["name"])


@pytest.mark.parametrize("turns", conversations())
def test_a_conversation_tells_what_it_must(
    running_assistant: Running, turns: list[dict[str, Any]]
) -> None:
    with Talk(running_assistant) as talk:
        for expected in turns:
            turn = talk.say(expected["say"])
            check(turn, expected)


def check(turn: dict[str, Any], expected: dict[str, Any]) -> None:
    text = text_of(turn)
    where = f"after {expected['say']!r}: {text}"
    assert turn["status"] == "answered", where
    assert text.strip(), where
    assert "{" not in text, where
    for word in expected.get("tells", ()):
        assert word.casefold() in text.casefold(), f"{word!r} missing {where}"
    for word in expected.get("not_tells", ()):
        assert word.casefold() not in text.casefold(), f"{word!r} told {where}"
    offered = [b["title"] for m in turn["messages"] for b in m["buttons"]]
    for title in expected.get("buttons", ()):
        assert any(title in one for one in offered), f"{title!r} not offered {where}"
    if "language" in expected:
        found = choose(text, previous=None, chosen=None).answer_language
        assert found == expected["language"], where
    if "awaiting" in expected:
        assert turn["awaiting"] == expected["awaiting"], where
