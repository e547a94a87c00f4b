"""Identity as the settings want it: for actions, for the gateway, for commands."""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncIterator, Callable

from bot.database import Database
from bot.errors import ConfigurationError
from bot.identity.policy import Policy
from bot.identity.sending import sending
from bot.identity.service import Identity
from bot.identity.sms import HttpProvider, OutboxProvider, SmsProvider
from bot.identity.tables import metadata
from bot.identity.vault import Vault
from bot.registry.records import Records
from bot.registry.sql import SqlRecords
from bot.settings import Settings


def open_identity(
    settings: Settings,
    records: Records,
    *,
    database: Database | None = None,
    vault: Vault | None = None,
    policy: Policy | None = None,
    clock: Callable[[], float] = time.time,
) -> Identity:
    """Identity of `settings`; with its own database unless one is open already."""
    database = database or Database(settings.database("identity"), tables=metadata)
    return Identity(
        database,
        vault or Vault(database, settings.secret("vault"), clock=clock),
        records,
        policy=policy or Policy.for_addresses(settings.numbers_per_address),
        key=settings.secret("identity"),
        clock=clock,
        demo=settings.lets_demo_people_in,
    )


def open_provider(settings: Settings) -> SmsProvider:
    """Who carries codes. Raises ConfigurationError."""
    check_provider(settings)
    if settings.sms_provider == "outbox":
        return OutboxProvider(settings.sms_outbox)
    return HttpProvider(settings.sms_url, settings.given_secret("sms"))


def check_provider(settings: Settings) -> None:
    """Raises ConfigurationError if no code could ever be sent."""
    if settings.sms_provider == "outbox":
        return
    if settings.sms_provider != "http":
        raise ConfigurationError(
            f"TANYA_SMS_PROVIDER must be outbox or http, not {settings.sms_provider!r}"
        )
    if not settings.sms_url.startswith("https://") and not _is_local(settings.sms_url):
        raise ConfigurationError("TANYA_SMS_URL must begin with https://")
    settings.given_secret("sms")


def _is_local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "http://localhost:"))


@contextlib.asynccontextmanager
async def serving(
    settings: Settings, database: Database, vault: Vault
) -> AsyncIterator[Identity]:
    """Identity in the gateway; the codes that were asked for are sent meanwhile."""
    records = SqlRecords(settings.database("registry"))
    identity = open_identity(settings, records, database=database, vault=vault)
    try:
        async with sending(identity.ground, open_provider(settings)):
            yield identity
    finally:
        identity.close()
        records.close()
