"""What is no typed message: each answered or refused in the person's language."""

from __future__ import annotations

from typing import Any

from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, eventually
from tests.telegram.fake import FakeTelegram, message, person

AMINAH = 111_222_333
GROUP = {"id": -100_200_300, "type": "supergroup", "title": "Ramai"}
PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}]
FILE = {"file_id": "f", "file_unique_id": "u"}
VOICE = {**FILE, "duration": 3}
STICKER = {
    **FILE,
    "width": 9,
    "height": 9,
    "is_animated": False,
    "is_video": False,
    "type": "regular",
}
FORWARDED = {
    "type": "hidden_user",
    "date": 1_795_000_000,
    "sender_user_name": "Entah Siapa",
}
KINDS: dict[str, tuple[dict[str, Any], str, str]] = {
    "photo": ({"photo": PHOTO}, "MyKad", "MyKad"),
    "photo with words": ({"photo": PHOTO, "caption": "ini?"}, "MyKad", "MyKad"),
    "document": ({"document": FILE}, "fail", "files"),
    "voice": ({"voice": VOICE}, "suara", "voice"),
    "video note": ({"video_note": {**VOICE, "length": 9}}, "suara", "voice"),
    "sticker": ({"sticker": STICKER}, "membaca teks", "only read text"),
    "contact": (
        {"contact": {"phone_number": "+60123456789", "first_name": "A"}},
        "kenalan",
        "contact",
    ),
    "location": ({"location": {"latitude": 3.1, "longitude": 101.6}}, "lokasi", "town"),
    "forwarded": (
        {"text": "anda menang RM5000", "forward_origin": FORWARDED},
        "dimajukan",
        "forwarded",
    ),
    "via bot": (
        {"text": "gif", "via_bot": {**person(9), "is_bot": True}},
        "membaca teks",
        "only read text",
    ),
}


def test_it_is_refused_with_a_reason_in_malay_and_in_english(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    for place, (kind, (body, malay, english)) in enumerate(KINDS.items()):
        malay_speaker, english_speaker = AMINAH + 2 * place, AMINAH + 2 * place + 1
        telegram.say(malay_speaker, language="ms", **body)
        telegram.say(english_speaker, language="en", **body)
        assert malay in telegram.until(malay_speaker, 1)[0], kind
        assert english in telegram.until(english_speaker, 1)[0], kind
    assert brain.calls == []
    assert not telegram.called("getFile")


def test_it_is_refused_in_the_language_of_the_conversation(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.say(AMINAH, "how much is the contribution for a housewife", language="ms")
    telegram.until(AMINAH, 1)
    telegram.say(AMINAH, voice=VOICE, language="ms")
    assert "voice" in telegram.until(AMINAH, 2)[1]


def test_pictures_that_were_sent_together_are_answered_once(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    for _ in range(4):
        telegram.say(AMINAH, photo=PHOTO, media_group_id="77")
    telegram.say(AMINAH, "selesai")
    assert telegram.until(AMINAH, 2)[1] == "echo: selesai"


def test_an_edited_message_is_told_of_once(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    for text in ("soalan lama", "soalan baru", "soalan lagi"):
        telegram.bring({"edited_message": message(AMINAH, 9, text, edit_date=1)})
    telegram.say(AMINAH, "selesai")
    texts = telegram.until(AMINAH, 2)
    assert "mengubah" in texts[0]
    assert texts[1] == "echo: selesai"
    assert len(brain.calls) == 1


SERVICE = [
    {"message": message(AMINAH, 5, pinned_message=message(AMINAH, 4, "x"))},
    {"message": message(AMINAH, 5, delete_chat_photo=True)},
    {"message": {**message(AMINAH, 5, "x"), "from": {**person(1), "is_bot": True}}},
    {"poll_answer": {"poll_id": "1", "option_ids": [], "user": person(1)}},
    {"something_new": {"a": 1}},
    {},
]


def test_what_concerns_nobody_is_left_alone(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    for body in SERVICE:
        telegram.bring(body)
    telegram.say(AMINAH, "selesai")
    assert telegram.until(AMINAH, 1) == ["echo: selesai"]


def test_a_group_gets_one_sentence_and_is_left(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    added = {
        "chat": GROUP,
        "from": person(AMINAH),
        "date": 1_795_000_000,
        "old_chat_member": {"user": person(7), "status": "left"},
        "new_chat_member": {"user": person(7), "status": "member"},
    }
    telegram.bring({"my_chat_member": added})
    for number in range(3):
        body = {**message(AMINAH, number, "semak caruman saya"), "chat": GROUP}
        telegram.bring({"message": body})
    eventually(lambda: len(telegram.called("leaveChat")) == 4)
    assert len(telegram.texts(GROUP["id"])) == 1
    assert brain.calls == []


def test_a_channel_is_left_without_a_word(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    post = {
        "message_id": 1,
        "date": 1_795_000_000,
        "chat": {"id": -5, "type": "channel", "title": "Berita"},
        "text": "berita",
    }
    telegram.bring({"channel_post": post})
    eventually(lambda: telegram.called("leaveChat"))
    assert telegram.messages == []
    assert brain.calls == []


def test_a_person_who_blocked_the_bot_is_left_in_peace_until_they_write(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, 1)
    brain.delay = 0.6
    telegram.say(AMINAH, "dua")
    eventually(lambda: len(brain.calls) == 2)
    blocked = {
        "chat": {"id": AMINAH, "type": "private"},
        "from": person(AMINAH),
        "date": 1_795_000_000,
        "old_chat_member": {"user": person(7), "status": "member"},
        "new_chat_member": {"user": person(7), "status": "kicked", "until_date": 0},
    }
    telegram.bring({"my_chat_member": blocked})
    eventually(lambda: len(brain.ran) == 2)
    brain.delay = 0
    telegram.say(AMINAH, "tiga")
    assert telegram.until(AMINAH, 2)[1] == "echo: tiga"
    assert "echo: dua" not in telegram.texts(AMINAH)
