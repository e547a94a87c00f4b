"""What an update is, in our words: one of few kinds, each answered in its own way."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram import InlineKeyboardMarkup as Keyboard
from telegram.constants import ChatType

from bot.gateway.telegram.formatting import DONE, PRESS

COMMAND: Final = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+(.*))?", re.DOTALL)
BUTTON: Final = re.compile(r"[\w-]{1,32}")
PLEASANT: Final = {"ms": "ms", "en": "en", "id": "ms"}  # the app's language, a hint
LARGEST_ID: Final = 1 << 52  # what Telegram promises

# attribute of a message -> kind
KINDS: Final = {
    "photo": "file",
    "document": "file",
    "video": "file",
    "animation": "sticker",
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "sticker": "sticker",
    "dice": "sticker",
    "contact": "contact",
    "location": "location",
    "venue": "location",
    "poll": "other",
    "story": "other",
    "game": "other",
    "paid_media": "file",
    "checklist": "other",
}


@dataclass(frozen=True)
class Received:
    """One update that concerns us."""

    kind: str
    chat: int
    update: int
    hint: str | None = None  # "ms" or "en", from the app
    message: int | None = None
    text: str = ""  # what was typed, or follows a command
    command: str = ""
    album: str | None = None  # pictures that were sent together
    callback: str | None = None
    button: str = ""
    keyboard: Keyboard | None = None  # of the message whose button was pressed


def read(update: Update) -> Received | None:
    """What `update` is; None for what needs no answer at all."""
    found = _read(update)
    if found is None or abs(found.chat) >= LARGEST_ID:
        return None
    return found


def _read(update: Update) -> Received | None:
    if update.callback_query:
        return _press(update.callback_query, update.update_id)
    if update.my_chat_member:
        return _membership(update.my_chat_member, update.update_id)
    if update.message:
        return _message(update.message, update.update_id)
    if update.edited_message:
        found = _message(update.edited_message, update.update_id)
        edited = found and found.kind != "group"
        return replace(found, kind="edited") if found and edited else found
    if update.channel_post:
        return Received("channel", update.channel_post.chat.id, update.update_id)
    return None


def _message(message: Message, update: int) -> Received | None:
    chat = message.chat
    if chat.type != ChatType.PRIVATE:
        kind = "channel" if chat.type == ChatType.CHANNEL else "group"
        return Received(kind, chat.id, update)
    if message.from_user is None or message.from_user.is_bot:
        return None
    received = Received(
        "text",
        chat.id,
        update,
        hint=_hint(message.from_user),
        message=message.message_id,
        album=message.media_group_id,
    )
    return _said(message, received)


def _said(message: Message, received: Received) -> Received | None:
    if message.via_bot is not None:
        return replace(received, kind="via_bot")
    kind = next((KINDS[name] for name in KINDS if getattr(message, name, None)), None)
    if kind is not None:
        return replace(received, kind=kind)
    if message.text is None:
        return None  # a pin, a timer, a new picture: the app tells of itself
    if message.forward_origin is not None:
        return replace(received, kind="forwarded")
    return _typed(message.text, received)


def _typed(text: str, received: Received) -> Received:
    found = COMMAND.fullmatch(text.strip())
    if found is None:
        return replace(received, text=text)
    rest = (found.group(2) or "").strip()
    return replace(received, kind="command", command=found.group(1).lower(), text=rest)


def _press(query: CallbackQuery, update: int) -> Received | None:
    message = query.message
    if message is not None and message.chat.type != ChatType.PRIVATE:
        return Received("group", message.chat.id, update)
    data = query.data or ""
    button = data.removeprefix(PRESS) if data.startswith(PRESS) else ""
    keyboard = message.reply_markup if isinstance(message, Message) else None
    return Received(
        "press" if BUTTON.fullmatch(button) else "done" if data == DONE else "stale",
        query.from_user.id,
        update,
        hint=_hint(query.from_user),
        message=message.message_id if message else None,
        callback=query.id,
        button=button,
        keyboard=keyboard,
    )


def _membership(change: ChatMemberUpdated, update: int) -> Received | None:
    status = change.new_chat_member.status
    gone = status in ("left", "kicked")
    if change.chat.type == ChatType.PRIVATE:
        return Received("blocked", change.chat.id, update) if gone else None
    kind = "channel" if change.chat.type == ChatType.CHANNEL else "group"
    return None if gone else Received(kind, change.chat.id, update)


def _hint(user: User) -> str | None:
    return PLEASANT.get((user.language_code or "")[:2].lower())
