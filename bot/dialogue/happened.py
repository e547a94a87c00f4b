"""Which cover what happened belongs to, where no scheme was named for it."""

from __future__ import annotations

import re

from bot.dialogue.memory import Memory
from bot.dialogue.message import Message

# an employee is insured at work and outside it, at other rates
_OF_BOTH = frozenset(
    {"benefit_medical", "benefit_temporary_disablement", "benefit_rehab_dialysis"}
    | {"benefit_permanent_disablement"}
)
_STEPS = frozenset({"how_to_claim", "claim_documents", "claim_deadline"})
_OF_THE_SELF_EMPLOYED = ("benefit", "claim_", "how_to_claim", "coverage_", "appeal")
_AT_WORK = ("work", "commute")
_SCHEME_OF_WORK = {
    "private_employee": "act4",
    "domestic_worker": "act4",
    "self_employed": "sksps",
    "housewife": "skssr",
}
_OVER_ALL = ("benefit.death", "which_cover", "which_scheme")


def by_place(need: str, scheme: str | None, message: Message) -> str | None:
    """`scheme`, or the other one of an employee by where the injury happened."""
    if scheme == "gig" and need.startswith(_OF_THE_SELF_EMPLOYED):
        return "sksps"  # platforms deduct for that scheme
    named = need in _STEPS and message.first("benefit") not in (None, "funeral")
    named = named or (scheme == "eis" and need in (*_STEPS, "benefits_overview"))
    if need not in _OF_BOTH and not named:
        return scheme
    cause = message.first("cause")
    if scheme == "eis" and cause in (*_AT_WORK, "elsewhere"):
        return "act4" if cause in _AT_WORK else "lindung24"
    if scheme == "act4" and cause == "elsewhere":
        return "lindung24"
    return "act4" if scheme == "lindung24" and cause in _AT_WORK else scheme


def scheme_of_work(memory: Memory) -> str | None:
    """The scheme that the work of a person leads to whose cover was just told."""
    if memory.question not in _OVER_ALL:
        return None
    cause, work = memory.facts.get("cause"), str(memory.facts.get("employment"))
    scheme = _SCHEME_OF_WORK.get(work)
    return "lindung24" if scheme == "act4" and cause == "elsewhere" else scheme


def happened_somehow(message: Message, scheme: str | None) -> bool:
    """Whether it is asked if something is covered, not when or what a scheme covers."""
    text = message.text.casefold()
    return not (_WHEN.search(text) or (scheme and _WHAT_COVERS.search(text)))


_WHAT_COVERS = re.compile(
    r"\b(still|masih|lagi)\b.{0,12}\b(covered|protected|insured|dilindungi|(di)?cover)\b|"
    r"^\W*(and |so |ok )*what (does|do|will|would|is) (it|they|this|that)( all)?"
    r" cover\w*"
    r"|^\W*(apa|apakah) (yang |yg )?(ia |dia )?(dilindungi|di ?cover|lindung)\w*\W*$"
)
# whoever says none of these asks whether something that happened is covered
_WHEN = re.compile(
    r"\bwhen\b(?!\s+(i|he|she|we|they|my|his|her|our)\b)"  # "when I was jogging"
    r"|\b(bila|bl|mula|mulai|start|starts|begin|sampai|until|till|lama|tempoh|tmpoh"
    r"|period|valid|sah|tamat|expire[sd]?|habis|long|duration|tarikh|date"
    r"|terus|serta[- ]merta|immediately|straight ?away|right away)\b"
)
