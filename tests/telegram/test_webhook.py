"""Where Telegram brings updates: proven, kept, acknowledged; nothing breaks it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.gateway.telegram.config import PATH, Config
from bot.gateway.telegram.webhook import MOST_BYTES, SECRET_HEADER
from bot.settings import Settings
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, eventually
from tests.telegram.fake import FakeTelegram, message, person

AMINAH = 111_222_333
Bring = Callable[..., httpx.Response]


@pytest.fixture
def hooked(make_gateway: MakeGateway, pace: None, settings: Settings) -> Gateway:
    return make_gateway(replace(settings, telegram_mode="webhook"))


@pytest.fixture
def bring(hooked: Gateway) -> Iterator[Bring]:
    config = Config.read(hooked.settings)
    assert config is not None
    headers = {SECRET_HEADER: config.webhook_secret}
    with httpx.Client(base_url=hooked.url, timeout=90, trust_env=False) as client:

        def post(update: Any, **more: Any) -> httpx.Response:
            kind = "content" if isinstance(update, bytes) else "json"
            body: dict[str, Any] = {"headers": headers, kind: update, **more}
            return client.post(PATH, **body)

        yield post


def update(number: int, text: str = "hai", chat: int = AMINAH) -> dict[str, Any]:
    return {"update_id": number, "message": message(chat, number, text)}


def test_an_update_is_answered_once_however_often_it_is_brought(
    bring: Bring, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    for number in (1, 2, 1, 3, 2, 1, 3, 3):
        assert bring(update(number, f"soalan {number}")).status_code == 200
    expected = ["echo: soalan 1", "echo: soalan 2", "echo: soalan 3"]
    assert telegram.until(AMINAH, 3) == expected
    assert len(brain.calls) == 3


def test_updates_that_come_out_of_order_are_all_answered(
    bring: Bring, telegram: FakeTelegram
) -> None:
    for number in (5, 3, 4, 1, 2):
        bring(update(number, f"soalan {number}"))
    assert len(telegram.until(AMINAH, 5)) == 5


@pytest.mark.parametrize("secret", [None, "", "wrong", "é" * 8])
def test_whoever_does_not_know_the_secret_is_refused(
    bring: Bring, brain: FakeBrain, secret: str | None
) -> None:
    headers = {} if secret is None else {SECRET_HEADER: secret.encode()}
    assert bring(update(1), headers=headers).status_code == 403
    assert brain.calls == []


BROKEN: list[Any] = [
    b"",
    b"not json",
    b"[" * 100_000,
    b"\xff\xfe",
    b'"' + b"x" * MOST_BYTES + b'"',
    [],
    None,
    5,
    {},
    {"update_id": "x"},
    {"update_id": 1},
    {"update_id": 1, "message": "x"},
    {"update_id": 1, "message": {}},
    {"update_id": 1, "message": {"message_id": 1, "date": "x", "chat": 5}},
    {"update_id": 1, "callback_query": {"id": 5}},
    {"update_id": 1, "my_chat_member": []},
    {"update_id": 1, "message": message(1 << 70, 1, "besar")},
    json.dumps({"update_id": 1, "x": "\ud800"}).encode(),
]


def test_what_cannot_be_understood_is_acknowledged_and_left(
    bring: Bring, telegram: FakeTelegram
) -> None:
    for place, body in enumerate(BROKEN):
        assert bring(body).status_code == 200, place
    strange = update(8, "\ud800 \x00 hai")
    assert bring(json.dumps(strange).encode()).status_code == 200
    assert telegram.until(AMINAH, 1)[0].endswith("hai")


def test_an_update_that_cannot_be_kept_is_asked_for_again(
    bring: Bring, telegram: FakeTelegram, hooked: Gateway
) -> None:
    bring(update(1, "satu"))
    telegram.until(AMINAH, 1)
    path = Path(hooked.settings.var) / "gateway.db"
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert bring(update(2, "dua")).status_code == 503
        other.execute("ROLLBACK")
    other.close()
    assert bring(update(2, "dua")).status_code == 200
    assert telegram.until(AMINAH, 2)[1] == "echo: dua"


def test_other_methods_are_refused(hooked: Gateway) -> None:
    assert httpx.get(f"{hooked.url}{PATH}", trust_env=False).status_code == 405


def test_without_a_token_there_is_no_route(
    make_gateway: MakeGateway,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TANYA_TELEGRAM_TOKEN", "")
    gateway = make_gateway(settings)
    answer = httpx.post(f"{gateway.url}{PATH}", json={}, trust_env=False)
    assert answer.status_code == 404
    assert gateway.person().ask("hai") == ["echo: hai"]


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**65), 2**65)
    | st.text(max_size=20)
    | st.sampled_from([person(AMINAH), message(AMINAH, 1, "x")]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "message",
                    "chat",
                    "id",
                    "type",
                    "from",
                    "text",
                    "date",
                    "data",
                    "photo",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)
hostile = st.fixed_dictionaries(
    {"update_id": st.integers(0, 2**40)},
    optional={
        "message": values,
        "edited_message": values,
        "callback_query": values,
        "my_chat_member": values,
        "channel_post": values,
    },
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(update=hostile)
def test_no_shape_of_an_update_breaks_the_webhook(bring: Bring, update: Any) -> None:
    assert bring(update).status_code == 200


def test_acknowledging_slows_down_while_many_turns_wait(
    bring: Bring, telegram: FakeTelegram, brain: FakeBrain, monkeypatch: Any
) -> None:
    from bot.gateway.telegram import channel

    monkeypatch.setattr(channel, "MOST_OPEN", 1)
    brain.delay = 0.5
    answer = bring(update(1))
    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() >= 0.3
    eventually(lambda: telegram.texts(AMINAH))
