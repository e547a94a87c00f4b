"""A gateway with a bot, a brain and a Bot API, each real processes' HTTP, all quick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.gateway.telegram import channel, delivery, patience, polling, typing_sign
from bot.gateway.telegram.agenda import Pace
from bot.settings import Settings
from tests.gateway.conftest import (  # noqa: F401
    QUICK,
    Gateway,
    MakeGateway,
    brain,
    make_gateway,
    one_brain,
)
from tests.gateway.servers import FakeBrain, free_port
from tests.telegram.fake import TOKEN, FakeTelegram


@pytest.fixture(scope="session")
def one_telegram() -> Iterator[FakeTelegram]:
    fake = FakeTelegram().start()
    yield fake
    fake.stop()


@pytest.fixture
def telegram(one_telegram: FakeTelegram) -> FakeTelegram:
    one_telegram.reset()
    return one_telegram


@pytest.fixture
def pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for flood limits but those of the limits."""
    monkeypatch.setattr(channel, "Pace", lambda: Pace(per_second=10_000, per_chat=0.0))


@pytest.fixture
def settings(
    tmp_path: Path,
    brain: FakeBrain,  # noqa: F811
    telegram: FakeTelegram,
    monkeypatch: pytest.MonkeyPatch,
) -> Settings:
    monkeypatch.setenv("TANYA_BRAIN_SECRET", brain.secret)
    monkeypatch.setenv("TANYA_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setattr(patience, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(patience, "UNKNOWN_PAUSE", 0.1)
    monkeypatch.setattr(polling, "FIRST_PAUSE", 0.05)
    monkeypatch.setattr(delivery, "SCAN_SECONDS", 0.5)
    monkeypatch.setattr(delivery, "AGAIN_SECONDS", 0.1)
    monkeypatch.setattr(delivery, "REFUSED_SECONDS", 0.3)
    monkeypatch.setattr(typing_sign, "FIRST_SECONDS", 0.1)
    return Settings(
        var=tmp_path / "var",
        gateway_port=free_port(),
        brain_port=brain.port,
        telegram_api_url=telegram.url,
    )


@pytest.fixture
def gateway(make_gateway: MakeGateway, pace: None) -> Gateway:  # noqa: F811
    """Says "please wait" to nobody, however slow the machine is."""
    return make_gateway(patience=replace(QUICK, notice=20.0, limit=20.0))


@pytest.fixture
def hasty(make_gateway: MakeGateway, pace: None) -> Gateway:  # noqa: F811
    """Says it soon, and apologises soon."""
    return make_gateway()
