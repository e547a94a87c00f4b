"""The one form of the dialogue: reading answers, and what follows the last one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue import day_pay
from bot.dialogue import facts as fact_rules
from bot.dialogue import needs as need_rules
from bot.dialogue.asking import BadFact, Tools
from bot.dialogue.fact_answers import answer_to, contributed_before
from bot.dialogue.followups import LONGEST, is_bare, price_meanwhile
from bot.dialogue.law import in_asking_order, in_general
from bot.dialogue.manners import without_echo
from bot.dialogue.memory import Memory
from bot.dialogue.message import ANSWERING, Message
from bot.dialogue.planner import answer_by_law
from bot.dialogue.small_talk import SMALL_TALK
from bot.dialogue.telling import of_work_told
from bot.dialogue.tone import asks_what_if
from bot.dialogue.turn import Turn, Utterance
from bot.dialogue.understood import sayable
from bot.dialogue.wages import tells_no_month, why_no_wage
from bot.dialogue.whom import whom

SHORT_ANSWER = 4  # words; a longer message may well ask something of its own


def fill(message: Message, memory: Memory, tools: Tools) -> Turn | None:
    """Take `message` as the answer to what was asked; None if it is something else."""
    message = day_pay.completed(message, memory)
    memory = day_pay.remembered(message, memory)
    if memory.asked is None or memory.question is None:
        return None
    about = whom(message, memory)
    stated = fact_rules.from_entities(message, tools.facts, subject=about)
    kind = tools.facts[memory.asked]
    again = memory.misses > 0
    direct = answer_to(memory.asked, kind, message, again=again)
    if direct is None and memory.asked != "wage":
        direct = fact_rules.for_question(memory.question, message).get(memory.asked)
    if direct is not None:
        stated[memory.asked] = direct
    stated |= contributed_before(message, memory, tools)
    stated |= _wage_corrected(message, memory)
    if memory.asked == "wage" and direct is None and tells_no_month(message):
        return Turn(memory=memory).saying(Utterance(why_no_wage(message)))
    if not _is_answer(message, stated, memory):
        return None
    if memory.asked not in stated and price_meanwhile(message, memory):
        return None
    before, memory = memory, memory.about(about).with_facts(stated)
    memory = of_work_told(memory, stated)
    question = str(memory.question)
    try:
        missing = in_asking_order(tools.missing(question, memory.facts, tools.today))
    except BadFact as error:
        memory = replace(memory.without_fact(error.fact), asked=error.fact)
        said = Utterance("utter_bad_fact", {"fact": error.fact})
        return Turn(memory=memory).saying(said)
    if in_general(question, missing):
        missing = ()
    asked = missing[0] if missing else None
    turn = Turn(memory=replace(memory, asked=asked, waits=0, misses=0))
    heard = sayable(fact_rules.in_words(message, stated))
    if asked is None or asked != before.asked or not heard:
        return turn
    # the question comes again: what was told instead is said back
    return turn.saying(Utterance("utter_noted", {"facts": heard}))


def _wage_corrected(message: Message, memory: Memory) -> dict[str, Any]:
    """An amount, after a wage was told, is that wage put right."""
    if memory.asked == "wage" or "wage" not in memory.facts:
        return {}
    found = fact_rules.for_question(str(memory.question), message)
    return {"wage": found["wage"]} if "wage" in found else {}


def _is_answer(message: Message, stated: Mapping[str, Any], memory: Memory) -> bool:
    if not stated:
        return False
    if memory.asked in stated and len(message.text.split()) <= SHORT_ANSWER:
        return True
    if _wage_corrected(message, memory) and is_bare(message, memory):
        return True
    if memory.asked in stated and _only_tells(message, memory):
        return True
    own = {*ANSWERING, "nlu_fallback"}
    if set(stated) == {"first_time"} and len(message.text.split()) <= SHORT_ANSWER:
        own |= {"cancel"}  # "not yet" stops nothing
    same = {
        need for need, known in need_rules.FIXED.items() if known == memory.question
    }
    return set(message.needs) <= own | same


def _only_tells(message: Message, memory: Memory) -> bool:
    """Whether what happened, or the work, is told, whatever claim it sounds like."""
    short = len(message.text.split()) <= LONGEST and memory.asked in _TOLD_AT_LENGTH
    other = set(message.needs) & (set(SMALL_TALK) - ANSWERING)
    return short and not other and not asks_what_if(message)


_TOLD_AT_LENGTH = ("cause", "employment")


def complete(message: Message, memory: Memory, tools: Tools) -> Turn:
    """Answer the question whose facts are complete, then those that waited."""
    message = day_pay.completed(message, memory)
    turn = Turn(memory=replace(memory, asked=None, queue=()))
    for question in (memory.question, *memory.queue):
        if question is not None:
            turn = answer_by_law(question, message, turn, tools)
    return without_echo(turn, memory)


def ask(memory: Memory, tools: Tools) -> Utterance:
    """Ask for the fact that is missing, and say why."""
    other = memory.relation not in (None, "self") or memory.question == "benefit.death"
    asked_for = {
        "question": memory.question,
        "facts": dict(memory.facts),
        "on": tools.today,
    }
    values = {"fact": memory.asked, "other": other, "again": memory.misses > 0}
    return Utterance("utter_ask_fact", {**values, "asked_for": asked_for})
