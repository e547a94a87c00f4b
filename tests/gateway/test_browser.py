"""The widget in a real browser: by mouse, by keyboard, on a small screen, offline."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.gateway.browser import (
    bubbles,
    chromium,
    context,
    open_page,
    page,
    say,
)
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered

pytestmark = pytest.mark.browser
__all__ = ["chromium", "context", "page"]  # fixtures


def test_a_message_is_answered_under_a_strict_policy(page: Any) -> None:
    say(page, "apa khabar")
    bubbles(page, "echo: apa khabar").wait_for()
    assert page.locator(".typing").is_hidden()


def test_the_typing_sign_shows_while_an_answer_is_due(
    page: Any, brain: FakeBrain
) -> None:
    brain.delay = 0.8
    say(page, "apa khabar")
    page.locator(".typing").wait_for(state="visible")
    bubbles(page, "masih").wait_for()  # the notice
    bubbles(page, "echo").wait_for()
    page.locator(".typing").wait_for(state="hidden")


def test_a_quick_reply_is_sent_and_stays(page: Any, brain: FakeBrain) -> None:
    brain.script = lambda body: answered(
        str(body.get("payload")), buttons=[("Faedah", '/ask{"need":"x"}')]
    )
    say(page, "menu")
    page.get_by_role("button", name="Faedah").click()
    bubbles(page, '/ask{"need":"x"}').wait_for()
    assert page.get_by_role("button", name="Faedah").count() == 2


def test_the_language_is_switched_while_talking(page: Any, brain: FakeBrain) -> None:
    say(page, "apa khabar")
    bubbles(page, "echo").wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_placeholder("Type your question").wait_for()
    say(page, "apa itu perkeso dan caruman")
    bubbles(page, "echo: apa itu").wait_for()
    assert brain.calls[-1]["metadata"]["chosen_language"] == "en"
    assert page.locator(".panel").get_attribute("lang") == "en"


def test_each_reply_names_its_language(page: Any) -> None:
    say(page, "how much must a taxi driver pay every month")
    reply = bubbles(page, "echo: how much")
    reply.wait_for()
    assert reply.get_attribute("lang") == "en"


def test_the_conversation_is_there_after_a_reload(page: Any) -> None:
    say(page, "ingat saya 900101-10-5555")
    bubbles(page, "echo").wait_for()
    page.reload()
    bubbles(page, "ingat saya [IC ••••]").first.wait_for()
    say(page, "lagi")
    bubbles(page, "echo: lagi").wait_for()
    assert page.locator(".bubble.you").count() == 2


def test_a_second_tab_shows_what_the_first_one_says(
    context: Any, page: Any, gateway: Gateway
) -> None:
    say(page, "satu")
    bubbles(page, "echo: satu").wait_for()
    second = open_page(context, gateway)
    bubbles(second, "echo: satu").wait_for()
    say(second, "dua")
    bubbles(page, "echo: dua").wait_for()
    assert page.locator(".bubble.you").count() == 2


def test_messages_written_offline_are_sent_once_when_back(
    context: Any, page: Any, brain: FakeBrain
) -> None:
    say(page, "satu")
    bubbles(page, "echo: satu").wait_for()
    context.set_offline(True)
    say(page, "dua")
    say(page, "tiga")
    page.locator(".status", has_text=re.compile(r"\w")).wait_for()
    context.set_offline(False)
    bubbles(page, "echo: tiga").wait_for()
    said = page.locator(".bubble.bot").all_inner_texts()
    assert [text.split("echo: ")[-1] for text in said if "echo" in text] == [
        "satu",
        "dua",
        "tiga",
    ]
    assert len(brain.ran) == 3
    page.complaints = [c for c in page.complaints if "INTERNET_DISCONNECTED" not in c]


def test_a_message_sent_while_the_gateway_restarts_arrives(
    page: Any, gateway: Gateway
) -> None:
    say(page, "satu")
    bubbles(page, "echo: satu").wait_for()
    gateway.stop()
    say(page, "dua")
    page.locator(".status", has_text=re.compile(r"\w")).wait_for()
    gateway.start()
    bubbles(page, "echo: dua").wait_for()
    page.complaints = [c for c in page.complaints if "Failed to load" not in c]


def test_markup_in_a_reply_is_text_and_only_known_links_are_links(
    page: Any, brain: FakeBrain
) -> None:
    text = (
        "<img src=x onerror=alert(1)> javascript:alert(1)\n"
        "https://www.perkeso.gov.my/x. https://evil.example https://gov.my.evil.example"
    )
    brain.script = lambda _: answered(text)
    say(page, "hai")
    bubbles(page, "<img").wait_for()
    links = page.locator(".bubble a")
    assert [link.get_attribute("href") for link in links.all()] == [
        "https://www.perkeso.gov.my/x"
    ]
    assert page.locator(".bubble img").count() == 0


def test_the_conversation_can_be_deleted(page: Any) -> None:
    say(page, "lupakan")
    bubbles(page, "echo: lupakan").wait_for()
    page.get_by_role("button", name="Lagi").click()
    page.get_by_role("button", name="Padam", exact=False).first.click()
    page.get_by_role("alertdialog").get_by_role("button").first.click()
    bubbles(page, "lupakan").first.wait_for(state="detached")
    say(page, "baru")
    bubbles(page, "echo: baru").wait_for()
    page.reload()
    bubbles(page, "echo: baru").wait_for()
    assert bubbles(page, "lupakan").count() == 0


def test_the_conversation_can_be_hidden_at_once(page: Any) -> None:
    say(page, "rahsia")
    bubbles(page, "echo: rahsia").wait_for()
    page.locator(".tool").first.click()
    bubbles(page, "rahsia").first.wait_for(state="hidden")
    page.locator(".cover button").click()
    bubbles(page, "echo: rahsia").wait_for()


def test_everything_can_be_done_by_keyboard(page: Any, brain: FakeBrain) -> None:
    brain.script = lambda body: answered(
        f"kata: {body.get('payload') or body.get('text')}", buttons=[("Ya", "/yes")]
    )
    reached = []
    for _ in range(20):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            "() => { const e = document.querySelector('tanya-chat').shadowRoot"
            ".activeElement; return e && [e.className || e.lang || e.tagName,"
            " getComputedStyle(e).outlineStyle]; }"
        )
        if focus:
            reached.append(focus[0])
            assert focus[1] != "none", f"{focus[0]} does not show its focus"
        if focus and focus[0] == "TEXTAREA":
            break
    assert {"ms", "en", "tool", "log", "TEXTAREA"} <= set(reached)
    page.keyboard.type("hai")
    page.keyboard.press("Enter")
    bubbles(page, "kata: hai").wait_for()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    bubbles(page, "kata: /yes").wait_for()


@pytest.mark.parametrize(("width", "height"), [(320, 568), (640, 400), (1280, 800)])
def test_nothing_overflows(
    page: Any, brain: FakeBrain, width: int, height: int
) -> None:
    brain.script = lambda _: answered("W" * 300, buttons=[("M" * 60, "/x")])
    page.set_viewport_size({"width": width, "height": height})
    say(page, "x" * 200)
    bubbles(page, "WWW").wait_for()
    inside = page.evaluate(
        "() => { const root = document.querySelector('tanya-chat').shadowRoot;"
        " return [...root.querySelectorAll('.log, .panel, header, .tools, .composer')]"
        ".every((e) => e.scrollWidth <= e.clientWidth + 1); }"
    )
    assert inside
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("textbox").is_visible()


def test_the_widget_brought_by_one_script_tag_opens_and_closes(
    context: Any, gateway: Gateway
) -> None:
    page = context.new_page()
    page.route(
        f"{gateway.url}/host",
        lambda route: route.fulfill(
            body='<script type="module" src="/static/tanya.js"></script><p>Laman</p>',
            content_type="text/html",
        ),
    )
    page.goto(f"{gateway.url}/host")
    page.locator("tanya-chat[ready]").wait_for(state="attached")
    page.locator(".opener").click()
    say(page, "hai")
    bubbles(page, "echo: hai").wait_for()
    page.keyboard.press("Escape")
    page.locator(".panel").wait_for(state="hidden")
    assert (
        page.evaluate(
            "document.querySelector('tanya-chat').shadowRoot.activeElement.className"
        )
        == "opener"
    )


def test_the_page_without_scripts_names_the_hotline(
    chromium: Any, gateway: Gateway
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(gateway.url)
    assert "1-300-22-8000" in page.locator("body").inner_text()
    context.close()


def test_roles_and_labels_are_those_a_screen_reader_needs(page: Any) -> None:
    log = page.get_by_role("log")
    assert log.get_attribute("aria-live") == "polite"
    assert log.get_attribute("aria-label")
    assert page.get_by_role("textbox", name="Soalan anda").count() == 1
    unnamed = page.evaluate(
        "() => [...document.querySelector('tanya-chat').shadowRoot"
        ".querySelectorAll('button')].filter((b) => !(b.ariaLabel || b.innerText"
        " || b.textContent).trim()).length"
    )
    assert unnamed == 0
