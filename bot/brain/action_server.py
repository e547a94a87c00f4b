"""The action server: rasa-sdk's own, on loopback, behind the shared secret.

Rasa-sdk's server listens everywhere without a password, and repeats the whole
conversation in its error answers, from where Rasa logs it; both are mended here.
"""

from __future__ import annotations

import hmac
import logging

from rasa_sdk.endpoint import create_app
from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot import settings

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Tanya-Secret"  # noqa: S105


def build(secret: str) -> Sanic:
    """The application. Every call but `/health` must carry `secret`."""
    app: Sanic = create_app("actions", cors_origins=[])
    expected = secret.encode()

    @app.middleware("request")
    async def only_ours(request: Request) -> HTTPResponse | None:
        given = request.headers.get(SECRET_HEADER, "").encode()
        if request.path == "/health" or hmac.compare_digest(given, expected):
            return None
        return json({"error": "forbidden"}, status=403)

    @app.exception(Exception)
    async def failed(_: Request, exception: Exception) -> HTTPResponse:
        # the error's text may quote the person: log only its type and place
        place = exception.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        logger.error(
            "action failed: %s at %s:%s",
            type(exception).__name__,
            place.tb_frame.f_code.co_filename if place else "?",
            place.tb_lineno if place else "?",
        )
        return json({"error": "action failed"}, status=500)

    return app


def main() -> None:
    """Serve until told to stop."""
    logging.basicConfig(level=logging.WARNING)
    chosen = settings.load()
    app = build(chosen.secret("brain"))
    app.run("127.0.0.1", chosen.actions_port, workers=1, access_log=False)


if __name__ == "__main__":
    main()
