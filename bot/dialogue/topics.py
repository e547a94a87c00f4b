"""Messages that name a topic and little else, and what they ask in the light of it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from bot.dialogue import needs as need_rules
from bot.dialogue.curated import PREFIX
from bot.dialogue.followups import says_only
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.work import implied_scheme

_PAYS = frozenset(
    {"carum", "caruman", "mencarum", "contribution", "contributions", "contribute"}
)
_LEAVE = re.compile(
    r"\b(tarik diri|menarik diri|opt(ing)? out|withdraw|(boleh|nak) (keluar|berhenti)"
    r"|keluar (dari|daripada|skim)|(can|may) (i|we|they) (leave|quit)|leave (it|the))\b"
)
_AGAIN = re.compile(r"\b(balik|semula|again|rejoin|back|kerja|dah|sudah|already)\b")
_LINDUNG24 = "lindung24"
_WHO_PAYS = "l24_who_pays"
_OPT_OUT = "l24_opt_out"


def of_topic(
    message: Message, memory: Memory, known: Collection[str]
) -> tuple[str, ...]:
    """What a message asks by its topic alone; empty if it says more than that."""
    if message.intent == "ask" or memory.asked:
        return ()
    benefit = other_benefit(message, memory)
    if benefit:
        return (benefit,)
    named = message.first("scheme")
    if _wants_to_leave(message, memory) and _OPT_OUT in known:
        return (f"{PREFIX}{_OPT_OUT}",)
    if named == _LINDUNG24 and _WHO_PAYS in known and _asks_its_price(message):
        return (f"{PREFIX}{_WHO_PAYS}",)
    more = message.first("amount") or message.tells_of_a_death
    if named is None or more or not says_only(message, _PAYS):
        return ()
    if named == _LINDUNG24:
        return (f"{PREFIX}{_WHO_PAYS}",) if _WHO_PAYS in known else (_LINDUNG24,)
    return tuple(
        need
        for need, question in need_rules.FIXED.items()
        if question == f"contribution.{named}" and "how_to_pay" not in message.needs
    )


def _asks_its_price(message: Message) -> bool:
    """Whether a message asks what LINDUNG 24 Jam takes, and names no wage."""
    priced = set(message.needs) <= {_LINDUNG24, "contribution_amount_employee"}
    text = message.text.casefold()
    asked = _HOW_MUCH.search(text) and _TAKEN.search(text)
    return priced and bool(asked) and not message.first("amount")


_HOW_MUCH = re.compile(
    r"\b(berapa|brapa|berape|brp|bape|how much|what|kadar|rate)\b"
    r"|\b(peratus|percent)|%"
)
_TAKEN = re.compile(
    r"\b(di)?(potong\w*|carum\w*|bayar\w*|tolak)\b|\b(deduct\w*|contribut\w*|cut|cost"
    r"|rate|kadar|peratus\w*|percent\w*)\b|%"
)


def other_benefit(message: Message, memory: Memory) -> str | None:
    """The need of a benefit that a bare message names, if another was spoken of."""
    named = message.first("benefit")
    before = memory.question or ""
    need = need_rules.BENEFIT_NEEDS.get(str(named))
    of_benefit = (memory.need or "").startswith("benefit_") or before[:8] == "benefit."
    if need is None or not of_benefit or before.endswith(f".{named}"):
        return None
    return need if says_only(message, frozenset()) else None


def _wants_to_leave(message: Message, memory: Memory) -> bool:
    """Whether a short message asks to leave the scheme of employees off duty."""
    scheme = message.first("scheme") or implied_scheme(message)
    spoken_of = (scheme or memory.scheme) == _LINDUNG24
    text = message.text.casefold()
    leaves = _LEAVE.search(text) and not _AGAIN.search(text)
    return spoken_of and bool(leaves) and len(text.split()) <= _SHORT


_SHORT = 8


def each_scheme(need: str, message: Message) -> tuple[Message, ...]:
    """The message once for each scheme whose benefit it asks about."""
    named = [str(scheme) for scheme in message.values("scheme")]
    if named and _EMPLOYEE_TOO.search(message.text.casefold()):
        named = list(dict.fromkeys((*named, "act4")))
    if (
        not need.startswith("benefit_")
        or need in need_rules.ONLY_SCHEME
        or len(named) < _TWO
    ):
        return (message,)
    kept = tuple(e for e in message.entities if e[0] not in ("scheme", "employment"))
    return tuple(
        replace(message, entities=(*kept, ("scheme", scheme)), starts=(), ends=())
        for scheme in named
    )


_TWO = 2
_EMPLOYEE_TOO = re.compile(
    r"\b(and|dan|dengan|&|or|atau|vs)\b.{0,12}\b(employees?|pekerja|workers?)\b"
    r"|\b(employees?|pekerja|workers?)\b.{0,6}\b(and|dan|or|atau|vs)\b"
)
