"""What a question about claiming means beside its words: which benefit, or whether."""

from __future__ import annotations

import re

from bot.dialogue.message import Message
from bot.dialogue.sides import asks_after_the_job

_LATE = 55  # from this age on it is doubtful whether job-loss insurance covers somebody
_WHAT = re.compile(
    r"\b(claim|klaim|klim|tuntut) (apa|ape|pe)\b(?! (borang|dokumen|cara|yang perlu))"
    r"|\b(apa|ape) (je |saja |yang )?(boleh|blh|bole|dapat) (\w+ )?"
    r"(claim|klaim|tuntut)\b"
    r"|\b(layak|entitled|dapat|dpt) (apa|ape|to what)\b(?! apa)"
    r"|\bwhat (can|may|could|am|is) (\w+ ){1,3}?(entitled to )?claim\b(?! form)"
)


def meant(need: str, message: Message) -> str:
    """`need`, or the one that its words show to be meant instead."""
    unsure = message.band == "clarify" and need.startswith("benefit_")
    if (need == "how_to_claim" or unsure) and asks_what_to_claim(message):
        return "benefits_overview"
    if need == "benefit_job_loss" and may_be_outside_eis(message):
        return "eligibility_eis"
    if need == "coverage_start_or_period" and asks_after_the_job(message):
        return "renewal_or_lapse"
    return need


def asks_what_to_claim(message: Message) -> bool:
    """Whether the benefits are asked for, not the steps: "what can I claim"."""
    return bool(_WHAT.search(message.text.casefold()))


def may_be_outside_eis(message: Message) -> bool:
    """Whether what is told of a person may keep them out of job-loss insurance."""
    ages = [int(age) for age in message.values("age") if str(age).isdigit()]
    old = any(age >= _LATE for age in ages)
    return old or "foreigner" in set(message.values("citizenship"))
