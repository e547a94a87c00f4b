"""The scheme of a need that names one which the message does not: that spoken of."""

from __future__ import annotations

import re

from bot.dialogue import needs as need_rules
from bot.dialogue.happened import scheme_of_work
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.work import implied_scheme, paid_scheme, settled_scheme

# what in a message shows that it is about this scheme
EVIDENCE = {
    "housewife": re.compile(r"\b(suri|housewi\w+|homemaker|kasih|isteri|wife)\b"),
    "selfemployed": re.compile(
        r"\b(sendiri|kendiri|self|freelance\w*|plan|pelan|rider|driver|niaga)\b"
    ),
    "employee": re.compile(
        r"\b(gaji|gj|salary|salaries|wages?|majikan|employers?|pekerja|workers?|staf+"
        r"|employees?|socso|sokso|sosco|slip|company|syarikat|maid|bibik)\b"
    ),
    "eis": re.compile(r"\b(eis|sip|kerja|job|retrench\w*|vss)\b"),
}


def _of_the_wage_told(need: str, message: Message, memory: Memory) -> bool:
    """Whether a price asked after a wage, with no scheme named, is that of the wage."""
    prices = need.startswith("contribution_amount_")
    told = "wage" in memory.facts and memory.scheme is None
    named = message.first("scheme") or implied_scheme(message)
    return prices and told and not named


def of_scheme_spoken_of(need: str, message: Message, memory: Memory) -> str:
    """`need`, or the same of the scheme spoken of if the message names none."""
    if _of_the_wage_told(need, message, memory):
        return need if need.endswith("_eis") else "contribution_amount_employee"
    family, _, suffix = need.rpartition("_")
    if suffix == "housewife" and _works_for_somebody(message):
        return f"{family}_employee"
    if need == "eligibility_employee" and _works_alone(message):
        return "eligibility_selfemployed"
    if need == "eligibility_housewife" and _has_own_work(message):
        return "eligibility_selfemployed"
    if suffix in _OWN and _of_a_paid_wage(message, memory):
        return f"{family}_employee"
    if _of_lindung24(need, message, memory):
        return "lindung24"
    wanted = SUFFIX.get(str(memory.scheme or scheme_of_work(memory)))
    if suffix not in EVIDENCE or wanted is None or wanted == suffix:
        return need
    if message.first("scheme") or implied_scheme(message):
        return need
    if message.first("amount") and suffix in ("employee", "eis"):
        return need
    if EVIDENCE[suffix].search(message.text.casefold()):
        return need
    same = f"{family}_{wanted}"
    return same if same in need_rules.FIXED else need


def _works_for_somebody(message: Message) -> bool:
    """Whether a maid, or whoever has an employer, was taken for a housewife."""
    works = set(message.values("employment"))
    said = EVIDENCE["housewife"].search(message.text.casefold())
    employed = works == {"domestic_worker"} or works == {"private_employee"}
    return employed and message.first("scheme") is None and not said


def _works_alone(message: Message) -> bool:
    """Whether a trade of one's own is told, and no employer anywhere."""
    employed = EVIDENCE["employee"].search(message.text.casefold())
    return settled_scheme(message) == "sksps" and not employed


def _of_lindung24(need: str, message: Message, memory: Memory) -> bool:
    """Whether joining or a price is asked of LINDUNG 24 Jam, the scheme spoken of."""
    family, _, suffix = need.rpartition("_")
    asked = family in ("eligibility", "contribution_amount") and suffix in EVIDENCE
    named = message.first("scheme") or implied_scheme(message)
    said = EVIDENCE.get(suffix) and EVIDENCE[suffix].search(message.text.casefold())
    return memory.scheme == "lindung24" and asked and not (named or said)


_OWN = ("housewife", "selfemployed")


def _of_a_paid_wage(message: Message, memory: Memory) -> bool:
    """Whether a wage is told, and nothing of work of one's own or of a household."""
    text = message.text.casefold()
    own = any(EVIDENCE[suffix].search(text) for suffix in _OWN)
    named = message.first("scheme") or implied_scheme(message) not in (None, "act4")
    talked_of = memory.scheme in ("skssr", "sksps")
    return paid_scheme(message) == "act4" and not (own or named or talked_of)


def _has_own_work(message: Message) -> bool:
    """Whether a trade of one's own is told of somebody who is called no housewife."""
    said = EVIDENCE["housewife"].search(message.text.casefold())
    return settled_scheme(message) == "sksps" and not said


SUFFIX = {scheme: suffix for suffix, scheme in need_rules.SCHEME_OF_SUFFIX.items()}
