"""Refused requests: one shape for all, `{"error": {"code", "message"}}`."""

from __future__ import annotations

import logging

from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.errors import TanyaError
from bot.gateway.admission import Busy
from bot.gateway.inbox import ConversationClosed, TooManyWaiting
from bot.gateway.logs import log
from bot.gateway.metrics import METRICS

logger = logging.getLogger(__name__)
CODES = {404: "not_found", 405: "method_not_allowed"}


class Refused(TanyaError):
    """The request cannot be served; `status` says whose fault it is."""

    def __init__(
        self, status: int, code: str, message: str, *, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.retry_after = retry_after


def refusal(
    status: int, code: str, message: str, *, retry_after: float | None = None
) -> Response:
    """The canonical answer to a request that is not served."""
    METRICS.count("requests_refused", code=code)
    headers = {"Cache-Control": "no-store"}
    if retry_after is not None:
        headers["Retry-After"] = str(max(1, round(retry_after + 0.5)))
    body = {"error": {"code": code, "message": message}}
    return JSONResponse(body, status_code=status, headers=headers)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return refusal(error.status, error.code, str(error), retry_after=error.retry_after)


async def _closed(_: Request, __: Exception) -> Response:
    return refusal(401, "session_expired", "start a new session")


async def _too_many(_: Request, error: Exception) -> Response:
    return refusal(429, "too_many_waiting", str(error), retry_after=2)


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = CODES.get(error.status_code, "refused")
    return refusal(error.status_code, code, str(error.detail))


async def _database(request: Request, error: Exception) -> Response:
    log(
        logger,
        "database_failed",
        level=logging.ERROR,
        error=type(error).__name__,
        path=request.url.path,
    )
    message = "the service cannot take messages just now"
    return refusal(503, "unavailable", message, retry_after=2)


async def _failed(_: Request, __: Exception) -> Response:
    return refusal(500, "internal", "something went wrong on our side")


async def _busy(_: Request, error: Exception) -> Response:
    return refusal(503, "busy", str(error), retry_after=30)


HANDLERS = {
    Busy: _busy,
    Refused: _refused,
    ConversationClosed: _closed,
    TooManyWaiting: _too_many,
    HTTPException: _http,
    SQLAlchemyError: _database,
    Exception: _failed,
}
