"""Messages that only make sense after what was said before.

"kalau setahun?", "so how much", "and for my wife?" hold nothing but a new value: they
ask the last question again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from bot.dialogue import needs as need_rules
from bot.dialogue.happened import scheme_of_work
from bot.dialogue.left_out import (
    WAGE_SAID,
    asks_for_shares,
    left_out,
    of_another_year,
    words,
)
from bot.dialogue.memory import Memory
from bot.dialogue.message import ANSWERING, Message
from bot.dialogue.plain_words import EMPTY, PRICE
from bot.dialogue.received import benefit_asked
from bot.dialogue.spoken_of import EVIDENCE, SUFFIX
from bot.dialogue.work import implied_scheme

LONGEST = 8  # words of a follow-up
_WORD = re.compile(r"[^\W_]+")
_HOW_MUCH = re.compile(
    r"\b(berap[aeo]|brap[aeo]|brp|bap[aeo]|bpe|how much|cost|price|harga"
    r"|jumlah(nya)?|total)\b"
)


def is_bare(message: Message, memory: Memory) -> bool:
    """Whether a message only gives values, with words that carry nothing."""
    if memory.need is None and memory.question is None:
        return False
    if message.intent == "ask" or len(message.text.split()) > LONGEST:
        return False
    if message.first("deceased"):
        return False  # a death is never told in passing
    benefit = message.first("benefit")
    if benefit and not (memory.question or "").endswith(f".{benefit}"):
        return False  # another benefit than the one spoken of is another question
    said = _WORD.findall(message.unnamed())
    empty = EMPTY | left_out(message, memory)
    rest = [w for w in said if w not in empty and not w.isdigit()]
    named = bool(message.entities) or any(w.isdigit() for w in said)
    named = (
        named or asks_for_shares(message, memory) or of_another_year(message, memory)
    )
    return all(w in PRICE for w in rest) and (named or bool(rest))


def of_next_worker(message: Message, stated: Mapping[str, Any], memory: Memory) -> bool:
    """Whether a wage is asked about as another worker's: whoever goes through a list
    tells each wage, and an age only where it matters.
    """
    before = memory.facts.get("wage")
    goes_on = memory.asked or before is None or message.intent == "ask"
    if goes_on or message.first("amount") is None or is_bare(message, memory):
        return False
    if _SAME_PERSON.search(message.text.casefold()) or set(stated) & _AGES:
        return False
    return bool(set(message.needs) & _OF_WAGES or WAGE_SAID & words(message))


_AGES = frozenset({"age", "birth_date", "category"})
_SAME_PERSON = re.compile(
    r"\b(dia|beliau|he|she|him|her|his|same|sama|tadi|gajinya"
    r"|(?<!pekerja )(?<!staf )(?<!staff )saya|my(?! (worker|staff|employee)))\b"
)
_OF_WAGES = frozenset(
    {"contribution_amount_employee", "contribution_amount_eis", "lindung24"}
)


def says_only(message: Message, words: frozenset[str]) -> bool:
    """Whether a message holds named things, `words` (one of them, if there are any),
    and words of price or none.
    """
    said = set(_WORD.findall(message.unnamed()))
    rest = {word for word in said if not word.isdigit()} - EMPTY - words - _ASKING
    return rest <= PRICE - words and (not words or bool(said & words))


_ASKING = frozenset({"boleh", "blh", "tak", "ke", "get", "dapat", "dpt"})
_DEFINING = frozenset(
    re.split(
        r"\s+",
        "apa apakah itu tu ni ke benda what whats is s the does do mean means meaning"
        " maksud maksudnya of explain terangkan jelaskan sebenarnya kah about tentang"
        " skim scheme ialah adalah act akta",
    )
)


def asks_what_it_is(message: Message) -> bool:
    """Whether a message names a scheme and asks nothing but what that is."""
    said = _WORD.findall(message.unnamed())
    if _GOES_ON.search(message.text.casefold()):
        return False
    asked = {"apa", "apakah", "what", "whats", "maksud", "explain", "terangkan", "mean"}
    named = message.first("scheme") is not None
    return named and bool(asked & set(said)) and all(w in _DEFINING for w in said)


_GOES_ON = re.compile(r"\b(what|how) about\b")


def asks_the_price(message: Message) -> bool:
    """Whether a bare message asks how much."""
    return bool(_HOW_MUCH.search(message.text.casefold()))


def price_again(message: Message, memory: Memory) -> str | None:
    """The need that "so how much" stands for; None if the last question has a sum."""
    if not asks_the_price(message):
        return None
    question = memory.question or ""
    if question == "benefit.death":
        return "benefit_dependants_or_survivors"
    received = benefit_asked(message, memory)
    if received and not question.startswith(("benefit.", "choice.")):
        return received
    if question.startswith(_JOINING) and _RECEIVES.search(message.text.casefold()):
        return "benefits_overview"  # what is received is no price
    if question.startswith(("contribution.", "benefit.", "choice.")):
        return None
    named = message.first("scheme") or implied_scheme(message) or memory.scheme
    suffix = SUFFIX.get(str(named or scheme_of_work(memory)))
    need = f"contribution_amount_{suffix}"
    return need if need in need_rules.FIXED else None


def price_meanwhile(message: Message, memory: Memory) -> str | None:
    """The need of `sebulan?`, said while something else is being asked."""
    need = f"contribution_amount_{SUFFIX.get(str(memory.scheme))}"
    joining = (memory.question or "").startswith(_JOINING)
    joining = joining and not _RECEIVES.search(message.text.casefold())
    priced = message.first("period") in _RHYTHMS or asks_the_price(message)
    told_before = need == memory.need and need in need_rules.FIXED
    priced = priced or bool(told_before and any(map(message.first, _OF_A_PRICE)))
    bare = joining and priced and says_only(message, frozenset())
    return need if bare and need in need_rules.FIXED else None


def price_of_plan(message: Message, memory: Memory) -> str | None:
    """The price of a plan that a bare message picks, where no plan was spoken of."""
    about_plans = (memory.question or "").startswith(("contribution.", "benefit."))
    return None if about_plans or not message.first("plan") else _OF_PLANS


_OF_PLANS = "contribution_amount_selfemployed"
_OF_A_PRICE = ("plan", "period")
_JOINING = ("eligibility.", "which_scheme")
_RECEIVES = re.compile(r"\b(dapat|dpt|dapek|dapak|get|gets|receive\w*|terima)\b")
_RHYTHMS = ("daily", "monthly", "yearly")


def asks_what_is_cut(message: Message) -> bool:
    """Whether a message that was not understood surely asks what SOCSO takes."""
    return bool(_CUT.search(message.text.casefold()))


_CUT = re.compile(
    r"\b(socso|sosco|sokso)\b.{0,15}\b(potong\w*|ptg|cut|deduct\w*)\b"
    r"|\b(potong\w*|ptg|cut|deduct\w*)\b.{0,15}\b(socso|sosco|sokso)\b"
)


def says_claim(message: Message) -> bool:
    """Whether a claim is spoken of in so many words."""
    return bool(_CLAIM.search(message.text.casefold()))


_CLAIM = re.compile(r"\b(claims?|claiming|klaim|klim|tuntut\w*|menuntut)\b")


def moved(memory: Memory, message: Message) -> str | None:
    """The last need, of another scheme that a bare message names."""
    named = message.first("scheme") or implied_scheme(message)
    before = memory.need
    if named is None or before is None or before in ANSWERING:
        return None
    if before == "scheme_definition" and not message.first("scheme"):
        return None  # work is told, no other scheme named
    family, _, suffix = before.rpartition("_")
    if need_rules.ONLY_SCHEME.get(before, named) != named:
        of_sum = (memory.question or "").startswith("contribution.")
        family, suffix = ("contribution_amount" if of_sum else "eligibility"), "eis"
    if suffix not in EVIDENCE:
        return before if before not in need_rules.FIXED else None
    other = f"{family}_{SUFFIX.get(str(named))}"
    return other if other in need_rules.FIXED and other != before else None


def asks_how_long(message: Message, memory: Memory) -> bool:
    """Whether only the length of a benefit of months is asked; its answer tells it."""
    question = memory.question or ""
    tells = question.startswith("benefit.eis.") or question.endswith(_TELL_HOW_LONG)
    return tells and says_how_long(message)


def says_how_long(message: Message) -> bool:
    """Whether nothing but how long something is paid is asked."""
    return bool(_HOW_LONG.fullmatch(message.text.casefold()))


# a family, or whoever is cared for, is told until when it is paid
_TELL_HOW_LONG = (".dependants", ".survivors", ".invalidity", ".constant_attendance")


_HOW_LONG = re.compile(
    r"\W*(dapat |dpt |bayar |for |until |sampai )*"
    r"(berapa|brp|how) (lama|long|bulan|many months?)( dapat| dpt| bayar)?\W*"
    r"|\W*(and )?(for )?how long (will|does|do|is|can|would)"
    r" (it|this|that|they|we|she|he|i)"
    r"( be| get| last| paid| receive| go on| continue| for| that| this| it)*\W*"
    r"|\W*(sampai bila|until when)\W*"
)
