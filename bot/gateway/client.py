"""Talks to a running assistant through the public interface, as the widget does."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import httpx

from bot.errors import ServiceUnavailable, TanyaError

ANSWER_SECONDS: Final = 150.0  # the assistant itself gives up far earlier
ABSENT_SECONDS: Final = 45.0  # how long a restart of the assistant may take
REQUEST_SECONDS: Final = 35.0  # longer than the assistant waits with a poll
PAUSE_SECONDS: Final = 0.5
LONGEST_SENT: Final = 10_001  # characters


class ChatFailed(TanyaError):
    """The assistant refused what was sent."""

    code = "chat_failed"


@dataclass(frozen=True)
class Spoken:
    """One reply; buttons are titles with their ids."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Answered:
    """A turn that has ended."""

    turn: str
    replies: tuple[Spoken, ...]
    awaiting: str | None
    status: str

    def to_json(self) -> dict[str, Any]:
        """As `tanya chat --jsonl` prints it."""
        messages = [
            {
                "text": reply.text,
                "buttons": [
                    {"title": title, "id": name} for title, name in reply.buttons
                ],
            }
            for reply in self.replies
        ]
        return {
            "turn": self.turn,
            "messages": messages,
            "awaiting": self.awaiting,
            "status": self.status,
        }


class ChatClient:
    """One conversation."""

    def __init__(
        self, url: str, *, on_notice: Callable[[str], None] = lambda _: None
    ) -> None:
        self._url = url
        self._on_notice = on_notice
        self._after = 0
        try:
            self._http = httpx.Client(
                base_url=url, headers={"X-Tanya": "1"}, timeout=REQUEST_SECONDS
            )
        except (httpx.InvalidURL, ValueError) as error:
            raise ChatFailed(f"{url!r} is no address: {error}") from error

    def __enter__(self) -> ChatClient:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def start(self, language: str | None) -> None:
        """Begin. Raises ServiceUnavailable if nobody answers at the address."""
        body = {"language": language} if language else {}
        try:
            response = self._http.post("/chat/session", json=body)
        except httpx.UnsupportedProtocol as error:
            raise ChatFailed(f"{self._url!r} is no http address") from error
        except httpx.HTTPError as error:
            raise ServiceUnavailable(
                f"the assistant is not running at {self._url}; start it with `make run`"
            ) from error
        if response.status_code not in (200, 201):
            raise ChatFailed(_complaint(response))

    def ask(self, *, text: str | None = None, button: str | None = None) -> Answered:
        """Send a message or press a button, and wait until its turn has ended."""
        said = {"text": _sendable(text or "")} if button is None else {"button": button}
        body = {"client_message_id": str(uuid.uuid4()), **said}
        accepted = self._request("POST", "/chat/messages", json=body)
        turn = str(accepted["id"])
        replies: list[Spoken] = []
        for event in self._events():
            if event.get("turn") != turn:
                continue
            if event["event"] == "message":
                replies.append(_spoken(event))
            elif event["event"] == "notice":
                self._on_notice(event["text"])
            elif event["event"] == "turn":
                awaiting, status = event["awaiting"], event["status"]
                return Answered(turn, tuple(replies), awaiting, status)
        raise ServiceUnavailable("the assistant did not end the turn")

    def _events(self) -> Iterator[dict[str, Any]]:
        end = time.monotonic() + ANSWER_SECONDS
        while time.monotonic() < end:
            page = self._request("GET", f"/chat/events?after={self._after}")
            for event in page["events"]:
                self._after = event["id"]
                yield event

    def _request(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        """Patient: an assistant that restarts or asks to wait is asked again."""
        end = time.monotonic() + ABSENT_SECONDS
        while True:
            try:
                response = self._http.request(method, path, **more)
            except httpx.HTTPError as error:
                pause, trouble = PAUSE_SECONDS, type(error).__name__
            else:
                if response.status_code < 400:
                    return _object(response)
                if response.status_code not in (429, 502, 503, 504):
                    raise ChatFailed(_complaint(response))
                pause, trouble = _pause(response), _complaint(response)
            if time.monotonic() + pause > end:
                raise ServiceUnavailable(f"the assistant went away: {trouble}")
            time.sleep(pause)


def _sendable(text: str) -> str:
    """`text` as JSON in UTF-8 can hold it; the assistant reads no more of it anyway."""
    pairs = text[:LONGEST_SENT].encode("utf-16", "surrogatepass")
    return pairs.decode("utf-16", "replace")


def _spoken(event: dict[str, Any]) -> Spoken:
    buttons = ((button["title"], button["id"]) for button in event["buttons"])
    return Spoken(event["text"], tuple(buttons))


def _object(response: httpx.Response) -> dict[str, Any]:
    try:
        value = response.json()
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ChatFailed("what answers at this address is not the assistant")
    return value


def _complaint(response: httpx.Response) -> str:
    try:
        return f"refused: {response.json()['error']['message']}"
    except (ValueError, KeyError, TypeError):
        return f"what answers there is not the assistant ({response.status_code})"


def _pause(response: httpx.Response) -> float:
    given = response.headers.get("retry-after", "")
    return float(given) if given.isdigit() else PAUSE_SECONDS
