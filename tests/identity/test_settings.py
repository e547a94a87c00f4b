"""Settings of one-time codes: what is safe, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.identity.diagnosis import diagnose
from bot.identity.opening import open_provider
from bot.identity.sms import HttpProvider, OutboxProvider
from bot.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("TANYA_SMS_SECRET", "key")
    return Settings(var=tmp_path)


def test_demo_people_are_let_in_while_no_real_message_is_sent(
    settings: Settings,
) -> None:
    assert settings.lets_demo_people_in
    assert not replace(settings, sms_provider="http").lets_demo_people_in
    assert not replace(settings, demo_people="no").lets_demo_people_in
    with pytest.raises(ConfigurationError):
        _ = replace(settings, demo_people="perhaps").lets_demo_people_in


async def test_a_service_is_asked_over_https_and_with_a_secret(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(open_provider(settings), OutboxProvider)
    http = replace(settings, sms_provider="http", sms_url="https://sms.example/")
    provider = open_provider(http)
    assert isinstance(provider, HttpProvider)
    await provider.close()
    for wrong in (
        replace(http, sms_url="http://sms.example/"),
        replace(http, sms_url=""),
        replace(http, sms_provider="pigeon"),
    ):
        with pytest.raises(ConfigurationError):
            open_provider(wrong)
    monkeypatch.delenv("TANYA_SMS_SECRET")
    with pytest.raises(ConfigurationError, match="TANYA_SMS_SECRET"):
        open_provider(http)  # never a secret that we made up


def test_the_doctor_says_where_codes_go(settings: Settings) -> None:
    http = replace(settings, sms_provider="http", sms_url="https://sms.example/")
    assert diagnose(settings)[0] == "warn"
    assert diagnose(http)[0] == "ok"
    assert diagnose(replace(http, demo_people="yes"))[0] == "warn"
    assert diagnose(replace(http, sms_url=""))[0] == "fail"
