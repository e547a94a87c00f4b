"""A message on its way in: cleaned, redacted, its language decided, then accepted."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from bot.database import Database
from bot.gateway import inbox, numbered, outbox
from bot.gateway.admission import OPEN_TO_ALL, Admission
from bot.gateway.cleaning import LONGEST, clean, is_blank
from bot.gateway.conversations import Conversation
from bot.gateway.inbox import Message
from bot.gateway.metrics import METRICS
from bot.gateway.sentences import FIXED_OF_SCRIPT
from bot.i18n.language import LanguageChoice, choose
from bot.identity.redaction import redact
from bot.identity.vault import Vault


@dataclass(frozen=True)
class Incoming:
    """What a channel received: text, or the id of a button.

    A channel with commands of its own names what they mean: a payload for the brain, or
    a reply that needs none. People cannot write either.
    """

    client_id: str
    text: str = ""
    button: str | None = None
    payload: str | None = None
    fixed: str | None = None
    address: str | None = None  # a keyed hash of where it came from


class Intake:
    """The only way into the inbox."""

    def __init__(
        self, database: Database, vault: Vault, admission: Admission = OPEN_TO_ALL
    ) -> None:
        self._database = database
        self._vault = vault
        self._admission = admission

    def take(self, conversation: Conversation, incoming: Incoming) -> int:
        """The turn of `incoming`; the same client id again is the same turn.

        Raises ConversationClosed or TooManyWaiting.
        """
        blank = Message(
            conversation=conversation.id,
            channel=conversation.channel,
            message_id=f"{conversation.id}:{incoming.client_id}",
            client_id=incoming.client_id,
            text="",
            language=conversation.answer_language,
            answer_language=conversation.answer_language,
            address=incoming.address,
        )
        known = self._known(blank)
        if known is not None:  # nothing is sealed twice
            return known
        message = self._read(conversation, incoming, blank)
        with self._database.write() as connection:
            message = self._admission.admit(connection, message)
            turn = inbox.accept(connection, message, now=time.time())
        METRICS.count("messages_accepted", channel=message.channel)
        return turn

    def _known(self, message: Message) -> int | None:
        with self._database.read() as connection:
            return inbox.find(connection, message.channel, message.message_id)

    def _read(
        self, conversation: Conversation, incoming: Incoming, blank: Message
    ) -> Message:
        if incoming.button is not None:
            return self._pressed(incoming.button, blank)
        if incoming.payload or incoming.fixed:
            text, payload = incoming.text or "…", incoming.payload
            return replace(blank, text=text, payload=payload, fixed=incoming.fixed)
        if len(incoming.text) > LONGEST:
            return replace(blank, text="…", fixed="too_long")
        text = clean(incoming.text)
        if is_blank(text):
            return replace(blank, fixed="empty")
        named = self._numbered(conversation, text)
        if named is not None:
            return self._pressed(named, blank)
        text = self._redacted(conversation, text)
        return _in_its_language(conversation, replace(blank, text=text))

    def _numbered(self, conversation: Conversation, text: str) -> str | None:
        with self._database.read() as connection:
            return numbered.button_of(connection, conversation.id, text)

    def _pressed(self, button: str, blank: Message) -> Message:
        with self._database.read() as connection:
            found = outbox.find_button(
                connection, blank.conversation, button, now=time.time()
            )
        if found is None:
            return replace(blank, text="…", fixed="button_expired")
        payload = found.payload if found.payload.startswith("/") else None
        text = found.title if payload else found.payload
        return replace(blank, text=text, payload=payload)

    def _redacted(self, conversation: Conversation, text: str) -> str:
        def seal(kind: str, value: str) -> str:
            return self._vault.seal(conversation.id, kind, value)

        # whoever is to agree to the notice often types the number at once
        expecting = conversation.awaiting in ("number", "consent")
        redacted = redact(
            text,
            seal,
            challenge_open=conversation.awaiting == "code"
            or self._vault.expects_code(conversation.id),
            expecting_number=expecting,
            carried=self._vault.carried(conversation.id) if expecting else "",
        )
        if expecting:
            self._vault.carry(conversation.id, redacted.carry)
        return redacted.text


def _in_its_language(conversation: Conversation, message: Message) -> Message:
    choice: LanguageChoice = choose(
        message.text,
        previous=conversation.language,
        chosen=conversation.chosen_language,
    )
    return replace(
        message,
        language=choice.language,
        answer_language=choice.answer_language,
        fixed=FIXED_OF_SCRIPT.get(choice.other) if choice.other else None,
    )
