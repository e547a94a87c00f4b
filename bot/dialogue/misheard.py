"""Needs that few words were taken for, and that what is told or named shows otherwise.

Somebody who only says who they are has asked for nothing that could be refused, and
"how do i register" names a topic of ours whatever it was taken for.
"""

from __future__ import annotations

import re

from bot.dialogue import tone
from bot.dialogue.asking import Tools
from bot.dialogue.curated import PREFIX
from bot.dialogue.fact_answers import tells_since
from bot.dialogue.lookup_words import TOPIC_OF
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.plain_words import EMPTY

_REFUSED = frozenset({"out_of_scope", "nlu_fallback"})
# what a topic in few words may be taken for, in a talk of ours
_MISTAKEN = frozenset({"menu", "talk_to_human"})
_ONLY_TOLD = frozenset({*_REFUSED, "inform", "how_to_register", "complaint"})
_OF_A_PERSON = frozenset(
    {"citizenship", "age", "birth_date", "employment", "occupation", "sector"}
)
_WORD = re.compile(r"[^\W\d_]+")
# words that, with nothing but small words beside them, name a topic
_TOPICS = {
    "how_to_register": frozenset(
        ["register", "registration", "daftar", "mendaftar", "pendaftaran", "enrol"]
    ),
    "how_to_claim": frozenset(["claim", "klaim", "klim", "tuntut", "tuntutan"]),
    "how_to_pay": frozenset(["pay", "bayar", "byr", "payment"]),
    "claim_documents": frozenset(
        ["submit", "hantar", "documents", "dokumen", "papers", "bring", "bawa"]
    ),
    "renewal_or_lapse": frozenset(
        ["sambung", "renew", "resume", "continue", "perbaharui", "renewal"]
    ),
    "benefits_overview": frozenset(["benefit", "benefits", "faedah", "manfaat"]),
}
_ASKING = frozenset(
    re.split(
        r"\s+",
        "where mana kat di cara nak want need must kena boleh blh get there any self"
        " sendiri online apa ape apakah we us they them kami mcm ke should have",
    )
)


def put_right(
    needs: tuple[str, ...], message: Message, memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """`needs`, or what the words of the message show them to be."""
    if message.first("agency") or len(needs) != 1:
        return needs
    asks = tone.asks_what_if(message) or _ASKS.search(message.text.casefold())
    told = needs[0] in _ONLY_TOLD and not asks
    if told and tone.leaves_unregistered(message):
        hurt = memory.facts.get("cause") in ("work", "commute")
        known = "not_registered" if hurt else None
        return (f"{PREFIX}{known}",) if known in tools.known else ("complaint",)
    on_wages = memory.scheme in ("act4", "eis") and needs[0] in _ONLY_TOLD
    if on_wages and tone.leaves_unpaid(message):
        return ("complaint",)
    if set(needs) <= set(TOPIC_OF) and _corrects(message, memory, tools):
        return ("inform",)
    if set(needs) <= _REFUSED and memory.need and _asks_where(message):
        return ("office_or_contact",)
    if needs == ("goodbye",) and _goes_on(message):
        return message.guesses[:1] or ("nlu_fallback",)
    if needs == ("out_of_scope",) and memory.need and _supposes_work(message):
        return ("eligibility_selfemployed",)
    joins = _JOINING.get(str(memory.scheme))
    talk = _REFUSED | {"bot_challenge", "goodbye"}
    if joins and needs[0] in talk and _asks_for_whom(message):
        return (joins,)
    topic = _topic(message) if needs[0] in _REFUSED | _MISTAKEN else None
    if needs[0] not in _REFUSED and not (topic and memory.need):
        return needs
    if topic:
        return (topic,)
    tells = told and _WHO_ONE_IS.match(message.text.casefold())
    own = {name for name, _ in message.entities} & _OF_A_PERSON
    return ("inform",) if tells and own and needs == ("out_of_scope",) else needs


_ASKS = re.compile(
    r"\b(where|why|can|could|may|should|must|shall|does|kenapa|knp|boleh|blh|ke|nak)\b"
)


_WHO_ONE_IS = re.compile(
    r"\W*((hi|hello|hey|helo|salam|good \w+|sir|madam|tuan|puan|ok)\W+){0,3}"
    r"(i'?m|i am|i work|(i|we) (employ|hired?)|my (wife|husband|mother|father|maid)"
    r" (is|works)|(saya|sy|isteri|suami) (seorang|warga|pekerja|kerja|bekerja|orang))\b"
)


def _corrects(message: Message, memory: Memory, tools: Tools) -> bool:
    """Whether what was paid before is told, where it matters for the last answer."""
    read = tools.read.get(str(memory.question), frozenset())
    asks = tone.asks_what_if(message)
    return "first_time" in read and tells_since(message) and not asks


def _asks_for_whom(message: Message) -> bool:
    """Whether nothing but whom a scheme is for is asked."""
    text = message.text.casefold()
    return bool(_FOR_WHOM.fullmatch(text) or _MAY_JOIN.fullmatch(text))


_MAY_JOIN = re.compile(
    r"\W*((jadi|so|ok|am|is|are|saya|sy|dia|i|he|she) )*(layak|eligible|qualif\w+)"
    r"( (ke|tak|x|kah|or not|jugak|juga))*\W*"
)


def _supposes_work(message: Message) -> bool:
    """`kalau jual kuih pulak?`, `and if I drive Grab?`: a trade of one's own."""
    supposed = _SUPPOSED.match(message.text.casefold())
    return bool(supposed and message.first("sector") and message.first("occupation"))


_SUPPOSED = re.compile(
    r"\W*((and|so|then|habis|hbs|jadi|dan|tapi|but|macam ?mana|mcm mana|camne) )*"
    r"(if|kalau|kalu|klu|kalo|jika|what if|what about|how about)\b"
)


def _goes_on(message: Message) -> bool:
    """Whether no farewell is said, but something is asked or a matter is spoken of."""
    text = message.text.casefold()
    return bool(_MATTER.search(text)) and not _FAREWELL.search(text)


_MATTER = re.compile(
    r"\b(pay|pays|paid|bayar|byr|claims?|claimed|tuntut\w*|so[ck]so|perkeso|carum\w*"
    r"|contribut\w+|boss?|majikan|employers?|gaji|salary|mc|how (long|much|many)|when"
    r"|berapa|brp|bila|which)\b"
)
_FAREWELL = re.compile(
    r"\b(bye|babai|goodbye|tinggal|jumpa|see (you|u|ya)|night|malam|thank\w*|thx|tq"
    r"|terima kasih|tima kasih|care|that'?s (all|it)|(itu|tu) (saja|sahaja|je|jer|aje)"
    r"|cukup|w?as+alam\w*|salam|dulu|go now|have to go|talk later|chow|ciao|farewell"
    r"|all (for now|i need\w*)|nothing (else|more)|gtg|daa+)\b"
)


_FOR_WHOM = re.compile(
    r"\W*(untuk|utk|bagi|for|is (it|this|that) for)? ?(siapa|sapa|sape|whom?)"
    r"( (is|are|it|this|that|for|yang|yg|layak|boleh|eligible|can|join|masuk|tu|ni))*"
    r"\W*"
)
_JOINING = {
    "skssr": "eligibility_housewife",
    "sksps": "eligibility_selfemployed",
    "act4": "eligibility_employee",
    "eis": "eligibility_eis",
}


def _asks_where(message: Message) -> bool:
    """Whether nothing but where to go is asked."""
    return bool(_WHERE.fullmatch(message.text.casefold()))


_WHERE = re.compile(
    r"\W*(ok|so|and|then|to)?\W*(where|kat ?mana|di ?mana|dekat ?mana|ke ?mana|mana)"
    r"(\W+(to|do|can|should|must|i|we|nak|boleh|kena|perlu|go|pergi|hantar|it|ni|tu))*\W*"
)


def _topic(message: Message) -> str | None:
    """The topic that a message of few words names, and nothing beside it."""
    said = set(_WORD.findall(message.unnamed()))
    named = [need for need, words in _TOPICS.items() if said & words]
    if len(named) != 1:
        return None
    left = said - _TOPICS[named[0]] - EMPTY - _ASKING
    return None if left else named[0]
