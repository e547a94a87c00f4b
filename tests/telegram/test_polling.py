"""Fetching updates: confirmed only when they are kept, whatever goes wrong."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from dataclasses import replace

import pytest

from bot.gateway.telegram import bridge, operating
from bot.settings import Settings
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, eventually
from tests.telegram import faults
from tests.telegram.fake import FakeTelegram, message

AMINAH = 111_222_333


TROUBLE = [
    faults.status(500),
    faults.html_502,
    faults.garbage,
    faults.flood(1),
    faults.reset(after_taking=False),
    faults.slow(1.0),
]


def test_trouble_while_fetching_passes(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    for count, fault in enumerate(TROUBLE, start=1):
        telegram.faults["getUpdates"] += [fault] * 2
        telegram.say(AMINAH, f"soalan {count}")
        assert telegram.until(AMINAH, count)[-1] == f"echo: soalan {count}"


def test_updates_are_confirmed_after_they_were_kept(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    number = telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, 1)
    eventually(lambda: not telegram.updates)
    offsets = [int(call.params["offset"]) for call in telegram.called("getUpdates")]
    assert offsets == sorted(offsets)
    assert offsets[-1] == number + 1


def test_a_broken_update_does_not_hide_those_behind_it(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.bring({"message": {"message_id": "x", "date": None}})
    telegram.say(AMINAH, "satu")
    assert telegram.until(AMINAH, 1) == ["echo: satu"]


def test_a_repeated_update_is_answered_once(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    body = {"update_id": 9_000, "message": message(AMINAH, 1, "satu")}
    telegram.updates += [body, body]
    telegram.until(AMINAH, 1)
    telegram.updates.append({"update_id": 9_001, "message": message(AMINAH, 2, "dua")})
    assert telegram.until(AMINAH, 2) == ["echo: satu", "echo: dua"]


def test_a_telegram_that_is_away_at_the_start_stops_nobody(
    make_gateway: MakeGateway, pace: None, telegram: FakeTelegram
) -> None:
    telegram.stop()
    try:
        gateway = make_gateway()
        assert gateway.person().ask("dari web") == ["echo: dari web"]
    finally:
        telegram.start()
    telegram.say(AMINAH, "satu")
    assert telegram.until(AMINAH, 1, seconds=20) == ["echo: satu"]


@pytest.mark.parametrize(
    "token", ["7000000001:wrong-token-000000000000000", "nonsense"]
)
def test_a_bad_token_stops_nobody(
    make_gateway: MakeGateway,
    telegram: FakeTelegram,
    monkeypatch: pytest.MonkeyPatch,
    token: str,
) -> None:
    monkeypatch.setenv("TANYA_TELEGRAM_TOKEN", token)
    gateway = make_gateway()
    assert gateway.person().ask("dari web") == ["echo: dari web"]
    assert telegram.messages == []


def test_a_backlog_is_fetched_no_faster_than_it_is_answered(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    for chat in range(300):
        telegram.bring({"message": message(AMINAH + chat, 1, f"soalan {chat}")})
    eventually(lambda: len(telegram.messages) >= 300, seconds=60)
    assert sorted(each.text for each in telegram.messages) == sorted(
        f"echo: soalan {chat}" for chat in range(300)
    )


def test_the_bridge_hands_updates_to_a_gateway_that_listens(
    make_gateway: MakeGateway, pace: None, telegram: FakeTelegram, settings: Settings
) -> None:
    listening = replace(settings, telegram_mode="webhook")
    gateway = make_gateway(listening)
    telegram.say(AMINAH, "satu")
    stop = threading.Event()
    bridging = threading.Thread(target=bridged, args=(listening, stop))
    bridging.start()
    try:
        assert telegram.until(AMINAH, 1) == ["echo: satu"]
        gateway.stop()
        telegram.say(AMINAH, "dua")
        gateway.start()
        assert telegram.until(AMINAH, 2) == ["echo: satu", "echo: dua"]
    finally:
        stop.set()
        bridging.join(20)


def bridged(settings: Settings, stop: threading.Event) -> None:
    async def until_stopped() -> None:
        config = operating.required(settings)
        task = asyncio.create_task(bridge.bridge(settings, config))
        while not stop.is_set():
            await asyncio.sleep(0.05)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    asyncio.run(until_stopped())
