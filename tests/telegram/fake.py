"""A Bot API that tests can break, over real HTTP: it keeps every call it gets."""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.gateway.servers import eventually, free_port

TOKEN = "7000000001:AAfake-token_of-no-bot-at-all-0123456"
Answer = web.StreamResponse
Fault = Callable[["FakeTelegram", web.Request, dict[str, Any]], Any]


@dataclass(frozen=True)
class Call:
    """One request of the bot."""

    method: str
    at: float
    params: dict[str, Any]


@dataclass(frozen=True)
class Message:
    """One message that reached a person."""

    chat: int
    text: str
    at: float
    id: int
    buttons: tuple[tuple[str, str], ...] = ()  # title and data


def refused(status: int, why: str, **more: Any) -> web.Response:
    body = {"ok": False, "error_code": status, "description": why, **more}
    return web.json_response(body, status=status)


@dataclass
class FakeTelegram:
    """Runs in a thread of its own."""

    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        self.reset()
        self._loop: asyncio.AbstractEventLoop
        self._thread: threading.Thread | None = None
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bot"

    def reset(self) -> None:
        self.calls: list[Call] = []
        self.messages: list[Message] = []
        self.updates: list[dict[str, Any]] = []
        self.faults: dict[str, list[Fault]] = defaultdict(list)
        self.always: dict[str, Fault] = {}
        self.faults_of_chat: dict[int, list[Fault]] = defaultdict(list)
        self.webhook: dict[str, Any] = {"url": "", "pending_update_count": 0}
        self.menu: dict[tuple[str, str], Any] = {}
        self.deleted: list[int] = []
        self._ids = itertools.count(1000)
        self._update_ids = itertools.count(5_000)

    # what people do

    def say(self, chat: int, text: str | None = None, **more: Any) -> int:
        """A person sends a message; the number of its update."""
        return self.bring({"message": message(chat, next(self._ids), text, **more)})

    def bring(self, body: dict[str, Any]) -> int:
        number = next(self._update_ids)
        self.updates.append({"update_id": number, **body})
        return number

    def press(self, shown: Message, data: str, *, by: int | None = None) -> int:
        """A person presses the button with `data` below a message."""
        keys = [
            {"text": title, "callback_data": value} for title, value in shown.buttons
        ]
        below = message(shown.chat, shown.id, shown.text)
        below["reply_markup"] = {"inline_keyboard": [[key] for key in keys]}
        query = {
            "id": f"q{next(self._ids)}",
            "from": person(by or shown.chat),
            "chat_instance": "1",
            "message": below,
            "data": data,
        }
        return self.bring({"callback_query": query})

    # what the bot did

    def texts(self, chat: int) -> list[str]:
        return [each.text for each in self.messages if each.chat == chat]

    def last(self, chat: int) -> Message:
        return [each for each in self.messages if each.chat == chat][-1]

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    def until(self, chat: int, count: int, *, seconds: float = 15.0) -> list[str]:
        """The texts that `chat` got, once there are `count`."""
        eventually(lambda: len(self.texts(chat)) >= count, seconds=seconds)
        return self.texts(chat)

    # the server

    def start(self) -> FakeTelegram:
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        eventually(lambda: self._runner is not None)
        return self

    def _serve(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.run_until_complete(self._open())
        self._loop.run_forever()
        self._loop.close()

    async def _open(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", self.port).start()
        self._runner = runner

    def stop(self) -> None:
        """Nobody listens any more."""
        if self._runner is None or self._thread is None:
            return
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._runner = self._thread = None

    async def _answer(self, request: web.Request) -> Answer:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return refused(401, "Unauthorized")
        params: dict[str, Any] = {**request.query, **await request.post()}
        self.calls.append(Call(method, time.monotonic(), params))
        for fault in self._faults_for(method, params):
            broken = fault(self, request, params)
            broken = await broken if asyncio.iscoroutine(broken) else broken
            if broken is not None:
                return broken
        result = getattr(self, f"_{method}", self._anything)(params)
        result = await result if asyncio.iscoroutine(result) else result
        return web.json_response({"ok": True, "result": result})

    def _faults_for(self, method: str, params: dict[str, Any]) -> list[Fault]:
        found = [self.faults[method].pop(0)] if self.faults[method] else []
        if method == "sendMessage" and self.faults_of_chat[int(params["chat_id"])]:
            found.append(self.faults_of_chat[int(params["chat_id"])].pop(0))
        return found + ([self.always[method]] if method in self.always else [])

    def take(self, params: dict[str, Any]) -> dict[str, Any]:
        """A message arrives with the person."""
        chat, number = int(params["chat_id"]), next(self._ids)
        markup = json.loads(params.get("reply_markup", "{}"))
        keys = [key for row in markup.get("inline_keyboard", []) for key in row]
        buttons = tuple((key["text"], key["callback_data"]) for key in keys)
        text = params["text"]
        assert text.strip()
        self.messages.append(Message(chat, text, time.monotonic(), number, buttons))
        return message(chat, number, text)

    def _sendMessage(self, params: dict[str, Any]) -> Any:
        return self.take(params)

    async def _getUpdates(self, params: dict[str, Any]) -> Any:
        offset = int(params.get("offset", 0))
        self.updates = [each for each in self.updates if each["update_id"] >= offset]
        if not self.updates:
            await asyncio.sleep(0.05)
        return self.updates[: int(params.get("limit", 100))]

    def _deleteMessage(self, params: dict[str, Any]) -> Any:
        self.deleted.append(int(params["message_id"]))
        return True

    def _getMe(self, _: dict[str, Any]) -> Any:
        return {
            **person(int(TOKEN.split(":")[0])),
            "is_bot": True,
            "username": "TanyaBot",
        }

    def _getWebhookInfo(self, _: dict[str, Any]) -> Any:
        return {"has_custom_certificate": False, **self.webhook}

    def _setWebhook(self, params: dict[str, Any]) -> Any:
        self.webhook = {"pending_update_count": 0, "url": params["url"]}
        return True

    def _deleteWebhook(self, _: dict[str, Any]) -> Any:
        self.webhook = {"pending_update_count": 0, "url": ""}
        return True

    def _setMyCommands(self, params: dict[str, Any]) -> Any:
        listed = json.loads(params["commands"])
        self.menu["commands", params.get("language_code", "")] = listed
        return True

    def _getMyCommands(self, params: dict[str, Any]) -> Any:
        return self.menu.get(("commands", params.get("language_code", "")), [])

    def _setMyDescription(self, params: dict[str, Any]) -> Any:
        self.menu["full", params.get("language_code", "")] = params["description"]
        return True

    def _getMyDescription(self, params: dict[str, Any]) -> Any:
        said = self.menu.get(("full", params.get("language_code", "")), "")
        return {"description": said}

    def _setMyShortDescription(self, params: dict[str, Any]) -> Any:
        said = params["short_description"]
        self.menu["short", params.get("language_code", "")] = said
        return True

    def _getMyShortDescription(self, params: dict[str, Any]) -> Any:
        said = self.menu.get(("short", params.get("language_code", "")), "")
        return {"short_description": said}

    def _anything(self, _: dict[str, Any]) -> Any:
        return True


def person(number: int, language: str = "ms") -> dict[str, Any]:
    return {
        "id": number,
        "is_bot": False,
        "first_name": "Aminah",
        "language_code": language,
    }


def message(
    chat: int, number: int, text: str | None = None, **more: Any
) -> dict[str, Any]:
    """As Telegram tells of one in a private chat, unless `more` says otherwise."""
    language = more.pop("language", "ms")
    said = {} if text is None else {"text": text}
    return {
        "message_id": number,
        "date": 1_795_000_000,
        "chat": {"id": chat, "type": "private", "first_name": "Aminah"},
        "from": person(chat, language),
        **said,
        **more,
    }
