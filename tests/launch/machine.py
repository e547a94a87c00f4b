"""What tests see of this machine: free ports, and the processes of one assistant."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from pathlib import Path


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on, all different."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def processes_of(var: Path) -> dict[str, int]:
    """Process ids by module name of all that were started with this `var`."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_text().split("\0")
            told = (folder / "environ").read_bytes()
        except OSError:
            continue
        if f"TANYA_VAR={var}\0".encode() in told:
            name = next((w for w in words if w.startswith(("bot.", "superv"))), "")
            found[name] = int(folder.name)
    return found
