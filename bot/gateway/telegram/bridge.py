"""Fetches updates and hands them to a gateway that listens: a webhook for one machine.

An update is confirmed to Telegram only after the gateway has said that it is kept.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any, Final

import httpx

from bot.errors import ServiceUnavailable
from bot.gateway import logs
from bot.gateway.telegram.api import Api
from bot.gateway.telegram.config import PATH, Config
from bot.gateway.telegram.edges import guarded
from bot.gateway.telegram.menu import set_menu
from bot.gateway.telegram.polling import Poller
from bot.gateway.telegram.webhook import SECRET_HEADER
from bot.settings import Settings

HAND_SECONDS: Final = 40.0  # the gateway acknowledges slowly when it has much to do


def run(settings: Settings, config: Config) -> None:
    """Until somebody stops it."""
    logs.configure()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(bridge(settings, config))


async def bridge(settings: Settings, config: Config) -> None:
    """For ever."""
    api = Api(config)
    url = f"http://127.0.0.1:{settings.gateway_port}{PATH}"
    headers = {SECRET_HEADER: config.webhook_secret}
    async with httpx.AsyncClient(
        headers=headers, timeout=HAND_SECONDS, trust_env=False
    ) as gateway:

        async def hand(update: Any) -> None:
            try:
                answer = await gateway.post(url, json=update)
            except httpx.HTTPError as error:
                raise ServiceUnavailable(f"gateway: {type(error).__name__}") from error
            if answer.status_code != 200:
                raise ServiceUnavailable(f"gateway answered {answer.status_code}")

        try:
            await guarded("menu_not_set", set_menu(api.bot))
            poller = Poller(api, hand)
            while True:
                await poller.once()
        finally:
            await api.close()
