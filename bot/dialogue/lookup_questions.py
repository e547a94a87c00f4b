"""Questions about a record that was just shown: which record, and which part of it.

The records themselves are not known here. What is known is that one was shown, of which
kind, and how long ago; a question that holds for everybody stays one of the law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.dialogue.lookup import About, Again, Chosen, Lookup, OfBenefit
from bot.dialogue.lookup_others import other_person
from bot.dialogue.lookup_parts import CLAIMS, asks_another, bare_topic, part_asked
from bot.dialogue.lookup_text import plain_words, tokens
from bot.dialogue.lookup_words import CHOOSE, IDLE, SHOWN, Heard, chosen_place
from bot.dialogue.message import Message

AFTER = (*IDLE, CHOOSE)  # steps at which a record has been shown
_LONGEST = 16  # words; more than that tells a case of its own
_FEW = 9  # words that may mean what was shown although they do not name it
_NOUN = (
    r"(?:tuntutan|claims?|klaim|klim|permohonan|application|kes|case|perlindungan|cover"
    r"|coverage|protection|pendaftaran|registration|caruman|contributions?|bayaran"
    r"|payments?|rekod|records?|dokumen\w*|papers?|documents?|duit|wang|money|majikan"
    r"|employer|rayuan|appeal|keahlian|membership|keputusan|decision)"
)
_OWN = re.compile(
    rf"\b{_NOUN}(?: \w+){{0,2}} (?:saya|sy|aku|tu|ni|itu|ini|tadi)\b"
    rf"|\b(?:my|this|that) (?:\w+ ){{0,2}}{_NOUN}\b|\b(?:untuk|for) (?:saya|sy|me)\b"
    r"|\b(?:saya|sy|aku) (?:punya|pnya)\b|\bmine\b"
)
# said of everybody, or of what might be
_IN_GENERAL = re.compile(
    r"\b(kalau|klu|klau|kalo|jika|jikalau|andai\w*|sekiranya|katakan|if|suppose|unless"
    r"|seseorang|sesiapa|orang|people|someone|somebody|anyone|anybody|biasanya|lazimnya"
    r"|selalu\w*|umumnya|secara (am|umum)|usually|normally|generally|in general"
    r"|maksud\w*|means?|meaning|apa itu|apakah itu|atau|or)\b"
    r"|\b(does|do|must|should|can|may|would|will|has|when|if) one\b"
)
_OR_NOT = re.compile(r"\b(or not|atau (tidak|tak|belum))\b")
_WHAT_ABOUT = re.compile(r"^(kalau|klu|klau) (?=\w+$)")  # "kalau caruman?"
# needs that come before any record
_URGENT = frozenset({"emergency_or_distress", "talk_to_human", "complaint"})
# values with which the law is asked
_OF_LAW = ("plan", "amount", "percent", "age", "birth_date", "occupation", "sector")


@dataclass(frozen=True)
class Question:
    """What is asked; `sure`: also if nobody is verified any more."""

    about: About
    sure: bool


def question_of(
    message: Message, lookup: Lookup | None, *, form_open: bool
) -> Question | None:
    """What `message` asks about the record that was shown, if it does."""
    if lookup is None or lookup.step not in AFTER:
        return None
    said = " ".join(plain_words(message.text))
    if not said or _is_another_matter(message, said):
        return None
    own = bool(_OWN.search(said))
    near = (lookup.away == 0 or own) and not form_open
    another = _another_claim(message, said, lookup) if near else None
    if another:
        return Question(another, sure=True)
    few = near and len(said.split()) <= _FEW
    asked = _part_asked(message.text, lookup, near=few)
    if asked:
        claim = _claim(message, lookup, own=own) if asked[0] == CLAIMS else None
        return Question(About(*asked, claim), sure=near)
    return None


def _part_asked(
    text: str, lookup: Lookup, *, near: bool
) -> tuple[str, str | None] | None:
    """What one of the sentences asks; a question does not reach over two."""
    for sentence in re.split(r"[.!?;\n]+", text):
        said = " ".join(plain_words(sentence))
        asked = part_asked(said, here=lookup.topic, near=near) if said else None
        if asked:
            return asked
    return None


def topic_alone(
    message: Message, lookup: Lookup | None, *, form_open: bool
) -> Heard | None:
    """Another record, named and nothing else said just after one: "caruman pula?".

    It may be somebody else's: "my husband's claim too".
    """
    if lookup is None or lookup.away or form_open or lookup.step not in AFTER:
        return None
    if message.intent in ("lookup", "ask"):
        return None
    named = {name for name, _ in message.entities} - {"relation"}
    rest = message.unnamed() if message.entities else message.text
    topic = bare_topic(_WHAT_ABOUT.sub("", " ".join(plain_words(rest))))
    if named or topic is None:
        return None
    whose = other_person(message)
    return Heard("other", whose) if whose else Heard("topic", topic)


def _is_another_matter(message: Message, said: str) -> bool:
    if message.intent in ("lookup", "ask") or tokens(message.text):
        return True
    if len(said.split()) > _LONGEST or set(message.needs) & _URGENT:
        return True
    if _IN_GENERAL.search(_OR_NOT.sub(" ", said)):
        return True
    if any(message.first(name) is not None for name in (*_OF_LAW, "agency")):
        return True
    named = message.first("scheme") or message.first("benefit")
    return bool(named) and not _OWN.search(said)


def _another_claim(message: Message, said: str, lookup: Lookup) -> About | None:
    """The other of two claims, or one that is named by its place."""
    if lookup.topic != CLAIMS:
        return None
    if asks_another(said):
        pair = lookup.claims == 1 + 1 and lookup.place in (1, 2)
        if pair:
            return About(CLAIMS, claim=3 - lookup.place)
        return About(CLAIMS, claim=None if lookup.claims > 1 else 2)
    if lookup.step == SHOWN and len(said.split()) > 1:
        place = chosen_place(message)
        return About(CLAIMS, claim=place.value) if place else None
    return None


def _claim(message: Message, lookup: Lookup, *, own: bool) -> Chosen:
    """Which claim is asked about: one that is named, or the one that was shown."""
    number, benefit = message.first("claim_number"), message.first("benefit")
    if number is not None:
        return str(number)
    if own and benefit is not None:
        return OfBenefit(str(benefit))
    return Again(lookup.place, lookup.claims) if lookup.place else None
