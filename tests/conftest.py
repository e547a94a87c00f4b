"""What all tests share: nothing is skipped in silence where everything must run."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

REQUIRE_ALL = bool(os.environ.get("TANYA_REQUIRE_ALL"))


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
