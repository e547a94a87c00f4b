"""Look-up results on Telegram: opened at delivery, brief, and taken away again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.gateway.telegram import removal
from bot.identity.opening import open_identity
from bot.identity.service import Identity
from bot.registry.sql import SqlRecords
from bot.settings import Settings
from tests.gateway.conftest import QUICK, Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually
from tests.telegram.fake import FakeTelegram

AMINAH = 111_222_333
BODY = {
    "kind": "contributions",
    "as_at": "2026-11-23T10:30:00+08:00",
    "items": [
        {
            "scheme": "skssr",
            "status": "credited",
            "amount": "120.00",
            "receipt": "DEMO-RESIT-4711",
            "received_on": "2026-03-02",
            "cover_from": "2026-03-02",
            "cover_until": "2027-03-01",
        }
    ],
}


@pytest.fixture
def identity(gateway: Gateway) -> Iterator[Identity]:
    records = SqlRecords(gateway.settings.database("registry"))
    identity = open_identity(gateway.settings, records)
    yield identity
    identity.ground.database.close()
    identity.close()
    records.close()


def show(
    identity: Identity, telegram: FakeTelegram, brain: FakeBrain, chat: int
) -> str:
    """What `chat` gets for a result, which the brain knows as a reference."""

    def script(body: dict[str, str]) -> object:
        name, turn = body["conversation"], body["message_id"]
        token = identity.keep_result(name, BODY, message_id=turn)
        return answered(f"Ini hasilnya:\n\n{token}")

    brain.script = script
    telegram.say(chat, "caruman saya")
    text = telegram.until(chat, 1)[0]
    brain.script = lambda _: answered("baik")
    return text


def test_a_result_is_opened_at_delivery_and_tells_dates_only(
    identity: Identity, gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    text = show(identity, telegram, brain, AMINAH)
    assert "2 Mac 2026" in text
    assert "[[" not in text
    assert "120" not in text
    assert "4711" not in text
    stored = Path(gateway.settings.var, "gateway.db").read_bytes()
    assert b"2 Mac 2026" not in stored


def test_hiding_takes_the_result_out_of_the_chat(
    identity: Identity, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    show(identity, telegram, brain, AMINAH)
    shown = telegram.last(AMINAH).id
    telegram.say(AMINAH, "/sembunyi")
    eventually(lambda: telegram.deleted == [shown])


@pytest.mark.parametrize("view", ["hide", "forget"])
def test_a_wish_that_the_dialogue_understood_does_the_same(
    identity: Identity, telegram: FakeTelegram, brain: FakeBrain, view: str
) -> None:
    show(identity, telegram, brain, AMINAH)
    shown = telegram.last(AMINAH).id
    brain.script = lambda _: answered("sudah", view=view)
    telegram.say(AMINAH, "tolong sorokkan")
    assert telegram.until(AMINAH, 2)[1] == "sudah"
    eventually(lambda: telegram.deleted == [shown])


def test_deleting_takes_it_out_as_well(
    identity: Identity, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    show(identity, telegram, brain, AMINAH)
    shown = telegram.last(AMINAH).id
    telegram.say(AMINAH, "/padam")
    telegram.until(AMINAH, 2)
    question = telegram.last(AMINAH)
    telegram.press(question, question.buttons[0][1])
    eventually(lambda: telegram.deleted == [shown])


def test_results_disappear_after_the_minutes_that_were_set(
    make_gateway: MakeGateway,
    pace: None,
    settings: Settings,
    telegram: FakeTelegram,
    brain: FakeBrain,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(removal, "EVERY_SECONDS", 0.2)
    calm = replace(QUICK, notice=20.0, limit=20.0)
    gateway = make_gateway(
        replace(settings, telegram_record_minutes=0.02), patience=calm
    )
    records = SqlRecords(gateway.settings.database("registry"))
    identity = open_identity(gateway.settings, records)
    try:
        show(identity, telegram, brain, AMINAH)
    finally:
        identity.ground.database.close()
        identity.close()
        records.close()
    eventually(lambda: telegram.deleted == [telegram.last(AMINAH).id])
