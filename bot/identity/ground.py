"""What every part of identity stands on, put together once for a process."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.database import Database
from bot.identity.keys import Keys
from bot.identity.policy import Policy
from bot.identity.vault import Vault
from bot.registry.records import Records


@dataclass(frozen=True)
class Ground:
    """Database, vault, records, limits, keys, clock; and whether demo people count."""

    database: Database
    vault: Vault
    records: Records
    policy: Policy
    keys: Keys
    clock: Callable[[], float] = time.time
    demo: bool = False
