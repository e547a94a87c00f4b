"""A gateway and a brain that tests can break, both over real HTTP."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.gateway.__main__ import Server
from bot.gateway.bus import Bus
from tests.launch.machine import free_ports

Script = Callable[[dict[str, Any]], Any]


def free_port() -> int:
    (port,) = free_ports(1)
    return port


def eventually(check: Callable[[], Any], *, seconds: float = 10.0) -> Any:
    """What `check` gives once it is true. Looks less often the longer it takes."""
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        found = check()
        if found:
            return found
        time.sleep(min(0.02 + passed / 10, 0.1))
    raise AssertionError("it never came true")


class Cuttable(Server):
    """Can be stopped as a machine stops that loses its power."""

    cut = False

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self.cut:
            for task in list(self.server_state.tasks):
                task.cancel()
            for connection in list(self.server_state.connections):
                connection.transport.abort()
        await super().shutdown(sockets)


class Threaded:
    """An application served from a thread."""

    def __init__(self, app: Starlette, port: int, bus: Bus | None = None) -> None:
        config = uvicorn.Config(
            app,
            host="127.0.0.1",
            port=port,
            log_config=None,
            access_log=False,
            ws="none",
            loop="asyncio",  # closes quietly when cut off
            timeout_graceful_shutdown=1,
        )
        self.url = f"http://127.0.0.1:{port}"
        self.server = Cuttable(config, bus or Bus())
        self._thread = threading.Thread(target=self.server.run, daemon=True)

    def start(self) -> None:
        self._thread.start()
        eventually(lambda: self.server.started or not self._thread.is_alive())
        assert self.server.started

    def stop(self, *, abruptly: bool = False) -> None:
        self.server.cut = abruptly
        self.server.should_exit = True
        self._thread.join(15)
        assert not self._thread.is_alive()


def echo(body: dict[str, Any]) -> dict[str, Any]:
    said = body.get("payload") or body.get("text")
    return answered(f"echo: {said}")


def answered(*texts: str, **more: Any) -> dict[str, Any]:
    """An answer of the brain with these messages."""
    messages = [{"text": text, "buttons": []} for text in texts]
    if "buttons" in more:
        messages[-1]["buttons"] = [
            {"title": title, "payload": payload}
            for title, payload in more.pop("buttons")
        ]
    status = {"status": "answered", "awaiting": None, "chosen_language": None}
    return {**status, "messages": messages, **more}


@dataclass
class FakeBrain:
    """Answers as scripted, remembers answers by message id as the brain does."""

    port: int = field(default_factory=free_port)
    secret: str = "a secret"
    script: Script = echo
    calls: list[dict[str, Any]] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)
    known: dict[tuple[str, str], Any] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)
    healthy: bool = True
    delay: float = 0.0
    busy: int = 0  # turns that it has now
    most_busy: int = 0
    _served: Threaded | None = None

    def reset(self) -> None:
        self.script, self.delay, self.healthy = echo, 0.0, True
        self.calls, self.ran, self.known = [], [], {}
        self.forgotten = []
        self.most_busy = 0
        if self._served is None:
            self.start()

    def start(self) -> FakeBrain:
        routes = [
            Route("/webhooks/tanya/turn", self._turn, methods=["POST"]),
            Route("/webhooks/tanya/health", self._health),
            Route("/webhooks/tanya/forget", self._forget, methods=["POST"]),
        ]
        self._served = Threaded(Starlette(routes=routes), self.port)
        self._served.start()
        return self

    def stop(self, *, abruptly: bool = False) -> None:
        if self._served is not None:
            self._served.stop(abruptly=abruptly)
            self._served = None

    async def _forget(self, request: Request) -> Response:
        assert request.headers["x-tanya-secret"] == self.secret
        self.forgotten.append((await request.json())["conversation"])
        return JSONResponse({"events": 3})

    async def _turn(self, request: Request) -> Response:
        assert request.headers["x-tanya-secret"] == self.secret
        body = await request.json()
        # of this test: a request that outlives its test must not speak in the next
        ran, known = self.ran, self.known
        name = (body["conversation"], body["message_id"])
        self.calls.append(body)
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        try:
            await asyncio.sleep(self.delay)
        finally:
            self.busy -= 1
        if name in known:
            return JSONResponse(known[name])
        answer = self.script(body)
        if isinstance(answer, int):
            return PlainTextResponse("broken", status_code=answer)
        if isinstance(answer, str):
            return PlainTextResponse(answer)
        if isinstance(answer, dict) and answer.get("retry"):
            return JSONResponse(answer)
        ran.append(body["message_id"])
        known[name] = answer
        return JSONResponse(answer)

    async def _health(self, _: Request) -> Response:
        return JSONResponse({"model": self.healthy, "actions": self.healthy})
