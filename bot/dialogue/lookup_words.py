"""What a message says to a look-up: by where the talk stands, its words, its tokens.

The classifier knows what people ask; how they answer our own prompts ("tak dapat kod",
"salah nombor", "yang kedua") is heard here, where the prompt is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.dialogue.lookup_asides import aside
from bot.dialogue.lookup_others import other_person
from bot.dialogue.lookup_text import TOKEN, plain_words, tokens
from bot.dialogue.message import ANSWERING, Message
from bot.dialogue.tone import asks_of_pension, withdraws_at_law

TOPIC_OF = {
    "check_registration_status": "registration",
    "check_contribution_record": "contributions",
    "check_claim_status": "claims",
}
NEED_OF = {topic: need for need, topic in TOPIC_OF.items()}
INTENT = "lookup"  # of buttons

CONSENT, NUMBER, CONFIRM = "consent", "number", "confirm"
CODE, CHOOSE = "code", "choose"
STEPS = (CONSENT, NUMBER, CONFIRM, CODE, CHOOSE)
# nothing is asked for any more: one of several claims was shown, or another record;
# or it would have been, had the proof not run out
CHOSEN, SHOWN, LAPSED = "chosen", "shown", "lapsed"
IDLE = (CHOSEN, SHOWN, LAPSED)


@dataclass(frozen=True)
class Heard:
    """What was said, as the look-up sees it; `value` is a token, a place or a topic."""

    kind: str
    value: str | int | None = None


_LISTS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))


def _set(listed: str) -> frozenset[str]:
    return frozenset(re.split(r",\s+", listed.strip()))


_PHRASES = {name: _set(listed) for name, listed in _LISTS["phrases"].items()}
_WORDS = {name: _set(listed) for name, listed in _LISTS["words"].items()}
_ORDINALS = tuple(_set(listed) for listed in _LISTS["places"])
LONGEST_ANSWER = 6  # words; more than that asks something of its own
LONGEST_PLACE = 5


def hear(message: Message, step: str | None, *, form_open: bool) -> Heard | None:
    """What `message` says to a look-up at `step`; None if it is about something else.

    With `form_open` a fact was asked for after the look-up's own prompt, so that plain
    answers belong to that question.
    """
    if message.intent == INTENT:
        return _pressed(message)
    words = plain_words(message.text)
    said = " ".join(words)
    for command in ("hide", "forget"):
        if said in _PHRASES[command]:
            return Heard(command)
    if step is None or step in IDLE:
        found = None if form_open else _idle(message, words, step)
        return _named_topic(said) or found
    found = _token(message)
    if found or form_open:
        return found
    if said in _PHRASES["cancel"]:
        return Heard("cancel")
    kind = _aside(message, step)
    if kind:  # "another code" is no wish to stop, whatever the classifier makes of it
        return Heard(kind)
    if withdraws_at_law(message):
        return None  # the claim is to be cancelled, not the look-up
    if set(message.needs) == {"cancel"}:
        return Heard("cancel")
    found = _named_topic(said) or _in_words(message, words, step)
    if found is None and asks_of_pension(message) and not set(message.needs) & _OWN:
        return None  # the law answers; a widow is nobody else whose record is wanted
    return found or _in_needs(message)


_OWN = frozenset(TOPIC_OF)


def _idle(message: Message, words: list[str], step: str | None) -> Heard | None:
    """What a short message says where nothing is asked for."""
    if step == CHOSEN:
        return chosen_place(message)
    return _in_words(message, words, step) if step == LAPSED else None


def _aside(message: Message, step: str) -> str | None:
    if step == CHOOSE:
        return None
    numbered = step in (NUMBER, CONFIRM, CODE)
    kind = aside(message.text, message.needs, numbered=numbered, coded=step == CODE)
    of_record = set(message.needs) & _OWN
    return None if kind in _DOUBTS and of_record else kind


# a wish for the record may come with a question why it is not there
_DOUBTS = ("why", "go_ahead")


def _named_topic(said: str) -> Heard | None:
    words = said.split()
    while words and words[0] in _WORDS["filler"]:
        words.pop(0)
    while words and words[-1] in _WORDS["filler"]:
        words.pop()
    for topic in NEED_OF:
        if " ".join(words) in _PHRASES[topic]:
            return Heard("topic", topic)
    return None


def is_only_a_number(text: str) -> bool:
    """Whether a message is a number and what people write around one."""
    around = TOKEN.sub(" ", text)
    return bool(tokens(text)) and set(plain_words(around)) <= _WORDS["label"]


def _pressed(message: Message) -> Heard:
    choice = message.first("choice")
    if choice is not None:
        return Heard("choice", int(choice))
    topic = message.first("topic")
    return Heard(str(message.first("lookup")), None if topic is None else str(topic))


def _token(message: Message) -> Heard | None:
    found = tokens(message.text)
    for wanted, kind in (("CODE", "code"), ("IC", "number")):
        # the last one counts: "not this one but that one"
        mine = [token for name, token in found if name == wanted]
        if mine:
            other = other_person(message)
            return Heard("other", other) if other else Heard(kind, mine[-1])
    return Heard("not_that", found[-1][0]) if found else None


def _in_words(message: Message, words: list[str], step: str) -> Heard | None:
    if step == CHOOSE:
        return chosen_place(message)
    if not words or len(words) > LONGEST_ANSWER:
        return None
    if set(words) <= _WORDS["refuse"] and set(words) & _WORDS["no"]:
        return Heard("refuse")
    return Heard("agree") if set(words) <= _WORDS["agree"] else None


def chosen_place(message: Message) -> Heard | None:
    """The claim that is named by its place in the list, or by its number."""
    words = plain_words(message.text)
    named = message.first("claim_number")
    if named is not None:
        return Heard("named", str(named))
    places = [_place_of(word) for word in words]
    around = {word for word, place in zip(words, places, strict=True) if not place}
    if len(words) > LONGEST_PLACE or not around <= _WORDS["choice"]:
        return None  # a number or "one" inside a question chooses nothing
    if "one" in words[1:] and around & _WORDS["pointing"]:
        places[words.index("one", 1)] = 0  # "the third one" is not the first
    named_places = {place for place in places if place}
    return Heard("choice", named_places.pop()) if len(named_places) == 1 else None


def _place_of(word: str) -> int:
    """The place in a list that a word alone names; 0 if none."""
    if re.fullmatch(r"[1-9][0-9]?", word):
        return int(word)
    for place, names in enumerate(_ORDINALS, start=1):
        if word in names:
            return place
    return 0


def _in_needs(message: Message) -> Heard | None:
    needs = set(message.needs)
    other = other_person(message)
    if other and needs <= {*ANSWERING, "nlu_fallback", *TOPIC_OF}:
        return Heard("other", other)
    if message.needs[0] in TOPIC_OF:
        return Heard("topic", TOPIC_OF[message.needs[0]])
    if needs == {"affirm"}:
        return Heard("agree")
    if needs == {"deny"}:
        return Heard("refuse")
    if needs <= {*ANSWERING, "nlu_fallback"}:
        return Heard("unclear")
    return None
