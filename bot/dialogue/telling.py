"""What a message that only tells something asks for, after what was answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue import facts as fact_rules
from bot.dialogue import needs as need_rules
from bot.dialogue.asking import Tools
from bot.dialogue.followups import moved
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.needs import CLAIM_NEEDS
from bot.dialogue.wages import added_up, monthly_wages
from bot.dialogue.work import implied_scheme, paid_scheme, settled_scheme

SAME_QUESTION = "same_question"  # not a need of anybody's: the last question, again
_WHY = re.compile(
    r"\W*(kenapa|knp|knapa|nape|mengapa|sebab apa|why)\b(\W*\w+){0,3}\W*$"
)
# facts that, told without a question, ask which protection fits the person
OWN_FACTS = frozenset(
    {"age", "birth_date", "sex", "citizenship", "employment", "sector"}
)
_JOINING = {
    "skssr": "eligibility_housewife",
    "sksps": "eligibility_selfemployed",
    "act4": "eligibility_employee",
}


def asks_why(message: Message, memory: Memory) -> bool:
    asked = memory.question is not None and memory.asked is None
    return asked and bool(_WHY.match(message.text.casefold()))


def told(
    message: Message, stated: Mapping[str, Any], memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """What a message that only tells something asks for; empty if nothing."""
    priced = _of_wages(message) if message.first("amount") else None
    of_sums = (memory.question or "contribution.").startswith("contribution.")
    if priced and of_sums and memory.asked is None:
        return (priced,)
    works = settled_scheme(message) and not message.first("amount")
    other = moved(memory, message) if memory.need in need_rules.FIXED else None
    if works and other:
        return (other,)
    if memory.question and changes(memory.question, message, stated, tools):
        return (SAME_QUESTION,)
    benefit = _claimed(memory, tools)
    if benefit and changes(benefit, message, stated, tools):
        return (need_rules.BENEFIT_NEEDS[benefit.split(".")[2]],)
    if asks_why(message, memory):
        return (SAME_QUESTION,)
    if need_rules.lost_job(message) and memory.asked is None:
        return ("benefit_job_loss",)
    if _tells_wages(message, memory):
        return ("contribution_amount_employee",)
    scheme = message.first("scheme") or implied_scheme(message)
    if _of_staff(message, memory) and not scheme:
        return ("contribution_amount_employee",)
    scheme = scheme or paid_scheme(message)
    of_many = memory.need is not None and memory.need not in need_rules.FIXED
    if scheme and memory.need == "scheme_definition" and memory.asked is None:
        return (_JOINING.get(str(scheme), "eligibility_general"),)
    if scheme and of_many and memory.asked is None:
        return (str(memory.need),)
    if priced:
        return (priced,)
    goes_on = (memory.need or "").startswith("eligibility_") and not memory.asked
    if memory.question is None and goes_on and set(stated) & OWN_FACTS:
        return (str(memory.need),)
    if memory.question is None and set(stated) & OWN_FACTS:
        spoken_of = str(scheme or memory.scheme)
        return (_JOINING.get(spoken_of, "eligibility_general"),)
    return ()


def _claimed(memory: Memory, tools: Tools) -> str | None:
    """The question of the benefit whose steps of a claim were told last."""
    step, _, of_benefit = (memory.question or "").partition(".")
    benefit = f"benefit.{of_benefit}"
    told = step == "claim" and memory.asked is None and benefit in tools.questions
    known = benefit.split(".")[-1] in need_rules.BENEFIT_NEEDS
    return benefit if told and known else None


def on_joining(memory: Memory, stated: Mapping[str, Any], tools: Tools) -> Memory:
    """How to register was told: facts of a person ask whether they may join at all,
    and a wage what is due for it.
    """
    before, _, scheme = (memory.question or "").partition(".")
    if before != "registration":
        return memory
    wanted = "contribution" if "wage" in stated else "eligibility"
    told = "wage" in stated or bool(set(stated) & (OWN_FACTS | {"first_time"}))
    question = f"{wanted}.{scheme}"
    if not told or question not in tools.questions:
        return memory
    return replace(memory, question=question)


def of_work_told(memory: Memory, stated: Mapping[str, Any]) -> Memory:
    """Who keeps house joins the scheme for that, whichever was being asked about, and
    who has no work at all is told what there is.
    """
    own = memory.question in ("eligibility.sksps", "eligibility.act4")
    works = stated.get("employment") if own else None
    if works == "none":
        need = "eligibility_general"
        return replace(memory, question="which_scheme", scheme=None, need=need)
    if works != "housewife":
        return memory
    need = _JOINING["skssr"]
    return replace(memory, question="eligibility.skssr", scheme="skssr", need=need)


def _of_staff(message: Message, memory: Memory) -> bool:
    """Whether a wage is told after the duties of an employer, and no benefit."""
    of_benefit = (memory.need or "").startswith("benefit") or memory.need in CLAIM_NEEDS
    waits = memory.asked or memory.question or of_benefit
    return bool(memory.scheme == "act4" and not waits and paid_scheme(message))


def _tells_wages(message: Message, memory: Memory) -> bool:
    """Whether wages of staff are told, or a wage after whether an Act covers it."""
    if memory.asked or not monthly_wages(message):
        return False
    covered = (memory.question or "") in ("eligibility.act4", "eligibility.lindung24")
    staff = memory.question is None and _STAFF.search(message.text.casefold())
    by_day = memory.question is None and bool(memory.by_day) | added_up(message)
    listed = len(monthly_wages(message)) > 1
    return covered or by_day or bool(staff and (listed or paid_scheme(message)))


_STAFF = re.compile(r"\b(pekerja|staff?|staf|workers?|employees?|kakitangan)\b")


def _of_wages(message: Message) -> str | None:
    """The contribution that an amount beside a scheme on wages asks about."""
    text = message.text.casefold()
    if message.first("scheme") == "lindung24":
        return "lindung24"
    if message.first("scheme") == "eis":
        return "contribution_amount_eis"
    named = message.first("scheme") in (None, "act4")
    on_wages = _CONTRIBUTION.search(text) or _SOCSO.search(text)
    return "contribution_amount_employee" if named and on_wages else None


_SOCSO = re.compile(r"\b(socso|sosco|sokso)\b")
_CONTRIBUTION = re.compile(
    r"\b(caruman|carum|mencarum|potongan|contributions?|contribute|deduct\w*)\b"
)


def changes(
    question: str, message: Message, stated: Mapping[str, Any], tools: Tools
) -> bool:
    """Whether what a message states can change the answer to `question`."""
    stated = {**stated, **fact_rules.for_question(question, message)}
    return bool(set(stated) & tools.read.get(question, frozenset(stated)))
