"""`python -m bot.gateway`: serve people until told to stop."""

from __future__ import annotations

import logging
import socket
import sys

import uvicorn

from bot import settings
from bot.errors import ConfigurationError, TanyaError
from bot.gateway import logs
from bot.gateway.app import create_app
from bot.gateway.bus import Bus

GRACE_SECONDS = 5  # for requests that are under way when told to stop
STUCK_MILLISECONDS = 30_000


class Server(uvicorn.Server):
    """Ends its streams first, or open pages would keep it from stopping."""

    def __init__(self, config: uvicorn.Config, bus: Bus) -> None:
        super().__init__(config)
        self._bus = bus

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._bus.close()
        await super().shutdown(sockets)


def main() -> int:
    """Exit code 0 after a wanted stop, 1 if it could not serve."""
    logs.configure()
    try:
        chosen = settings.load()
        listening = listen(chosen.host, chosen.gateway_port)
        app = create_app(chosen)
    except TanyaError as error:
        print(f"gateway: {error}", file=sys.stderr)
        return 1
    config = uvicorn.Config(
        app,
        host=chosen.host,
        port=chosen.gateway_port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        proxy_headers=bool(chosen.trusted_proxies),
        forwarded_allow_ips=list(settings.listed(chosen.trusted_proxies)),
        timeout_graceful_shutdown=GRACE_SECONDS,
        h11_max_incomplete_event_size=16 * 1024,
    )
    logs.log(
        logging.getLogger("gateway"),
        "starting",
        host=chosen.host,
        port=chosen.gateway_port,
    )
    server = Server(config, app.state.bus)
    server.run(sockets=[listening])
    return 0 if server.started else 1


def listen(host: str, port: int) -> socket.socket:
    """A socket to serve on. Raises ConfigurationError in one clear line."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    # inherited by connections: who takes no byte for so long is cut off by the kernel
    listening.setsockopt(
        socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STUCK_MILLISECONDS
    )
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise ConfigurationError(
            f"cannot listen on {host}:{port}: {error.strerror}"
        ) from error
    return listening


if __name__ == "__main__":
    sys.exit(main())
