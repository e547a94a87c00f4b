"""The page at `/`, and the headers that keep every page honest."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.gateway import widget
from bot.gateway.sentences import HOTLINE

STATIC: Final = Path(__file__).parent / "static"
PAGE: Final = STATIC / "page.html"
LOADER: Final = STATIC / "loader.js"
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


async def loader(_: Request) -> Response:
    """The small script that brings the chat to any site."""
    source = widget.loader(LOADER.read_text(encoding="utf-8"))
    return Response(source, media_type="text/javascript")


async def page(_: Request) -> Response:
    """What Tanya is, in both languages, and the chat."""
    html = PAGE.read_text(encoding="utf-8").replace("{hotline}", HOTLINE)
    return HTMLResponse(html, headers={"Cache-Control": "no-cache"})


class SecurityHeaders:
    """Adds to every answer what browsers need to know to protect people."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if scope["path"].startswith("/static"):
                    headers.setdefault("Cache-Control", "public, max-age=300")
                    # the widget stands on other sites; its files are no secret
                    headers.setdefault("Access-Control-Allow-Origin", "*")
            await send(message)

        await self._app(scope, receive, with_headers)
