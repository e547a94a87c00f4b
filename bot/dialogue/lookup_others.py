"""Whose record is meant: the person's own, or that of family, staff or the dead."""

from __future__ import annotations

import re

from bot.dialogue.lookup_text import plain_words
from bot.dialogue.message import Message

_PRESSED = frozenset({"lookup", "ask"})  # buttons are about one's own
_MINE = re.compile(
    r"\b(?:status|claim|claims|tuntutan|caruman|carum|rekod|pendaftaran|permohonan"
    r"|registration|record|records|contributions?)\s+"
    r"(?:(?:perkeso|socso|sokso|skssr|sksps|sip|eis|lindung|kasih|kendiri|claim|tuntutan"
    r"|caruman|pendaftaran)\s+){0,3}(?:saya|sy|aku|sendiri)\b"
    r"|\bmy\s+(?:own\s+)?(?:(?:perkeso|socso|sokso|skssr|sksps|eis)\s+)?(?:status|claims?"
    r"|contributions?|records?|registration|application)\b"
    r"|\bi\s+(?:want|need|would like)\s+to\s+(?:check|see)\s+mine\b"
)
_OF_ANOTHER = re.compile(
    r"\b(arwah|mendiang|allahyarham|allahyarhamah|almarhum|deceased"
    r"|late (?:father|mother|husband|wife|son|daughter|dad|mum|mom))\b"
)
_STAFF = re.compile(
    r"\b(pekerja|staff|staf|employees?|workers?|kakitangan|maid|pembantu rumah"
    r"|anak buah)\b"
)
_THIRD = re.compile(
    r"\b(orang lain|somebody else|someone else|another person|kawan|friend|jiran"
    r"|client|klien|pelanggan)\b"
)
_OF_THEIRS = re.compile(
    r"\b(saya|sy|aku|kami|kita|my|our|company|syarikat|dia|mereka|their)\b"
)


_PRONOUN = re.compile(r"\b(dia|beliau|she|he|her|his|him|mereka|they|their)\b")
_PAID = re.compile(r"\b(bayar\w*|carum\w*|paid|pays?|paying|transfer\w*)\b")
# who often pays for a housewife; she is the one whose record it is
_PAYERS = frozenset({"husband", "child", "father", "sibling", "son", "brother"})


def other_person(message: Message, *, before: str | None = None) -> str | None:
    """Whose record is meant if it is not the person's own: dead, staff or family.

    `before` is whom the talk was about, for "his claim".
    """
    if message.intent in _PRESSED:
        return None
    said = " ".join(plain_words(message.text))
    if _OF_ANOTHER.search(said):
        return "dead"
    if _MINE.search(said):
        return None
    relations = {str(value) for value in message.values("relation")} - {"self"}
    if before not in (None, "self") and _PRONOUN.search(said):
        relations.add(str(before))
    paid = message.first("scheme") == "skssr" and _PAID.search(said)
    if paid and relations <= _PAYERS:
        return None
    own_staff = _STAFF.search(said) and _OF_THEIRS.search(said) and not relations
    if relations & {"employee", "domestic_worker"} or own_staff:
        return "staff"
    return "family" if relations or _THIRD.search(said) else None
