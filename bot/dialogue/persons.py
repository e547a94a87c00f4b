"""Whom a message asks about, and which of its facts are that person's.

Several people are often named at once: whose age a number is decides the verdict.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.mentions import (
    SELF,
    Mention,
    clauses,
    is_payer,
    mentions,
    sex_of,
)
from bot.dialogue.message import Message

__all__ = ["SELF", "belongs", "sex_told", "tells_of_self", "told_of", "whom_asked"]

# what is told of one person and must not be taken for another's
_OWNED = frozenset({"age", "birth_date", "citizenship", "sex", "employment"})
_STAFF = ("employee", "domestic_worker")
_ASKS = re.compile(
    r"\b(can|may|could|eligible|qualif\w+|boleh|blh|bole|buleh|layak|join\w*|masuk|msuk"
    r"|sertai|menyertai|ikut|daftar\w*|register\w*|apply|mohon|carum|mencarum|contribut\w*"
    r"|covered|dilindungi|enroll?)\b"
)
# somebody is told to join: it is the one who speaks
_TOLD_ME = re.compile(
    r"\b(wants?|ask(s|ed)?|told|tells|suruh|minta|ajak|paksa)\s+(me|saya|sy|i|aku)\b"
    r"|\b(suruh|ajak|paksa)\b(?!\s+(dia|mak|isteri|ibu|wife))"
)
_MAY_I = re.compile(
    r"\b(can|may|could|do|am|should|must) i\b"
    r"|\b(boleh|blh|bole|layak)( ke| kah)? (saya|sy|aku)\b"
    r"|\b(saya|sy|aku) (boleh|blh|bole|layak)\b|\bi (can|may|qualify)\b"
)
# who pays, claims or asks does so for whoever was spoken of
_FOR_ANOTHER = re.compile(
    r"\b(i|saya|sy|aku)\b(\W+(boleh|blh|bole|can|nak|still|also|just|pula))*\W+(pay|bayar|byr"
    r"|claim|klim|tuntut|get|dapat|dpt|renew|buat|do|check|semak|report|ask|tanya|know|tahu)"
)
# what was done already is no question about it
_DONE = re.compile(
    r"\b(dah|sudah|already|telah|has|have)\s+(join|masuk|daftar|carum|register|ikut)\w*"
)
_AT_HOME = re.compile(
    r"\b(jaga|duduk|kat|di) (rumah|umah|anak)|\bstays? (at )?home|\btak (ke)?kerja\b"
    r"|\bnot working\b|\bhouse ?husband\b|\bsuri rumah\b"
)
_NEAR = 25  # characters before the person to whom a fact told first belongs
_SENTENCE = re.compile(r"[.?!;\n,]")


def whom_asked(message: Message) -> str | None:
    """The person in the question: a relation, `self`, or None if nobody is named."""
    if message.entities and not message.starts:
        return next((str(value) for value in message.values("relation")), None)
    subject = _subject(message, mentions(message))
    return subject.who if subject else None


def sex_told(message: Message) -> str | None:
    """The sex of whom the message asks about, by how they are named."""
    everybody = mentions(message)
    subject = _subject(message, everybody)
    if subject is None and not message.starts:
        return _by_value(message)
    if subject is None or subject.who == SELF:
        return _bereaved(message) or _by_marriage(everybody) or _payer_husband(message)
    return subject.sex


def belongs(message: Message, index: int, subject: str | None) -> bool:
    """Whether the fact at `index` is told of `subject`, or of nobody in particular."""
    name = message.entities[index][0]
    if name not in _OWNED or index >= len(message.ends):
        return True
    start, end = message.starts[index], message.ends[index]
    if start == end:
        return True
    owner = _owner(message, start, end)
    mine: tuple[str | None, ...] = (None, SELF)
    if subject in _STAFF and subject not in message.values("relation"):
        mine = (None, SELF, subject)  # "I employ an Indonesian": not the one who says I
    return owner == subject or owner is None or (owner in mine and subject in mine)


def told_of(message: Message, name: str, subject: str | None) -> bool:
    """Whether the first `name` of the message is told of `subject`, or of nobody."""
    for index, (each, _) in enumerate(message.entities):
        if each == name and index < len(message.ends):
            start, end = message.starts[index], message.ends[index]
            owner = _owner(message, start, end)
            return owner in (None, subject) or {owner, subject} <= {None, SELF}
    return True


def tells_of_self(message: Message) -> bool:
    """Whether a fact of the one who speaks is told."""
    return any(
        name in _OWNED
        and index < len(message.ends)
        and _owner(message, message.starts[index], message.ends[index]) == SELF
        for index, (name, _) in enumerate(message.entities)
    )


def _subject(message: Message, everybody: Sequence[Mention]) -> Mention | None:
    text = message.text.casefold()
    if _TOLD_ME.search(text):
        return next((m for m in everybody if m.who == SELF), Mention(SELF, 0, 0))
    everybody = [m for m in everybody if not _is_a_minor(m, everybody, message)]
    if _about_a_housewife(message):
        # "my husband works, can he pay it?": he is not whom it is for
        paying = {m.who for m in everybody if m.who and is_payer(m, message)}
        everybody = [m for m in everybody if m.who not in paying]
    asked = _asked(text, everybody)
    if asked is not None:
        return asked
    named = [m for m in everybody if m.who not in (None, SELF)]
    if _about_a_housewife(message):
        named = [m for m in named if not _is_beside(m, text)]
    others = [m for m in everybody if m.who is None]
    return next(iter((*named, *others)), None)


def _is_a_minor(
    mention: Mention, everybody: Sequence[Mention], message: Message
) -> bool:
    """A child below eighteen contributes to nothing: it is told of beside somebody."""
    if mention.who != "child":
        return False
    ages = [
        int(value)
        for (name, value), start in zip(message.entities, message.starts, strict=False)
        if name == "age" and mention.end <= start
    ]
    later = [m for m in everybody if m.start > mention.start]
    works = _WORKS.search(message.text.casefold(), mention.end)
    if works and ages and ages[0] >= _MAY_WORK:
        return False
    return bool(ages) and ages[0] < _GROWN and not later


_GROWN, _MAY_WORK = 18, 13
_WORKS = re.compile(
    r"\d\d\W*(?:(?:tahun|thn|th|years?|yrs?|old|yo)\W*){0,2}(?:\w+\W+){0,2}?"
    r"(?:kerja|bekerja|keje|krja|works?|working|part[ -]?time|sambilan|jadi|job)\b"
)


def _asked(text: str, everybody: Sequence[Mention]) -> Mention | None:
    """Who stands where joining is asked about; who only says `I` counts last."""
    weak: Mention | None = None
    for begin, end in clauses(text):
        said = _DONE.sub(" ", text[begin:end])
        inside = [m for m in everybody if begin <= m.start < end]
        if not inside or not _ASKS.search(said):
            continue
        first = _first(inside)
        if first.who == SELF and _FOR_ANOTHER.search(said):
            continue
        if first.who != SELF or _MAY_I.search(said):
            return first
        weak = weak or first
    return weak


def _is_beside(mention: Mention, text: str) -> bool:
    """Whether a husband or a child is only spoken of beside the housewife."""
    at_home = _AT_HOME.search(text, mention.end, mention.end + _NEAR)
    return mention.who in ("husband", "child") and at_home is None


def _first(inside: Sequence[Mention]) -> Mention:
    """Of those in the question the one named, else the pronoun, else the speaker."""
    ranked = sorted(inside, key=lambda m: (m.who == SELF, m.who is None, m.start))
    return ranked[0]


def _about_a_housewife(message: Message) -> bool:
    of_hers = any(need.endswith("_housewife") for need in message.needs)
    return of_hers or message.first("scheme") == "skssr"


def _owner(message: Message, start: int, end: int) -> str | None:
    """Whose a fact is: of whoever was named last before, or close behind."""
    everybody = mentions(message)
    text = message.text
    begin = max((m.end() for m in _SENTENCE.finditer(text, 0, start)), default=0)
    here = [m for m in everybody if begin <= m.start < start]
    if here:
        return here[-1].who
    stop = _SENTENCE.search(text, end)
    until = min(stop.start() if stop else len(text), end + _NEAR)
    behind = [m for m in everybody if end <= m.start < until]
    if behind:
        return behind[0].who
    before = [m for m in everybody if m.start < start]
    return before[-1].who if before else None


def _by_marriage(everybody: Sequence[Mention]) -> str | None:
    """Who speaks of a husband is a woman, of a wife a man."""
    married = {m.who for m in everybody} & {"husband", "wife"}
    if len(married) != 1:
        return None
    return "female" if married == {"husband"} else "male"


def _bereaved(message: Message) -> str | None:
    """Who calls themself a widow or a widower, where no death is told of."""
    called = {"widow": "female", "widower": "male"}
    found = [called[v] for v in map(str, message.values("relation")) if v in called]
    return found[0] if len(found) == 1 and not message.first("deceased") else None


def _payer_husband(message: Message) -> str | None:
    """The husband who pays is hers too."""
    named = set(message.values("relation"))
    return "female" if "husband" in named and "wife" not in named else None


def _by_value(message: Message) -> str | None:
    """Where nothing says which words named whom."""
    named = [str(value) for value in message.values("relation")]
    women = [value for value in named if sex_of(value) == "female"]
    return "female" if women else None
