"""`make run` with stand-ins for the three processes: start, watch, stop, and faults.

The launcher runs as it is, in a copy of the tree whose processes start in no time.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.launch.readiness import status_of
from bot.launch.training import fingerprint, stamp_of
from tests.launch.machine import free_ports, processes_of

ROOT = Path(__file__).resolve().parents[2]

GATEWAY = """
import http.server, os
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("X-Process", str(os.getpid()))
        self.end_headers()
    def log_message(self, *_): pass
port = int(os.environ["TANYA_GATEWAY_PORT"])
http.server.HTTPServer(("127.0.0.1", port), Answer).serve_forever()
"""
WAITING = "import signal\nsignal.pause()\n"
CRASHING = "raise SystemExit('nothing to be done')\n"
RULEBOOK = "def load(path): return path\n"
ERRORS = "class RulebookError(Exception): pass\n"
SEED = "def prepare(settings): pass\n"


@dataclass
class Launched:
    """A launcher that was started, and what can be seen of it."""

    process: subprocess.Popen[str]
    var: Path
    port: int

    def line(self, pattern: str) -> str:
        """Its output up to the first line that matches."""
        for line in self.process.stdout:
            if re.search(pattern, line):
                return line
        raise AssertionError(f"no {pattern!r}; said {self.process.stderr.read()!r}")

    def pids(self) -> dict[str, int]:
        return processes_of(self.var)

    def is_gone(self) -> bool:
        """Kill what is left, the supervisor first, so that it brings nothing back."""
        left = self.pids()
        for _, pid in sorted(left.items(), reverse=True):
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        return not left

    def wait_for(self, condition, seconds: float = 15) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, self.pids()
            time.sleep(0.05)


def untold() -> dict[str, str]:
    """The environment without the settings of whoever runs the tests."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("TANYA_")
    }


@pytest.fixture
def tree(tmp_path):
    """The project with stand-ins for everything slow."""
    root = tmp_path / "tree"
    shutil.copytree(ROOT / "bot" / "launch", root / "bot" / "launch")
    for name in ("__init__.py", "errors.py", "settings.py"):
        shutil.copy(ROOT / "bot" / name, root / "bot" / name)
    stand_ins = {
        "gateway/__main__.py": GATEWAY,
        "brain/server.py": WAITING,
        "brain/action_server.py": WAITING,
        "rulebook/__init__.py": RULEBOOK,
        "rulebook/errors.py": ERRORS,
        "registry/seed.py": SEED,
    }
    for name, text in stand_ins.items():
        path = root / "bot" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    model = root / "models" / "tanya.tar.gz"
    model.parent.mkdir()
    model.touch()
    stamp_of(model).write_text(fingerprint(root))
    return root


@pytest.fixture
def launch(tree, tmp_path):
    """Starts the launcher; whatever is left of it ends with the test."""
    started: list[Launched] = []

    def start(**environment: str) -> Launched:
        gateway, brain, actions = free_ports(3)
        var = tmp_path / "var"
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "bot.launch"],
            cwd=tree,
            env={
                **untold(),
                "TANYA_VAR": str(var),
                "TANYA_GATEWAY_PORT": str(gateway),
                "TANYA_BRAIN_PORT": str(brain),
                "TANYA_ACTIONS_PORT": str(actions),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(Launched(process, var, gateway))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.wait_for(each.is_gone)
        each.process.communicate()


def gateway_ready(launched: Launched) -> bool:
    return status_of(launched.port, "/health/ready") == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_everything_is_gone_and_the_exit_code_is_0_when_it_is_stopped(launch, number):
    launched = launch()
    launched.line("is ready")
    assert f"http://127.0.0.1:{launched.port}/" in launched.line("chat page")
    assert set(launched.pids()) >= {
        "bot.gateway",
        "bot.brain.server",
        "bot.brain.action_server",
    }
    launched.process.send_signal(number)
    _, errors = launched.process.communicate(timeout=20)
    assert (launched.process.returncode, errors) == (0, "")
    assert launched.pids() == {}


@pytest.mark.parametrize(
    "name", ["bot.gateway", "bot.brain.server", "bot.brain.action_server"]
)
def test_a_process_that_is_killed_comes_back(launch, name):
    launched = launch()
    launched.line("is ready")
    before = launched.pids()[name]
    os.kill(before, signal.SIGKILL)
    launched.wait_for(lambda: launched.pids().get(name, before) != before)
    launched.wait_for(lambda: gateway_ready(launched))


def test_a_process_that_cannot_start_is_one_line_that_names_its_log(launch, tree):
    (tree / "bot" / "brain" / "server.py").write_text(CRASHING)
    (tree / "bot" / "gateway" / "__main__.py").write_text(WAITING)
    launched = launch()
    _, errors = launched.process.communicate(timeout=60)
    assert launched.process.returncode == 1
    log = launched.var / "log" / "brain.log"
    assert errors == f"tanya: brain does not start; see {log}\n"
    assert "nothing to be done" in log.read_text()
    assert launched.pids() == {}


def test_nothing_is_left_behind_when_the_launcher_itself_is_killed(launch):
    launched = launch()
    launched.line("is ready")
    launched.process.kill()
    launched.wait_for(lambda: not launched.pids())


def test_the_launcher_stops_what_a_killed_supervisor_left_and_says_so(launch):
    launched = launch()
    launched.line("Ctrl-C")
    time.sleep(1.5)  # one look at the processes
    os.kill(launched.pids()["supervisor.supervisord"], signal.SIGKILL)
    _, errors = launched.process.communicate(timeout=20)
    assert launched.process.returncode == 1
    assert "the supervisor ended" in errors
    assert errors.count("\n") == 1
    assert launched.pids() == {}


def test_a_second_assistant_on_the_same_var_is_refused(launch):
    first = launch()
    first.line("is ready")
    second = launch()
    _, errors = second.process.communicate(timeout=20)
    assert second.process.returncode == 1
    assert "another assistant is running" in errors
    assert gateway_ready(first)


def test_each_thing_in_the_way_is_a_line_and_nothing_is_started(launch, tree):
    (tree / "bot" / "rulebook" / "__init__.py").write_text(
        "from bot.rulebook.errors import RulebookError\n"
        "def load(path): raise RulebookError('skssr.yaml:7: unknown key')\n"
    )
    launched = launch(TANYA_HOST="192.0.2.1")
    output, errors = launched.process.communicate(timeout=20)
    assert (launched.process.returncode, output) == (1, "")
    first, second = errors.splitlines()
    assert first == ("tanya: the rulebook cannot be loaded: skssr.yaml:7: unknown key")
    assert second.startswith("tanya: cannot listen on 192.0.2.1:")


def test_a_setting_that_makes_no_sense_is_one_line(launch):
    launched = launch(TANYA_BRAIN_PORT="five")
    _, errors = launched.process.communicate(timeout=20)
    assert launched.process.returncode == 1
    assert errors == "tanya: TANYA_BRAIN_PORT must be int, not 'five'\n"


def test_state_is_readable_by_its_owner_alone(launch):
    launched = launch()
    launched.line("is ready")
    kept = [launched.var, *launched.var.rglob("*")]
    assert [path for path in kept if path.stat().st_mode & 0o077] == []


def test_no_secret_stands_in_the_supervisors_file(launch):
    launched = launch()
    launched.line("is ready")
    secret = (launched.var / "secrets" / "brain").read_text()
    assert secret not in (launched.var / "supervisor.conf").read_text()


def test_a_registry_in_trouble_is_told_and_keeps_nothing_from_starting(launch, tree):
    trouble = "from bot.errors import RegistryUnavailable\n" + SEED.replace(
        "pass", "raise RegistryUnavailable('the registry does not answer')"
    )
    (tree / "bot" / "registry" / "seed.py").write_text(trouble)
    launched = launch()
    launched.line("is ready")
    launched.process.send_signal(signal.SIGINT)
    _, errors = launched.process.communicate(timeout=20)
    assert launched.process.returncode == 0
    assert errors == "tanya: look-ups must wait: the registry does not answer\n"
