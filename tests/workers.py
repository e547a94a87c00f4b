"""How tests are shared out when several workers run them, as `make test` does.

The tests of a file stay together and in their order: what a module sets up is set up
once. One worker alone starts the whole assistant, and begins with that.
"""

from __future__ import annotations

import os
import random

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

MOST = 2  # more are not tried: kills and faults keep two cores busy at times
ASSISTANT = "tests/stack"
# these begin before all others, which follow by their number of tests
LONGEST = (
    ASSISTANT,
    "tests/gateway/test_hostile.py",
    "tests/brain/test_components.py",
    "tests/launch/test_assistant.py",
    "tests/identity/test_guessing.py",
    "tests/gateway/test_turns.py",
    "tests/telegram/test_polling.py",
    "tests/telegram/test_kill.py",
)
PORTS = range(10_000, 32_000)  # none that the system gives to connections
_given: set[int] = set()


def count() -> int:
    """How many workers this machine has room for."""
    return min(MOST, len(os.sched_getaffinity(0)))


def some_port() -> int:
    """One that no other worker and no other test of this one is given."""
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    mine = [port for port in PORTS[number::workers] if port not in _given]
    port = random.SystemRandom().choice(mine)
    _given.add(port)
    return port


class Sharing(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out files whole; all that start the assistant count as one file."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return ASSISTANT if file.startswith(f"{ASSISTANT}/") else file

    def _assign_work_unit(self, node: WorkerController) -> None:
        longest = next((name for name in LONGEST if name in self.workqueue), None)
        if longest is not None:
            self.workqueue.move_to_end(longest, last=False)
        super()._assign_work_unit(node)
