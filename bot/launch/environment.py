"""Makes `.venv` from `requirements.lock`. Runs before anything is installed.

So it needs the standard library only, and imports nothing of the project. pip is used
as it comes with the interpreter, and the person's own pip configuration is honoured.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED_BYTES = 4 * 1000**3
# the few source packages are built with these: they come first, and from the lock too
BUILD_TOOLS = ("setuptools", "wheel")

Command = list["str | Path"]


class SetupFailed(Exception):
    """One clear line about why the environment cannot be made."""


class Environment:
    """The virtual environment below `root` and what says whether it is complete."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.lock = root / "requirements.lock"
        self.stamp = self.folder / "installed"
        self.begun = self.folder / "installing"
        self.log = self.folder / "install.log"

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def fingerprint(self) -> str:
        """As the shell writes it: the lock's sum, and where the project stands.

        An environment knows its own place, so one that was moved is mended.
        """
        total = hashlib.sha256(self.lock.read_bytes()).hexdigest()
        return f"{total}  - {self.root.resolve()}\n"

    def is_complete(self) -> bool:
        return (
            self.stamp.is_file()
            and self.stamp.read_text() == self.fingerprint()
            and self.starts()
        )

    def starts(self) -> bool:
        """Whether the interpreter in it is there and is a Python 3.10."""
        test: Command = [
            self.python,
            "-c",
            "import sys; exit(sys.version_info[:2] != (3, 10))",
        ]
        try:
            return subprocess.run(test, check=False).returncode == 0  # noqa: S603
        except OSError:
            return False


def make(environment: Environment) -> None:
    """Bring the environment to the state of the lock. Raises SetupFailed."""
    with _only_one(environment.lock):
        if environment.is_complete():
            return
        check_disk(environment.root)
        began = time.monotonic()
        print("Installing the packages of requirements.lock into .venv, once ...")
        _begin(environment)
        _install(environment)
        _link(environment)
        environment.stamp.write_text(environment.fingerprint())
        environment.begun.unlink()
        print(f"Installed in {time.monotonic() - began:.0f} s.")


def check_disk(root: Path) -> None:
    """Raises SetupFailed if the packages would not fit."""
    free = shutil.disk_usage(root).free
    if free < NEEDED_BYTES:
        raise SetupFailed(
            f"the packages need about {NEEDED_BYTES / 1e9:.0f} GB below {root}, "
            f"where {free / 1e9:.1f} GB are free"
        )


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    """Two commands started at once install after, not over, each other."""
    with lock.open("rb") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _begin(environment: Environment) -> None:
    # an install that was interrupted may have left half a package: start anew
    if environment.begun.exists() or not environment.starts():
        shutil.rmtree(environment.folder, ignore_errors=True)
        _run(environment, [sys.executable, "-m", "venv", environment.folder])
    environment.begun.touch()
    environment.log.write_text("")


def _install(environment: Environment) -> None:
    tools = environment.folder / "build-tools.lock"
    tools.write_text("".join(_entries(environment.lock.read_text(), BUILD_TOOLS)))
    pip: Command = [environment.python, "-m", "pip", "install", "--no-user"]
    pip += ["--no-input", "--no-deps", "--require-hashes", "--no-build-isolation"]
    _run(environment, [*pip, "-r", tools])
    _run(environment, [*pip, "-r", environment.lock])


def _entries(lock: str, names: tuple[str, ...]) -> Iterator[str]:
    """The lines of a lock file that belong to the packages `names`."""
    wanted = False
    for line in lock.splitlines(keepends=True):
        if not line.startswith((" ", "\t")):
            wanted = line.partition("==")[0] in names
        if wanted:
            yield line


def _link(environment: Environment) -> None:
    """`.venv/bin/tanya`, and `bot` importable from any folder."""
    (packages,) = environment.folder.glob("lib/python3*/site-packages")
    (packages / "tanya.pth").write_text(f"{environment.root}\n")
    command = environment.folder / "bin" / "tanya"
    command.unlink(missing_ok=True)
    command.symlink_to(Path("..", "..", "bin", "tanya"))


def _run(environment: Environment, command: Command) -> None:
    environment.folder.mkdir(exist_ok=True)
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_PROGRESS_BAR": "off"}
    with environment.log.open("ab") as log:
        done = subprocess.run(  # noqa: S603  its words are ours, none a person's
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, **quiet},
        )
    if done.returncode != 0:
        raise SetupFailed(f"installing failed ({_reason(environment.log)})")


def _reason(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    errors = [line for line in lines if line.startswith("ERROR:")] or lines[-1:]
    return f"{errors[0] if errors else 'no message'}; all of it: {log}"


def main() -> None:
    """Exit 0 when the environment stands, 1 with one clear line when it cannot."""
    try:
        make(Environment(ROOT))
    except (SetupFailed, OSError) as error:
        print(f"tanya: {error}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
