"""What a message means by its words alone: buttons, commands, and bare facts.

No guesses: what is on no list is not understood, and topics are offered instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from bot.dialogue.message import Message
from bot.understanding.entities import extract
from bot.understanding.normalise import words
from bot.understanding.phrases import listed
from bot.understanding.types import Entity

NOT_UNDERSTOOD: Final = "nlu_fallback"
EMERGENCY: Final = "emergency_or_distress"
LONGEST_COMMAND: Final = 8  # words; a longer message says more than its command word
_PAYLOAD = re.compile(r"/([a-z_]+)\s*(\{.*\})?", re.DOTALL)

# in this order: whoever claims for a funeral says both, and means the claim
_COMMANDS: Final = (
    ("menu", r"menu|help|bantuan|mula|start|topik|topics?"),
    ("cancel", r"batal|cancel|berhenti|stop|henti"),
    ("talk_to_human", r"pegawai|officer|person|manusia|human|agent|ejen"),
    ("change_language", r"bahasa|language|english|inggeris|melayu|malay"),
    ("check_claim_status", r"(status|semak|check)\b.*\b(tuntutan|claim)"),
    ("check_contribution_record", r"(semak|check)\b.*\b(caruman|contribution)"),
    ("check_registration_status", r"semak|status|check"),
    ("office_or_contact", r"pejabat|office|alamat|address|hotline|talian|telefon"),
    ("appeal", r"rayuan|rayu|appeal"),
    ("claim_documents", r"dokumen|documents?|borang|forms?"),
    ("how_to_claim", r"tuntut|tuntutan|claims?"),
    ("how_to_pay", r"cara bayar|how to pay|bayar di mana|where to pay"),
    ("how_to_register", r"daftar|pendaftaran|register|registration"),
    ("subsidy", r"subsidi|subsidy|insentif|incentive"),
    ("benefits_overview", r"faedah|manfaat|benefits?"),
    ("eligibility", r"layak|kelayakan|masuk|sertai|join|eligible|eligibility"),
    ("contribution_amount", r"caruman|carum|bayar|contributions?|pay|kos|cost|harga"),
    ("greet", r"hai|hi|hello|helo|salam|assalamualaikum|selamat \w+"),
    ("thanks", r"terima kasih|thanks?|thank you|tq"),
    ("goodbye", r"bye|selamat tinggal|jumpa lagi"),
)
_FIND: Final = tuple(
    (need, re.compile(rf"\b({words_})\b", re.IGNORECASE)) for need, words_ in _COMMANDS
)
# needs that stand once for each kind of person
_BY_SCHEME: Final = ("eligibility", "contribution_amount")
KINDS: Final = {
    "skssr": "housewife",
    "sksps": "selfemployed",
    "act4": "employee",
    "eis": "eis",
}
_WORK: Final = {"housewife": "skssr", "self_employed": "sksps"}


def hear(text: str, payload: str | None, *, on: date) -> Message:
    """The message as the planner reads it."""
    return _pressed(payload) if payload else _typed(text, on)


def _pressed(payload: str) -> Message:
    found = _PAYLOAD.fullmatch(payload.strip())
    if found is None:
        return Message(payload, NOT_UNDERSTOOD, (NOT_UNDERSTOOD,), ())
    named = json.loads(found[2]) if found[2] else {}
    entities = [
        {"entity": name, "value": each}
        for name, value in named.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    latest = {"text": payload, "intent": {"name": found[1]}, "entities": entities}
    return Message.from_rasa(latest)


def _typed(text: str, on: date) -> Message:
    entities = extract(text, on)
    intent = _need(text, entities) or ("inform" if entities else NOT_UNDERSTOOD)
    return Message(
        text=text,
        intent=intent,
        needs=(intent,),
        entities=tuple((each.entity, each.value) for each in entities),
        starts=tuple(each.start for each in entities),
    )


def _need(text: str, entities: tuple[Entity, ...]) -> str | None:
    said = words(text)
    distress = {match.value for match in listed("distress").find(said)}
    if "self" in distress:
        return EMERGENCY
    for need, pattern in _FIND if len(said) <= LONGEST_COMMAND else ():
        if pattern.search(text):
            return _of_scheme(need, entities) if need in _BY_SCHEME else need
    return EMERGENCY if distress else None


def _of_scheme(need: str, entities: tuple[Entity, ...]) -> str:
    """The need of one kind of person; of nobody's in particular, all are offered."""
    named = _named(entities)
    scheme = named.get("scheme") or _WORK.get(str(named.get("employment")))
    if scheme is None and ("plan" in named or "sector" in named):
        scheme = "sksps"
    kind = KINDS.get(str(scheme))
    return f"{need}_{kind}" if kind else need


def _named(entities: tuple[Entity, ...]) -> Mapping[str, Any]:
    return {each.entity: each.value for each in reversed(entities)}
