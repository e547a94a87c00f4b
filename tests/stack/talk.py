"""Talking to a running assistant through its public door, as `tanya chat` does."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
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
        """The turn that answers `said`: a text, or `{"button": part of a title}`."""
        line: Any = said
        if isinstance(said, dict):
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


def text_of(turn: dict[str, Any]) -> str:
    """All that was said in a turn."""
    return "\n".join(message["text"] for message in turn["messages"])
