"""The chat as a plain page of HTML: for basic telephones and browsers without scripts.

The same session, the same inbox, the same replies; the page waits for its answer and
refreshes itself while one is due. A form of another site is refused by its origin and
by a token that stands in a cookie and in the form.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
import time
import uuid
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.gateway import conversations
from bot.gateway.conversations import Conversation
from bot.gateway.guard import check_origin, give_session, read_body, take_session
from bot.gateway.inbox import ConversationClosed, TooManyWaiting
from bot.gateway.intake import Incoming
from bot.gateway.limits import address
from bot.gateway.page import POLICY
from bot.gateway.refusals import Refused
from bot.gateway.webchat import CLIENT_ID, NO_STORE, WebChat
from bot.gateway.widget import strings
from bot.i18n import LANGUAGES

PATH: Final = "/plain"
FORM_COOKIE: Final = "tanya_form"
LANGUAGE_COOKIE: Final = "tanya_language"
WAIT_SECONDS: Final = 12.0  # before the page comes back without its answer
REFRESH_SECONDS: Final = 4
LATEST: Final = 60  # events on the page
# what the page says when a form is refused, in the widget's own words
PROBLEMS: Final = {429: "slow_down", 403: "form_old", 413: "too_long"}
HEADERS: Final = {
    **NO_STORE,
    "Content-Security-Policy": POLICY.replace(
        "form-action 'none'", "form-action 'self'"
    ),
    # without a referrer browsers name no origin either, and the form would be refused
    "Referrer-Policy": "same-origin",
}
templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=select_autoescape(),
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class PlainPage:
    """The page and its form."""

    chat: WebChat
    wait: float = WAIT_SECONDS

    def routes(self) -> list[Route]:
        """Where they are found."""
        return [
            Route(PATH, self.show, methods=["GET"]),
            Route(PATH, self.take, methods=["POST"]),
        ]

    async def show(self, request: Request) -> Response:
        """What the conversation showed, and a field for the next message."""
        return await self._page(request)

    async def _page(
        self, request: Request, *, problem: str | None = None, status: int = 200
    ) -> Response:
        conversation = await self.chat.find(request)
        page: dict[str, Any] = {"events": [], "pending": []}
        if conversation is not None:
            page = await self.chat.streams.history(conversation.id, 0)
        language = _language(request, conversation)
        token = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)
        html = templates.get_template("plain.html").render(
            path=PATH,
            token=token,
            client_id=str(uuid.uuid4()),
            shown=_shown(page["events"][-LATEST:]),
            waiting=bool(page["pending"]),
            refresh=REFRESH_SECONDS,
            problem=problem,
            typed=getattr(request.state, "typed", ""),
            languages={"ms": "Bahasa Melayu", "en": "English"},
            **strings(language),
        )
        response = HTMLResponse(html, status_code=status, headers=HEADERS)
        _keep(request, response, FORM_COOKIE, token)
        _keep(request, response, LANGUAGE_COOKIE, language)
        return response

    async def take(self, request: Request) -> Response:
        """A message, a pressed button, or the wish to delete everything."""
        try:
            return await self._take(request)
        except (Refused, ConversationClosed, TooManyWaiting) as error:
            status = error.status if isinstance(error, Refused) else 429
            return await self._page(
                request, problem=PROBLEMS.get(status, "not_sent"), status=status
            )

    async def _take(self, request: Request) -> Response:
        check_origin(request, self.chat.origins)
        form = await _form(request)
        request.state.typed = form.get("text", "").strip()  # shown if refused
        _check_token(request, form.get("token", ""))
        conversation = await self.chat.find(request)
        response = RedirectResponse(f"{PATH}#latest", status_code=303)
        if "forget" in form:
            if conversation is not None:
                await self.chat.erase(conversation.id)
            take_session(request, response)
            return response
        if "button" not in form and not form.get("text", "").strip():
            return await self._page(request, problem="empty")
        if conversation is None:
            conversation, session = await self._started(request)
            give_session(request, response, session)
        turn = await self._accept(request, conversation, form)
        await self._until_closed(conversation.id, turn)
        return response

    async def _started(self, request: Request) -> tuple[Conversation, str]:
        rate = self.chat.limiter.limits.sessions
        self.chat.limiter.check(request, f"session {address(request)}", rate)
        session = secrets.token_urlsafe(32)
        language = _language(request, None)
        begin = partial(self._begin, session, language)
        return await self.chat.database.run(begin), session

    def _begin(self, session: str, language: str) -> Conversation:
        now = time.time()
        with self.chat.database.write() as connection:
            name = conversations.start(connection, "web", session=session, now=now)
            # the page's language, until what the person writes decides it
            conversations.change(connection, name, language=language)
            found = conversations.find_by_session(connection, session, now=now)
        assert found is not None
        return found

    async def _accept(
        self, request: Request, conversation: Conversation, form: dict[str, str]
    ) -> str:
        client_id = form.get("client_id", "")
        if not CLIENT_ID.fullmatch(client_id):
            raise Refused(422, "client_id", "the form was not sent whole")
        button = form.get("button")
        text = form.get("text", "")
        limits = self.chat.limiter.limits
        self.chat.limiter.check(
            request, conversation.id, limits.messages, limits.messages_per_minute
        )
        # one form is one message, but its buttons are different ones
        name = client_id if button is None else f"{client_id}-{button}"[:64]
        address_ = self.chat.addresses.of(request)
        incoming = Incoming(name, text=text, button=button, address=address_)
        turn = await self.chat.database.run(
            self.chat.intake.take, conversation, incoming
        )
        self.chat.bus.notify(conversation.id)
        return str(turn)

    async def _until_closed(self, name: str, turn: str) -> None:
        """Come back when the turn is over, or when waiting would seem like failure."""
        end = time.monotonic() + self.wait
        while time.monotonic() < end:
            if turn not in await self.chat.streams.pending(name):
                return
            await asyncio.sleep(0.1)


def _shown(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kinds = ("person", "message", "notice")
    listed = [event for event in events if event["event"] in kinds]
    offering = [event for event in listed if event.get("buttons")]
    # only the latest choices are buttons: a page full of old ones helps nobody
    latest = offering[-1]["id"] if offering else None
    return [{**event, "open": event["id"] == latest} for event in listed]


def _language(request: Request, conversation: Conversation | None) -> str:
    asked = request.query_params.get("language")
    kept = request.cookies.get(LANGUAGE_COOKIE)
    for language in (asked, kept):
        if language in LANGUAGES:
            return str(language)
    return conversation.answer_language if conversation else "ms"


def _keep(request: Request, response: Response, name: str, value: str) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(
        name, value, path=PATH, secure=secure, httponly=True, samesite="lax"
    )


async def _form(request: Request) -> dict[str, str]:
    body = (await read_body(request)).decode("utf-8", errors="replace")
    try:
        fields = parse_qs(body, keep_blank_values=True, max_num_fields=10)
    except ValueError:
        raise Refused(422, "form", "the form has too many fields") from None
    return {name: values[-1].replace("\0", "") for name, values in fields.items()}


def _check_token(request: Request, given: str) -> None:
    kept = request.cookies.get(FORM_COOKIE, "")
    if not kept or not hmac.compare_digest(kept.encode(), given.encode()):
        raise Refused(403, "form_token", "open the page again and send once more")
