"""A person at the chat, as far as HTTP is concerned."""

from __future__ import annotations

import contextlib
import json
import uuid
from collections.abc import Iterator
from typing import Any

import httpx

from tests.gateway.servers import eventually


class Person:
    """Has a session of their own."""

    def __init__(self, url: str, **headers: str) -> None:
        self.http = httpx.Client(
            base_url=url,
            headers={"X-Tanya": "1", **headers},
            timeout=20,
            trust_env=False,
        )
        self.said: list[str] = []
        self.start = self.http.post("/chat/session", json={})

    def close(self) -> None:
        self.http.close()

    def post(self, text: str | None = None, **more: Any) -> httpx.Response:
        body: dict[str, Any] = {"client_message_id": str(uuid.uuid4()), **more}
        if text is not None:
            body["text"] = text
        return self.http.post("/chat/messages", json=body)

    def send(self, text: str | None = None, **more: Any) -> str:
        """The turn of an accepted message."""
        response = self.post(text, **more)
        assert response.status_code == 202, response.text
        return str(response.json()["id"])

    def events(self, kind: str | None = None) -> list[dict[str, Any]]:
        page = self.http.get("/chat/history").json()
        listed: list[dict[str, Any]] = page["events"]
        return [event for event in listed if kind in (None, event["event"])]

    def texts(self, turn: str) -> list[str]:
        said = [event for event in self.events("message") if event["turn"] == turn]
        return [str(event["text"]) for event in said]

    def end_of(self, turn: str, *, seconds: float = 15.0) -> dict[str, Any]:
        """The event that closed `turn`."""

        def closed() -> dict[str, Any] | None:
            ends = [event for event in self.events("turn") if event["turn"] == turn]
            assert len(ends) < 2, "a turn was closed twice"
            return ends[0] if ends else None

        found: dict[str, Any] = eventually(closed, seconds=seconds)
        return found

    def ask(self, text: str | None = None, **more: Any) -> list[str]:
        """The replies to a message."""
        turn = self.send(text, **more)
        self.end_of(turn)
        return self.texts(turn)

    @contextlib.contextmanager
    def stream(
        self, after: int = 0, **headers: str
    ) -> Iterator[Iterator[dict[str, Any]]]:
        accept = {"Accept": "text/event-stream", **headers}
        url = f"/chat/events?after={after}"
        with self.http.stream("GET", url, headers=accept) as response:
            assert response.status_code == 200
            yield _parsed(response.iter_lines())


def _parsed(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    event: dict[str, Any] = {}
    for line in lines:
        if not line and "event" in event:
            yield event
        if not line:
            event = {}
            continue
        name, _, value = line.partition(": ")
        event[name or "comment"] = json.loads(value) if name == "data" else value
        if not name:
            yield {"event": "comment", "data": value}
