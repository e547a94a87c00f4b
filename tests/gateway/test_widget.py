"""The widget's choices, its end, an officer in it: in a real browser."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from bot.database import Database
from bot.gateway import conversations, handover, tables
from bot.gateway.outcomes import outcomes
from bot.settings import Settings
from tests.gateway.browser import bubbles, chromium, context, open_page, page, say
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered

pytestmark = pytest.mark.browser
__all__ = ["chromium", "context", "page"]  # fixtures


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


def test_an_officers_words_are_shown_as_an_officers(
    page: Any, settings: Settings
) -> None:
    say(page, "hai")
    bubbles(page, "echo: hai").wait_for()
    database = Database(settings.database("gateway"), tables=tables.metadata)
    with database.write() as connection:
        name = connection.execute(sa.select(tables.conversations.c.id)).scalar_one()
        conversations.move(connection, name, conversations.WAITING, now=time.time())
        handover.claim(connection, name, "agent-1", now=time.time())
        handover.speak(connection, name, "agent-1", "Saya Aina", now=time.time())
    database.close()
    page.reload()
    bubbles(page, "Saya Aina").wait_for()
    assert bubbles(page, "Saya Aina").locator("b").inner_text() == "Pegawai PERKESO"
    assert bubbles(page, "echo: hai").locator("b").count() == 0
