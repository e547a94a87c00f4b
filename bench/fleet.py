"""An assistant of several processes, each brought back when it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import date

import httpx

from bot.settings import ROOT, Settings

PAUSE_SECONDS = 0.5  # before a process that died is started again, as a supervisor does
READY_SECONDS = 180.0
DAY = date(2026, 11, 23)  # that all of them live in
PYTHON = (sys.executable, "-W", "ignore", "-m")


@dataclass
class Fleet:
    """Gateways, brains and one action server on this machine."""

    settings: Settings  # where state is kept, and which model
    ports: list[int]  # one for each process
    gateways: int = 1
    brains: int = 1
    postgres: str = ""  # URL of an empty database; else SQLite
    more: dict[str, str] = field(default_factory=dict)  # further environment
    killed: list[str] = field(default_factory=list)
    _running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    _stopping: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.names = [f"gateway{n}" for n in range(self.gateways)]
        self.names += [f"brain{n}" for n in range(self.brains)]
        self.names.append("actions0")
        self._port = dict(zip(self.names, self.ports, strict=True))
        self.urls = [self._url(name) for name in self.names if "gateway" in name]
        self.brain_urls = [self._url(name) for name in self.names if "brain" in name]
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def _url(self, name: str) -> str:
        return f"http://127.0.0.1:{self._port[name]}"

    def __enter__(self) -> Fleet:
        for name in reversed(self.names):
            self._start(name)
        self._watcher.start()
        deadline = time.monotonic() + READY_SECONDS
        while not all(self.is_ready(url) for url in self.urls):
            if time.monotonic() > deadline:
                self.stop()
                raise SystemExit(f"not ready in time; see {self.settings.var}/*.log")
            time.sleep(0.2)
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End everything, politely first."""
        self._stopping.set()
        self._watcher.join()
        for process in self._running.values():
            process.send_signal(signal.SIGTERM)
        for process in self._running.values():
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    @staticmethod
    def is_ready(url: str) -> bool:
        """Whether a gateway has everything that an answer needs."""
        try:
            response = httpx.get(f"{url}/health/ready", timeout=5, trust_env=False)
        except httpx.HTTPError:
            return False
        return response.status_code == 200

    def alive(self, kind: str) -> list[str]:
        """Processes of a kind (gateway, brain, actions) that run now."""
        return [
            name
            for name, process in self._running.items()
            if name.startswith(kind) and process.poll() is None
        ]

    def pid(self, name: str) -> int:
        """Of a process that runs."""
        return self._running[name].pid

    def kill(self, name: str) -> None:
        """Kill -9; it is started again."""
        self._running[name].kill()
        self.killed.append(name)

    def _watch(self) -> None:
        while not self._stopping.wait(PAUSE_SECONDS):
            for name in self.names:
                if self._running[name].poll() is not None:
                    self._start(name)

    def _start(self, name: str) -> None:
        log = self.settings.var / f"{name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            self._running[name] = subprocess.Popen(
                self._command(name),
                cwd=ROOT,
                env=self._environment(name),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    def _command(self, name: str) -> list[str]:
        if name.startswith("gateway"):
            return [*PYTHON, "bot.gateway"]
        if name.startswith("brain"):
            model = str(self.settings.model.resolve())
            return [*PYTHON, "bot.brain.server", "--model", model]
        return [*PYTHON, "bot.brain.action_server"]

    def _environment(self, name: str) -> dict[str, str]:
        kind = name.rstrip("0123456789")
        owners = ("GATEWAY", "TRACKER", "IDENTITY") if self.postgres else ()
        return {
            **os.environ,
            "TANYA_VAR": str(self.settings.var.resolve()),
            "TANYA_TODAY": DAY.isoformat(),
            "TANYA_BRAIN_URLS": ",".join(self.brain_urls),
            "TANYA_BRAIN_SECRET": self.settings.secret("brain"),
            "TANYA_ACTIONS_PORT": str(self._port["actions0"]),
            "RASA_TELEMETRY_ENABLED": "false",
            "SANIC_HOST": "127.0.0.1",
            **{f"TANYA_{owner}_DATABASE": self.postgres for owner in owners},
            **self.more,
            f"TANYA_{kind.upper()}_PORT": str(self._port[name]),
        }
