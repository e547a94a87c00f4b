"""Simulated people at the public interface: they number their messages and remember
what they saw, through any fault.
"""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx

Script = Sequence[str]
CODE = "{code}"  # what arrived by SMS is typed instead


@dataclass
class Sent:
    """A message that was accepted."""

    client_id: str
    text: str
    turn: str
    at: float


@dataclass
class Talk:
    """One conversation of one person: a script, what was sent, what was seen."""

    variant: int
    script: Script
    sent: list[Sent] = field(default_factory=list)
    seen: list[dict[str, Any]] = field(default_factory=list)
    at: dict[str, float] = field(default_factory=dict)  # when a turn was seen to end
    code: Callable[[], str] | None = None  # waits for what arrives by SMS

    def texts(self, turn: str) -> list[str]:
        """Replies in `turn`."""
        said = (e for e in self.seen if e["event"] == "message" and e["turn"] == turn)
        return [str(event["text"]) for event in said]

    def status(self, turn: str) -> str | None:
        """How `turn` ended, as far as it was seen."""
        ends = (e for e in self.seen if e["event"] == "turn" and e["turn"] == turn)
        return next((str(event["status"]) for event in ends), None)

    def is_over(self) -> bool:
        """Whether everything that was sent has ended."""
        return all(sent.turn in self.at for sent in self.sent)


class Person:
    """Talks through whichever gateway answers; never gives a message up."""

    def __init__(self, urls: Sequence[str], *, streaming: bool) -> None:
        self._urls = list(urls)
        self._streaming = streaming
        self._http = httpx.AsyncClient(
            headers={"X-Tanya": "1"}, timeout=40, trust_env=False
        )
        self.refused = 0

    async def close(self) -> None:
        """Leave."""
        await self._http.aclose()

    async def talk(self, talk: Talk, *, pause: float, patient: bool) -> None:
        """Play a script; a patient person waits for each answer."""
        self._http.cookies.clear()
        await self._insist("POST", "/chat/session", json={})
        listening = asyncio.create_task(self._listen(talk))
        try:
            for line in talk.script:
                began = time.monotonic()
                text = await self._typed(talk, line)
                await self._send(talk, text)
                while patient and not talk.is_over():
                    await asyncio.sleep(0.02)
                await asyncio.sleep(max(0.0, began + pause - time.monotonic()))
            while not talk.is_over():
                await asyncio.sleep(0.05)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    async def _typed(self, talk: Talk, line: str) -> str:
        """`line`, or the code: nobody has one before the answer that announces it."""
        if line != CODE or talk.code is None:
            return line
        while not talk.is_over():
            await asyncio.sleep(0.05)
        return await asyncio.to_thread(talk.code)

    async def _send(self, talk: Talk, text: str) -> None:
        client_id = str(uuid.uuid4())
        body = {"client_message_id": client_id, "text": text}
        response = await self._insist("POST", "/chat/messages", json=body)
        turn = str(response.json()["id"])
        talk.sent.append(Sent(client_id, text, turn, time.monotonic()))

    async def _insist(self, method: str, path: str, **more: Any) -> httpx.Response:
        while True:
            try:
                response = await self._http.request(
                    method, self._urls[0] + path, **more
                )
                if response.status_code < 400:
                    return response
                self.refused += 1
            except httpx.HTTPError:
                self._urls.append(self._urls.pop(0))
            await asyncio.sleep(0.2)

    async def _listen(self, talk: Talk) -> None:
        while True:
            try:
                async for event in self._events(talk):
                    talk.seen.append(event)
                    if event["event"] == "turn":
                        talk.at.setdefault(event["turn"], time.monotonic())
            except httpx.HTTPError:
                self._urls.append(self._urls.pop(0))
            await asyncio.sleep(0.1)

    async def _events(self, talk: Talk) -> AsyncIterator[dict[str, Any]]:
        after = talk.seen[-1]["id"] if talk.seen else 0
        url = f"{self._urls[0]}/chat/events?after={after}"
        if not self._streaming:
            response = await self._http.get(url)
            response.raise_for_status()
            for event in response.json()["events"]:
                yield event
            return
        accept = {"Accept": "text/event-stream"}
        async with self._http.stream("GET", url, headers=accept) as response:
            response.raise_for_status()
            async for line in response.aiter_lines():
                if line.startswith("data: {") and '"id"' in line:
                    yield json.loads(line.removeprefix("data: "))


async def play(
    urls: Sequence[str], scripts: Sequence[Script], *, people: int, pause: float
) -> list[Talk]:
    """`people` at once play the scripts; all talks, complete."""
    talks = [Talk(number, script) for number, script in enumerate(scripts)]
    return await play_talks(urls, talks, people=people, pause=pause)


async def play_talks(
    urls: Sequence[str], talks: list[Talk], *, people: int, pause: float
) -> list[Talk]:
    """The same with talks that stand already."""
    left = list(reversed(talks))

    async def one(number: int) -> None:
        turned = [*urls[number % len(urls) :], *urls[: number % len(urls)]]
        person = Person(turned, streaming=number % 2 == 0)
        await asyncio.sleep(pause * number / people)
        while left:
            await person.talk(left.pop(), pause=pause, patient=number % 4 < 2)
        await person.close()

    await asyncio.gather(*(one(number) for number in range(people)))
    return talks
