"""What people ask or say in between while a look-up waits for consent, number or code.

None of it is an answer to the prompt and none of it is about the law: it is answered,
and the step goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.dialogue.lookup_text import plain_words
from bot.dialogue.message import ANSWERING

LONGEST = 14  # words; more than that asks something of its own
_NO = r"(tak|tk|x|xde|tiada|takde|belum|blm|lum|no|not|never|didn.?t|haven.?t|don.?t)"
_RESEND = re.compile(
    rf"\b{_NO}\b"
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
_GONE = (
    r"(takde|tak ?ada|xde|xada|tiada|hilang|mati|rosak|tukar|lost|gone|stolen|dicuri"
    r"|changed?|no longer|any ?more|don.?t have|dont have|do not have|tak guna|dah tak"
    r"|not mine|bukan saya|dah bukan)"
)
_PHONE = re.compile(r"\b(telefon|fon|phone|fone|hp|handphone|sim|henfon|talian)\b")
_PHONE_GONE = re.compile(
    rf"\b({_GONE}|lama|old|new|baru|lain|different|update|kemas ?kini)\b"
)
# "number" alone may be that of the card, but a card keeps its number for life
_OLD_NUMBER = re.compile(
    r"\b(nombor|nombo|number|no)\b.{0,12}\b(lama|old|dulu|dahulu|previous)\b|"
    r"\b(old|previous)\b.{0,6}\b(number|no)\b"
)
_CARD = r"(mykad|ic|kad pengenalan|identity card|nric)"
_NO_CARD = re.compile(
    rf"\b(tak ?ada|takde|xde|xada|tiada|tanpa|hilang|without|lost|have no|don.?t have"
    rf"|dont have|do not have|belum ada|belum buat)\b.{{0,15}}\b{_CARD}\b"
    rf"|\b{_CARD}\b.{{0,10}}\b(hilang|lost|stolen|dicuri)\b"
    r"|\b(passports?|pasports?|paspot|mypr|mykas)\b"
)
# who asks what a foreigner may join, or what a lost card means for a claim
_OF_LAW = re.compile(
    r"\b(layak|eligible|join\w*|sertai|menyertai|daftar\w*|register\w*|carum\w*|mencarum"
    r"|contribut\w*|claims?|tuntut\w*|faedah|benefits?|dilindungi|covered)\b"
)
_CODE = re.compile(r"\b(kod|code|otp|tac|sms|mesej)\b")
_OF_CODES = re.compile(
    r"\b(berapa|brp) (lama|minit|saat|digit|angka|kali)\b|\b(sah|valid) (berapa|sampai"
    r"|for|until|ke)\b|\btempoh\b|\bhow (long|many)\b|\bbila\b.{0,12}\b(tamat|luput"
    r"|expired?)\b|\bwhen\b.{0,20}\bexpires?\b|\b(dari|daripada|from) (mana|nombor"
    r"|siapa|sapa|where|which|what|whom?)\b"
    r"|\b(siapa|sapa|who) (yang )?(hantar|sends?)\b"
)
_TRIES = re.compile(
    r"\b(berapa|brp) kali\b.{0,15}\b(cuba|try|taip)\b"
    r"|\bhow many (times|tries|attempts)\b"
)
_FREE = re.compile(
    r"^((kena|perlu|ada|is|it|this|ni|ini|does|semakan) )*(bayar|bayaran|caj|cas|charge"
    r"|charged|percuma|free|cost|fee)( (apa|any|anything|money|apa apa))*"
    r"( (ke|tak|x|ka))*$"
)
_WHY = re.compile(
    r"\b(kenapa|knp|knapa|nape|mengapa|why|untuk apa|buat apa|what for|selamat|safe"
    r"|scam|penipu|tipu|percaya|trust|privacy|privasi|legit)\b"
)
_WHY_OURS = re.compile(
    r"\b(ic|nombor|number|no|kod|code|mykad|kad pengenalan|sms|setuju|agree|maklumat"
    r"|data|selamat|safe|scam|penipu|tipu|percaya|trust|privacy|privasi|legit)\b"
)
_GENUINE = re.compile(
    r"\b(betul|betul2|really|genuine|official|rasmi|sah)\b( \w+){0,3} (perkeso|socso)\b"
    r"|\b(perkeso|socso)\b( \w+)? (betul|really|genuine|official|rasmi)\b"
)
_ANOTHER_QUESTION = re.compile(
    r"\b(nak|mahu|mau|boleh|blh|saya|want to|wanna|can i|could i|may i|let me|i have"
    r"|ada)\b.{0,20}\b(tanya|ask|soalan|questions?)\b|\b(tanya|ask)\b.{0,20}\b(dulu"
    r"|first)\b|\b(benda|hal|perkara|soalan) lain\b|\b(something|another) (else|thing"
    r"|question|topic)\b"
)
# readings of a message that says no more than that a question will come
_NO_QUESTION_YET = frozenset(
    {*ANSWERING, "nlu_fallback", "out_of_scope", "cancel", "menu", "bot_challenge"}
    | {"greet", "talk_to_human", "goodbye", "thanks"}
)
_LATER = frozenset({"nanti", "esok", "later", "tomorrow", "kejap", "jap", "sekejap"})
_LATER = _LATER | {"tunggu", "wait", "kemudian", "lusa"}
_LONGEST_WAIT = 7  # words of "wait, I am looking for my telephone"
_QUESTION = re.compile(
    r"\b(apa\w*|bila|berapa|brp|mana|siapa|kenapa|boleh|ke|what|when|how|who|where|why"
    r"|can|could|is|are|do|does)\b"
)


def aside(
    text: str, needs: Collection[str], *, numbered: bool, coded: bool
) -> str | None:
    """What is said in between, if anything: the name of what answers it.

    `numbered` while a number or a code is waited for, `coded` while a code is.
    """
    words = plain_words(text)
    said = " ".join(words)
    if len(words) > LONGEST or _STOPS.search(said):
        return None
    return (
        _of_phone(said)
        or _of_code(said, numbered=numbered, coded=coded)
        or (_in_between(said, words, needs))
    )


def _of_phone(said: str) -> str | None:
    of_phone = _PHONE.search(said) and _PHONE_GONE.search(said)
    of_number = _OLD_NUMBER.search(said) and re.search(rf"\b{_GONE}\b", said)
    waits = _LATER & set(said.split())
    return "phone" if (of_phone or of_number) and not waits else None


def _of_code(said: str, *, numbered: bool, coded: bool) -> str | None:
    if _TRIES.search(said) or (_CODE.search(said) and _OF_CODES.search(said)):
        return "of_code"
    if _NO_CARD.search(said) and not _OF_LAW.search(said):
        return "no_card"
    if numbered and _RENUMBER.search(said):
        return "renumber"
    return "resend" if coded and _RESEND.search(said) else None


def _in_between(said: str, words: list[str], needs: Collection[str]) -> str | None:
    if _FREE.match(said):
        return "free"
    if (_WHY.search(said) and _WHY_OURS.search(said)) or _GENUINE.search(said):
        return "why"
    if set(needs) <= _NO_QUESTION_YET:
        if _ANOTHER_QUESTION.search(said):
            return "go_ahead"
        short = len(words) <= _LONGEST_WAIT and not _QUESTION.search(said)
        if short and set(words) & _LATER:
            return "later"
    return None
