"""What must hold before anything is started, each told in one clear line."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from bot.errors import ConfigurationError
from bot.settings import Settings

NEEDED_BYTES = 200 * 1000**2
PROBE_BYTES = 1000**2
# the kernel's limit for the address of a local socket, less the file's own name
LONGEST_SOCKET_PATH = 107


def problems(settings: Settings) -> list[str]:
    """One line for everything that is in the way; none means that all is well."""
    return [
        *broken_parameters(settings),
        *busy_ports(settings),
        *unusable_var(settings),
    ]


def broken_parameters(settings: Settings) -> Iterator[str]:
    from bot import rulebook
    from bot.rulebook.errors import RulebookError

    try:
        rulebook.load(settings.parameters)
    except (RulebookError, OSError) as error:
        yield f"the rulebook cannot be loaded: {error}"


def busy_ports(settings: Settings) -> Iterator[str]:
    wanted = (
        ("TANYA_GATEWAY_PORT", settings.host, settings.gateway_port),
        ("TANYA_BRAIN_PORT", "127.0.0.1", settings.brain_port),
        ("TANYA_ACTIONS_PORT", "127.0.0.1", settings.actions_port),
    )
    for name, host, port in wanted:
        if reason := _cannot_listen(host, port):
            yield f"cannot listen on {host}:{port} ({name}): {reason}"


def _cannot_listen(host: str, port: int) -> str | None:
    if not 0 < port < 65536:
        return "there is no such port"
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return "another program is using it"
        return error.strerror or str(error)
    return None


def unusable_var(settings: Settings) -> Iterator[str]:
    """State is written here all the time: it must take files and have room."""
    try:
        settings.var.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(settings.var).free
        if free < NEEDED_BYTES:
            yield (
                f"the disk of {settings.var} (TANYA_VAR) is full: {free / 1e6:.0f} MB "
                f"are free, {NEEDED_BYTES / 1e6:.0f} MB are needed"
            )
            return
        _write_probe(settings.var / f".probe.{os.getpid()}")
    except OSError as error:
        reason = error.strerror or error
        yield f"cannot write below {settings.var} (TANYA_VAR): {reason}"
        return
    if len(str(settings.var / "supervisor.sock")) > LONGEST_SOCKET_PATH:
        yield f"the path of {settings.var} (TANYA_VAR) is too long for a socket"


def _write_probe(path: Path) -> None:
    # a quota or a file system's reserve shows only when something is written
    try:
        path.write_bytes(b"\0" * PROBE_BYTES)
    finally:
        path.unlink(missing_ok=True)


def hold(var: Path) -> IO[str]:
    """Keep `var` to this assistant for as long as the file returned is open.

    Raises ConfigurationError if another one is running on it.
    """
    handle = (var / "running").open("w")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        handle.close()
        raise ConfigurationError(
            f"another assistant is running on {var} (TANYA_VAR)"
        ) from None
    return handle
