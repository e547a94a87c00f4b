"""Conversation that is not about social security: which response answers it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.turn import Offer, Utterance, offers

_TOPICS = (
    "eligibility_housewife",
    "contribution_amount_selfemployed",
    "contribution_amount_employee",
    "benefits_overview",
    "how_to_claim",
)
_PERSON = Offer("talk_to_human")

# need -> response and buttons
SMALL_TALK: Mapping[str, tuple[str, tuple[Offer, ...]]] = {
    "greet": ("utter_greet", offers(_TOPICS)),
    "menu": ("utter_menu", (*offers((*_TOPICS, "check_claim_status")), _PERSON)),
    "thanks": ("utter_thanks", ()),
    "goodbye": ("utter_goodbye", ()),
    "bot_challenge": ("utter_bot_challenge", (_PERSON,)),
    "affirm": ("utter_affirmed", offers(_TOPICS)),
    "deny": ("utter_denied", (Offer("menu"), _PERSON)),
    "inform": ("utter_informed", offers(_TOPICS)),
    "cancel": ("utter_cancelled", (Offer("menu"),)),
    "withdraw": ("utter_cannot_withdraw", (_PERSON, Offer("menu"))),
    "change_language": ("utter_choose_language", ()),
    "talk_to_human": ("utter_person", ()),
    "complaint": ("utter_complaint", ()),
    "emergency_or_distress": ("utter_emergency", ()),
    "help_line": ("utter_help_lines", (_PERSON,)),
    "abuse": ("utter_calm", (_PERSON, Offer("menu"))),
    "out_of_scope": ("utter_out_of_scope", (Offer("menu"),)),
    "unknown_word": ("utter_unknown_word", (Offer("menu"), _PERSON)),
}

# a clause of these words alone steers the language, whatever else the message asks
_STEERING = frozenset(
    re.split(
        r"\s+",
        "ok okay okey alright so now balik tukar guna pakai cakap jawab sila tolong nak"
        " mahu dalam ke kepada semula bahasa please pls plz la lah je saja boleh can"
        " you in to speak reply answer switch change back use only english inggeris"
        " inggerih bi eng melayu malay bm",
    )
)
_LANGUAGE_WORDS = {
    "en": ("english", "inggeris", "inggris", "inggerih", "omputih", " bi ", " eng "),
    "ms": ("melayu", "malay", "bahasa malaysia", " bm ", "bahase"),
    "other": ("cina", "chinese", "mandarin", "tamil", "cantonese", "hokkien", "中文"),
}
_CHOICES = (
    Offer("change_language", {"language": "ms"}),
    Offer("change_language", {"language": "en"}),
)


def small_talk(need: str, memory: Memory, *, language: str | None = None) -> Utterance:
    """The reply to `need`; `language` is the one chosen in this very turn."""
    if need == "change_language" and language in ("ms", "en"):
        return Utterance("utter_language_changed")
    response, buttons = SMALL_TALK[need]
    if need == "change_language":
        return Utterance(response, {}, _CHOICES)
    if need in ("affirm", "deny", "inform") and memory.asked:
        # the fact that was asked for is asked again by the form
        return Utterance("utter_not_an_answer", {"fact": memory.asked})
    return Utterance(response, {}, buttons)


def steered_language(message: Message) -> str | None:
    """Give "ms" or "en" if one clause of the message does nothing but wish for it."""
    for clause in re.split(r"[,.;:!?\n]+", message.text.casefold()):
        words = clause.split()
        if words and set(words) <= _STEERING:
            wished = wanted_language(replace(message, text=clause, entities=()))
            if wished:
                return wished
    return None


def wanted_language(message: Message) -> str | None:
    """Give "ms" or "en" if the message asks for that one, else None."""
    chosen = message.first("language")
    if chosen in ("ms", "en"):
        return str(chosen)
    text = f" {message.text.casefold()} "
    found = {
        language
        for language, words in _LANGUAGE_WORDS.items()
        if any(word in text for word in words)
    }
    return found.pop() if len(found) == 1 and not found & {"other"} else None


def of_language(message: Message) -> bool:
    """Whether an unsure guess that the language is to change has a word for it."""
    sure = message.band == "answer" or wanted_language(message) is not None
    return sure or bool(_LANGUAGE.search(message.text.casefold()))


_LANGUAGE = re.compile(
    r"\b(bahasa|language|cakap|speak|translate|inggeris|melayu|bm|bi)\b"
)


def without_greeting(needs: tuple[str, ...]) -> tuple[str, ...]:
    """A greeting in front of a question needs no answer of its own."""
    urgent = ("change_language", "emergency_or_distress")
    asked = tuple(n for n in needs if n not in SMALL_TALK or n in urgent)
    return asked or needs
