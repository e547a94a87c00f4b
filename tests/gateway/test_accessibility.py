"""axe looks at every state of the widget: WCAG 2.2 AA, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.gateway.browser import bubbles, chromium, context, open_page, page, say
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered

pytestmark = pytest.mark.browser
__all__ = ["chromium", "context", "page"]  # fixtures
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def findings(page: Any) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": LEVELS}}
    complaints = list(getattr(page, "complaints", ()))
    results = Axe().run(page, options=options).response
    page.complaints = complaints  # the policy forbids axe a style of its own
    assert results["passes"], "axe saw nothing to look at"
    return [
        f"{found['id']}: {[node['html'][:120] for node in found['nodes']]}"
        for found in results["violations"]
    ]


def greeted(_: Any) -> None:
    """As it opens."""


def talked(page: Any) -> None:
    say(page, "menu")
    bubbles(page, "jawapan").wait_for()


def more(page: Any) -> None:
    talked(page)
    page.get_by_role("button", name="Lagi").click()


def deleting(page: Any) -> None:
    more(page)
    page.get_by_role("button", name="Padam", exact=False).first.click()


def ending(page: Any) -> None:
    more(page)
    page.get_by_role("button", name="Tamatkan sembang ini").click()


def reasons(page: Any) -> None:
    ending(page)
    page.get_by_role("button", name="Tidak", exact=True).click()


def ended(page: Any) -> None:
    reasons(page)
    page.get_by_role("button", name="Jawapan tidak mencukupi").click()
    page.get_by_text("Sembang ini telah tamat.").wait_for()


def hidden(page: Any) -> None:
    talked(page)
    page.locator(".tool").first.click()


STATES = [greeted, talked, more, deleting, ending, reasons, ended, hidden]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing(
    page: Any, brain: FakeBrain, state: Callable[[Any], None], dark: bool
) -> None:
    brain.script = lambda _: answered(
        "jawapan https://www.perkeso.gov.my/x",
        buttons=[("Faedah", "/a"), ("Caruman", "/b")],
    )
    page.emulate_media(
        color_scheme="dark" if dark else "light", reduced_motion="reduce"
    )
    state(page)
    assert findings(page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_the_plain_page(
    context: Any, gateway: Gateway, brain: FakeBrain, dark: bool
) -> None:
    brain.script = lambda _: answered(
        "jawapan", buttons=[("Faedah", "/a"), ("B", "/b")]
    )
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(f"{gateway.url}/plain")
    page.get_by_role("textbox").fill("hai")
    page.get_by_role("button", name="Hantar").click()
    page.get_by_text("jawapan").wait_for()
    assert findings(page) == []


def test_focus_goes_where_a_keyboard_expects_it(page: Any) -> None:
    def focused() -> str:
        script = (
            "() => document.querySelector('tanya-chat').shadowRoot.activeElement"
            "?.textContent"
        )
        return str(page.evaluate(script))

    page.get_by_role("button", name="Lagi").press("Enter")
    assert focused() == "Simpan sebagai teks"
    page.keyboard.press("Escape")
    assert focused() == "Lagi"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused() == "Ya"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused() == "Soalan saya tidak difahami"
    page.keyboard.press("Escape")
    assert focused() == "Lagi"


def test_text_at_twice_its_size_stays_within_the_page(
    context: Any, gateway: Gateway
) -> None:
    page = open_page(context, gateway)
    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    say(page, "apa khabar")
    bubbles(page, "echo: apa khabar").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    assert page.get_by_role("textbox").is_visible()
