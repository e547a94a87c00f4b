"""`tanya telegram` and the bot's line of `tanya doctor`."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from bot.commands.telegram import command
from bot.gateway.telegram.config import PATH
from bot.gateway.telegram.diagnosis import diagnose
from bot.settings import Settings, load
from tests.telegram import faults
from tests.telegram.fake import TOKEN, FakeTelegram

ADDRESS = "https://tanya.example.my"


@pytest.fixture
def configured(
    telegram: FakeTelegram, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> pytest.MonkeyPatch:
    monkeypatch.setenv("TANYA_TELEGRAM_API_URL", telegram.url)
    monkeypatch.setenv("TANYA_TELEGRAM_WEBHOOK_URL", ADDRESS)
    monkeypatch.setenv("TANYA_VAR", str(settings.var))
    return monkeypatch


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_the_webhook_is_set_with_its_secret_shown_and_taken_away(
    telegram: FakeTelegram, configured: pytest.MonkeyPatch
) -> None:
    assert "none" in run("webhook", "--status").output
    for _ in range(2):
        assert f"{ADDRESS}{PATH}" in run("webhook").output
    told = telegram.called("setWebhook")[0].params
    assert len(told["secret_token"]) >= 32
    assert "my_chat_member" in told["allowed_updates"]
    assert told["max_connections"] == "10"
    assert ADDRESS in run("webhook", "--status").output
    assert run("webhook", "--delete").exit_code == 0
    assert telegram.webhook["url"] == ""


def test_the_menu_is_set_for_each_language_and_only_when_it_changed(
    telegram: FakeTelegram, configured: pytest.MonkeyPatch
) -> None:
    assert run("menu").output == "9 changed\n"
    assert run("menu").output == "nothing to change\n"
    malay = {each["command"] for each in telegram.menu["commands", "ms"]}
    english = {each["command"] for each in telegram.menu["commands", "en"]}
    assert {"mula", "bantuan", "bahasa", "pegawai", "semak", "padam"} <= malay
    assert {"start", "help", "language", "agent", "check", "delete"} <= english
    assert ("commands", "") in telegram.menu
    assert len(telegram.menu["short", "ms"]) <= 120
    assert len(telegram.menu["full", ""]) <= 512


def test_a_link_holds_a_code_and_nothing_else(
    telegram: FakeTelegram, configured: pytest.MonkeyPatch
) -> None:
    output = run("link", "apa itu SKSSR").output.strip()
    assert output.startswith("https://t.me/TanyaBot?start=")
    assert "SKSSR" not in output
    assert len(output.rpartition("=")[2]) <= 64


def test_no_dead_letters_are_no_lines(configured: pytest.MonkeyPatch) -> None:
    assert run("dead").output == ""
    assert run("dead", "--again", "all").output == "0 will be tried again\n"
    assert run("dead", "--again", "x").exit_code == 2


def test_a_webhook_needs_an_address_that_telegram_can_reach(
    configured: pytest.MonkeyPatch,
) -> None:
    configured.setenv("TANYA_TELEGRAM_WEBHOOK_URL", "http://tanya.example.my")
    assert "https" in str(run("webhook").exception)


def test_doctor_says_how_it_is_with_the_bot(
    telegram: FakeTelegram, configured: pytest.MonkeyPatch
) -> None:
    assert diagnose(load()) == ("ok", "@TanyaBot, messages are fetched")
    telegram.webhook["url"] = "https://elsewhere"
    level, says = diagnose(load())
    assert (level, "--delete" in says) == ("warn", True)
    telegram.always["getMe"] = faults.status(500)
    assert diagnose(load())[0] == "warn"
    telegram.always["getMe"] = faults.status(401)
    assert diagnose(load())[0] == "fail"
    configured.setenv("TANYA_TELEGRAM_MODE", "shout")
    assert diagnose(load())[0] == "fail"
    configured.setenv("TANYA_TELEGRAM_TOKEN", "")
    assert diagnose(load()) == ("ok", "off: TANYA_TELEGRAM_TOKEN is not set")


def test_a_token_may_stand_in_a_file(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TANYA_TELEGRAM_TOKEN", "")
    assert settings.telegram_token() == ""
    path = settings.var / "secrets" / "telegram_token"
    path.parent.mkdir(parents=True)
    path.write_text(f"{TOKEN}\n")
    assert settings.telegram_token() == TOKEN
    assert json.dumps(TOKEN) not in repr(settings)
