"""The engine with its default pipeline and with ours: start, memory, turns, training.

    python -m bench.brain [--epochs 100] [--messages 200] [--json FILE]

Both answer the same small assistant (bench/default_pipeline.py) over the engine's own
REST channel, one after the other on the same machine: what a turn costs besides our
dialogue, gateway and stores.
"""

from __future__ import annotations

import argparse
import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from bench import default_pipeline, measures
from bench.default_pipeline import Built
from bench.nlu_data import ROOT, examples

RESULTS = ROOT / "bench" / "results" / "brain.json"
_CLIENTS = 8
_START_SECONDS = 300
_STOP_SECONDS = 30
_TURNS = 10  # of one conversation


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A running engine."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self._process = process
        self._address = f"http://127.0.0.1:{port}/webhooks/rest/webhook"

    def turn(self, sender: str, text: str) -> float:
        """Say something; the milliseconds until the whole answer was there."""
        body = json.dumps({"sender": sender, "message": text}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self._address, body, headers)
        began = time.perf_counter()
        with urllib.request.urlopen(request, timeout=60) as answer:
            if not json.load(answer):
                raise RuntimeError("the engine said nothing")
        return (time.perf_counter() - began) * 1000

    def wait(self) -> float:
        """Seconds until the first answer."""
        began = time.monotonic()
        while time.monotonic() - began < _START_SECONDS:
            if self._process.poll() is not None:
                sys.exit("the engine stopped before it was ready")
            try:
                self.turn("start", "hi")
            except OSError:
                time.sleep(0.1)
            else:
                return time.monotonic() - began
        sys.exit("the engine did not start")

    def megabytes(self) -> float:
        """Memory that is in use now."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@contextmanager
def running(built: Built) -> Iterator[Server]:
    """An engine with this model, on a port of its own."""
    port = free_port()
    folder = built.path.parent.parent
    command = [sys.executable, "-m", "rasa", "run", "--model", str(built.path)]
    command += ["--port", str(port), "--interface", "127.0.0.1"]
    command += ["--credentials", str(folder / "credentials.yml")]
    with (folder / "run.log").open("wb") as log:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=default_pipeline.environment(),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Server(process, port)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:  # a busy machine; nothing is lost by it
            process.kill()
            process.wait()


def measure(built: Built, texts: Sequence[str]) -> dict[str, float]:
    """Start it, talk to it alone, then to eight at once."""
    with running(built) as server:
        told = {"start_seconds": server.wait()}
        if built.seconds is not None:
            told["training_seconds"] = built.seconds
        alone = [
            server.turn(f"one{number // _TURNS}", text)
            for number, text in enumerate(texts)
        ]
        told["turn_ms_p50"] = median(alone)
        told["turn_ms_p95"] = quantiles(alone, n=20)[-1]
        began = time.monotonic()
        with ThreadPoolExecutor(_CLIENTS) as pool:
            senders = [f"many{number // _TURNS}" for number in range(len(texts))]
            [*pool.map(server.turn, senders, texts)]
        told["messages_per_second"] = len(texts) / (time.monotonic() - began)
        told["memory_mb"] = server.megabytes()
    return {name: round(value, 1) for name, value in told.items()}


def main() -> None:
    """Build both, measure both, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--epochs", type=int, default=100, help="of the default")
    parser.add_argument("--messages", type=int, default=200)
    parser.add_argument("--json", type=Path, default=RESULTS, help="where to keep it")
    options = parser.parse_args()
    rows = measures.rows(ROOT / "bench" / "heldout" / "messages.csv")
    texts = [row.text for row in rows[:: max(1, len(rows) // options.messages)]]
    report: dict[str, dict[str, float]] = {}
    for name in ("ours", "default"):
        built = default_pipeline.build(name, examples(), epochs=options.epochs)
        report[name] = measure(built, texts)
        if name == "default":
            report[name]["epochs"] = options.epochs
        print(name, *(f"{key} {value:g}" for key, value in report[name].items()))
    options.json.parent.mkdir(parents=True, exist_ok=True)
    options.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
