"""Kill -9 under load: what was accepted ends once, in order, and its own see it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench.history import summary
from bench.kills import KINDS, Run, run
from bot.settings import Settings

pytestmark = [pytest.mark.stack, pytest.mark.timeout(900)]

RATE, SECONDS, KILLS = 5.0, 60.0, 3  # messages a second, seconds, of each process


def check(done: Run) -> None:
    found = summary(done.talks)
    assert done.wrong == [], found
    assert found["messages"] >= RATE * SECONDS
    assert found["answered"] + found["apologised"] == found["messages"]
    assert found["answered"] > 0, found
    assert done.looked_up > 0, "nobody saw their own claims"
    for kind in KINDS:
        assert sum(name.startswith(kind) for name in done.killed) == KILLS


def test_nothing_is_lost_or_doubled_on_sqlite(
    trained_settings: Settings, tmp_path: Path
) -> None:
    settings = replace(trained_settings, var=tmp_path / "var")
    check(run(settings, rate=RATE, seconds=SECONDS, kills=KILLS, seed=1))


@pytest.mark.postgres
def test_nothing_is_lost_or_doubled_with_two_gateways_and_two_brains(
    trained_settings: Settings, tmp_path: Path, postgres_url: str
) -> None:
    settings = replace(trained_settings, var=tmp_path / "var")
    done = run(
        settings,
        rate=RATE,
        seconds=SECONDS,
        kills=KILLS,
        seed=2,
        gateways=2,
        brains=2,
        postgres=postgres_url,
    )
    check(done)
