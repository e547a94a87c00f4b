"""A turn without a brain: the planner plans, the wording words, nothing is guessed."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, Final

import yaml

from bot.clock import today
from bot.dialogue.asking import Tools
from bot.dialogue.form import ask, complete, fill
from bot.dialogue.lookup import with_lookup
from bot.dialogue.lookup_turn import awaiting
from bot.dialogue.lookup_words import hear as wished
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from bot.dialogue.turn import Offer, Turn, Utterance
from bot.dialogue.wording import Words, load_words
from bot.gateway import turns
from bot.gateway.brain import Answer
from bot.gateway.outbox import Reply
from bot.gateway.sentences import LIMITED, NO_RECORDS, TOPICS_ONLY, say
from bot.gateway.standby.hearing import KINDS, NOT_UNDERSTOOD, hear
from bot.gateway.views import FORGET, HIDE
from bot.settings import ROOT, Settings

DOMAIN: Final = ROOT / "domain.yml"
PERSON: Final = "utter_person"
# what only the action server can do
RECORDS: Final = frozenset(
    {
        "check_registration_status",
        "check_contribution_record",
        "check_claim_status",
        "update_details",
    }
)
CLEARING: Final = {HIDE: "utter_hidden", FORGET: "utter_forgotten"}
IDENTIFYING: Final = frozenset({"consent", "number", "code"})
TOPICS: Final = Message("", "menu", ("menu",), ())


class Standby:
    """Answers in the brain's place. Loaded when it is first needed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._tools: Tools | None = None

    async def answer(self, turn: turns.Turn) -> Answer:
        """The answer to `turn`, in a thread: a rulebook may have to be read."""
        return await asyncio.to_thread(self._answer, turn)

    def _answer(self, turn: turns.Turn) -> Answer:
        on = today(self._settings)
        message = hear(turn.text, turn.payload, on=on)
        told = () if turn.standby else (Reply(say(LIMITED, turn.answer_language)),)
        wish = wished(message, None, form_open=False)
        if wish and wish.kind in CLEARING:
            return self._cleared(wish.kind, turn)
        asks_records = wish is not None or RECORDS & set(message.needs)
        if turn.awaiting in IDENTIFYING or asks_records:
            refused = Reply(say(NO_RECORDS, turn.answer_language))
            return _answered((*told, refused), _memory(turn))
        planned = self._plan(message, _memory(turn), self._tools_of(on))
        language = planned.language or turn.answer_language
        return replace(
            _answered(
                (*told, *self._worded(message, planned, language)), planned.memory
            ),
            chosen_language=planned.language,
            person=any(u.response == PERSON for u in planned.utterances),
        )

    def _cleared(self, view: str, turn: turns.Turn) -> Answer:
        """Hiding and deleting need no brain; the gateway does the rest."""
        left = Memory() if view == FORGET else with_lookup(_memory(turn), None)
        text = self._words.word(CLEARING[view], {}, turn.answer_language).text
        return replace(_answered((Reply(text),), left), view=view)

    def _plan(self, message: Message, memory: Memory, tools: Tools) -> Turn:
        kinds = [f"{message.intent}_{kind}" for kind in KINDS.values()]
        if message.intent in ("eligibility", "contribution_amount"):
            choices = tuple(Offer("ask", {"need": need}) for need in kinds)
            asked = Utterance("utter_which_scheme", {}, choices)
            return Turn(memory=memory.settled()).saying(asked)
        if message.intent == NOT_UNDERSTOOD and memory.asked is None:
            return reply(TOPICS, memory, tools)
        turn = fill(message, memory, tools)
        if turn is None:
            turn = reply(message, memory, tools)
            if [each.response for each in turn.utterances] == ["utter_informed"]:
                turn = reply(TOPICS, memory, tools)  # told something, asked nothing
        elif turn.memory.asked is None:
            turn = _then(turn, complete(message, turn.memory, tools))
        if turn.memory.asked:
            turn = turn.saying(ask(turn.memory, tools))
        return turn

    def _worded(self, message: Message, turn: Turn, language: str) -> tuple[Reply, ...]:
        replies = []
        for utterance in turn.utterances:
            offers = [offer.to_json() for offer in utterance.offers]
            values = {**utterance.values, "offers": offers}
            worded = self._words.word(utterance.response, values, language)
            pairs = tuple((b["title"], b["payload"]) for b in worded.buttons)
            text = worded.text
            if utterance.response == "utter_menu" and _unclear(message):
                text = say(TOPICS_ONLY, language)
            replies.append(Reply(text, pairs))
        return tuple(replies)

    def _tools_of(self, on: date) -> Tools:
        if self._tools is None or self._tools.today != on.isoformat():
            self._tools = build(self._settings, on.isoformat())
        return self._tools

    @cached_property
    def _words(self) -> Words:
        texts = yaml.safe_load(DOMAIN.read_text(encoding="utf-8"))["responses"]

        def source(response: str) -> str:
            return str(texts[response][0]["text"])

        return load_words(self._settings.parameters, source)


def _unclear(message: Message) -> bool:
    return message.intent in (NOT_UNDERSTOOD, "inform")


def _then(first: Turn, second: Turn) -> Turn:
    return replace(
        second,
        utterances=(*first.utterances, *second.utterances),
        language=second.language or first.language,
    )


def _memory(turn: turns.Turn) -> Memory:
    stored: Any = json.loads(turn.memory) if turn.memory else None
    return Memory.from_json(stored)


def _answered(replies: tuple[Reply, ...], memory: Memory) -> Answer:
    return Answer(
        "answered",
        replies,
        awaiting=awaiting(memory, form_open=memory.asked is not None),
        memory=json.dumps(memory.to_json()),
        standby=True,
    )
