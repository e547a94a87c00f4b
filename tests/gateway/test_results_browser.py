"""Results in the widget: shown, taken away in every window, and deleted on wish."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.identity.opening import open_identity
from bot.registry.sql import SqlRecords
from tests.gateway.browser import bubbles, chromium, context, open_page, page, say
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered
from tests.gateway.test_results import BODY, NUMBER

pytestmark = pytest.mark.browser
__all__ = ["chromium", "context", "page"]  # fixtures


@pytest.fixture
def shows_results(gateway: Gateway, brain: FakeBrain) -> Iterator[None]:
    records = SqlRecords(gateway.settings.database("registry"))
    identity = open_identity(gateway.settings, records)

    def script(body: dict[str, Any]) -> dict[str, Any]:
        said, where = body.get("text"), body["conversation"]
        if said == "tuntutan":
            kept = identity.keep_result(where, BODY, message_id=body["message_id"])
            return answered(kept)
        view = {"sembunyi": "hide", "padam": "forget"}.get(str(said))
        return answered(f"echo: {said}", view=view)

    brain.script = script
    yield
    identity.close()
    identity.ground.database.close()
    records.close()


def test_hiding_takes_a_result_away_in_every_window(
    page: Any, context: Any, gateway: Gateway, shows_results: None
) -> None:
    say(page, "tuntutan")
    bubbles(page, NUMBER).first.wait_for()
    other = open_page(context, gateway)
    bubbles(other, NUMBER).first.wait_for()
    say(page, "sembunyi")
    for window in (page, other):
        bubbles(window, "tidak lagi dipaparkan").wait_for()
        assert bubbles(window, NUMBER).count() == 0
    page.reload()
    bubbles(page, "tidak lagi dipaparkan").wait_for()
    assert bubbles(page, NUMBER).count() == 0


def test_deleting_leaves_an_empty_conversation_that_goes_on(
    page: Any, shows_results: None
) -> None:
    say(page, "rahsia saya")
    bubbles(page, "echo: rahsia saya").wait_for()
    say(page, "padam")
    bubbles(page, "echo: padam").wait_for()
    assert bubbles(page, "rahsia").count() == 0
    say(page, "lagi")
    bubbles(page, "echo: lagi").wait_for()
    page.reload()
    bubbles(page, "echo: lagi").wait_for()
    assert bubbles(page, "rahsia").count() == 0
