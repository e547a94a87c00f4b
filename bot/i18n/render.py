"""A Decision into sentences: the one function that chat, desk and commands share."""

from __future__ import annotations

from bot.i18n.wording.decision import Rendered, render

__all__ = ["Rendered", "render"]
