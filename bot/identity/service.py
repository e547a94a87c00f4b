"""The one door to who somebody is: consent, a code to their phone, their own records.

Synchronous and safe to share between threads. Every method that takes a `message_id`
does its work once: asked again with the same id, as after a kill, it gives the same
outcome, and no second message, counted attempt or audit row comes of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from bot.database import Database
from bot.identity.outcomes import Check, LookUp, Start, State
from bot.identity.policy import Policy
from bot.identity.vault import Vault
from bot.registry.records import Records


class Identity:
    """What actions and the gateway may ask."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        records: Records,
        *,
        policy: Policy,
        key: str,
        clock: Callable[[], float] = time.time,
        demo: bool = False,
    ) -> None:
        raise NotImplementedError

    def state(self, conversation: str) -> State:
        """Where the conversation stands."""
        raise NotImplementedError

    def consent(self, conversation: str, *, message_id: str, language: str) -> None:
        """Note that the person agreed to the notice, and in which language."""
        raise NotImplementedError

    def start(
        self,
        conversation: str,
        token: str,
        *,
        message_id: str,
        address: str | None,
        language: str,
        confirmed: bool = False,
    ) -> Start:
        """Ask for a code for the number behind `token`; an older code is void.

        Raises RegistryUnavailable, whosever number it is: then nothing is counted.
        """
        raise NotImplementedError

    def confirm(
        self, conversation: str, *, message_id: str, address: str | None, language: str
    ) -> Start:
        """Go on with the number for which `start` said CONFIRM; no token is needed."""
        raise NotImplementedError

    def resend(
        self, conversation: str, *, message_id: str, address: str | None, language: str
    ) -> Start:
        """Another code for the same number; the limits are those of `start`.

        TOKEN_GONE if no number was given in this conversation lately.
        """
        raise NotImplementedError

    def check(
        self, conversation: str, token: str, *, message_id: str, address: str | None
    ) -> Check:
        """Try the code behind `token`."""
        raise NotImplementedError

    def look_up(
        self,
        conversation: str,
        topic: str,
        *,
        message_id: str,
        claim_number: str | None = None,
    ) -> LookUp:
        """The person's own records. Raises NotVerified or RegistryUnavailable.

        registration and contributions: registrations and contributions;
        claims: claims, or the one called `claim_number` if it is theirs.
        """
        raise NotImplementedError

    def keep_result(
        self, conversation: str, body: Mapping[str, Any], *, message_id: str
    ) -> str:
        """Seal what is to be shown, for a short time; one result for a turn."""
        raise NotImplementedError

    def open_result(self, conversation: str, token: str) -> dict[str, Any] | None:
        """What was kept, or None when its time is over."""
        raise NotImplementedError

    def end(self, conversation: str) -> None:
        """Forget consent, code, verified state and results of the conversation."""
        raise NotImplementedError
