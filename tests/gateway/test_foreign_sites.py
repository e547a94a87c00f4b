"""The widget on other sites: one script tag, a strict policy, a real browser."""

from __future__ import annotations

import dataclasses
import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot.settings import Settings
from tests.gateway.browser import bubbles, chromium, context, say
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain

pytestmark = pytest.mark.browser
__all__ = ["chromium", "context"]  # fixtures


class ForeignSite:
    """A site of somebody else, with a strict policy and one script tag of ours."""

    def __init__(self) -> None:
        self.widget = ""
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = (
                    '<!doctype html><html lang="en"><title>Site</title><h1>Site</h1>'
                    f'<p>{self.path}</p><a href="/second">on</a>'
                    f'<script src="{site.widget}/static/loader.js" defer></script>'
                ).encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", site.policy())
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Quiet."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://localhost:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def policy(self) -> str:
        kinds = ("script-src", "style-src", "connect-src")
        return "; ".join(["default-src 'none'", *(f"{k} {self.widget}" for k in kinds)])

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[ForeignSite]:
    made = ForeignSite()
    yield made
    made.close()


@pytest.fixture
def embedded(
    site: ForeignSite, settings: Settings, make_gateway: MakeGateway
) -> Gateway:
    """A gateway that lets `site` carry its widget."""
    made = make_gateway(dataclasses.replace(settings, allowed_origins=site.url))
    site.widget = made.url
    return made


def visit(context: Any, url: str) -> Any:
    opened = context.new_page()
    opened.complaints = []
    opened.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.on(
        "console",
        lambda said: (
            opened.complaints.append(said.text) if said.type == "error" else None
        ),
    )
    opened.goto(url)
    return opened


def opener(page: Any) -> Any:
    return page.get_by_role("button", name="Open the chat with Tanya")


@pytest.mark.usefixtures("embedded")
def test_one_script_tag_brings_the_chat_to_another_site(
    context: Any, site: ForeignSite
) -> None:
    page = visit(context, site.url)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    opener(page).click()
    say(page, "apa khabar")
    bubbles(page, "echo: apa khabar").wait_for()
    assert page.complaints == []
    assert all(url.startswith(site.widget) for url in requested), requested


@pytest.mark.usefixtures("embedded")
def test_the_chat_goes_on_over_the_pages_of_a_site(
    context: Any, site: ForeignSite
) -> None:
    page = visit(context, site.url)
    page.set_viewport_size({"width": 1200, "height": 800})
    opener(page).click()
    say(page, "satu")
    bubbles(page, "echo: satu").wait_for()
    page.get_by_role("link", name="on").click()
    page.wait_for_url("**/second")
    bubbles(page, "echo: satu").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.keyboard.press("Escape")  # not in the chat: nothing happens
    page.get_by_role("textbox").press("Escape")
    page.locator(".panel").wait_for(state="hidden")
    page.reload()
    opener(page).wait_for()
    assert page.locator("tanya-chat").count() == 0


def test_a_site_that_is_not_listed_gets_no_session(
    context: Any, site: ForeignSite, gateway: Gateway, brain: FakeBrain
) -> None:
    site.widget = gateway.url
    page = visit(context, site.url)
    opener(page).click()
    page.wait_for_timeout(1500)
    assert brain.calls == []
    assert page.locator("tanya-chat[ready]").count() == 0


def test_nothing_is_fetched_before_the_chat_is_opened(
    context: Any, site: ForeignSite, gateway: Gateway
) -> None:
    site.widget = gateway.url
    fetched: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(site.url)
    opener(page).wait_for()
    assert [url for url in fetched if url.startswith(gateway.url)] == [
        f"{gateway.url}/static/loader.js"
    ]
