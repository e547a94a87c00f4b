"""What tests see of this machine: free ports, and the processes of one assistant."""

from __future__ import annotations

import socket
from contextlib import suppress
from pathlib import Path

from tests.workers import some_port


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on, all different, and given to nobody else."""
    found: list[int] = []
    while len(found) < count:
        port = some_port()
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            found.append(port)
    return found


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
