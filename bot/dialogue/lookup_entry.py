"""Wishes that lead to a look-up, and those that need none: what a status means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from bot.dialogue.lookup import Lookup, with_lookup
from bot.dialogue.lookup_others import other_person
from bot.dialogue.lookup_say import not_by_chat, topics
from bot.dialogue.lookup_text import plain_words
from bot.dialogue.lookup_words import (
    CHOOSE,
    CHOSEN,
    INTENT,
    TOPIC_OF,
    Heard,
)
from bot.dialogue.message import Message
from bot.dialogue.turn import Offer, Turn, Utterance

KIND_OF = {
    "check_registration_status": "registration",
    "check_contribution_record": "payment",
    "check_claim_status": "claim",
}
# needs under which a status is named although its meaning is what is asked
_MAY_MEAN = frozenset({*TOPIC_OF, "scheme_definition", "nlu_fallback", "appeal"})
_MEANS = re.compile(
    r"\b(maksud\w*|makna\w*|erti\w*|mean|means|meaning|apa tu|apa itu|apakah|what is"
    r"|what s|whats|pastu|lepas tu|lepas ni|selepas itu|seterusnya|next|then what"
    r"|what now|apa jadi|macam mana|mcm mana|cemana|kenapa|knp|why|how|tunggu apa"
    r"|kena buat apa|nak buat apa|apa perlu|what should)\b"
)
_DEFINES = re.compile(r"\b(maksud\w*|makna\w*|erti\w*|mean|means|meaning)\b")
_SHOWN = re.compile(r"\b(status\w*|keputusan|tertera|tulis|tunjuk|kata|says?|shows?)\b")
_WHETHER = re.compile(
    r"\b(belum|blm|lum|ke tak|ke x|dah ke|sudah ke|or not|yet|whether|ke belum)\b"
)
_PAYMENT = re.compile(r"\b(bayaran|payment|caruman|contribution|resit|receipt)\b")
_REGISTRATION = re.compile(
    r"\b(pendaftaran|daftar|registration|register\w*|permohonan masuk|keahlian)\b"
)
_CLAIM = re.compile(r"\b(claims?|klaim|tuntutan|tuntut|permohonan|application)\b")
_NEXT = {"rejected": "appeal", "lapsed": "how_to_pay", "awaiting_payment": "how_to_pay"}


@dataclass(frozen=True)
class Status:
    """A status that somebody names."""

    kind: str  # claim, registration, payment
    code: str


def enter(need: str, message: Message, turn: Turn) -> Turn:
    """What a wish to see one's own record leads to."""
    status = status_asked(message, need)
    if status:
        return turn.saying(meaning(status))
    whose = other_person(message, before=turn.memory.relation)
    if whose:
        return turn.saying(not_by_chat(whose))
    memory = replace(turn.memory.settled(), need=need, misses=0)
    return replace(turn, memory=with_lookup(memory, Lookup(TOPIC_OF[need])))


def meaning(status: Status) -> Utterance:
    """What `status` means and what comes next; nobody's record is needed for that."""
    further = _NEXT.get(status.code) if status.kind != "payment" else None
    offers = (Offer("ask", {"need": further}),) if further else ()
    values = {"kind": status.kind, "status": status.code}
    return Utterance("utter_status_meaning", values, (*offers, *topics()))


def status_chosen(message: Message, step: str | None) -> Heard | None:
    """One of several claims, picked by its status: "the refused one"."""
    if step not in (CHOOSE, CHOSEN) or message.intent == INTENT:
        return None
    said = " ".join(plain_words(message.text))
    if not _PICKS.search(said) or _DEFINES.search(said) or asks_to_appeal(message):
        return None
    named = _named(said, "claim")
    return Heard("status", named.code) if named else None


_PICKS = re.compile(
    r"\b(which|mana|yang|yg|one|ones)\b|^(the|that|my)\b|\b(tuntutan|claim) (di|ter)\w+"
)
_APPEALS = re.compile(
    r"\b(nak|mahu|mau|boleh|blh|bole|leh|cara\w*|macam ?mana|mcm ?mana|camne|bagaimana"
    r"|can|could|may|how|want|wish|like to|bila|sempat|masih)\b.{0,30}"
    r"\b(rayu|merayu|rayuan|appeal)\b"
    r"|\b(rayu|merayu)\b.{0,20}\b(boleh|blh|bole|tak|ke|x)\b"
)


def asks_to_appeal(message: Message) -> bool:
    """Whether the way to appeal is asked for, not what "under appeal" means."""
    said = " ".join(plain_words(message.text))
    return bool(_APPEALS.search(said)) and not _DEFINES.search(said)


def status_asked(message: Message, need: str) -> Status | None:
    """The status whose meaning is asked, if any."""
    if need not in _MAY_MEAN or message.intent == "ask" or asks_to_appeal(message):
        return None
    said = " ".join(plain_words(message.text))
    if _WHETHER.search(said):
        return None
    if need not in TOPIC_OF and not _SHOWN.search(said) and not _CLAIM.search(said):
        return _named(said, _kind(said, need)) if _DEFINES.search(said) else None
    asked = _MEANS.search(said) or _SHOWN.search(said)
    return _named(said, _kind(said, need)) if asked else None


def _kind(said: str, need: str) -> str:
    for kind, words in (
        ("claim", _CLAIM),
        ("registration", _REGISTRATION),
        ("payment", _PAYMENT),
    ):
        if words.search(said):
            return kind
    return KIND_OF.get(need, "claim")


def _named(said: str, kind: str) -> Status | None:
    padded = f" {said} "
    for phrase, code in _phrases()[kind]:
        if f" {phrase} " in padded:
            return Status(kind, code)
    return None


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, str]]]:
    """Phrases and their codes, the longest first."""
    path = Path(__file__).with_name("lookup_statuses.yml")
    listed = yaml.safe_load(path.read_text("utf-8"))
    return {
        kind: sorted(
            (
                (" ".join(plain_words(phrase)), code)
                for code, phrases in codes.items()
                for phrase in phrases.split(",")
            ),
            key=lambda pair: -len(pair[0]),
        )
        for kind, codes in listed.items()
    }
