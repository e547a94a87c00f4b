"""Distress, violence and death: what comes first, and what the family may claim."""

from __future__ import annotations

import re

from bot.dialogue import needs as need_rules
from bot.dialogue import tone
from bot.dialogue.message import Message

# needs that a scolding may be taken for
MAY_SCOLD = frozenset(
    {"out_of_scope", "nlu_fallback", "inform", "deny", "bot_challenge", "greet", "menu"}
    | {"complaint", "talk_to_human", "cancel", "goodbye", "affirm", "thanks"}
)


def goes_on(message: Message, needs: tuple[str, ...]) -> bool:
    """Whether somebody who was in distress still is, and asks for nothing else."""
    asks = message.band == "answer" and not set(needs) <= MAY_SCOLD
    return tone.is_despair(message) and not asks


def in_distress(message: Message) -> tuple[str, ...]:
    """Help comes first, unless an accident is only asked about or a death told."""
    if message.tells_of_a_death:
        hopeless = tone.is_despair(message) or tone.speaks_of_own_death(message)
        first = ("emergency_or_distress",) if hopeless else ()
        return (*first, "benefit_dependants_or_survivors")
    told = message.first("cause") or message.first("injury")
    if tone.is_acute(message) or not (told or message.first("relation")):
        return ("emergency_or_distress",)
    if tone.wants_to_report(message):
        return ("how_to_claim",)
    if told and tone.only_asks(message):
        return ("coverage_start_or_period",)
    others = ("coverage_start_or_period",) if told else ()
    return ("emergency_or_distress", *others)


def after_a_death(needs: tuple[str, ...], message: Message) -> tuple[str, ...]:
    """Whoever tells of a death asks what the family may get, whatever else they ask."""
    if set(needs) <= _SAID_ONLY and _IF_DEAD.search(message.text.casefold()):
        return ("benefit_dependants_or_survivors",)
    text = message.text.casefold()
    sums = {n for n in needs if n.startswith("contribution_amount_")}
    left = set(needs) - (set() if _PAYS.search(text) else sums)
    general = left <= _OPEN and not message.first("benefit")
    if not (message.tells_of_a_death and general):
        return needs
    steps = tuple(need for need in needs if need in need_rules.CLAIM_NEEDS)
    return ("benefit_dependants_or_survivors", *steps)


_PAYS = re.compile(
    r"\b(bayar\w*|byr|m?en?carum\w*|carum\w*|pay|contribut\w+|potong\w*)\b"
)
_OPEN = frozenset(
    {*need_rules.CLAIM_NEEDS, "inform", "nlu_fallback", "benefits_overview", "menu"}
    | {"coverage_start_or_period", "eligibility_general", "eligibility_employee"}
    | {"out_of_scope", "greet", "benefit_dependants_or_survivors", "eligibility_eis"}
    | {"eligibility_housewife", "eligibility_selfemployed", "benefit_funeral"}
    | {"contribution_amount_housewife", "renewal_or_lapse", "benefit_invalidity"}
    | {"benefit_medical", "affirm", "deny", "talk_to_human"}
)


_SAID_ONLY = frozenset({"inform", "nlu_fallback"})
# `wat if she die`, `kalau dia meninggal`: of whoever was spoken of
_IF_DEAD = re.compile(
    r"\b(if|kalau|klu|when|bila)\b.{0,20}"
    r"\b(dies?|died|mati|meninggal|pass(es|ed)? away)\b"
)


def supposes_a_death(message: Message) -> bool:
    """Whether a death is only supposed: "if my husband dies"."""
    return bool(_SUPPOSED.search(message.text.casefold()))


_SUPPOSED = re.compile(
    r"\b(if|kalau|klu|kalo|jika|andai\w*|sekiranya|in case|what happens when)\b.{0,40}"
    r"\b(dies?|died|mati|meninggal|death|pass(es|ed)? away)\b"
)


def mourns(message: Message) -> bool:
    """Whether a death is told and nothing is asked, or only what to do at all."""
    asks = _ASKS.search(message.text.casefold())
    return is_bereft(message) or (message.tells_of_a_death and asks is None)


_ASKS = re.compile(
    r"\?|\b(apa|berapa|brp|bila|siapa|sapa|macam ?mana|mcm ?mana|mana|boleh|blh|bole"
    r"|dapat|dpt|layak|ke|kah|adakah|nak|what|how|when|who|which|can|do|does|is|are|may"
    r"|claims?|eligible|entitled)\b"
)


def is_bereft(message: Message) -> bool:
    """Whether somebody who tells of a death is lost, and asks what to do at all."""
    lost = "emergency_or_distress" in message.needs
    lost = lost or _LOST.search(message.text.casefold()) is not None
    return message.tells_of_a_death and lost


_NOT_KNOW = (
    r"\b((tak|tidak|tdk|x|dok|sik|don'?t|do not)\s*(tahu|tau|thu|know)|entah|dunno)"
)
_LOST = re.compile(
    rf"{_NOT_KNOW}\s+(nak\s+|mau\s+|kena\s+|perlu\s+)?(buat|wat)\s+(apa|pe|ape)\b"
    rf"|{_NOT_KNOW}\s+(apa|ape|pe)\s+(nak|patut|perlu|kena|mau)\s+(di)?(buat|wat)"
    rf"|{_NOT_KNOW}\s+what\s+(to|i should|i must)\s+do\b(?!\s+\w+\s+claim)"
    r"|\bbuntu\b|\bhilang arah\b|\bat a (complete )?loss\b|\bcompletely lost\b"
)
