"""Making the environment: once, from the lock, and again after an interruption."""

from __future__ import annotations

import shutil
import subprocess
from collections import namedtuple
from pathlib import Path

import pytest

from bot.launch import environment as subject
from bot.launch.environment import Environment, SetupFailed, make

BIN = Path(__file__).resolve().parents[2] / "bin"
LOCK = """\
absl-py==1.4.0 \\
    --hash=sha256:aa
setuptools==80.10.2 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
six==1.17.0 \\
    --hash=sha256:dd
"""


@pytest.fixture
def place(tmp_path):
    (tmp_path / "requirements.lock").write_text(LOCK)
    return Environment(tmp_path)


@pytest.fixture
def ran(monkeypatch):
    """What was run, in place of running it."""
    commands: list[list[str]] = []

    def run(environment, command):
        words = [str(word) for word in command]
        commands.append(words)
        if words[1:3] == ["-m", "venv"]:
            (environment.folder / "bin").mkdir(parents=True)
            environment.python.symlink_to("/bin/true")
            (environment.folder / "lib" / "python3.10" / "site-packages").mkdir(
                parents=True
            )

    monkeypatch.setattr(subject, "_run", run)
    return commands


def test_build_tools_come_first_and_everything_is_checked_against_hashes(place, ran):
    make(place)
    assert ran[0][1:3] == ["-m", "venv"]
    files = [command[-1] for command in ran[1:]]
    assert files == [str(place.folder / "build-tools.lock"), str(place.lock)]
    assert all("--require-hashes" in each and "--no-deps" in each for each in ran[1:])
    tools = Path(files[0]).read_text()
    assert tools == "".join(LOCK.splitlines(keepends=True)[2:5])


def test_nothing_is_run_again_while_the_lock_stays_the_same(place, ran):
    make(place)
    ran.clear()
    make(place)
    assert ran == []


def test_packages_are_installed_over_when_the_lock_changed(place, ran):
    make(place)
    ran.clear()
    place.lock.write_text(LOCK.replace("1.17.0", "1.18.0"))
    make(place)
    assert [command[-1] for command in ran][-1] == str(place.lock)
    assert all("venv" not in command for command in ran)
    assert place.is_complete()


def test_an_interrupted_install_starts_anew(place, ran, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(subject, "_install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            make(place)
    assert not place.is_complete()
    half = place.folder / "half-a-package"
    half.touch()
    make(place)
    assert place.is_complete()
    assert not half.exists()


def test_the_environment_is_made_anew_when_its_python_is_gone(place, ran):
    make(place)
    place.python.unlink()
    place.python.symlink_to("/nowhere/python")
    ran.clear()
    make(place)
    assert ran[0][1:3] == ["-m", "venv"]


def test_the_stamp_is_what_the_shell_takes_for_complete(place, ran):
    shutil.copytree(BIN, place.root / "bin")
    make(place)
    setup = [place.root / "bin" / "setup"]
    assert subprocess.run(setup).returncode == 0
    place.lock.write_text("other")
    # no longer complete: it looks for a Python, and finds none on this path
    bare = {"PATH": "/nowhere", "TANYA_PYTHON": "/nowhere/python"}
    assert subprocess.run(["/bin/sh", *setup], env=bare).returncode != 0


def test_an_environment_that_was_moved_is_not_taken_for_complete(place, ran, tmp_path):
    make(place)
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in (".venv", "requirements.lock"):
        (place.root / name).rename(moved / name)
    assert not Environment(moved).is_complete()
    make(Environment(moved))
    (link,) = (moved / ".venv").glob("lib/*/site-packages/tanya.pth")
    assert link.read_text() == f"{moved}\n"


def test_a_disk_that_is_too_small_is_told_before_anything_is_fetched(
    place, ran, monkeypatch
):
    usage = namedtuple("usage", "total used free")(10, 9, 10**9)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(SetupFailed, match=r"about 4 GB .* 1\.0 GB are free"):
        make(place)
    assert ran == []


def test_a_failing_install_names_the_reason_and_the_log(place):
    place.folder.mkdir()
    with pytest.raises(SetupFailed, match=r"ERROR: no such thing; all of it: .*log"):
        subject._run(
            place, ["sh", "-c", "echo fetching; echo ERROR: no such thing; exit 1"]
        )
