"""How long `make run` takes until it is ready: median of three, files cached."""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORTS = {"GATEWAY": "18080", "BRAIN": "15005", "ACTIONS": "15055"}


def main() -> None:
    """The model must stand already: run `make train` before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TANYA_VAR": str(Path(folder) / "var")}
        environment |= {f"TANYA_{name}_PORT": port for name, port in PORTS.items()}
        seconds = [one_start(environment) for _ in range(times)]
    print(f"median of {times}: {statistics.median(seconds):.1f} s until ready")


def one_start(environment: dict[str, str]) -> float:
    """Seconds from the command to its word that it is ready; then it is stopped."""
    began = time.monotonic()
    process = subprocess.Popen(
        ["make", "run"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("Tanya is ready"):
            break
    else:
        raise SystemExit("it did not start")
    seconds = time.monotonic() - began
    print(f"ready in {seconds:.1f} s")
    process.send_signal(signal.SIGTERM)
    process.communicate()
    return seconds


if __name__ == "__main__":
    main()
