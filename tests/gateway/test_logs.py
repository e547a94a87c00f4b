"""What is logged: events with listed fields, never what people wrote."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from bot.gateway.logs import JsonLines, log, scrub
from tests.gateway.client import Person


def formatted(record: logging.LogRecord) -> dict[str, object]:
    line: dict[str, object] = json.loads(JsonLines().format(record))
    return line


@pytest.mark.parametrize(
    "text",
    ["900101-10-5555", "012-345 6789", "+60123456789", "a.b@c.my", "bot123:AAxx-9"],
)
def test_numbers_and_addresses_are_scrubbed(text: str) -> None:
    assert scrub(f"before {text} after") == "before # after"


def test_an_error_is_logged_by_type_and_place_without_its_message() -> None:
    try:
        raise ValueError("ic 900101105555")
    except ValueError:
        record = logging.LogRecord(
            "x", logging.ERROR, "f", 1, "it broke", None, sys.exc_info()
        )
    line = formatted(record)
    assert line["error"] == "ValueError"
    assert "900101105555" not in json.dumps(line)


def test_a_field_that_is_not_listed_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="text"):
        log(logging.getLogger("x"), "event", text="secret")


def test_no_text_is_logged_when_a_turn_is_taken(
    person: Person, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        person.ask("soalan rahsia 900101-10-5555")
    lines = [JsonLines().format(record) for record in caplog.records]
    assert any("turn_closed" in line for line in lines)
    assert not any("rahsia" in line or "900101" in line for line in lines)
