"""People on Telegram and what they get: over real HTTP on both sides."""

from __future__ import annotations

from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain
from tests.telegram.fake import FakeTelegram

AMINAH, SITI = 111_222_333, 444_555_666


def test_a_message_is_answered_in_its_chat(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "apa itu SKSSR")
    telegram.say(SITI, "what is SKSPS", language="en")
    assert telegram.until(AMINAH, 1) == ["echo: apa itu SKSSR"]
    assert telegram.until(SITI, 1) == ["echo: what is SKSPS"]
    names = {call["conversation"] for call in brain.calls}
    assert all(name.startswith("tg:") for name in names)
    assert not any(str(AMINAH) in str(call) for call in brain.calls)
    assert brain.calls[0]["metadata"]["channel"] == "telegram"


def test_messages_of_one_chat_are_answered_in_order(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    for number in range(12):
        telegram.say(AMINAH, f"soalan nombor {number}")
    expected = [f"echo: soalan nombor {number}" for number in range(12)]
    assert telegram.until(AMINAH, 12) == expected
