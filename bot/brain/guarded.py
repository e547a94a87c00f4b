"""The action server as a turn sees it: what fails there is noted, and ends the turn.

Rasa logs a failed action and goes on without it, so that a turn half done would count
as done. Noted, the turn is not saved: it leaves no trace and may be run again.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

import aiohttp
from rasa.utils.endpoints import ClientResponseError, EndpointConfig

from bot.brain.turn import note_failure

ACTION_SECONDS: Final = 10.0
REJECTED: Final = 400  # rasa-sdk's way to say that an action declines; no fault


class GuardedEndpoint(EndpointConfig):  # type: ignore[misc]
    """Asks the action server, for so long; notes what went wrong."""

    async def request(self, *args: Any, **more: Any) -> Any:
        more["timeout"] = aiohttp.ClientTimeout(total=ACTION_SECONDS)
        try:
            answer = await super().request(*args, **more)
        except ClientResponseError as error:
            if error.status != REJECTED:
                note_failure("action", untouched=True)
            raise
        except (aiohttp.ClientError, OSError, asyncio.TimeoutError, ValueError):
            note_failure("action", untouched=True)
            raise
        if not isinstance(answer, dict):
            note_failure("action", untouched=True)
            answer = {}
        return answer


def guard(agent: Any) -> None:
    """Give `agent` a guarded action server, once."""
    processor = getattr(agent, "processor", None)
    endpoint = getattr(processor, "action_endpoint", None)
    if endpoint is None or isinstance(endpoint, GuardedEndpoint):
        return
    guarded = GuardedEndpoint(
        endpoint.url,
        endpoint.params,
        endpoint.headers,
        endpoint.basic_auth,
        endpoint.token,
        endpoint.token_name,
        endpoint.cafile,
        **endpoint.kwargs,
    )
    agent.action_endpoint = guarded
    agent.processor.action_endpoint = guarded
