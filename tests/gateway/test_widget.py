"""The widget on other people's sites, its choices, its end: in a real browser."""

from __future__ import annotations

import dataclasses
import http.server
import threading
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from bot.database import Database
from bot.gateway import tables
from bot.gateway.outcomes import outcomes
from bot.settings import Settings
from tests.gateway.browser import bubbles, chromium, context, open_page, page, say
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered

pytestmark = pytest.mark.browser
__all__ = ["chromium", "context", "page"]  # fixtures


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


def test_choices_are_numbered_and_can_be_typed(page: Any, brain: FakeBrain) -> None:
    brain.script = lambda body: answered(
        f"kata: {body.get('payload') or body['text']}",
        buttons=[("Faedah", "/benefits"), ("Caruman", "/contribution")],
    )
    say(page, "menu")
    page.get_by_role("button", name="1. Faedah").wait_for()
    say(page, "2")
    bubbles(page, "kata: /contribution").wait_for()
    say(page, "54")
    bubbles(page, "kata: 54").wait_for()


def test_an_unanswered_message_can_be_asked_again(page: Any, brain: FakeBrain) -> None:
    brain.script = lambda _: 500
    say(page, "soalan saya")
    page.get_by_text("tidak dijawab").wait_for()
    brain.reset()
    page.get_by_role("button", name="Hantar semula").click()
    bubbles(page, "echo: soalan saya").wait_for()
    assert page.get_by_text("tidak dijawab").count() == 0


def test_a_person_is_asked_for_with_one_press(page: Any, brain: FakeBrain) -> None:
    page.get_by_role("button", name="Hubungi pegawai").click()
    bubbles(page, "echo: Saya ingin").wait_for()
    assert len(brain.ran) == 1


def test_the_conversation_is_saved_as_text(page: Any) -> None:
    say(page, "apa khabar")
    bubbles(page, "echo: apa khabar").wait_for()
    page.get_by_role("button", name="Lagi").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Simpan sebagai teks").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert "Perbualan dengan Tanya" in text
    assert "Anda: apa khabar" in text
    assert "Tanya: echo: apa khabar" in text
    assert download.value.suggested_filename == "tanya.txt"


def kept_outcomes(settings: Settings) -> list[tuple[Any, ...]]:
    database = Database(settings.database("gateway"), tables=tables.metadata)
    with database.read() as connection:
        rows = connection.execute(
            sa.select(
                outcomes.c.channel,
                outcomes.c.language,
                outcomes.c.solved,
                outcomes.c.reason,
            )
        ).all()
    database.close()
    return [tuple(row) for row in rows]


def end_of(page: Any, *names: str) -> None:
    page.get_by_role("button", name="Lagi").click()
    page.get_by_role("button", name="Tamatkan sembang ini").click()
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
    page.get_by_text("Sembang ini telah tamat.").wait_for()


def test_the_end_asks_whether_the_answer_was_found(
    page: Any, settings: Settings
) -> None:
    say(page, "apa khabar")
    bubbles(page, "echo: apa khabar").wait_for()
    end_of(page, "Tidak", "Jawapan tidak mencukupi")
    assert kept_outcomes(settings) == [("web", "ms", False, "not_enough")]
    assert bubbles(page, "echo: apa khabar").count() == 1
    say(page, "baru")
    bubbles(page, "echo: baru").wait_for()
    page.reload()
    bubbles(page, "echo: baru").wait_for()
    assert bubbles(page, "apa khabar").count() == 0


def test_nobody_has_to_say_how_it_went(page: Any, settings: Settings) -> None:
    say(page, "apa khabar")
    bubbles(page, "echo: apa khabar").wait_for()
    page.get_by_role("button", name="Lagi").click()
    page.get_by_role("button", name="Tamatkan sembang ini").click()
    page.keyboard.press("Escape")
    assert page.get_by_role("alertdialog").count() == 0
    say(page, "lagi satu")
    bubbles(page, "echo: lagi satu").wait_for()
    end_of(page, "Tamatkan tanpa menjawab")
    assert kept_outcomes(settings) == []


def test_another_tab_learns_that_the_chat_has_ended(
    context: Any, page: Any, gateway: Gateway
) -> None:
    say(page, "satu")
    bubbles(page, "echo: satu").wait_for()
    second = open_page(context, gateway)
    bubbles(second, "echo: satu").wait_for()
    end_of(page, "Ya")
    second.get_by_text("Sembang ini telah tamat.").wait_for()


def test_the_browser_keeps_nothing_of_what_was_said(page: Any) -> None:
    say(page, "rahsia saya 900101-10-5555")
    bubbles(page, "echo").wait_for()
    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    assert kept == '[{},{},""]'


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"solved": "yes"}, "solved"),
        ({"solved": True, "reason": "not_enough"}, "reason"),
        ({"solved": False, "reason": "because"}, "reason"),
        ({"reason": "not_enough"}, "reason"),
    ],
)
def test_an_outcome_that_is_none_is_refused(
    gateway: Gateway, body: dict[str, Any], code: str
) -> None:
    person = gateway.person()
    response = person.http.post("/chat/end", json=body)
    assert response.status_code == 422
    assert response.json()["error"]["code"] == code


def test_ending_twice_is_ending_once(gateway: Gateway, settings: Settings) -> None:
    person = gateway.person()
    person.end_of(person.send("hai"))
    end = partial(person.http.post, "/chat/end", json={"solved": True})
    cookies = dict(person.http.cookies)
    assert end().status_code == 200
    person.http.cookies.update(cookies)
    assert end().status_code == 200
    assert kept_outcomes(settings) == [("web", "ms", True, None)]
