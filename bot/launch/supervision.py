"""The supervisor as an object: started, asked, stopped, and never left behind."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Any, cast
from xmlrpc.client import Fault, ServerProxy

from bot.launch.processes import (
    environment,
    log_path,
    socket_path,
    write_configuration,
)
from bot.settings import ROOT, Settings

STOP_SECONDS = 30.0
_PR_SET_PDEATHSIG = 1
_SUPERVISORD = (sys.executable, "-W", "ignore", "-m", "supervisor.supervisord")


@dataclass(frozen=True)
class ProcessState:
    """What the supervisor says of one process: RUNNING, STARTING, FATAL ..."""

    name: str
    state: str
    pid: int


class Supervisor:
    """`supervisord` in the foreground, as a child of this process."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: set[int] = set()
        configuration = write_configuration(settings)
        socket_path(settings).unlink(missing_ok=True)
        output = log_path(settings, "supervisor.out")
        with output.open("wb") as log:
            self._child = subprocess.Popen(  # noqa: S603  no word is a person's
                [*_SUPERVISORD, "-n", "-c", str(configuration)],
                cwd=ROOT,
                env=environment(settings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is ours to hand on, once
                preexec_fn=_die_with_parent,
            )

    @property
    def alive(self) -> bool:
        return self._child.poll() is None

    def states(self) -> list[ProcessState]:
        """Of all processes; empty while the supervisor does not answer."""
        try:
            answer = cast("list[dict[str, Any]]", self._ask("getAllProcessInfo"))
        except (OSError, Fault):
            return []
        states = [
            ProcessState(str(row["name"]), str(row["statename"]), int(row["pid"]))
            for row in answer
        ]
        self._known = {state.pid for state in states if state.pid}
        return states

    def start(self, name: str) -> None:
        """Try a process again that the supervisor has given up."""
        with contextlib.suppress(OSError, Fault):
            self._ask("startProcess", name, False)

    def _ask(self, method: str, *arguments: object) -> object:
        from supervisor.xmlrpc import (  # type: ignore[import-untyped]
            SupervisorTransport,
        )

        address = f"unix://{socket_path(self._settings)}"
        transport = SupervisorTransport(None, None, serverurl=address)
        with ServerProxy("http://localhost", transport=transport) as server:
            return getattr(server.supervisor, method)(*arguments)

    def stop(self) -> None:
        """All processes end, politely first; returns when none is left."""
        if self.alive:
            self.states()
            self._child.terminate()
            try:
                self._child.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._child.kill()
                self._child.wait()
        self._sweep()
        socket_path(self._settings).unlink(missing_ok=True)

    def _sweep(self) -> None:
        """A supervisor that was killed leaves its processes: each leads a group."""
        for chosen in (signal.SIGTERM, signal.SIGKILL):
            deadline = time.monotonic() + 10
            self._known = {pid for pid in self._known if _signal(pid, chosen)}
            while self._known and time.monotonic() < deadline:
                time.sleep(0.1)
                self._known = {pid for pid in self._known if _signal(pid, 0)}


def _signal(group: int, number: int) -> bool:
    """Whether there was anybody in the process group to hear it."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def _die_with_parent() -> None:
    """Linux: if the launcher is killed outright, the supervisor stops everything."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
