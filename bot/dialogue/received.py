"""A price asked after a benefit: what is received, not what is paid in."""

from __future__ import annotations

import re

from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.needs import BENEFIT_NEEDS, CLAIM_NEEDS

_GETS = re.compile(
    r"\b(dapat|dpt|dapek|terima|get|gets|receive[sd]?|benefits?|faedah|manfaat"
    r"|allowance|elaun|layak|entitled)\b"
)
_PAID_IN = re.compile(
    r"\b((m?en)?carum\w*|potong\w*|ptg|contribut\w+|deduct\w*|register\w*|daftar\w*)\b"
)
_PAYS = re.compile(r"\b(bayar|byr|do (i|we) pay|to pay|must pay|can pay)\b")


def price_meant(need: str, message: Message, memory: Memory) -> str:
    """`need`, or the benefit spoken of where a price seemed to be asked: "so how much
    will I get, my pay was 4000".
    """
    if not need.startswith("contribution_amount_") or message.first("scheme"):
        return need
    benefit = benefit_asked(message, memory)
    text = message.text.casefold()
    of_jobs = memory.scheme == "eis" and not _PAYS.search(text)
    return benefit if benefit and (of_jobs or _GETS.search(text)) else need


def benefit_asked(message: Message, memory: Memory) -> str | None:
    """The need of the benefit spoken of, unless what is paid in is asked for."""
    paid_in = _PAID_IN.search(message.text.casefold())
    return None if paid_in else _spoken_of(memory)


def _spoken_of(memory: Memory) -> str | None:
    need = memory.need or ""
    if need.startswith("benefit_"):
        return need
    if need not in CLAIM_NEEDS:
        return None
    step, _, of_benefit = (memory.question or "").partition(".")
    claimed = of_benefit.rpartition(".")[2] if step == "claim" else None
    named = BENEFIT_NEEDS.get(str(memory.benefit or claimed))
    return named or ("benefit_job_loss" if memory.scheme == "eis" else OVERVIEW)


OVERVIEW = "benefits_overview"
