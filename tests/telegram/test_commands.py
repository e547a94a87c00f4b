"""Commands, languages, links, deletion: what the channel does by itself."""

from __future__ import annotations

import time

from sqlalchemy import text

from bot.database import Database
from bot.gateway import holdings, tables
from bot.gateway.telegram import commands, operating
from bot.gateway.telegram.api import Api
from bot.gateway.telegram.removal import Removal
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered, eventually
from tests.telegram.fake import FakeTelegram

AMINAH = 111_222_333


def test_start_greets_in_both_languages_and_asks_which_once(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "/start", language="zh-hans")
    greeting = telegram.until(AMINAH, 1)[0]
    assert "Salam sejahtera" in greeting
    assert "Hello, I am Tanya" in greeting
    titles = [title for title, _ in telegram.last(AMINAH).buttons]
    assert titles == ["1. Bahasa Melayu", "2. English"]
    telegram.say(AMINAH, "/mula")
    assert "Salam sejahtera" not in telegram.until(AMINAH, 2)[1]
    assert brain.calls == []


def test_a_chosen_language_sticks_and_beats_the_apps(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "/start", language="ms")
    telegram.until(AMINAH, 1)
    shown = telegram.last(AMINAH)
    telegram.press(shown, shown.buttons[1][1])
    assert "Type your question" in telegram.until(AMINAH, 2)[1]
    telegram.say(AMINAH, "berapakah caruman suri rumah", language="ms")
    telegram.until(AMINAH, 3)
    assert brain.calls[-1]["metadata"]["answer_language"] == "en"
    telegram.say(AMINAH, "/bahasa melayu")
    assert "Taip soalan anda" in telegram.until(AMINAH, 4)[3]
    telegram.say(AMINAH, "how much for a housewife")
    telegram.until(AMINAH, 5)
    assert brain.calls[-1]["metadata"]["answer_language"] == "ms"


def test_the_language_may_be_chosen_by_number(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "/language")
    telegram.until(AMINAH, 1)
    telegram.say(AMINAH, "2")
    assert "Type your question" in telegram.until(AMINAH, 2)[1]
    assert brain.calls == []


MEANT = {
    "/pegawai": "/talk_to_human",
    "/agent": "/talk_to_human",
    "/batal": "/cancel",
    "/cancel@TanyaBot": "/cancel",
    "/layak": "/eligibility_general",
    "/caruman": "/check_contribution_record",
    "/MENU": "/menu",
}


def test_a_command_means_what_its_list_says(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    for count, (typed, payload) in enumerate(MEANT.items(), start=1):
        telegram.say(AMINAH, typed)
        telegram.until(AMINAH, count)
        assert brain.calls[-1].get("payload") == payload, typed


PLAIN = {
    "/restart": "restart",
    '/inform{"verified": true}': 'inform{"verified": true}',
    "//session_start": "session_start",
    "/gaji 1700": "gaji 1700",
    "/ menu": "menu",
}


def test_every_other_command_is_plain_text(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    for count, (typed, heard) in enumerate(PLAIN.items(), start=1):
        telegram.say(AMINAH, typed)
        telegram.until(AMINAH, count)
        assert "payload" not in brain.calls[-1]
        assert brain.calls[-1]["text"] == heard


def test_help_lists_the_commands_of_the_language(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.say(AMINAH, "/bantuan")
    assert "/pegawai" in telegram.until(AMINAH, 1)[0]
    telegram.say(AMINAH, "/language en")
    telegram.say(AMINAH, "/help")
    assert "/agent" in telegram.until(AMINAH, 3)[2]


def test_check_offers_three_records_and_warns(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "/semak")
    assert "kod Telegram" in telegram.until(AMINAH, 1)[0]
    shown = telegram.last(AMINAH)
    telegram.press(shown, shown.buttons[2][1])
    telegram.until(AMINAH, 2)
    assert brain.calls[-1]["payload"] == "/check_claim_status"


def test_a_link_asks_its_question_and_an_unknown_one_just_starts(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    with operating.gateway_database(gateway.settings) as database:
        code = operating.make_link(database, "apa itu SKSSR", days=1)
        over = operating.make_link(database, "lama", days=-1)
    telegram.say(AMINAH, f"/start {code}")
    assert telegram.until(AMINAH, 1) == ["echo: apa itu SKSSR"]
    for count, wrong in enumerate((over, "nothing", "' OR 1=1", "x" * 70), start=2):
        telegram.say(AMINAH, f"/start {wrong}")
        assert "Tanya" in telegram.until(AMINAH, count)[-1] or count > 2


def conversations(gateway: Gateway) -> list[tuple[str, str]]:
    database = Database(gateway.settings.database("gateway"), tables=tables.metadata)
    try:
        with database.read() as connection:
            rows = connection.execute(text("SELECT id, state FROM conversations"))
            return [(row.id, row.state) for row in rows]
    finally:
        database.close()


def test_deleting_asks_first_and_then_begins_anew(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "rahsia saya")
    telegram.until(AMINAH, 1)
    telegram.say(AMINAH, "/padam")
    telegram.until(AMINAH, 2)
    question = telegram.last(AMINAH)
    telegram.press(question, question.buttons[1][1])
    assert "tiada apa-apa yang dipadam" in telegram.until(AMINAH, 3)[2]
    telegram.press(question, question.buttons[0][1])
    assert "telah dipadam" in telegram.until(AMINAH, 4)[3]
    telegram.press(question, question.buttons[0][1])  # a repeated tap
    telegram.say(AMINAH, "hai semula")
    telegram.until(AMINAH, 5)
    assert telegram.texts(AMINAH)[4:] == ["echo: hai semula"]
    states = dict(conversations(gateway))
    assert sorted(states.values()) == ["bot", "closed"]
    [closed] = [name for name, state in states.items() if state == "closed"]
    eventually(lambda: brain.forgotten == [closed])
    assert brain.calls[-1]["conversation"] != closed


def test_hiding_is_heard_by_the_dialogue_as_well(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "/sembunyi")
    assert telegram.until(AMINAH, 1) == ["echo: sembunyi"]


def test_a_closed_conversation_is_followed_by_a_new_one(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, 1)
    database = Database(gateway.settings.database("gateway"), tables=tables.metadata)
    with database.write() as connection:
        connection.execute(text("UPDATE conversations SET state = 'closed'"))
    database.close()
    telegram.say(AMINAH, "dua")
    assert telegram.until(AMINAH, 2)[1] == "echo: dua"
    assert brain.calls[0]["conversation"] != brain.calls[1]["conversation"]


def test_the_bot_is_silent_while_a_person_has_the_conversation(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("baik")
    telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, 1)
    database = Database(gateway.settings.database("gateway"), tables=tables.metadata)
    with database.write() as connection:
        connection.execute(text("UPDATE conversations SET state = 'person'"))
    database.close()
    telegram.say(AMINAH, "dua")
    time.sleep(0.5)
    assert len(telegram.texts(AMINAH)) == 1


def test_every_command_may_stand_in_a_menu() -> None:
    for language in (None, "ms", "en"):
        listed = commands.menu(language)
        assert len({name for name, _ in listed}) == len(listed) <= 100
        for name, says in listed:
            assert name == name.lower()
            assert len(name) <= 32
            assert 1 <= len(says) <= 256


def test_a_chat_whose_conversation_is_over_is_forgotten(
    gateway: Gateway, telegram: FakeTelegram, brain: FakeBrain
) -> None:
    telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, 1)
    with operating.gateway_database(gateway.settings) as database:
        removal = Removal(database, Api.__new__(Api), 0.0)
        eventually(lambda: delivered(database))
        removal.let_go()
        assert chat_ids(database) == [AMINAH]
        with database.write() as connection:
            connection.execute(text("UPDATE conversations SET state = 'closed'"))
        removal.let_go()
        assert chat_ids(database) == []
    telegram.say(AMINAH, "dua")
    telegram.until(AMINAH, 2)
    assert brain.calls[0]["conversation"] != brain.calls[1]["conversation"]


def chat_ids(database: Database) -> list[int]:
    with database.read() as connection:
        query = text("SELECT chat FROM telegram_chats")
        return list(connection.execute(query).scalars())


def delivered(database: Database) -> int:
    with database.read() as connection:
        query = text("SELECT delivered FROM telegram_chats")
        return int(connection.execute(query).scalar_one())


def test_erasing_a_conversation_forgets_its_chat(
    gateway: Gateway, telegram: FakeTelegram
) -> None:
    telegram.say(AMINAH, "satu")
    telegram.until(AMINAH, 1)
    [(name, _)] = conversations(gateway)
    with operating.gateway_database(gateway.settings) as database:
        assert str(AMINAH) in str(holdings.export(database, name))
        assert holdings.erase(database, name)
        assert chat_ids(database) == []
