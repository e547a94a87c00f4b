"""What a message of few words leaves to the last answer, put back into it.

"kalau pekerja?" names the employees' scheme, "documents?" after a benefit those of its
claim, and "apa beza dgn plan 4" wants the plans beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from bot.dialogue import bereaved, day_pay, wages_again
from bot.dialogue import needs as need_rules
from bot.dialogue.followups import (
    LONGEST,
    asks_the_price,
    says_how_long,
    says_only,
)
from bot.dialogue.happened import scheme_of_work
from bot.dialogue.memory import ON_WAGES, PERSONAL, Memory
from bot.dialogue.message import Message
from bot.dialogue.periods import of_a_new_job
from bot.dialogue.plain_words import EMPTY
from bot.dialogue.turn import Turn
from bot.dialogue.work import implied_scheme

_SHORT = 6  # words
_EMPLOYEE = re.compile(
    r"\W*(?:(?:kalau|klu|klau|kalo|if|what|how|about|and|habis|untuk|utk|for|as|an?|ok|so|dia"
    r"|he|she|beliau|is|was|s|were|i|am|dan|bagi|sebagai|the|yang|yg)\W+)*"
    r"(pekerja(?: swasta)?|employees?|workers?|swasta|kerja swasta|makan gaji)"
    r"(?:\W+(?:pula|pulak|plak|ni|tu|pun|then|macam mana|mcm mana|biasa))*\W*"
)
_ON_WAGES = ("act4", "eis", "lindung24")
_COMPARES = re.compile(
    r"\b(beza\w*|perbezaan|differ\w*|compar\w+|banding\w*|versus|vs)\b"
)
_PLANS = re.compile(r"\b(plans?|pelan)\b")
_OF_PLANS = "choice.sksps"


def completed(message: Message, memory: Memory) -> Message:
    """`message` with what its few words leave out."""
    message = wages_again.completed(message, memory)
    message = day_pay.completed(message, memory)
    message = bereaved.completed(message, memory)
    if message.intent == "ask" or memory.asked:
        return message
    for rule in _RULES:
        message = rule(message, memory)
    return message


def _with_new_job(message: Message, memory: Memory) -> Message:
    """`what if I find a job in two months?` after a job was lost."""
    lost = memory.need == "benefit_job_loss" and not message.first("benefit")
    supposed = _SUPPOSES.match(message.text.casefold())
    if not (lost and supposed and of_a_new_job(message)):
        return message
    message = replace(message, needs=("benefit_job_loss",), band="answer")
    return _with(message, "question", "benefit.eis.early_reemployment", 0, 0)


def _bare_wage(message: Message, memory: Memory) -> Message:
    """`no wait, it's 1800` after a wage, where nothing but the number says which."""
    told = memory.question in ON_WAGES and "wage" in memory.facts
    found = _SUM.findall(message.text)
    if set(message.needs) & _OF_WAGES and _ON_A_SUM.search(message.text.casefold()):
        return _with_sum(message, found, message.needs)
    other = {"amount", "age", "period", "date", "month"} & {
        n for n, _ in message.entities
    }
    if not told or len(found) != 1 or other:
        return message
    said = {word for word in _WORD.findall(message.unnamed()) if word.isalpha()}
    if not said <= EMPTY | _CORRECTING:
        return message
    return _with_sum(message, found, ("inform",))


def _with_sum(
    message: Message, found: Sequence[str], needs: tuple[str, ...]
) -> Message:
    """The one number found is an amount, unless one is named already."""
    if len(found) != 1 or message.first("amount"):
        return message
    amount = f"{Decimal(found[0].replace(',', '')):.2f}"
    at = message.text.index(found[0])
    message = replace(message, needs=needs, intent=needs[0], band="answer")
    return _with(message, "amount", amount, at, at + len(found[0]))


_OF_WAGES = frozenset({"contribution_amount_employee", "contribution_amount_eis"})
_ON_A_SUM = re.compile(
    r"\b(on|for|untuk|utk|bagi|atas|kalau|if|at|dengan|dgn) (?!20[12]\d\b)"
    r"(\d{1,2},\d{3}|\d{4,5})(?![\d,])(?!\W*(people|orang|org|staff|pekerja|workers))"
)


_SUM = re.compile(
    r"(?<![\d.,])(?!20[12]\d\b)(?:\d{1,2},\d{3}|\d{3,5})(?:\.\d\d)?(?![\d,])"
)
_WORD = re.compile(r"[^\W_]+")
_CORRECTING = frozenset({"wait", "its", "s", "hold", "oops", "typo", "jap", "kejap"})


def of_benefit_spoken_of(message: Message, memory: Memory) -> bool:
    """Whether a short question about a claim means the benefit just told."""
    before = (memory.question or "").split(".")
    if before[0] not in ("benefit", "claim") or len(before) < _NAMED:
        return False
    steps = set(message.needs) <= set(need_rules.CLAIM_NEEDS)
    named = message.first("scheme") or implied_scheme(message)
    short = len(message.text.split()) <= _SHORT
    short = short and bool(_OF_A_CLAIM.search(message.text.casefold()))
    return steps and short and named in (None, before[1])


_OF_A_CLAIM = re.compile(
    r"\b(claim\w*|klaim|klim|tuntut\w*|dokumen|docs?|documents?|borang|forms?|apply|mohon"
    r"|last|tarikh|deadline|bila|due|papers?|surat|macam mana|mcm mana|how)\b"
)
_NAMED = 3  # parts of a question that names scheme and benefit


def _as_employee(message: Message, memory: Memory) -> Message:
    found = _EMPLOYEE.fullmatch(message.text.casefold())
    open_still = memory.scheme is None and memory.need in need_rules.CLAIM_NEEDS
    spoken_of = open_still or memory.scheme not in (None, *_ON_WAGES)
    if found is None or not spoken_of or message.first("scheme"):
        return message
    return _with(message, "scheme", "act4", *found.span(1))


def _between_plans(message: Message, memory: Memory) -> Message:
    text = message.text.casefold()
    of_plans = memory.scheme == "sksps" or message.first("scheme") == "sksps"
    spoken_of = "plan" in memory.facts or memory.question == _OF_PLANS
    short = len(text.split()) <= _SHORT and spoken_of
    named = _PLANS.search(text) or message.first("plan") or short
    if not (_COMPARES.search(text) and named and of_plans):
        return message
    message = replace(message, needs=("contribution_amount_selfemployed",))
    return _with(message, "question", _OF_PLANS, 0, 0)


def _deadline(message: Message, memory: Memory) -> Message:
    claims = (memory.question or "").startswith(("benefit.", "claim."))
    if not claims or not _LAST_DAY.fullmatch(message.text.casefold()):
        return message
    return replace(message, needs=("claim_deadline",))


_LAST_DAY = re.compile(
    r"\W*((bila|when|what|is|s|the|apa|until)\W+)*(last (date|day)|deadline|due date"
    r"|tarikh (akhir|tutup|last)|closing date|paling lambat|last|paling lewat)"
    r"(\W+(dia|nya|tu|ye|ya|for it|to|nak|boleh|blh|apply|claim|mohon|hantar|submit"
    r"|tuntut))*\W*"
)


def _off_duty(message: Message, memory: Memory) -> Message:
    """`lindung 24 pula?` after a contribution on a wage is that of the same wage."""
    on_wages = memory.question in _CONTRIBUTIONS and "wage" in memory.facts
    named = [*message.values("scheme")] == ["lindung24"]
    bare = says_only(message, frozenset()) and not message.first("amount")
    if not (on_wages and named and bare):
        return message
    message = replace(message, needs=("lindung24",), intent="lindung24")
    return _with(message, "question", "contribution.lindung24", 0, 0)


def _share(message: Message, memory: Memory) -> Message:
    """`how much a month?` after what a family may claim is the share of its Act."""
    if memory.question == "claim.eis.job_search" and says_how_long(message):
        message = replace(message, needs=("benefit_job_loss",), band="answer")
        return _with(message, "question", "benefit.eis.job_search", 0, 0)
    scheme = scheme_of_work(memory) if memory.question == "benefit.death" else None
    bare = says_only(message, frozenset()) and asks_the_price(message)
    asked = bare or says_how_long(message)
    if scheme is None or message.first("benefit") or not asked:
        return message
    at_work = scheme == "sksps" or memory.facts.get("cause") in ("work", "commute")
    at_work = at_work or scheme == "lindung24"
    kind = "dependants" if at_work else "survivors"
    message = replace(message, needs=(bereaved.NEED,), band="answer")
    return _with(message, "question", f"benefit.{scheme}.{kind}", 0, 0)


_CONTRIBUTIONS = ("contribution.act4", "contribution.eis")


def _of_benefit(message: Message, memory: Memory) -> Message:
    if message.first("benefit") or not of_benefit_spoken_of(message, memory):
        return message
    return _with(message, "benefit", str(memory.question).split(".")[2], 0, 0)


def _with(message: Message, name: str, value: Any, start: int, end: int) -> Message:
    placed = len(message.starts) == len(message.entities)
    entities = (*message.entities, (name, value))
    if not placed:
        return replace(message, entities=entities)
    starts, ends = (*message.starts, start), (*message.ends, end)
    return replace(message, entities=entities, starts=starts, ends=ends)


def carried_on(message: Message, turn: Turn, before: Mapping[str, Any]) -> Turn:
    """What the next message may lean on: pay by the day, and nothing only supposed."""
    memory = day_pay.remembered(message, turn.memory)
    turn = replace(turn, memory=wages_again.remembered(message, memory))
    return _without_supposed(message, turn, before)


def _without_supposed(message: Message, turn: Turn, before: Mapping[str, Any]) -> Turn:
    """`kalau foreigner?` supposes for one answer; what was told of the person stays."""
    if turn.memory.asked or not is_supposed(message):
        return turn
    kept = turn.memory.facts.keys() & before.keys() & PERSONAL
    told = {name: before[name] for name in kept}
    return replace(turn, memory=turn.memory.with_facts(told))


def is_supposed(message: Message) -> bool:
    """Whether a short message only supposes something: `kalau 61?`."""
    short = len(message.text.split()) <= LONGEST
    return short and bool(_SUPPOSES.match(message.text.casefold()))


_SUPPOSES = re.compile(
    r"\W*((habis|and|so|then|ok|okay|eh|dan|macam mana)\W+)*"
    r"(what )?(kalau|klu|klau|kalo|if)\b"
)


_RULES = (
    *(_as_employee, _between_plans, _deadline, _off_duty, _share, _of_benefit),
    *(_with_new_job, _bare_wage),
)
