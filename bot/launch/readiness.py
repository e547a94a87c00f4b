"""Whether a process answers, asked as a load balancer would."""

from __future__ import annotations

import http.client

from bot.settings import Settings


def status_of(port: int, path: str, *, host: str = "127.0.0.1") -> int | None:
    """The status of one GET; None when nothing answers in two seconds."""
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def gateway_host(settings: Settings) -> str:
    """An address at which the gateway is reached from this machine."""
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104
    return everywhere.get(settings.host, settings.host)


def is_ready(settings: Settings) -> bool:
    """Whether the assistant takes messages and answers them."""
    host = gateway_host(settings)
    return status_of(settings.gateway_port, "/health/ready", host=host) == 200
