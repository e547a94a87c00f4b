"""How the bot is reached: its token, its mode, the address that Telegram calls."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, field
from typing import Final

from bot.errors import ConfigurationError
from bot.settings import Settings

PATH: Final = "/telegram/webhook"
TOKEN: Final = re.compile(r"([0-9]+):[\w-]+")
MODES: Final = ("poll", "webhook")


@dataclass(frozen=True)
class Config:
    """What the channel needs to know; its secrets are in nobody's `repr`."""

    token: str = field(repr=False)
    key: str = field(repr=False)  # names conversations, proves that Telegram calls
    polling: bool
    api_url: str
    webhook_url: str
    record_minutes: float = 0.0

    @classmethod
    def read(cls, settings: Settings) -> Config | None:
        """None without a token. Raises ConfigurationError naming the bad setting."""
        token = settings.telegram_token()
        if not token:
            return None
        if not TOKEN.fullmatch(token):
            raise ConfigurationError("TANYA_TELEGRAM_TOKEN is not a bot's token")
        if settings.telegram_mode not in MODES:
            raise ConfigurationError("TANYA_TELEGRAM_MODE must be poll or webhook")
        return cls(
            token=token,
            key=settings.secret("telegram"),
            polling=settings.telegram_mode == "poll",
            api_url=settings.telegram_api_url,
            webhook_url=settings.telegram_webhook_url.rstrip("/"),
            record_minutes=settings.telegram_record_minutes,
        )

    @property
    def bot(self) -> str:
        """The bot's number, which is no secret: updates are counted for each bot."""
        return self.token.partition(":")[0]

    @property
    def webhook_secret(self) -> str:
        """What Telegram has to send with each update."""
        return self._derived("webhook")

    def conversation(self, chat: int, generation: int) -> str:
        """The name of a chat's conversation: nobody can tell the chat from it."""
        return f"tg:{self._derived(f'{chat}:{generation}')[:40]}"

    def address(self, chat: int) -> str:
        """Where tries come from: the same after the conversation was deleted."""
        return self._derived(f"address:{chat}")[:24]

    def _derived(self, purpose: str) -> str:
        key = self.key.encode()
        return hmac.new(key, purpose.encode(), hashlib.sha256).hexdigest()
