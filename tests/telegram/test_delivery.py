"""Whatever Telegram does, each reply is delivered once, and in order."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace
from typing import Any

import pytest

from bot.gateway.telegram import api, operating, patience
from bot.gateway.telegram.agenda import Pace
from bot.settings import Settings
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually, free_port
from tests.telegram import faults
from tests.telegram.fake import FakeTelegram, Fault

AMINAH, SITI = 111_222_333, 444_555_666

HARMLESS: dict[str, list[Fault]] = {
    "429": [faults.flood(1)],
    "500": [faults.status(500)] * 3,
    "502 in HTML": [faults.html_502] * 3,
    "404, as for a wrong token": [faults.status(404, "Not Found")],
    "401": [faults.status(401, "Unauthorized")],
    "409": [faults.status(409, "Conflict")],
    "slow": [faults.slow(1.5)],
    "reset before it was taken": [faults.reset(after_taking=False)],
    "reset twice": [faults.reset(after_taking=False)] * 2,
    "markup refused": [faults.bad_markup],
}


@pytest.mark.parametrize("fault", HARMLESS)
def test_each_reply_is_delivered_once_and_in_order(
    gateway: Gateway, telegram: FakeTelegram, fault: str
) -> None:
    for wrong in HARMLESS[fault]:
        telegram.faults_of_chat[AMINAH].append(wrong)
    for number in range(4):
        telegram.say(AMINAH, f"soalan {number}")
    telegram.say(SITI, "di sini")
    web = gateway.person()
    assert web.ask("dari web") == ["echo: dari web"]
    assert telegram.until(SITI, 1, seconds=20) == ["echo: di sini"]
    expected = [f"echo: soalan {number}" for number in range(4)]
    assert telegram.until(AMINAH, 4, seconds=20) == expected
    time.sleep(0.3)
    assert telegram.texts(AMINAH) == expected


def test_what_may_have_arrived_is_sent_at_most_three_times(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.faults_of_chat[AMINAH] = [faults.reset(after_taking=True)] * 9
    telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, patience.MOST_UNKNOWNS)
    eventually(lambda: letters(gateway))
    assert telegram.texts(AMINAH) == ["echo: satu"] * patience.MOST_UNKNOWNS
    telegram.faults_of_chat[AMINAH] = []
    telegram.say(AMINAH, "dua")
    assert telegram.until(AMINAH, 4)[3] == "echo: dua"


def letters(gateway: Gateway) -> list[dict[str, Any]]:
    with operating.gateway_database(gateway.settings) as database:
        return operating.dead_letters(database)


def test_a_slow_answer_is_waited_for_and_not_sent_again(
    gateway: Gateway, telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert api.READ_SECONDS > 30
    telegram.faults_of_chat[AMINAH] = [faults.slow(6)]
    telegram.say(AMINAH, "satu")
    telegram.say(SITI, "dua")
    telegram.until(SITI, 1, seconds=5)
    assert telegram.texts(AMINAH) == []
    assert telegram.until(AMINAH, 1) == ["echo: satu"]


def test_a_chat_that_has_to_wait_holds_up_nobody_else(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.faults_of_chat[AMINAH] = [faults.flood(6)]
    telegram.say(AMINAH, "satu")
    eventually(lambda: telegram.called("sendMessage"))
    told = time.monotonic()
    for number in range(20):
        telegram.say(SITI + number, "dua")
    eventually(lambda: len(telegram.messages) == 20, seconds=5.5)
    assert telegram.until(AMINAH, 1) == ["echo: satu"]
    assert telegram.last(AMINAH).at - told >= 5.5


def test_a_person_who_blocked_the_bot_is_not_sent_to_again(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("satu", "dua", "tiga")
    blocked = faults.status(403, "Forbidden: bot was blocked by the user")
    telegram.faults_of_chat[AMINAH] = [blocked]
    telegram.say(AMINAH, "hai")
    eventually(lambda: telegram.called("sendMessage"))
    time.sleep(1.2)  # scans included
    assert len(telegram.called("sendMessage")) == 1
    assert letters(gateway) == []


def test_what_telegram_never_takes_is_a_dead_letter_that_can_be_tried_again(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    refused = faults.status(400, "Bad Request: something is wrong with it")
    telegram.faults_of_chat[AMINAH] = [refused]
    telegram.say(AMINAH, "satu")
    telegram.say(AMINAH, "dua")
    assert telegram.until(AMINAH, 1) == ["echo: dua"]
    [letter] = letters(gateway)
    assert letter["reason"] == "rejected"
    assert str(AMINAH) not in str(letter)
    with operating.gateway_database(gateway.settings) as database:
        assert operating.try_again(database, None) == 1
    assert telegram.until(AMINAH, 2) == ["echo: dua", "echo: satu"]
    eventually(lambda: not letters(gateway))


def test_replies_wait_while_telegram_is_away(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.always["sendMessage"] = faults.status(503)
    telegram.say(AMINAH, "satu")
    eventually(lambda: len(telegram.called("sendMessage")) > 2)
    telegram.say(AMINAH, "dua")
    assert gateway.person().ask("dari web") == ["echo: dari web"]
    telegram.always.clear()
    assert telegram.until(AMINAH, 2) == ["echo: satu", "echo: dua"]


def test_a_restarted_gateway_goes_on_where_it_stood(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("satu", "dua", "tiga")
    telegram.say(AMINAH, "hai")
    telegram.until(AMINAH, 1)
    gateway.stop()
    gateway.start()
    telegram.until(AMINAH, 3)
    telegram.say(AMINAH, "lagi")
    assert telegram.until(AMINAH, 6) == ["satu", "dua", "tiga"] * 2


@pytest.fixture
def both(
    make_gateway: MakeGateway, pace: None, settings: Settings, postgres_url: str
) -> tuple[Gateway, Gateway]:
    shared = replace(
        settings, gateway_database=postgres_url, identity_database=postgres_url
    )
    return make_gateway(shared), make_gateway(
        replace(shared, gateway_port=free_port(), telegram_mode="webhook")
    )


@pytest.mark.postgres
def test_two_gateways_deliver_each_reply_once(
    both: tuple[Gateway, Gateway], telegram: FakeTelegram
) -> None:
    for number in range(5):
        for chat in range(8):
            telegram.say(AMINAH + chat, f"soalan {number}")
    eventually(lambda: len(telegram.messages) >= 40, seconds=30)
    time.sleep(0.5)
    for chat in range(8):
        said = telegram.texts(AMINAH + chat)
        assert said == [f"echo: soalan {number}" for number in range(5)]


@pytest.mark.postgres
def test_the_other_gateway_delivers_when_one_stops(
    both: tuple[Gateway, Gateway], telegram: FakeTelegram
) -> None:
    telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, 1)
    telegram.always["sendMessage"] = faults.status(500)
    telegram.say(AMINAH, "dua")
    eventually(lambda: len(telegram.called("sendMessage")) > 1)
    both[0].stop()
    telegram.always.clear()
    assert telegram.until(AMINAH, 2, seconds=30) == ["echo: satu", "echo: dua"]


def test_nobody_is_sent_to_faster_than_telegram_allows(
    make_gateway: MakeGateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    make_gateway()
    brain.script = lambda _: answered("satu", "dua", "tiga")
    for chat in range(25):
        telegram.say(AMINAH + chat, "hai")
    eventually(lambda: len(telegram.messages) >= 75, seconds=30)
    moments = sorted(each.at for each in telegram.messages)
    busiest = max(sum(at <= other < at + 1 for other in moments) for at in moments)
    assert busiest <= 31
    for chat in range(25):
        mine = [each.at for each in telegram.messages if each.chat == AMINAH + chat]
        gaps = [later - earlier for earlier, later in itertools.pairwise(mine)]
        assert min(gaps) > 0.9


def test_the_pace_is_spread_over_all_chats() -> None:
    pace = Pace(per_second=10, per_chat=1.0)
    assert pace.reserve("a", 0.0) == 0.0
    assert pace.reserve("b", 0.0) == pytest.approx(0.1)
    assert pace.reserve("a", 0.0) == pytest.approx(1.0)
    assert pace.reserve("c", 5.0) == 5.0
