"""What all tests share: nothing is skipped in silence where everything must run."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests import postgres, workers

REQUIRE_ALL = bool(os.environ.get("TANYA_REQUIRE_ALL"))
# a developer's own bot hears nothing of the tests: empty, it wins over `.env`
os.environ["TANYA_TELEGRAM_TOKEN"] = ""
# how long an example takes tells of the machine, not of the code
settings.register_profile(
    "patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("patient")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[
    None, pytest.TestReport, pytest.TestReport
]:
    """With TANYA_REQUIRE_ALL set, a test that would be skipped fails."""
    report = yield
    return _forbid_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[
    None, pytest.CollectReport, pytest.CollectReport
]:
    """The same for a whole module."""
    report = yield
    return _forbid_skip(report)


def _forbid_skip(report):  # type: ignore[no-untyped-def]
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipping is not allowed here: {report.longrepr}"
    return report


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """For `-n auto`."""
    return workers.count()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> workers.Sharing:
    """Whatever `--dist` says."""
    return workers.Sharing(config, log)


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """An empty PostgreSQL database that no other test sees."""
    with postgres.new_postgres() as url:
        yield url


def pytest_sessionfinish() -> None:
    """The databases of this process go when all of its tests are done."""
    postgres.drop_all()
