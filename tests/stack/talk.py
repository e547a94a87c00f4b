"""Talking to a running assistant through its public door, as `tanya chat` does."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.settings import ROOT
from tests.stack.conftest import Running


@dataclass
class Talk:
    """One conversation over a `tanya chat --jsonl` that stays open."""

    running: Running
    language: str | None = None
    last: dict[str, Any] = field(default_factory=dict)

    def __enter__(self) -> Talk:
        self.messages = Messages(self.running.var / "outbox" / "sms.jsonl")
        command = [sys.executable, "-m", "bot.cli", "chat", "--jsonl"]
        command += ["--url", self.running.url]
        if self.language:
            command += ["--language", self.language]
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self.running.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        if self._process.stdout:
            self._process.stdout.close()

    def say(self, said: str | dict[str, str]) -> dict[str, Any]:
        """The turn that answers `said`: a text, `{"button": part of a title}`, or the
        code that was sent to a telephone, `{"code": its number}`.
        """
        line: Any = said
        if isinstance(said, dict) and "code" in said:
            line = self.messages.code(said["code"])
        elif isinstance(said, dict):
            line = {"button": self._button(said["button"])}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()
        self.last = json.loads(self._process.stdout.readline())
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
