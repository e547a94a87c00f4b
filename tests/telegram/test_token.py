"""The bot's token is in no log, no error, no list of settings and no other process."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from bot.commands.telegram import command
from bot.gateway import logs
from bot.gateway.telegram.config import Config
from bot.gateway.telegram.diagnosis import diagnose
from bot.settings import Settings
from tests.gateway.conftest import MakeGateway
from tests.gateway.servers import eventually
from tests.telegram import faults
from tests.telegram.fake import TOKEN, FakeTelegram

AMINAH = 111_222_333
SECRET = TOKEN.partition(":")[2]


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the gateway's own handler writes, at the chattiest level."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def test_no_log_line_holds_the_token_whatever_goes_wrong(
    make_gateway: MakeGateway,
    pace: None,
    telegram: FakeTelegram,
    written: io.StringIO,
    caplog: pytest.LogCaptureFixture,
) -> None:
    make_gateway()
    wrong = [faults.status(401, "Unauthorized"), faults.html_502, faults.garbage]
    wrong += [faults.reset(after_taking=False), faults.status(400, f"bad {TOKEN}")]
    telegram.faults["getUpdates"] = [*wrong]
    telegram.faults_of_chat[AMINAH] = [*wrong]
    telegram.say(AMINAH, "satu")
    eventually(lambda: len(telegram.called("sendMessage")) >= 4, seconds=30)
    logging.getLogger("httpx").info("HTTP Request: POST https://x/bot%s/getMe", TOKEN)
    logging.getLogger("x").error("The token `%s` was rejected", TOKEN)
    try:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe")
    except RuntimeError:
        logging.getLogger("x").exception("unhandled")
    assert "not_delivered" in written.getvalue()
    assert SECRET not in written.getvalue()


def test_no_one_line_of_an_operator_holds_the_token(
    telegram: FakeTelegram, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert SECRET not in repr(Config.read(settings))
    assert SECRET not in repr(settings)
    monkeypatch.setenv("TANYA_TELEGRAM_API_URL", telegram.url)
    monkeypatch.setenv("TANYA_VAR", str(settings.var))
    for answer in (faults.status(401), faults.status(400, f"bad {TOKEN}")):
        telegram.always["getMe"] = answer
        _, says = diagnose(settings)
        assert SECRET not in says
        result = CliRunner().invoke(command, ["webhook", "--status"])
        assert SECRET not in result.output
        assert SECRET not in str(result.exception)
