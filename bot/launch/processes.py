"""The processes of the assistant, and the supervisor's file that keeps them alive."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass, fields
from pathlib import Path

from bot.settings import PREFIX, ROOT, Settings


@dataclass(frozen=True)
class Process:
    """One program: what is run, how long it takes to start and may take to stop."""

    name: str
    command: list[str]
    starts_in: int
    stops_in: int


def all_processes(settings: Settings) -> list[Process]:
    """In the order in which they are needed: the gateway is the last to stop."""
    python = [sys.executable, "-W", "ignore", "-m"]
    brain = [*python, "bot.brain.server", "--model", str(settings.model.resolve())]
    return [
        Process("gateway", [*python, "bot.gateway"], starts_in=5, stops_in=15),
        Process("brain", brain, starts_in=15, stops_in=20),
        Process("actions", [*python, "bot.brain.action_server"], 5, stops_in=15),
    ]


def environment(settings: Settings) -> dict[str, str]:
    """What the processes are told: the settings as they were read, once."""
    told = {
        PREFIX + field.name.upper(): str(_absolute(getattr(settings, field.name)))
        for field in fields(Settings)
    }
    return {
        **os.environ,
        **told,
        "TANYA_BRAIN_SECRET": settings.secret("brain"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SANIC_HOST": "127.0.0.1",
        "PYTHONUNBUFFERED": "1",
    }


def _absolute(value: object) -> object:
    return value.resolve() if isinstance(value, Path) else value


def socket_path(settings: Settings) -> Path:
    """Where the supervisor answers questions about its processes."""
    return settings.var.resolve() / "supervisor.sock"


def log_path(settings: Settings, name: str) -> Path:
    """Where a process writes what it has to say."""
    return settings.var.resolve() / "log" / f"{name}.log"


def write_configuration(settings: Settings) -> Path:
    """The supervisor's file, below `var`; it holds no secret."""
    path = settings.var.resolve() / "supervisor.conf"
    parts = [_HEAD.format(**_escaped(_head_values(settings)))]
    parts += [_program(settings, process) for process in all_processes(settings)]
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


def _head_values(settings: Settings) -> dict[str, str]:
    return {
        "socket": str(socket_path(settings)),
        "log": str(log_path(settings, "supervisor")),
        "pid": str(settings.var.resolve() / "supervisor.pid"),
    }


def _program(settings: Settings, process: Process) -> str:
    values = {
        "name": process.name,
        "command": shlex.join(process.command),
        "folder": str(ROOT),
        "log": str(log_path(settings, process.name)),
        "starts_in": str(process.starts_in),
        "stops_in": str(process.stops_in),
    }
    return _PROGRAM.format(**_escaped(values))


def _escaped(values: dict[str, str]) -> dict[str, str]:
    # the supervisor expands %(name)s in every value
    return {name: value.replace("%", "%%") for name, value in values.items()}


_HEAD = """\
[supervisord]
nodaemon=true
silent=true
umask=077
logfile={log}
logfile_maxbytes=5MB
logfile_backups=1
pidfile={pid}

[unix_http_server]
file={socket}
chmod=0600

[rpcinterface:supervisor]
supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface
"""

_PROGRAM = """\
[program:{name}]
command={command}
directory={folder}
autorestart=true
startsecs={starts_in}
startretries=3
stopsignal=TERM
stopwaitsecs={stops_in}
stopasgroup=true
killasgroup=true
redirect_stderr=true
stdout_logfile={log}
stdout_logfile_maxbytes=10MB
stdout_logfile_backups=2
"""
