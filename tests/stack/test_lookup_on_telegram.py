"""One's own record on Telegram, from the question to hiding, in a running assistant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.settings import Settings
from tests.gateway.servers import eventually
from tests.stack.conftest import Running, elsewhere, started
from tests.stack.talk import Messages
from tests.telegram.fake import TOKEN, FakeTelegram

pytestmark = [pytest.mark.stack, pytest.mark.timeout(600)]

RAVI, OF_RAVI, TELEPHONE = 111_222_333, "880921-00-0035", "+601100000002"
SECONDS = 60.0


@pytest.fixture(scope="module")
def telegram() -> Iterator[FakeTelegram]:
    fake = FakeTelegram().start()
    yield fake
    fake.stop()


@pytest.fixture(scope="module")
def assistant(
    telegram: FakeTelegram,
    trained_settings: Settings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Running]:
    """One of our own, with a bot."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TANYA_TELEGRAM_TOKEN", TOKEN)
        patch.setenv("TANYA_TELEGRAM_API_URL", telegram.url)
        folder = tmp_path_factory.mktemp("with_a_bot") / "var"
        with started(elsewhere(trained_settings, folder)) as running:
            yield running


class Chat:
    """One chat, message by message."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self.telegram = telegram

    def says(self, text: str, *, message_id: int | None = None) -> str:
        """The reply to `text`, all its messages."""
        before = self._count()
        more = {"message_id": message_id} if message_id else {}
        self.telegram.say(RAVI, text, **more)
        return self._after(before)

    def presses(self, title: str) -> str:
        """The reply to the last button whose title holds `title`."""
        before = self._count()
        for shown in reversed(self.telegram.messages):
            for name, data in shown.buttons:
                if title in name:
                    self.telegram.press(shown, data)
                    return self._after(before)
        raise AssertionError(f"no button {title!r}")

    def shows(self) -> int:
        """The message that was shown last."""
        return self.telegram.last(RAVI).id

    def _count(self) -> int:
        return len(self.telegram.texts(RAVI))

    def _after(self, before: int) -> str:
        return "\n".join(
            self.telegram.until(RAVI, before + 1, seconds=SECONDS)[before:]
        )


def test_a_record_is_looked_up_asked_about_and_hidden(
    assistant: Running, telegram: FakeTelegram
) -> None:
    chat, sms = Chat(telegram), Messages(assistant.var / "outbox" / "sms.jsonl")
    assert "Adakah anda bersetuju?" in chat.says("status claim saya")
    assert "12 angka" in chat.presses("Saya setuju")
    assert "bukan nombor MyKad" in chat.says("880921 00 003", message_id=76)
    assert "enam angka" in chat.says(OF_RAVI, message_id=77)
    result = chat.says(sms.code(TELEPHONE), message_id=78)
    shown = [chat.shows()]
    eventually(lambda: {76, 77, 78} <= set(telegram.deleted), seconds=SECONDS)
    for told in ("Dokumen tidak lengkap", "9 November 2026", "Di Telegram, saya hanya"):
        assert told in result, result
    papers = chat.says("dokumen apa yang kurang?")
    shown.append(chat.shows())
    assert "1-300-22-8000" in papers
    cover = chat.says("bila tamat perlindungan saya")
    shown.append(chat.shows())
    assert "15 Jun 2027" in cover
    for text in (result, papers, cover):
        for kept in ("DEMO-", "RM", "sijil cuti sakit", "hilang upaya", "[["):
            assert kept not in text, text
    assert "disembunyikan" in chat.says("/sembunyi")
    eventually(lambda: set(shown) <= set(telegram.deleted), seconds=SECONDS)
    assert "DEMO-" not in chat.says("dokumen apa yang kurang?")
    assert "Adakah anda bersetuju?" in chat.says("caruman saya")


def test_nothing_of_it_stands_in_clear_afterwards(assistant: Running) -> None:
    for file in assistant.var.rglob("*"):
        if file.is_file() and not file.name.startswith(("registry.", "sms.")):
            stored = file.read_bytes()
            for secret in ("880921000035", OF_RAVI, "880921 00 003", "DEMO-1002"):
                assert secret.encode() not in stored, (secret, file)
