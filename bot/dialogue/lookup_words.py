"""What a message says to a look-up: by where the talk stands, its words, its tokens.

The classifier knows what people ask; how they answer our own prompts ("tak dapat kod",
"salah nombor", "yang kedua") is heard here, where the prompt is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

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
CHOSEN = "chosen"  # one of several claims was shown; nothing is asked for any more
STEPS = (CONSENT, NUMBER, CONFIRM, CODE, CHOOSE)


@dataclass(frozen=True)
class Heard:
    """What was said, as the look-up sees it; `value` is a token, a place or a topic."""

    kind: str
    value: str | int | None = None


_TOKEN = re.compile(r"\[\[([A-Z]+):[0-9a-f]{8}\]\]")
_LISTS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))


def _set(listed: str) -> frozenset[str]:
    return frozenset(re.split(r",\s+", listed.strip()))


_PHRASES = {name: _set(listed) for name, listed in _LISTS["phrases"].items()}
_WORDS = {name: _set(listed) for name, listed in _LISTS["words"].items()}
_ORDINALS = tuple(_set(listed) for listed in _LISTS["places"])
_RESEND = re.compile(
    r"\b(tak|tk|x|xde|tiada|takde|belum|blm|lum|no|not|never|didn.?t|haven.?t|don.?t)\b"
    r".{0,25}\b(dapat|dpt|terima|sampai|smpi|masuk|ada|receive[d]?|got|get|come|came"
    r"|arrived?)\b|\bxdapat\b|\bxdpt\b|\bxsampai\b"
    r"|\b(hantar|send|resend|minta|mintak|request|bagi|kirim)\b.{0,20}"
    r"\b(semula|lagi|again|another|new|baru|kod|code)\b|\bresend\b|\bhantar semula\b"
    r"|\b(kod|code|new)\b.{0,10}\b(baru|new|code|lagi|again)\b"
    r"|\b(kod|code)\b.{0,15}\b(tamat|expired?|luput|mana|where|lain)\b"
    r"|\b(no|tiada|takde|tak ?ada|xde|where|mana)\b.{0,12}\b(sms|kod|code|otp|mesej)\b"
    r"|\b(sms|kod|code|otp|mesej)\b.{0,10}\b(tiada|takde|xde|tak ada|mana)\b"
)
_STOPS = re.compile(r"\b(batal\w*|cancel\w*|stop|berhenti|hentikan)\b")
_RENUMBER = re.compile(
    r"\b(salah|silap|tersalah|tersilap|wrong|mistyped|mistake|typo|tukar|betulkan|ubah"
    r"|change|correct|fix|lain|different|another)\b.{0,25}"
    r"\b(nombor|nombo|number|no|ic|kp|mykad|kad pengenalan|taip|type[d]?)\b"
    r"|\b(nombor|number|no|ic|mykad)\b.{0,20}\b(salah|silap|wrong|lain)\b"
    r"|^(salah|silap|tersalah|tersilap|wrong)( taip| type)?$"
)
_PHONE = re.compile(r"\b(telefon|fon|phone|fone|hp|handphone|sim|henfon|talian)\b")
_PHONE_GONE = re.compile(
    r"\b(tukar|dah tukar|hilang|lama|lost|changed?|old|new|baru|dah tak|tak guna"
    r"|no longer|rosak|mati|lain|different|update|kemas ?kini)\b"
)
_WHY = re.compile(
    r"\b(kenapa|knp|knapa|nape|mengapa|why|untuk apa|buat apa|what for|selamat|safe"
    r"|scam|penipu|tipu|percaya|trust|privacy|privasi|legit)\b"
)
_WHY_OURS = re.compile(
    r"\b(ic|nombor|number|no|kod|code|mykad|kad pengenalan|sms|setuju|agree|maklumat"
    r"|data|selamat|safe|scam|penipu|tipu|percaya|trust|privacy|privasi|legit)\b"
)
LONGEST_ANSWER = 6  # words; more than that asks something of its own
LONGEST_TROUBLE = 14
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
    if step is None or step == CHOSEN:
        return _named_topic(said) or (_place(message, words) if step else None)
    found = _token(message)
    if found or form_open:
        return found
    if said in _PHRASES["cancel"]:
        return Heard("cancel")
    kind = _trouble(message, said, words, step)
    if kind:  # "another code" is no wish to stop, whatever the classifier makes of it
        return Heard(kind)
    if withdraws_at_law(message):
        return None  # the claim is to be cancelled, not the look-up
    if set(message.needs) == {"cancel"}:
        return Heard("cancel")
    found = _in_words(message, said, words, step)
    if found is None and asks_of_pension(message) and not set(message.needs) & _OWN:
        return None  # the law answers; a widow is nobody else whose record is wanted
    return found or _in_needs(message)


_OWN = frozenset(TOPIC_OF)


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
    around = _TOKEN.sub(" ", text)
    return bool(tokens(text)) and set(plain_words(around)) <= _WORDS["label"]


def _pressed(message: Message) -> Heard:
    choice = message.first("choice")
    if choice is not None:
        return Heard("choice", int(choice))
    topic = message.first("topic")
    return Heard(str(message.first("lookup")), None if topic is None else str(topic))


def plain_words(text: str) -> list[str]:
    """The words of `text` without what stands around them."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.casefold())


def tokens(text: str) -> list[tuple[str, str]]:
    """Kinds and tokens of the numbers that redaction took out of `text`."""
    return [(match.group(1), match.group()) for match in _TOKEN.finditer(text)]


def _token(message: Message) -> Heard | None:
    found = tokens(message.text)
    for wanted, kind in (("CODE", "code"), ("IC", "number")):
        # the last one counts: "not this one but that one"
        mine = [token for name, token in found if name == wanted]
        if mine:
            other = other_person(message)
            return Heard("other", other) if other else Heard(kind, mine[-1])
    return Heard("not_that", found[-1][0]) if found else None


def _in_words(message: Message, said: str, words: list[str], step: str) -> Heard | None:
    topic = _named_topic(said)
    if topic:
        return topic
    if step == CHOOSE:
        return _place(message, words)
    if not words or len(words) > LONGEST_ANSWER:
        return None
    if set(words) <= _WORDS["refuse"] and set(words) & _WORDS["no"]:
        return Heard("refuse")
    return Heard("agree") if set(words) <= _WORDS["agree"] else None


def _trouble(message: Message, said: str, words: list[str], step: str) -> str | None:
    """What somebody is stuck with: the telephone, the number, the code, or doubt."""
    if len(words) > LONGEST_TROUBLE or _STOPS.search(said):
        return None
    asked_for = step in (NUMBER, CONFIRM, CODE)
    if asked_for and _PHONE.search(said) and _PHONE_GONE.search(said):
        return "phone"
    if asked_for and _RENUMBER.search(said):
        return "renumber"
    if step == CODE and _RESEND.search(said):
        return "resend"
    doubts = _WHY.search(said) and _WHY_OURS.search(said)
    return "why" if doubts and not set(message.needs) & set(TOPIC_OF) else None


def _place(message: Message, words: list[str]) -> Heard | None:
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
    if message.intent in (INTENT, "ask"):
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
