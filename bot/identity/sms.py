"""Who carries a code to a telephone: a service, or in development a file.

Numbers and codes stand in no error and no log line.
"""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import httpx

from bot.errors import ServiceUnavailable
from bot.i18n import N_, translate

TIMEOUT: Final = httpx.Timeout(10.0, connect=3.0)
MINUTES: Final = 5
TEXT: Final = N_(
    "PERKESO: {code} is your code, valid for {minutes} minutes. Give it to nobody, not "
    "even to PERKESO staff. If you did not ask for it, ignore this message."
)


class SmsRefused(ServiceUnavailable):
    """The service said no: the message was not sent."""

    code = "sms_refused"


class SmsUnreachable(ServiceUnavailable):
    """There was no connection: the message was certainly not sent."""

    code = "sms_unreachable"


class SmsUnknown(ServiceUnavailable):
    """No usable answer came: the message may have been sent, so never again."""

    code = "sms_unknown"


@dataclass(frozen=True, repr=False)
class Sms:
    """A message with a code, on its way."""

    id: str  # opaque, unique; a service may use it to refuse a second sending
    to: str
    text: str
    code: str


class SmsProvider(Protocol):
    """Carries a message. Raises SmsRefused, SmsUnreachable or SmsUnknown."""

    async def send(self, sms: Sms) -> None:
        """Hand the message over, once."""

    async def close(self) -> None:
        """Let go of connections."""


class OutboxProvider:
    """Writes JSON lines that its owner alone may read: for development."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def send(self, sms: Sms) -> None:
        line = {"to": sms.to, "text": sms.text, "code": sms.code}
        text = json.dumps(line, ensure_ascii=False) + "\n"
        try:
            await asyncio.to_thread(self._append, text)
        except OSError as error:
            raise SmsRefused(f"cannot write {self._path}: {error.strerror}") from error

    async def close(self) -> None:
        return None

    def _append(self, line: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        descriptor = os.open(self._path, flags, 0o600)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            os.fchmod(descriptor, 0o600)
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(line)


class HttpProvider:
    """Posts to an SMS service: JSON `to`, `text`, `id`; the secret as bearer token."""

    def __init__(
        self,
        url: str,
        secret: str,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        headers = {"Authorization": f"Bearer {secret}"}
        self._url = url
        self._client = httpx.AsyncClient(
            headers=headers, timeout=TIMEOUT, transport=transport, trust_env=False
        )

    async def send(self, sms: Sms) -> None:
        body = {"id": sms.id, "to": sms.to, "text": sms.text}
        try:
            response = await self._client.post(
                self._url, json=body, headers={"Idempotency-Key": sms.id}
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            raise SmsUnreachable("the SMS service cannot be reached") from None
        except httpx.HTTPError:
            raise SmsUnknown("the SMS service gave no usable answer") from None
        if 400 <= response.status_code < 500:
            raise SmsRefused(f"the SMS service said {response.status_code}")
        if not response.is_success:
            raise SmsUnknown(f"the SMS service said {response.status_code}")

    async def close(self) -> None:
        await self._client.aclose()


def word(code: str, language: str) -> str:
    """What the message says."""
    return translate(TEXT, language, code=code, minutes=MINUTES)
