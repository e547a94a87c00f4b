"""A real browser, and what a person does in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gateway.conftest import Gateway

CHROMIUM = os.environ.get("TANYA_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no Chromium at {CHROMIUM}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Any) -> Iterator[Any]:
    opened = chromium.new_context(
        locale="ms-MY", viewport={"width": 390, "height": 844}
    )
    opened.set_default_timeout(10_000)
    yield opened
    opened.close()


def open_page(context: Any, gateway: Gateway) -> Any:
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            page.complaints.append(message.text) if message.type == "error" else None
        ),
    )
    page.goto(gateway.url)
    page.wait_for_selector("tanya-chat[ready]")
    return page


@pytest.fixture
def page(context: Any, gateway: Gateway) -> Iterator[Any]:
    opened = open_page(context, gateway)
    yield opened
    assert opened.complaints == [], opened.complaints


def say(page: Any, text: str) -> None:
    page.get_by_role("textbox").fill(text)
    page.get_by_role("textbox").press("Enter")


def bubbles(page: Any, text: str) -> Any:
    return page.locator(".bubble", has_text=text)
