"""What a message wants: its needs in the light of what was said before, and of whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.dialogue import facts as fact_rules
from bot.dialogue import needs as need_rules
from bot.dialogue.asking import Tools
from bot.dialogue.memory import Memory
from bot.dialogue.message import ANSWERING, Message
from bot.dialogue.small_talk import SMALL_TALK

MAX_NEEDS = 3  # more than that is a misreading
SAME_QUESTION = "same_question"  # not a need of anybody's: the last question, again
PAYERS = ("husband", "son", "father", "brother")

_PRONOUN = re.compile(r"\b(dia|beliau|dia orang|arwah|she|he|her|him|his|they|them)\b")
_WHY = re.compile(
    r"\W*(kenapa|knp|knapa|nape|mengapa|sebab apa|why)\b(\W*\w+){0,3}\W*$"
)
_JOIN = re.compile(
    r"\b(boleh|blh|bole|buleh|layak|can|may|eligible)\b.{0,40}"
    r"\b(masuk|msuk|sertai|menyertai|join|ikut)\b"
)
_PERIODS = ("daily", "monthly", "yearly")
# one pay slip carries both, and whoever names both wants both
_TWO_DEDUCTIONS = ("contribution_amount_employee", "contribution_amount_eis")
_BOTH = re.compile(r"(?=.*\b(socso|sosco|sokso|perkeso)\b)(?=.*\b(eis|sip)\b)")
# facts that, told without a question, ask which protection fits the person
_OWN_FACTS = frozenset(
    {"age", "birth_date", "sex", "citizenship", "employment", "sector"}
)
_JOINING = {
    "skssr": "eligibility_housewife",
    "sksps": "eligibility_selfemployed",
    "act4": "eligibility_employee",
}


def whom(message: Message, memory: Memory) -> str | None:
    """Whom a message is about: whom it names, or the same person as before."""
    named: str | None = message.first("relation")
    if named in PAYERS and _about_a_housewife(message):
        named = None  # he pays; she is the one who joins
    goes_on = message.intent in (*ANSWERING, "ask") or memory.asked
    if named or not (goes_on or _PRONOUN.search(message.text.casefold())):
        return named
    return memory.relation


def _about_a_housewife(message: Message) -> bool:
    of_hers = any(need.endswith("_housewife") for need in message.needs)
    return of_hers or message.first("scheme") == "skssr"


def wanted(
    message: Message, stated: Mapping[str, Any], memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """Needs to answer, in order; `stated` are the facts that the message gives."""
    needs = message.needs[:MAX_NEEDS]
    if "emergency_or_distress" in needs:
        return ("emergency_or_distress",)
    social = [need for need in needs if need in SMALL_TALK]
    if len(social) < len(needs):
        # a greeting in front of a question needs no answer of its own
        kept = [n for n in needs if n not in SMALL_TALK or n == "change_language"]
        needs = tuple(kept)
    needs = _with_price(needs, message)
    if set(needs) <= ANSWERING | {"nlu_fallback"}:
        return _told(message, stated, memory, tools) or needs
    if _asks_why(message, memory):
        return (SAME_QUESTION,)
    return needs


def _asks_why(message: Message, memory: Memory) -> bool:
    asked = memory.question is not None and memory.asked is None
    return asked and bool(_WHY.match(message.text.casefold()))


def _told(
    message: Message, stated: Mapping[str, Any], memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """What a message that only tells something asks for; empty if nothing."""
    if memory.question and _changes(memory.question, message, stated, tools):
        return (SAME_QUESTION,)
    if _asks_why(message, memory):
        return (SAME_QUESTION,)
    scheme = message.first("scheme") or need_rules.implied_scheme(message)
    of_many = memory.need is not None and memory.need not in need_rules.FIXED
    if scheme and of_many and memory.asked is None:
        return (str(memory.need),)
    if memory.question is None and set(stated) & _OWN_FACTS:
        return (_JOINING.get(str(scheme), "eligibility_general"),)
    return ()


def _changes(
    question: str, message: Message, stated: Mapping[str, Any], tools: Tools
) -> bool:
    """Whether what a message states can change the answer to `question`."""
    stated = {**stated, **fact_rules.for_question(question, message)}
    return bool(set(stated) & tools.read.get(question, frozenset(stated)))


def _with_price(needs: tuple[str, ...], message: Message) -> tuple[str, ...]:
    """Whoever asks about joining and names a period asks for the price as well, and
    whoever asks for the price and whether one may join asks both.
    """
    first = needs[0]
    if first in _TWO_DEDUCTIONS and _BOTH.search(message.text.casefold()):
        return tuple(dict.fromkeys((*_TWO_DEDUCTIONS, *needs)))
    joining = first.replace("contribution_amount_", "eligibility_")
    asks_to_join = joining in need_rules.FIXED and joining != first
    if asks_to_join and _JOIN.search(message.text.casefold()):
        return tuple(dict.fromkeys((joining, *needs)))
    price = first.replace("eligibility_", "contribution_amount_")
    if price in need_rules.FIXED and message.first("period") in _PERIODS:
        return tuple(dict.fromkeys((first, price, *needs[1:])))
    return needs
