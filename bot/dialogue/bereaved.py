"""After a death was told: "how much is the pension" is that of the person who died."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.dialogue.memory import Memory
from bot.dialogue.message import ANSWERING, Message

NEED = "benefit_dependants_or_survivors"
_LONGEST = 10  # words
_EMPLOYED = (
    "private_employee",
    "domestic_worker",
    "apprentice",
    "contract_public_servant",
)
_OF_FAMILIES = ("benefit.death", "benefit.act4.", "benefit.sksps.", "benefit.skssr.")
_PENSION = re.compile(
    r"\b(pencen|pen[cs]yen|pensions?|faedah (bulanan|orang tanggungan)|penakat"
    r"|(monthly|bulanan) (money|payment|benefit|duit|bayaran))\b"
)
_SHARE = re.compile(
    r"\b((berapa|brp|brapa|bape) (\w+ ){0,3}(dapat|dpt|dapek|terima)"
    r"|(dapat|dpt|dapek|terima) (\w+ ){0,2}(berapa|brp|brapa|bape)"
    r"|how much (\w+ ){0,3}(get|gets|receive|receives|paid)"
    r"|what (do|does|will|can) (\w+ ){1,2}(get|receive))\b"
)
_ANOTHER = re.compile(
    r"\b(kwsp|epf|jpa|kerajaan|government|bayar|carum|contribute|pay in|socso potong"
    r"|my own|saya sendiri|ilat|invalid\w*|pengurusan mayat|funeral|khairat)\b"
)
# what a question about a pension may be taken for
_MAY_BE = frozenset(
    {*ANSWERING, NEED, "benefit_invalidity", "benefit_permanent_disablement"}
    | {"benefits_overview", "nlu_fallback", "out_of_scope", "benefit_funeral"}
    | {"contribution_amount_selfemployed", "contribution_amount_employee"}
    | {"contribution_amount_housewife", "benefit_temporary_disablement"}
)


def completed(message: Message, memory: Memory) -> Message:
    """`message` as a question for the family's share, if it asks for that."""
    if message.intent == "ask" or not memory.condoled or message.first("scheme"):
        return message
    if message.only_tells_of_children and not memory.asked:
        told = (memory.question or "").startswith(_OF_FAMILIES)
        return message if told else _asking(message, "benefit.death")
    text = message.text.casefold()
    share = _SHARE.search(text)
    asks = share or (_PENSION.search(text) and not message.first("amount"))
    short = len(text.split()) <= _LONGEST and set(message.needs) <= _MAY_BE
    if not (asks and short) or _ANOTHER.search(text) or message.tells_of_a_death:
        return message
    return _asking(message, share_question(memory))


def share_question(memory: Memory) -> str:
    """The question whose answer is the family's share, as far as it is known."""
    facts = memory.facts
    work, cause = facts.get("employment"), facts.get("cause")
    if (memory.question or "").endswith((".dependants", ".survivors")):
        return f"benefit.{str(memory.question).partition('.')[2]}"  # it was told before
    if work == "housewife":
        return "benefit.skssr.survivors"
    if work == "self_employed":
        return "benefit.sksps.dependants"
    if work in _EMPLOYED and cause in ("work", "commute"):
        return "benefit.act4.dependants"
    by_cause = {"illness": "benefit.act4.survivors"}
    by_cause["elsewhere"] = "benefit.lindung24.dependants"
    employed = work in _EMPLOYED
    return by_cause.get(str(cause), "benefit.death") if employed else "benefit.death"


def _asking(message: Message, question: str) -> Message:
    """The message about the dead: whom it names otherwise is of the family."""
    kept = [i for i, (name, _) in enumerate(message.entities) if name != "relation"]
    placed = len(message.starts) == len(message.entities)
    return replace(
        message,
        needs=(NEED,),
        intent=NEED,
        band="answer",
        entities=(*(message.entities[i] for i in kept), ("question", question)),
        starts=(*(message.starts[i] for i in kept), 0) if placed else (),
        ends=(*(message.ends[i] for i in kept), 0) if placed else (),
    )
