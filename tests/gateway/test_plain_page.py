"""The chat without scripts: a form, its answer, its choices, its refusals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import httpx
import pytest

from bot.gateway.limits import Limits, Rate
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually


class Reader:
    """A browser of long ago: forms, links, cookies, nothing else."""

    def __init__(self, url: str) -> None:
        self.http = httpx.Client(
            base_url=url, timeout=20, trust_env=False, follow_redirects=True
        )
        self.page = ""
        self.open()

    def open(self, query: str = "") -> httpx.Response:
        return self._see(self.http.get(f"/plain{query}"))

    def _see(self, response: httpx.Response) -> httpx.Response:
        self.page = response.text
        return response

    def field(self, name: str) -> str:
        found = re.search(f'name="{name}" value="([^"]*)"', self.page)
        assert found is not None, name
        return unescape(found.group(1))

    def send(self, **fields: str) -> httpx.Response:
        hidden = {name: self.field(name) for name in ("token", "client_id")}
        return self._see(self.http.post("/plain", data={**hidden, **fields}))

    def said(self) -> list[str]:
        found = re.findall(r"<b>.*?</b>\s*<p>(.*?)</p>", self.page, re.DOTALL)
        return [unescape(text) for text in found]


@pytest.fixture
def reader(gateway: Gateway) -> Iterator[Reader]:
    made = Reader(gateway.url)
    yield made
    made.http.close()


def test_a_message_is_answered_on_the_same_page(reader: Reader) -> None:
    reader.send(text="apa khabar")
    assert reader.said() == ["apa khabar", "echo: apa khabar"]
    assert "refresh" not in reader.page


def test_the_same_form_sent_twice_is_one_message(
    reader: Reader, brain: FakeBrain
) -> None:
    before = reader.page
    reader.send(text="sekali")
    reader.page = before
    reader.send(text="sekali")
    assert reader.said() == ["sekali", "echo: sekali"]
    assert len(brain.ran) == 1


def test_the_page_refreshes_itself_while_an_answer_is_due(
    reader: Reader, brain: FakeBrain
) -> None:
    reader.send(text="hai")
    brain.delay = 1.0
    header = {"X-Tanya": "1"}
    late = {"client_message_id": "12345678", "text": "lambat"}
    reader.http.post("/chat/messages", json=late, headers=header)
    reader.open()
    assert 'http-equiv="refresh"' in reader.page
    assert "Saya sedang menyediakan jawapan" in reader.page
    eventually(lambda: reader.open() and "echo: lambat" in reader.said())
    assert "refresh" not in reader.page


def test_a_choice_is_made_by_its_button_or_its_number(
    reader: Reader, brain: FakeBrain
) -> None:
    brain.script = lambda body: answered(
        str(body.get("payload") or body["text"]),
        buttons=[("Faedah", "/benefits"), ("Caruman", "/contribution")],
    )
    reader.send(text="menu")
    assert "1. Faedah" in reader.page
    reader.send(button=reader.field("button"))
    reader.send(text="2")
    pressed = ["menu", "menu", "Faedah", "/benefits"]
    assert reader.said() == [*pressed, "Caruman", "/contribution"]


def test_the_language_of_the_page_is_chosen_by_a_link(reader: Reader) -> None:
    reader.open("?language=en")
    assert "Your question" in reader.page
    reader.open()
    assert "Your question" in reader.page
    assert '<html lang="en">' in reader.page


def test_everything_is_deleted_when_asked(reader: Reader) -> None:
    reader.send(text="rahsia")
    reader.send(forget="1")
    assert "rahsia" not in reader.page
    assert reader.said() == []


def test_markup_that_a_person_writes_stays_text(reader: Reader) -> None:
    reader.send(text="<script>alert(1)</script>")
    assert "<script>alert" not in reader.page
    assert reader.said()[0] == "<script>alert(1)</script>"


def test_numbers_of_people_are_masked(reader: Reader) -> None:
    reader.send(text="ic saya 900101-10-5555")
    assert "900101" not in reader.page
    assert reader.said()[0] == "ic saya [IC ••••]"


def test_a_form_of_another_site_is_refused(reader: Reader, brain: FakeBrain) -> None:
    reader.http.headers["Origin"] = "https://evil.example"
    response = reader.send(text="hai")
    assert response.status_code == 403
    assert brain.ran == []


def test_a_form_without_its_token_is_refused_and_its_text_kept(
    reader: Reader, brain: FakeBrain
) -> None:
    del reader.http.cookies["tanya_form"]
    response = reader.send(text="soalan panjang saya")
    assert response.status_code == 403
    assert ">soalan panjang saya</textarea>" in reader.page
    assert brain.ran == []
    reader.send(text="soalan panjang saya")
    assert reader.said()[-1] == "echo: soalan panjang saya"


def test_who_sends_too_fast_keeps_the_text_and_is_told(
    make_gateway: MakeGateway,
) -> None:
    slow = Limits(messages=Rate(1, 0.01), local=Rate(2, 0.01))
    reader = Reader(make_gateway(limits=slow).url)
    reader.send(text="satu")
    for _ in range(3):
        response = reader.send(text="dua")
    assert response.status_code == 429
    assert ">dua</textarea>" in reader.page
    assert 'role="alert"' in reader.page
    reader.http.close()


def test_an_empty_form_is_no_message_and_says_so(
    reader: Reader, brain: FakeBrain
) -> None:
    assert reader.send(text="   ").status_code == 200
    assert "Mesej itu kosong." in reader.page
    reader.open("?language=en")
    assert 'role="alert"' not in reader.page
    reader.send(text="")
    assert "That message was empty." in reader.page
    assert reader.said() == []
    assert brain.ran == []


def test_an_empty_form_in_the_middle_keeps_what_was_said(reader: Reader) -> None:
    reader.send(text="apa khabar")
    reader.send(text=" ")
    assert reader.said() == ["apa khabar", "echo: apa khabar"]
    assert 'role="alert"' in reader.page
    reader.send(text="lagi")
    assert reader.said()[-1] == "echo: lagi"
    assert 'role="alert"' not in reader.page


@pytest.mark.parametrize(
    "body", [b"", b"%ff%fe=%00", b"a=1&" * 50, b"text=" + b"x" * 70_000]
)
def test_a_broken_form_is_refused_politely(reader: Reader, body: bytes) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    response = reader.http.post("/plain", content=body, headers=headers)
    assert 400 <= response.status_code < 500
    assert "<textarea" in response.text
