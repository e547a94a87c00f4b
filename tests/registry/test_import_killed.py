"""An import that is killed at any moment goes on, and ends as if nothing had been."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.registry.engine import writing_engine
from bot.registry.extract.importing import import_extracts
from bot.registry.schema import upgrade
from bot.registry.staging import extract_file
from bot.registry.tables import contribution, person
from tests.registry.extracts import csv_file, good, rejected

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 12_000
BAD_EVERY = 50


@pytest.fixture
def files(tmp_path):
    """Two files with a bad line now and then, larger than some batches."""
    people = (
        good(
            "person",
            ic=f"720314{number // 10_000:02d}{number % 10_000:04d}",
            phone="" if number % BAD_EVERY else "12",
        )
        for number in range(PEOPLE)
    )
    payments = (
        good(
            "contribution",
            ic=f"720314{number // 10_000:02d}{number % 10_000:04d}",
            receipt=f"R-{number}",
            employer_code="",
        )
        for number in range(PEOPLE)
    )
    return [
        csv_file(tmp_path / "person.csv", *people),
        csv_file(tmp_path / "contribution.csv", *payments),
    ]


def started(url: str, files: list[Path], report: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bot.cli", "registry", "import", *map(str, files)]
    return subprocess.Popen(
        [*command, "--report", str(report)],
        cwd=ROOT,
        env={**os.environ, "TANYA_REGISTRY_DATABASE": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def lines_staged(url: str) -> int:
    engine = writing_engine(url)
    with engine.connect() as connection:
        read = sa.select(sa.func.sum(extract_file.c.lines_read))
        found = connection.execute(read).scalar_one() or 0
    engine.dispose()
    return int(found)


def counted(url: str) -> tuple[int, ...]:
    engine = writing_engine(url)
    with engine.connect() as connection:
        found = tuple(
            connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()
            for table in (person, contribution)
        )
    engine.dispose()
    return found


def kill_when(process: subprocess.Popen[bytes], condition) -> bool:
    """Whether it was killed before it ended."""
    while process.poll() is None:
        if condition():
            process.send_signal(signal.SIGKILL)
            process.wait()
            process.stdout.close()
            return process.returncode == -signal.SIGKILL
        time.sleep(0.005)
    process.stdout.close()
    return False


def test_an_import_killed_again_and_again_loses_and_doubles_nothing(
    url, files, tmp_path
):
    report = tmp_path / "rejected.jsonl"
    engine = writing_engine(url)
    upgrade(engine)
    engine.dispose()
    places = []
    for step in (1, 6_000, 14_000, 2 * PEOPLE):
        process = started(url, files, report)
        assert kill_when(process, lambda step=step: lines_staged(url) >= step)
        places.append(lines_staged(url))
        assert counted(url) == (0, 0), "nothing is in force before all of it is"
    assert places == sorted(places), "each went on where the last one was killed"
    outcomes = import_extracts(url, files, report=report, progress=lambda _: None)
    bad = PEOPLE // BAD_EVERY
    assert [(each.read, each.accepted) for each in outcomes] == [
        (PEOPLE, PEOPLE - bad)
    ] * 2
    assert counted(url) == (PEOPLE - bad, PEOPLE - bad)
    reasons = [reason for _, reason, _ in rejected(report)]
    assert reasons == ["not_a_telephone_number"] * bad + ["unknown_person"] * bad
