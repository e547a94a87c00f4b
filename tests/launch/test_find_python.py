"""Finding Python 3.10: a candidate is run before it is believed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BIN = Path(__file__).resolve().parents[2] / "bin"
REAL = Path(sys.executable).resolve()
TOOLS = ("sh", "dirname", "env", "cat")


@pytest.fixture
def machine(tmp_path):
    """A machine with a shell, an empty home and nothing else."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool))
    (tmp_path / "home").mkdir()
    return tmp_path


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def working(path: Path) -> Path:
    return program(path, f'exec "{REAL}" "$@"')


def shim(path: Path) -> Path:
    """As a version manager's, with no 3.10 chosen."""
    return program(path, "echo 'pyenv: python3.10: command not found' >&2; exit 127")


def find(machine: Path, *folders: Path, **environment: str):
    path = ":".join(str(each) for each in (*folders, machine / "tools"))
    return subprocess.run(
        [BIN / "find-python"],
        env={"PATH": path, "HOME": str(machine / "home"), **environment},
        capture_output=True,
        text=True,
    )


def test_python_on_the_path_is_taken(machine):
    python = working(machine / "bin" / "python3.10")
    assert find(machine, python.parent).stdout.strip() == str(python)


def test_plain_python3_is_taken_when_it_is_a_3_10(machine):
    python = working(machine / "bin" / "python3")
    assert find(machine, python.parent).stdout.strip() == str(python)


def test_a_shim_that_fails_is_passed_over_for_the_next_on_the_path(machine):
    shim(machine / "shims" / "python3.10")
    python = working(machine / "bin" / "python3.10")
    found = find(machine, machine / "shims", machine / "bin")
    assert found.stdout.strip() == str(python)


def test_another_version_under_the_right_name_is_passed_over(machine):
    program(machine / "bin" / "python3.10", "exit 1")
    found = find(machine, machine / "bin")
    assert found.returncode == 1


def test_a_python_without_venv_is_passed_over(machine):
    program(
        machine / "bin" / "python3.10",
        f'case "$*" in *venv*) exit 1;; esac; exec "{REAL}" "$@"',
    )
    assert find(machine, machine / "bin").returncode == 1


@pytest.mark.parametrize("variable", ["PYENV_ROOT", "HOME"])
def test_pyenv_versions_are_looked_through_when_only_shims_are_on_the_path(
    machine, variable
):
    root = machine / "home" / ".pyenv" if variable == "HOME" else machine / "elsewhere"
    shim(machine / "shims" / "python3.10")
    program(root / "versions" / "3.10.1" / "bin" / "python", "exit 127")
    python = working(root / "versions" / "3.10.13" / "bin" / "python")
    extra = {} if variable == "HOME" else {"PYENV_ROOT": str(root)}
    found = find(machine, machine / "shims", **extra)
    assert found.stdout.strip() == str(python)


def test_a_python_managed_by_uv_is_found_without_uv_on_the_path(machine):
    kept = machine / "home" / ".local" / "share" / "uv" / "python"
    python = working(kept / "cpython-3.10.19-linux-x86_64-gnu" / "bin" / "python3.10")
    assert find(machine).stdout.strip() == str(python)


def test_uv_itself_is_asked_when_it_is_on_the_path(machine):
    python = working(machine / "odd place" / "python3.10")
    program(machine / "bin" / "uv", f'[ "$1 $2" = "python find" ] && echo "{python}"')
    assert find(machine, machine / "bin").stdout.strip() == str(python)


def test_the_python_named_by_hand_wins(machine):
    working(machine / "bin" / "python3.10")
    chosen = working(machine / "mine" / "py")
    found = find(machine, machine / "bin", TANYA_PYTHON=str(chosen))
    assert found.stdout.strip() == str(chosen)


def test_a_useless_python_named_by_hand_is_an_error_and_no_other_is_taken(machine):
    working(machine / "bin" / "python3.10")
    found = find(machine, machine / "bin", TANYA_PYTHON="/nowhere/python")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.count("\n") == 1
    assert "TANYA_PYTHON is /nowhere/python" in found.stderr


def test_one_line_says_what_is_missing_when_there_is_no_python(machine):
    found = find(machine)
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.count("\n") == 1
    assert "no working Python 3.10" in found.stderr


@pytest.mark.parametrize("names", [("Darwin", "arm64"), ("Linux", "aarch64")])
def test_another_kind_of_machine_is_told_so_in_one_line(machine, names):
    system, processor = names
    program(
        machine / "bin" / "uname",
        f'if [ "$1" = -s ]; then echo {system}; else echo {processor}; fi',
    )
    done = subprocess.run(
        [BIN / "setup"],
        env={"PATH": f"{machine / 'bin'}:{machine / 'tools'}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"tanya: needs Linux on x86-64, this is {system} on {processor}\n"
    )
