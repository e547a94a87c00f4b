"""Replies as Telegram shows them: escaped HTML, and buttons with numbers."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.gateway.telegram.splitting import split

PRESS: Final = "b:"
DONE: Final = "done"  # the data of a button that was pressed
TICK: Final = "✓ "
SHORT: Final = 16  # titles up to here stand two in a row
CUT_OFF: Final = 32  # longer ones are cut off on a telephone, so the text lists them
SOURCE: Final = re.compile(r"(Sumber|Source): ")

Buttons = Sequence[Mapping[str, Any]]


def parts_of(text: str, buttons: Buttons) -> list[str]:
    """The plain text of each message that one reply needs."""
    if any(len(button["title"]) > CUT_OFF for button in buttons):
        listed = "\n".join(numbered(buttons))
        text = f"{text}\n\n{listed}"
    return [part or "…" for part in split(text)]


def numbered(buttons: Buttons) -> list[str]:
    """Titles with the number that may be typed instead of pressing."""
    titles = [str(button["title"]) for button in buttons]
    if len(titles) == 1:
        return titles
    return [f"{place}. {title}" for place, title in enumerate(titles, start=1)]


def to_html(text: str) -> str:
    """`text` with nothing in it that Telegram could take for markup."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    safe = html.escape(line, quote=False)
    return f"<i>{safe}</i>" if SOURCE.match(line) else safe


def keyboard(buttons: Buttons) -> InlineKeyboardMarkup | None:
    """Buttons below a message; what they mean stays with us."""
    if not buttons:
        return None
    keys = [
        InlineKeyboardButton(title, callback_data=f"{PRESS}{button['id']}")
        for title, button in zip(numbered(buttons), buttons, strict=True)
    ]
    rows: list[list[InlineKeyboardButton]] = []
    for key in keys:
        beside = rows and len(rows[-1]) == 1 and _is_short(rows[-1][0])
        if beside and _is_short(key):
            rows[-1].append(key)
        else:
            rows.append([key])
    return InlineKeyboardMarkup(rows)


def _is_short(key: InlineKeyboardButton) -> bool:
    return len(key.text) <= SHORT


def ticked(shown: InlineKeyboardMarkup, data: str) -> InlineKeyboardMarkup | None:
    """`shown` with the pressed button marked and harmless; None if nothing changes."""
    rows = [[_ticked(key, data) for key in row] for row in shown.inline_keyboard]
    changed = InlineKeyboardMarkup(rows)
    return None if changed == shown else changed


def _ticked(key: InlineKeyboardButton, data: str) -> InlineKeyboardButton:
    if key.callback_data != data:
        return key
    return InlineKeyboardButton(f"{TICK}{key.text}", callback_data=DONE)
