"""What each kind of update does: most ask the brain, some are answered by ourselves."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select

from bot.database import Database
from bot.gateway import conversations, numbered, outbox
from bot.gateway.conversations import Conversation
from bot.gateway.inbox import ConversationClosed
from bot.gateway.intake import Incoming, Intake
from bot.gateway.telegram import chats, commands, pieces
from bot.gateway.telegram.config import Config
from bot.gateway.telegram.reading import Received
from bot.gateway.telegram.sentences import DELETE, KEEP, LANGUAGE
from bot.gateway.telegram.tables import links
from bot.i18n import LANGUAGES
from bot.identity.redaction import redact

CODE: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
SECRETS: Final = ("consent", "number", "code")  # before and where a number is typed
# kinds that are answered with one sentence
EXPLAINED: Final = {
    "file": "tg_file",
    "voice": "tg_voice",
    "sticker": "tg_sticker",
    "contact": "tg_contact",
    "location": "tg_location",
    "forwarded": "tg_forwarded",
    "via_bot": "tg_other",
    "other": "tg_other",
    "edited": "tg_edited",
}


@dataclass(frozen=True)
class Kept:
    """Conversations with news, and messages that have to disappear from the chat."""

    names: tuple[str, ...]
    gone: tuple[int, ...] = ()


class Actions:
    """Runs in a thread of the database."""

    def __init__(
        self,
        config: Config,
        database: Database,
        intake: Intake,
        *,
        forget: Callable[[str], None],
        hide: Callable[[str], None],
    ) -> None:
        self._config = config
        self._database = database
        self._intake = intake
        self._forget = forget  # a conversation's words and secrets
        self._hide = hide  # whoever proved who they are did not any more

    def take(self, received: Received) -> Kept:
        """Accept `received`. Raises ConversationClosed or TooManyWaiting."""
        conversation = self._conversation(received)
        if received.kind == "text":
            return self._text(received, conversation)
        if received.kind == "command":
            return self._command(received, conversation)
        if received.kind == "press":
            return self._press(received, conversation)
        return self._say(received, conversation, EXPLAINED[received.kind])

    def _text(self, received: Received, conversation: Conversation) -> Kept:
        own = self._numbered(received, conversation)
        if own is not None:
            return own
        incoming = Incoming(self._id(received), text=_plain(received.text))
        kept = self._accept(received, conversation, incoming)
        # a number or a code that was asked for need not stay where others may read it
        secret = _is_secret(received.text, conversation.awaiting)
        gone = (received.message,) if secret and received.message else ()
        return replace(kept, gone=gone)

    def _numbered(self, received: Received, conversation: Conversation) -> Kept | None:
        if not numbered.NUMBER.fullmatch(received.text):
            return None
        with self._database.read() as connection:
            named = numbered.button_of(connection, conversation.id, received.text)
        return self._own(received, conversation, named) if named else None

    def _conversation(self, received: Received) -> Conversation:
        with self._database.read() as connection:
            found = chats.current(connection, received.chat)
        if found is None:
            with self._database.write() as connection:
                found = chats.opened(
                    connection,
                    self._config,
                    received.chat,
                    hint=received.hint,
                    now=time.time(),
                )
        return found

    def _id(self, received: Received) -> str:
        """One name for whatever must be answered once, however often it comes."""
        bot = self._config.bot
        if received.kind == "press":
            return f"{bot}-b{received.button}"
        if received.album:
            return f"{bot}-g{received.album}"
        if received.kind == "edited":
            return f"{bot}-e{received.message}"
        return f"{bot}-{received.update}"

    def _accept(
        self, received: Received, conversation: Conversation, incoming: Incoming
    ) -> Kept:
        address = self._config.address(received.chat)
        incoming = replace(incoming, address=address)
        try:
            self._intake.take(conversation, incoming)
        except ConversationClosed:  # since we looked
            conversation = self._conversation(received)
            self._intake.take(conversation, incoming)
        return Kept((conversation.id,))

    def _say(self, received: Received, conversation: Conversation, name: str) -> Kept:
        incoming = Incoming(self._id(received), fixed=name)
        return self._accept(received, conversation, incoming)

    def _command(self, received: Received, conversation: Conversation) -> Kept:
        command = commands.find(received.command)
        if command is None:  # nobody gives orders to the brain
            text = f"{received.command} {received.text}"
            incoming = Incoming(self._id(received), text=_plain(text))
            return self._accept(received, conversation, incoming)
        if command.name == "start":
            return self._start(received, conversation)
        if command.name == "hide":
            return self._hidden(received, conversation)
        language = commands.LANGUAGE_WORDS.get(received.text.lower())
        if command.name == "language" and language:
            return self._choose(received, conversation, language)
        incoming = Incoming(
            self._id(received),
            text=f"/{received.command}",
            payload=command.payload,
            fixed=command.fixed,
        )
        return self._accept(received, conversation, incoming)

    def _start(self, received: Received, conversation: Conversation) -> Kept:
        question = self._linked(received.text)
        if question is not None:
            incoming = Incoming(self._id(received), text=question)
            return self._accept(received, conversation, incoming)
        with self._database.write() as connection:
            chat = chats.find(connection, received.chat)
            asked = chat is not None and chat.language_asked
            chats.change(connection, conversation.id, language_asked=1)
        known = asked or conversation.chosen_language
        return self._say(received, conversation, "tg_welcome" if known else "tg_start")

    def _linked(self, code: str) -> str | None:
        if not CODE.fullmatch(code):
            return None
        query = select(links.c.question).where(
            links.c.code == code, links.c.expires_at > time.time()
        )
        with self._database.read() as connection:
            found = connection.execute(query).scalar()
        return None if found is None else str(found)

    def _press(self, received: Received, conversation: Conversation) -> Kept:
        own = self._own(received, conversation, received.button)
        if own is not None:
            return own
        incoming = Incoming(self._id(received), button=received.button)
        return self._accept(received, conversation, incoming)

    def _own(
        self, received: Received, conversation: Conversation, name: str
    ) -> Kept | None:
        """What a button of the channel itself does; None for every other button."""
        with self._database.read() as connection:
            button = outbox.find_button(
                connection, conversation.id, name, now=time.time()
            )
        payload = button.payload if button else ""
        if payload.startswith(LANGUAGE):
            language = payload.removeprefix(LANGUAGE)
            return self._choose(received, conversation, language)
        if payload == DELETE:
            return self._deleted(received, conversation)
        if payload == KEEP:
            return self._say(received, conversation, "tg_kept")
        return None

    def _choose(
        self, received: Received, conversation: Conversation, language: str
    ) -> Kept:
        assert language in LANGUAGES
        with self._database.write() as connection:
            conversations.change(
                connection, conversation.id, chosen_language=language, language=language
            )
        return self._say(received, self._conversation(received), "tg_welcome")

    def _deleted(self, received: Received, conversation: Conversation) -> Kept:
        gone = tuple(pieces.no_longer_shown(self._database, conversation.id))
        self._forget(conversation.id)
        now = time.time()
        with self._database.write() as connection:
            new = chats.renewed(
                connection,
                self._config,
                received.chat,
                hint=conversation.answer_language,
                now=now,
            )
            conversations.change(
                connection, new.id, chosen_language=conversation.chosen_language
            )
        said = self._say(received, self._conversation(received), "tg_deleted")
        return Kept((conversation.id, *said.names), gone)

    def _hidden(self, received: Received, conversation: Conversation) -> Kept:
        """At once, brain or no brain; the dialogue hears of it as of a typed word."""
        self._hide(conversation.id)
        gone = tuple(pieces.no_longer_shown(self._database, conversation.id))
        incoming = Incoming(self._id(received), text=received.command)
        return replace(self._accept(received, conversation, incoming), gone=gone)


def _is_secret(text: str, awaiting: str | None) -> bool:
    """Whether `text` holds a number or a code, and was asked for one."""
    if awaiting not in SECRETS:
        return False
    kinds: list[str] = []

    def seal(kind: str, _: str) -> str:
        kinds.append(kind)
        return ""

    of_code = awaiting == "code"
    redact(text, seal, challenge_open=of_code, expecting_number=not of_code)
    return bool(kinds)


def _plain(text: str) -> str:
    return text.lstrip("/ ")
