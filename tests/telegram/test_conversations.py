"""People on Telegram and what they get: over real HTTP on both sides."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from bot.gateway.telegram import typing_sign
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered, eventually
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
    assert len(names) == 2
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


def choices(_: dict[str, Any]) -> Any:
    buttons = [("Subsidi", '/ask{"need": "subsidy"}'), ("Cara daftar", "/how")]
    return answered("pilih satu", buttons=buttons)


def or_echo(body: dict[str, Any]) -> Any:
    said = body.get("payload")
    return answered(f"untuk {said}") if said else choices(body)


def test_a_button_carries_its_meaning_and_may_be_pressed_once(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = or_echo
    telegram.say(AMINAH, "menu")
    telegram.until(AMINAH, 1)
    shown = telegram.last(AMINAH)
    assert [title for title, _ in shown.buttons] == ["1. Subsidi", "2. Cara daftar"]
    assert all(len(data.encode()) <= 64 for _, data in shown.buttons)
    assert not any("/ask" in data for _, data in shown.buttons)
    for _ in range(3):
        telegram.press(shown, shown.buttons[0][1])
    assert telegram.until(AMINAH, 2)[1] == 'untuk /ask{"need": "subsidy"}'
    eventually(lambda: len(telegram.called("answerCallbackQuery")) == 3)
    marked = eventually(lambda: telegram.called("editMessageReplyMarkup"))[0]
    assert "✓ 1. Subsidi" in str(json.loads(marked.params["reply_markup"]))
    time.sleep(0.3)
    assert len(telegram.texts(AMINAH)) == 2
    telegram.press(shown, shown.buttons[1][1])
    assert telegram.until(AMINAH, 3)[2] == "untuk /how"


def test_a_choice_may_be_typed_as_its_number(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = or_echo
    telegram.say(AMINAH, "menu")
    telegram.until(AMINAH, 1)
    telegram.say(AMINAH, "2")
    assert telegram.until(AMINAH, 2)[1] == "untuk /how"


def test_a_button_of_another_chat_is_answered_as_expired(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = or_echo
    telegram.say(AMINAH, "menu")
    telegram.until(AMINAH, 1)
    shown = telegram.last(AMINAH)
    calls = len(brain.calls)
    telegram.press(shown, shown.buttons[0][1], by=SITI)
    assert "butang" in telegram.until(SITI, 1)[0].lower()
    assert len(brain.calls) == calls


def test_a_strange_button_is_answered_and_does_nothing(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "hai")
    telegram.until(AMINAH, 1)
    strange = ["", "x", "b:", "b:" + "a" * 60, "b:' OR 1=1", "done"]
    for data in strange:
        telegram.press(telegram.last(AMINAH), data)
    eventually(lambda: len(telegram.called("answerCallbackQuery")) == len(strange))
    telegram.say(AMINAH, "lagi")
    telegram.until(AMINAH, 2)
    assert len(brain.calls) == 2


def test_a_long_reply_comes_in_parts_with_its_buttons_below_the_last(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    long = "\n\n".join(f"Perenggan {n}: " + "kata " * 150 for n in range(12))
    buttons = [("Ya", "/yes"), ("Tidak", "/no")]
    brain.script = lambda _: answered(long, buttons=buttons)
    telegram.say(AMINAH, "semua sekali")
    eventually(lambda: telegram.texts(AMINAH) and telegram.last(AMINAH).buttons)
    parts = [each for each in telegram.messages if each.chat == AMINAH]
    assert len(parts) == 3
    assert [bool(part.buttons) for part in parts] == [False, False, True]
    assert "".join("".join(part.text.split()) for part in parts) == "".join(
        long.split()
    )


def test_markup_in_a_reply_is_shown_as_it_was_written(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("5 < 6 & <b>tebal</b>\nSumber: Akta 838 <s. 2>")
    telegram.say(AMINAH, "hai")
    shown = telegram.until(AMINAH, 1)[0]
    assert "5 &lt; 6 &amp; &lt;b&gt;tebal&lt;/b&gt;" in shown
    assert "<i>Sumber: Akta 838 &lt;s. 2&gt;</i>" in shown


def test_a_slow_answer_shows_typing_and_one_notice(
    hasty: Gateway,
    telegram: FakeTelegram,
    brain: FakeBrain,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typing_sign, "EVERY_SECONDS", 0.3)
    brain.delay = 1.5
    telegram.say(AMINAH, "soalan sukar")
    texts = telegram.until(AMINAH, 2)
    assert "tunggu" in texts[0].lower()
    assert texts[1] == "echo: soalan sukar"
    shown = telegram.called("sendChatAction")
    assert len(shown) >= 2
    assert shown[0].params["action"] == "typing"
    time.sleep(1)
    assert len(telegram.called("sendChatAction")) <= len(shown) + 1


def test_a_brain_that_is_down_ends_in_one_apology(
    hasty: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.stop()
    telegram.say(AMINAH, "apa itu SKSSR")
    texts = telegram.until(AMINAH, 2)  # after a notice
    assert "1-300-22-8000" in texts[1]


def test_numbers_that_identify_are_gone_before_the_brain_sees_them(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "ic saya 900101-70-5555")
    telegram.until(AMINAH, 1)
    assert not any("5555" in call["text"] for call in brain.calls)
    assert not telegram.deleted  # nobody had asked for it


@pytest.mark.parametrize(
    ("awaiting", "text"),
    [
        ("number", "900101705555"),
        ("number", "9OOlOl-OO-OO18"),
        ("number", "sembilan kosong kosong satu kosong satu, tujuh kosong lima lima"),
        ("consent", "ya, ic 900101-70-5555"),
        ("code", "123456"),
    ],
)
def test_a_number_that_was_asked_for_disappears_from_the_chat(
    gateway: Gateway,
    telegram: FakeTelegram,
    brain: FakeBrain,
    awaiting: str,
    text: str,
) -> None:
    brain.script = lambda _: answered("nombor?", awaiting=awaiting)
    telegram.say(AMINAH, "semak caruman saya")
    telegram.until(AMINAH, 1)
    telegram.say(AMINAH, text, message_id=77)
    eventually(lambda: telegram.deleted == [77])


def test_a_question_where_a_number_was_asked_for_stays_in_the_chat(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("kod?", awaiting="code")
    telegram.say(AMINAH, "semak caruman saya")
    telegram.until(AMINAH, 1)
    telegram.say(AMINAH, "gaji RM1200.50, berapa caruman 2026")
    telegram.until(AMINAH, 2)
    assert not telegram.deleted


def test_the_web_chat_goes_on_beside_it(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.say(AMINAH, "dari telegram")
    assert gateway.person().ask("dari web") == ["echo: dari web"]
    assert telegram.until(AMINAH, 1) == ["echo: dari telegram"]


def test_a_chat_has_one_address_however_often_it_is_deleted(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "hai")
    telegram.until(AMINAH, 1)
    telegram.say(AMINAH, "/padam")
    telegram.until(AMINAH, 2)
    question = telegram.last(AMINAH)
    telegram.press(question, question.buttons[0][1])
    telegram.until(AMINAH, 3)
    for chat, count in ((AMINAH, 4), (SITI, 1)):
        telegram.say(chat, "hai semula")
        telegram.until(chat, count)
    first, second, other = (call["metadata"]["address"] for call in brain.calls)
    assert len({call["conversation"] for call in brain.calls}) == 3
    assert first == second != other
    assert all((first, other))
