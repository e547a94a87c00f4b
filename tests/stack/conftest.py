"""The whole assistant, started once for all tests that talk to it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot import settings as settings_module
from bot.launch.readiness import is_ready
from bot.launch.training import ensure_model
from bot.settings import ROOT, Settings
from tests.launch.machine import free_ports, processes_of

MODULES = {
    "gateway": "bot.gateway",
    "brain": "bot.brain.server",
    "actions": "bot.brain.action_server",
}
START_SECONDS = 180


@dataclass(frozen=True)
class Running:
    """A started assistant: where it is, and ways to disturb it."""

    settings: Settings
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        return self.settings.gateway_url

    @property
    def var(self) -> Path:
        return self.settings.var

    def pid(self, name: str) -> int | None:
        """Of `gateway`, `brain` or `actions`; None while it is down."""
        return processes_of(self.var).get(MODULES[name])

    def kill(self, name: str) -> int:
        """Kill a process outright; the id that it had."""
        pid = self.pid(name)
        assert pid is not None, f"{name} is not running"
        os.kill(pid, signal.SIGKILL)
        return pid

    def is_ready(self) -> bool:
        return is_ready(self.settings)

    def wait_until(self, condition: Callable[[], bool], *, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "waited in vain"
            time.sleep(0.1)

    def environment(self) -> dict[str, str]:
        """For commands that are to talk to this assistant."""
        return _environment(self.settings)


def _environment(settings: Settings) -> dict[str, str]:
    return {
        **os.environ,
        "TANYA_VAR": str(settings.var),
        # answers say their day; golden conversations are of one day
        "TANYA_TODAY": "2026-11-23",
        "TANYA_MODEL": str(settings.model),
        "TANYA_GATEWAY_PORT": str(settings.gateway_port),
        "TANYA_BRAIN_PORT": str(settings.brain_port),
        "TANYA_ACTIONS_PORT": str(settings.actions_port),
    }


def elsewhere(settings: Settings, var: Path) -> Settings:
    """The same assistant with a `var` and ports of its own."""
    gateway, brain, actions = free_ports(3)
    return replace(
        settings,
        var=var,
        gateway_port=gateway,
        brain_port=brain,
        actions_port=actions,
    )


@contextmanager
def started(settings: Settings) -> Iterator[Running]:
    """Started as `make run` starts it, and ready; stopped at the end."""
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "bot.launch"],
        cwd=ROOT,
        env=_environment(settings),
        stdout=subprocess.DEVNULL,
    )
    running = Running(settings, process)
    try:
        running.wait_until(
            lambda: running.is_ready() or process.poll() is not None,
            seconds=START_SECONDS,
        )
        assert process.poll() is None, "it ended at once; see standard error"
        yield running
    finally:
        process.terminate()
        process.wait(timeout=60)


@pytest.fixture(scope="session")
def trained_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings of an assistant of our own, its model trained if it was stale."""
    usual = settings_module.load()
    ensure_model(usual)
    return elsewhere(usual, tmp_path_factory.mktemp("assistant") / "var")


@pytest.fixture(scope="session")
def running_assistant(trained_settings: Settings) -> Iterator[Running]:
    """One assistant for all tests that do not change how it is set up."""
    with started(trained_settings) as running:
        yield running
