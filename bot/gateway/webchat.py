"""The public interface of the chat: what the widget and `tanya chat` speak."""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.database import Database
from bot.gateway import conversations
from bot.gateway.addresses import Addresses
from bot.gateway.bus import Bus
from bot.gateway.cleaning import clean
from bot.gateway.conversations import USUAL, Conversation, Lifetime
from bot.gateway.guard import (
    check_header,
    check_origin,
    give_session,
    read_json,
    session_of,
    take_session,
)
from bot.gateway.intake import Incoming, Intake
from bot.gateway.limits import Limiter, address
from bot.gateway.patient import PatientStream
from bot.gateway.refusals import Refused
from bot.gateway.streams import Streams
from bot.gateway.widget import strings
from bot.i18n import LANGUAGES
from bot.identity.vault import Vault

CLIENT_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
NUMBER = re.compile(r"[0-9]{1,18}")
NO_STORE = {"Cache-Control": "no-store"}


@dataclass(frozen=True)
class WebChat:
    """The chat's handlers and what they need."""

    database: Database
    vault: Vault
    intake: Intake
    bus: Bus
    streams: Streams
    limiter: Limiter
    end: Callable[[str], None]  # forget who somebody proved to be, and results
    addresses: Addresses
    origins: frozenset[str] = frozenset()
    lifetime: Lifetime = USUAL

    def routes(self) -> list[Route]:
        """Where each handler is found."""
        return [
            Route("/chat/session", self.start, methods=["POST"]),
            Route("/chat/messages", self.send, methods=["POST"]),
            Route("/chat/events", self.events, methods=["GET"]),
            Route("/chat/history", self.history, methods=["GET"]),
            Route("/chat/language", self.language, methods=["POST"]),
            Route("/chat/forget", self.forget, methods=["POST"]),
            Route("/chat/strings/{language}", self.strings, methods=["GET"]),
        ]

    async def start(self, request: Request) -> Response:
        """The session's conversation; a new session if there is none."""
        body = await self.checked(request)
        language = _language_in(body)
        self.limiter.check(request, address(request), self.limiter.limits.other)
        conversation = await self.find(request)
        session = None
        if conversation is None:
            rate = self.limiter.limits.sessions
            self.limiter.check(request, f"session {address(request)}", rate)
            session = secrets.token_urlsafe(32)
        shown = await self.database.run(self._open, conversation, session, language)
        status = 200 if session is None else 201
        response = JSONResponse(shown, status_code=status, headers=NO_STORE)
        if session is not None:
            give_session(request, response, session)
        return response

    def _open(
        self,
        conversation: Conversation | None,
        session: str | None,
        language: str | None,
    ) -> dict[str, Any]:
        now = time.time()
        with self.database.write() as connection:
            if session is not None:
                conversations.start(connection, "web", session=session, now=now)
                conversation = conversations.find_by_session(
                    connection, session, now=now
                )
            assert conversation is not None
            chosen = language or conversation.chosen_language
            conversations.change(
                connection, conversation.id, seen_at=now, chosen_language=chosen
            )
        state, spoken = conversation.state, chosen or conversation.language
        return {"state": state, "chosen_language": chosen, "language": spoken}

    async def send(self, request: Request) -> Response:
        """Accept a message for good: 202 and its turn."""
        body = await self.checked(request)
        conversation = await self._current(request)
        limits = self.limiter.limits
        self.limiter.check(
            request, conversation.id, limits.messages, limits.messages_per_minute
        )
        self.limiter.check(
            request, f"messages {address(request)}", limits.address_messages
        )
        incoming = replace(_incoming(body), address=self.addresses.of(request))
        turn = await self.database.run(self.intake.take, conversation, incoming)
        self.bus.notify(conversation.id)
        return JSONResponse({"id": str(turn)}, status_code=202, headers=NO_STORE)

    async def events(self, request: Request) -> Response:
        """A stream of events, or the next of them for those who cannot stream."""
        check_origin(request, self.origins)
        conversation = await self._current(request)
        self.limiter.check(request, conversation.id, self.limiter.limits.other)
        after = _number(request.headers.get("last-event-id")) or _number(
            request.query_params.get("after")
        )
        if self.bus.count(conversation.id) >= self.limiter.limits.streams:
            raise Refused(
                429, "too_many_streams", "close another window first", retry_after=5
            )
        if "text/event-stream" not in request.headers.get("accept", ""):
            page = await self.streams.poll(conversation.id, after)
            return JSONResponse(page, headers=NO_STORE)
        return PatientStream(
            self.streams.stream(conversation.id, after),
            media_type="text/event-stream",
            headers={**NO_STORE, "X-Accel-Buffering": "no"},
        )

    async def history(self, request: Request) -> Response:
        """What the conversation showed, numbers masked; state is null without one."""
        check_origin(request, self.origins)
        conversation = await self.find(request)
        if conversation is None:
            nothing: dict[str, Any] = {"state": None, "events": [], "pending": []}
            return JSONResponse(nothing, headers=NO_STORE)
        self.limiter.check(request, conversation.id, self.limiter.limits.other)
        after = _number(request.query_params.get("after"))
        page = await self.streams.history(conversation.id, after)
        return JSONResponse({"state": conversation.state, **page}, headers=NO_STORE)

    async def language(self, request: Request) -> Response:
        """Choose the language of answers by hand; it sticks. Null: as people write."""
        body = await self.checked(request)
        conversation = await self._current(request)
        self.limiter.check(request, conversation.id, self.limiter.limits.other)
        if "language" not in body:
            raise Refused(422, "language", "language must be ms, en or null")
        chosen = _language_in(body)
        await self.database.run(self._choose, conversation.id, chosen)
        return JSONResponse({"chosen_language": chosen}, headers=NO_STORE)

    def _choose(self, name: str, chosen: str | None) -> None:
        with self.database.write() as connection:
            conversations.change(connection, name, chosen_language=chosen)

    async def forget(self, request: Request) -> Response:
        """Close the conversation, delete its texts, end the session."""
        await self.checked(request)
        conversation = await self.find(request)
        if conversation is not None:
            await self.erase(conversation.id)
        response = JSONResponse({"forgotten": True}, headers=NO_STORE)
        take_session(request, response)
        return response

    async def erase(self, name: str) -> None:
        """Close the conversation `name` and delete its texts."""
        await self.database.run(self._forget, name)
        self.bus.notify(name)

    def _forget(self, name: str) -> None:
        self.end(name)
        self.vault.forget(name)
        with self.database.write() as connection:
            conversations.forget(connection, name, now=time.time())

    async def strings(self, request: Request) -> Response:
        """What the widget says, in one language."""
        language = request.path_params["language"]
        if language not in LANGUAGES:
            raise Refused(404, "not_found", "there are ms and en")
        headers = {"Cache-Control": "public, max-age=300"}
        return JSONResponse(strings(language), headers=headers)

    async def checked(self, request: Request) -> dict[str, Any]:
        """The body of a request that may change something. Raises Refused."""
        check_origin(request, self.origins)
        check_header(request)
        return await read_json(request)

    async def find(self, request: Request) -> Conversation | None:
        """The session's conversation, if it has an open one."""
        session = session_of(request)
        if not session:
            return None
        return await self.database.run(self._find_by, session)

    def _find_by(self, session: str) -> Conversation | None:
        with self.database.read() as connection:
            return conversations.find_by_session(
                connection, session, now=time.time(), lifetime=self.lifetime
            )

    async def _current(self, request: Request) -> Conversation:
        conversation = await self.find(request)
        if conversation is None:
            raise Refused(401, "session_expired", "start a new session")
        return conversation


def _incoming(body: dict[str, Any]) -> Incoming:
    client_id = body.get("client_message_id")
    if not isinstance(client_id, str) or not CLIENT_ID.fullmatch(client_id):
        raise Refused(422, "client_message_id", "client_message_id must be a UUID")
    text, button = body.get("text"), body.get("button")
    if isinstance(text, str) and button is None:
        return Incoming(client_id, text=text)
    if isinstance(button, str) and text is None:
        return Incoming(client_id, button=clean(button[:64]))
    raise Refused(422, "message", "give text or button, a string")


def _language_in(body: dict[str, Any]) -> str | None:
    language = body.get("language")
    if language is None or (isinstance(language, str) and language in LANGUAGES):
        return language
    raise Refused(422, "language", "language must be ms, en or null")


def _number(text: str | None) -> int:
    return int(text) if text and NUMBER.fullmatch(text) else 0
