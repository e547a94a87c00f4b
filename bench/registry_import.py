"""Time and memory of importing an extract, on SQLite and on PostgreSQL.

python bench/registry_import.py [--rows 1000000] [--postgres URL]. The PostgreSQL named
(or TANYA_TEST_POSTGRES_URL) gets a database that is dropped at the end.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
from psycopg2 import errors

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.extract_maker import write  # noqa: E402

# shares of the rows, with the people first
SHARES = {"person": 0.3, "registration": 0.2, "contribution": 0.3, "claim": 0.2}


@contextmanager
def postgres(url: str) -> Iterator[str]:
    """A database that is dropped at the end."""
    name = f"tanya_bench_{os.getpid()}"
    server = psycopg2.connect(url)
    server.autocommit = True
    try:
        with server.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
            yield f"{url.rpartition('/')[0]}/{name}"
            _drop(cursor, name)
    finally:
        server.close()


def _drop(cursor: Any, name: str) -> None:
    """Again if the server's own housekeeping is at work in it."""
    for last in (False,) * 9 + (True,):
        try:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        except errors.InsufficientPrivilege:
            if last:
                raise
            time.sleep(3)
        else:
            return


def memory(process: int, what: str) -> int:
    """Kilobytes that a process holds now (VmRSS) or held at most (VmHWM)."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(lines[what].split()[0]) if what in lines else 0


def measure(url: str, files: list[Path], var: Path) -> tuple[float, list[int], int]:
    """Seconds, memory at each tenth of the time, and the most of it, in kilobytes."""
    environment = {"TANYA_REGISTRY_DATABASE": url, "TANYA_VAR": str(var)}
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "registry", "import", *map(str, files)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.DEVNULL,
    )
    seen: list[int] = []
    most = 0
    while process.poll() is None:
        seen.append(memory(process.pid, "VmRSS"))
        most = max(most, memory(process.pid, "VmHWM"))
        time.sleep(0.2)
    if process.returncode:
        raise SystemExit("the import failed")
    tenths = [seen[len(seen) * part // 10] for part in range(1, 10)]
    return time.monotonic() - began, tenths, most


def report(name: str, url: str, files: list[Path], rows: int, var: Path) -> None:
    """One line for a database, and one for the same files again."""
    seconds, tenths, most = measure(url, files, var)
    print(f"{name}: {rows:,} rows in {seconds:.0f} s, {rows / seconds:,.0f} a second")
    print(f"  most memory {most / 1024:.0f} MB; on the way", end=" ")
    print(", ".join(f"{each / 1024:.0f}" for each in tenths))
    again, _, _ = measure(url, files, var)
    print(f"  the same files again: {again:.1f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--postgres", default=os.environ.get("TANYA_TEST_POSTGRES_URL"))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        counts = {kind: int(chosen.rows * part) for kind, part in SHARES.items()}
        files = [write(place, kind, count) for kind, count in counts.items()]
        rows = sum(sum(1 for _ in path.open("rb")) - 1 for path in files)
        print(f"{sum(path.stat().st_size for path in files) / 1e6:.0f} MB of files")
        report("SQLite", f"sqlite:///{place}/registry.db", files, rows, place)
        if chosen.postgres:
            with postgres(chosen.postgres) as url:
                report("PostgreSQL", url, files, rows, place)


if __name__ == "__main__":
    main()
