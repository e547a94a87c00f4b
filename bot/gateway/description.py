"""The public interface described, for programs: `/openapi.json`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

FILE: Final = Path(__file__).parent / "openapi.json"


async def _describe(_: Request) -> Response:
    headers = {"Cache-Control": "public, max-age=300"}
    return FileResponse(FILE, media_type="application/json", headers=headers)


ROUTE: Final = Route("/openapi.json", _describe, methods=["GET"])
