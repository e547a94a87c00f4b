"""The day by which a claim may be expected comes from the law's own parameters."""

from __future__ import annotations

from datetime import date

import pytest

from actions import lookup

pytestmark = pytest.mark.rasa


def test_the_charter_is_read_from_the_law() -> None:
    on = date(2026, 11, 23)
    since = date(2026, 11, 20)
    found = lookup.charter("claim.act4.temporary_disablement", since, on=on)
    assert found == (5, date(2026, 11, 25))
    assert lookup.charter("claim.skssr.survivors", since, on=on) is None
    assert lookup.charter("claim.act4.no_such_benefit", since, on=on) is None
