"""`make run`: check, train if needed, seed, start, wait until ready, watch, stop."""

from __future__ import annotations

import os
import signal
import sys
import time
from types import FrameType
from typing import NoReturn

from bot import settings as settings_module
from bot.errors import (
    ConfigurationError,
    RegistryUnavailable,
    ServiceUnavailable,
    TanyaError,
)
from bot.launch import preflight, training
from bot.launch.processes import log_path
from bot.launch.readiness import is_ready
from bot.launch.supervision import Supervisor
from bot.settings import ROOT, Settings

READY_SECONDS = 180.0
RETRY_SECONDS = 5.0


class Stopped(BaseException):
    """Somebody asked to stop: Ctrl-C, a signal, a closed terminal."""


def main() -> None:
    """Exit 0 when stopped on request, 1 with one clear line when it cannot run."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop)
    os.umask(0o077)  # what people write is nobody else's on this machine
    try:
        _run(settings_module.load())
    except Stopped:
        sys.exit(0)
    except (TanyaError, OSError) as error:
        print(f"tanya: {error}", file=sys.stderr)
        sys.exit(1)


def _stop(_: int, __: FrameType | None) -> NoReturn:
    # once is enough: what follows is the orderly stop
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Stopped


def _run(settings: Settings) -> None:
    began = time.monotonic()
    if found := preflight.problems(settings):
        for line in found[:-1]:
            print(f"tanya: {line}", file=sys.stderr)
        raise ConfigurationError(found[-1])
    (settings.var / "log").mkdir(parents=True, exist_ok=True)
    with preflight.hold(settings.var):
        _prepare(settings)
        supervisor = Supervisor(settings)
        try:
            _wait_until_ready(settings, supervisor)
            _say_ready(settings, time.monotonic() - began)
            _watch(settings, supervisor)
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            supervisor.stop()
            print("Stopped.")


def _prepare(settings: Settings) -> None:
    if not training.is_current(settings.model):
        print("Training the model, since what it is made from changed ...", flush=True)
        print(f"Trained in {training.ensure_model(settings):.0f} s.", flush=True)
    from bot.registry.seed import prepare

    try:
        prepare(settings)
    except RegistryUnavailable as error:
        # questions of law need no records, and a look-up says that it cannot be done
        print(f"tanya: look-ups must wait: {error}", file=sys.stderr, flush=True)


def _wait_until_ready(settings: Settings, supervisor: Supervisor) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not is_ready(settings):
        _fail_if_lost(settings, supervisor)
        for state in supervisor.states():
            if state.state == "FATAL":
                log = log_path(settings, state.name)
                raise ServiceUnavailable(f"{state.name} does not start; see {log}")
        if time.monotonic() > deadline:
            logs = settings.var / "log"
            raise ServiceUnavailable(f"not ready in {READY_SECONDS:.0f} s; see {logs}")
        time.sleep(0.2)


def _fail_if_lost(settings: Settings, supervisor: Supervisor) -> None:
    if not supervisor.alive:
        log = log_path(settings, "supervisor.out")
        raise ServiceUnavailable(f"the supervisor ended; see {log}")


def _say_ready(settings: Settings, seconds: float) -> None:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104
    address = f"http://{host}:{settings.gateway_port}"
    print(f"Tanya is ready ({seconds:.0f} s).")
    print(f"  chat page   {address}/")
    print(f"  health      {address}/health/ready")
    print(f"  terminal    {ROOT / '.venv' / 'bin' / 'tanya'} chat --url {address}")
    if settings.telegram_token():
        print(f"  telegram    on ({settings.telegram_mode}); `tanya doctor` says more")
    if settings.sms_provider == "outbox":
        print(f"  codes       {settings.sms_outbox} (nothing is sent)")
    print(f"  logs        {settings.var / 'log'}")
    print("Ctrl-C stops it.", flush=True)


def _watch(settings: Settings, supervisor: Supervisor) -> None:
    """Until somebody stops us. A process that was given up is tried again, and told."""
    parent = os.getppid()
    under_make = "MAKELEVEL" in os.environ
    while True:
        time.sleep(1)
        _fail_if_lost(settings, supervisor)
        # killed outright, make hands nothing on
        if under_make and os.getppid() != parent:
            raise Stopped
        for state in supervisor.states():
            if state.state == "FATAL":
                log = log_path(settings, state.name)
                print(
                    f"tanya: {state.name} ends again and again; see {log}",
                    file=sys.stderr,
                )
                time.sleep(RETRY_SECONDS)
                supervisor.start(state.name)


if __name__ == "__main__":
    main()
