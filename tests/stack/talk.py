"""Talking to a running assistant through its public door, as `tanya chat` does."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.gateway.client import ChatClient
from tests.stack.conftest import Running


@dataclass
class Talk:
    """One conversation, in the words of `tanya chat --jsonl`."""

    running: Running
    language: str | None = None
    last: dict[str, Any] = field(default_factory=dict)

    def __enter__(self) -> Talk:
        self.messages = Messages(self.running.var / "outbox" / "sms.jsonl")
        self._client = ChatClient(self.running.url)
        self._client.start(self.language)
        return self

    def __exit__(self, *told: object) -> None:
        self._client.__exit__(*told)

    def say(self, said: str | dict[str, str]) -> dict[str, Any]:
        """The turn that answers `said`: a text, `{"button": part of a title}`, or the
        code that was sent to a telephone, `{"code": its number}`.
        """
        if isinstance(said, str):
            answered = self._client.ask(text=said)
        elif "code" in said:
            answered = self._client.ask(text=self.messages.code(said["code"]))
        else:
            answered = self._client.ask(button=self._button(said["button"]))
        self.last = answered.to_json()
        return self.last

    def _button(self, title: str) -> str:
        for message in self.last["messages"]:
            for button in message["buttons"]:
                if title in button["title"]:
                    return str(button["id"])
        raise AssertionError(f"no button {title!r} in {self.last}")


class Messages:
    """Text messages that arrive from now on."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = len(self._all())

    def code(self, phone: str, *, seconds: float = 15.0) -> str:
        """The latest code for `phone`; it is taken as read."""
        end = time.monotonic() + seconds
        while not self.arrived(phone):
            assert time.monotonic() < end, "no message came"
            time.sleep(0.1)
        time.sleep(1.0)  # another one may be on its way
        code = str(self.arrived(phone)[-1]["code"])
        self._seen = len(self._all())
        return code

    def arrived(self, phone: str) -> list[dict[str, str]]:
        """What came for `phone` and was not read so far."""
        return [each for each in self._all()[self._seen :] if each["to"] == phone]

    def _all(self) -> list[dict[str, str]]:
        if not self._path.exists():
            return []
        lines = self._path.read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]


def text_of(turn: dict[str, Any]) -> str:
    """All that was said in a turn."""
    return "\n".join(message["text"] for message in turn["messages"])
