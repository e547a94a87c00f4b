"""One turn of the dialogue: from what was understood to what is said.

Every need of a message is answered in its order. What can be answered is answered at
once; the first question that lacks a fact is asked about at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.answers import offices
from bot.dialogue import facts as fact_rules
from bot.dialogue import needs as need_rules
from bot.dialogue import totals
from bot.dialogue.asking import BadFact, Tools
from bot.dialogue.curated import PREFIX, worth_offering
from bot.dialogue.ellipsis import carried_on, completed
from bot.dialogue.fact_answers import contributed_before
from bot.dialogue.followups import is_bare, of_next_worker
from bot.dialogue.hearing import wanted
from bot.dialogue.law import in_asking_order, in_general, law_day, law_replies
from bot.dialogue.lookup_entry import enter, meaning, status_asked
from bot.dialogue.lookup_words import TOPIC_OF
from bot.dialogue.manners import finished, with_doubt, without_echo
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.periods import in_talk
from bot.dialogue.small_talk import (
    SMALL_TALK,
    small_talk,
    steered_language,
    wanted_language,
)
from bot.dialogue.telling import SAME_QUESTION, on_joining
from bot.dialogue.tone import is_despair
from bot.dialogue.topics import each_scheme
from bot.dialogue.turn import Offer, Turn, Utterance
from bot.dialogue.turn import offers as asking
from bot.dialogue.wages import tells_no_month, why_no_wage
from bot.dialogue.whom import whom

_OFFERED = 2  # times in a row that what may have been meant is offered
MAX_WAITS = 1  # how often a fact is asked for again after something else


def reply(message: Message, memory: Memory, tools: Tools) -> Turn:
    """Answer `message`; the turn asks for a fact where `memory.asked` is set."""
    message = completed(message, memory)
    told_before = memory.facts
    memory = memory.about(whom(message, memory))
    about = memory.relation
    stated = fact_rules.from_entities(message, tools.facts, subject=about)
    stated |= in_talk(message, memory.scheme)
    stated |= contributed_before(message, memory, tools)
    if of_next_worker(message, stated, memory):
        memory = memory.of_next_worker()
    turn = Turn(memory=memory.with_facts(stated), language=steered_language(message))
    needs = wanted(message, fact_rules.in_words(message, stated), memory, tools)
    if SAME_QUESTION in needs:
        turn = replace(turn, memory=on_joining(turn.memory, stated, tools))
    for need in needs:
        turn = _answer_need(need, message, turn, tools)
    turn = replace(turn, memory=totals.remembered(needs, turn.memory))
    turn = carried_on(message, turn, told_before)
    turn = finished(message, turn, needs)
    if not ({SAME_QUESTION, totals.NEED} & set(needs) or is_bare(message, memory)):
        turn = with_doubt(message, turn, tools)
    return without_echo(_given_in_passing(message, turn, memory, tools), memory)


def _given_in_passing(
    message: Message, turn: Turn, before: Memory, tools: Tools
) -> Turn:
    """Answer what was being asked about, if this message also gave the fact."""
    now = turn.memory
    open_still = before.asked is not None and now.asked == before.asked
    if not open_still or now.question is None:
        return turn
    if now.asked not in now.facts:
        return replace(turn, memory=_waited(now, before))
    turn = replace(turn, memory=replace(now, asked=None))
    return answer_by_law(now.question, message, turn, tools)


def _waited(now: Memory, before: Memory) -> Memory:
    """Who goes on to other things twice is not asked a third time."""
    if now.misses > before.misses:
        return now
    waits = before.waits + 1
    return now.settled() if waits > MAX_WAITS else replace(now, waits=waits)


def _answer_need(need: str, message: Message, turn: Turn, tools: Tools) -> Turn:
    if need == "change_language":
        language = wanted_language(message)
        if language:
            turn = replace(turn, language=language)
        return turn.saying(small_talk(need, turn.memory, language=language))
    if need.startswith(PREFIX):
        return _known(need.removeprefix(PREFIX), message, turn, tools)
    agency = message.first("agency") if need == "out_of_scope" else None
    if agency:
        theirs = Utterance("utter_other_agency", {"agency": agency}, (Offer("menu"),))
        return turn.saying(theirs)
    if need in SMALL_TALK:
        return _small(need, message, turn)
    if need == totals.NEED:
        return _totals(message, turn, tools)
    if need in TOPIC_OF:
        return enter(need, message, turn)
    status = status_asked(message, need)
    if status:
        return turn.saying(meaning(status))
    if need == "nlu_fallback":
        return _not_understood(message, turn, tools)
    if need == SAME_QUESTION and turn.memory.question:
        return answer_by_law(turn.memory.question, message, turn, tools)
    for one in each_scheme(need, message):
        turn = _knowledge(need, one, turn, tools)
    return turn


def _known(name: str, message: Message, turn: Turn, tools: Tools) -> Turn:
    """The answer to a question beside the usual ones."""
    item = tools.known[name]
    asked = next((need for need in message.needs if need in item.needs), None)
    scheme = item.scheme or turn.memory.scheme
    memory = replace(turn.memory, misses=0, scheme=scheme)
    memory = replace(memory, need=asked or memory.need)
    if item.question:
        turn = replace(turn, memory=memory.with_facts(item.facts))
        return answer_by_law(item.question, message, turn, tools)
    said = Utterance("utter_known", {"known": name, "on": tools.today})
    return replace(turn, memory=memory).saying(said)


def _small(need: str, message: Message, turn: Turn) -> Turn:
    memory = turn.memory.speaking_of(message.first("scheme"))
    if need == "emergency_or_distress":
        again = memory.distressed and is_despair(message)
        said = Utterance("utter_emergency_again" if again else "utter_emergency")
        memory = replace(memory.settled(), distressed=True)
        return replace(turn, memory=memory).saying(said)
    if need in ("cancel", "goodbye"):
        said = small_talk(need, memory)
        return replace(turn, memory=memory.settled()).saying(said)
    return replace(turn, memory=memory).saying(small_talk(need, memory))


def _not_understood(message: Message, turn: Turn, tools: Tools) -> Turn:
    memory = replace(turn.memory, misses=turn.memory.misses + 1)
    turn = replace(turn, memory=memory)
    if memory.asked:
        return turn.saying(Utterance("utter_not_an_answer", {"fact": memory.asked}))
    guesses = [need for need in message.guesses if need not in SMALL_TALK][:3]
    near = worth_offering(message, memory, tools.known)
    unclear = message.band == "clarify" and bool(guesses)
    if (unclear and memory.misses == 1) or (near and memory.misses <= _OFFERED):
        meant = (*near, *asking(guesses if unclear else ()))[:3]
        choices = (*meant, Offer("menu"))
        return turn.saying(Utterance("utter_did_you_mean", {}, choices))
    response = "utter_sorry" if memory.misses == 1 else "utter_sorry_again"
    return turn.saying(Utterance(response, {}, (Offer("menu"), Offer("talk_to_human"))))


def _knowledge(need: str, message: Message, turn: Turn, tools: Tools) -> Turn:
    scheme = need_rules.scheme_of(need, message, turn.memory)
    found = need_rules.target(
        need,
        message=message,
        scheme=scheme,
        questions=tools.questions,
        entries=tools.entries,
    )
    memory = turn.memory.asking(need, scheme, about=message)
    turn = replace(turn, memory=memory)
    direct = message.first("question")
    if direct in tools.questions:
        return answer_by_law(str(direct), message, turn, tools)
    if found.question:
        return _in_general(need, found.question, message, turn, tools)
    choices = _to_choose(need, scheme, tools)
    if found.entry:
        return turn.saying(_written(found.entry, message, choices))
    if found.choose_scheme:
        return turn.saying(Utterance("utter_which_scheme", {}, choices))
    return turn.saying(Utterance("utter_not_known", {"need": need}, (_PERSON,)))


def _in_general(
    need: str, question: str, message: Message, turn: Turn, tools: Tools
) -> Turn:
    """Tell what holds for everybody first, and offer to work out the sum."""
    new = fact_rules.for_question(question, message)
    missing = _missing(question, turn.memory.with_facts(new).facts, tools)
    entry = need if need in tools.entries else None
    told = bool(new) or any(message.first(n) for n in ("amount", "plan", "percent"))
    if entry is None or told or not need_rules.is_estimate(question, missing):
        return answer_by_law(question, message, turn, tools)
    estimate = Offer("ask", {"need": need, "question": question})
    return turn.saying(Utterance("utter_answer", {"entry": entry}, (estimate,)))


def _totals(message: Message, turn: Turn, tools: Tools) -> Turn:
    """All that is due on one wage; what is missing is asked for the first of them."""
    schemes = totals.asked(message) or turn.memory.totals
    new = fact_rules.for_question(_FIRST_ON_WAGES, message)
    facts = turn.memory.with_facts(new).facts
    missing = _missing(_FIRST_ON_WAGES, facts, tools)
    if missing and not in_general(_FIRST_ON_WAGES, missing):
        turn = answer_by_law(_FIRST_ON_WAGES, message, turn, tools)
        others = (f"contribution.{s}" for s in schemes if s != "act4")
        return replace(turn, memory=replace(turn.memory, queue=tuple(others)))
    memory = replace(turn.memory, facts=facts, misses=0, totals=schemes)
    memory = replace(memory, question=_FIRST_ON_WAGES, scheme="act4")
    memory = replace(memory, need="contribution_amount_employee", asked=None)
    first = {**facts, "category": 1} if missing else dict(facts)
    values: dict[str, Any] = {
        "facts": first,
        "on": law_day(_FIRST_ON_WAGES, message, tools.today),
    }
    values["schemes"] = list(schemes)
    pay = asking(("how_to_pay",), scheme="act4")
    said = [Utterance("utter_wage_totals", values, () if missing else pay)]
    said += [Utterance("utter_first_category", {}, pay)] if missing else []
    return replace(turn, memory=memory).saying(*said)


_FIRST_ON_WAGES = "contribution.act4"


def _missing(question: str, facts: Mapping[str, Any], tools: Tools) -> tuple[str, ...]:
    try:
        return in_asking_order(tools.missing(question, facts, tools.today))
    except BadFact:
        return ()


_PERSON = Offer("talk_to_human")


def _to_choose(need: str, scheme: str | None, tools: Tools) -> tuple[Offer, ...]:
    if scheme:
        either = need_rules.EITHER.get((need, scheme), ())
        return tuple(Offer("ask", {"need": need, "question": q}) for q in either)
    over_all = need_rules.OVER_ALL.get(need)
    asked = [over_all] if over_all in tools.questions else []
    schemes = need_rules.schemes_to_choose(need, tools.questions, tools.entries)
    return (
        *(Offer("ask", {"need": need, "question": question}) for question in asked),
        *(
            Offer("ask", {"need": need, "scheme": scheme}, by_scheme=True)
            for scheme in schemes
        ),
    )


def _written(entry: str, message: Message, choices: tuple[Offer, ...]) -> Utterance:
    office = offices.find(message.text) if entry == "office_or_contact" else None
    if office:
        return Utterance("utter_office", {"office": office.office}, (_PERSON,))
    return Utterance("utter_answer", {"entry": entry}, choices)


def answer_by_law(question: str, message: Message, turn: Turn, tools: Tools) -> Turn:
    """Answer `question`, or ask for the first fact that it lacks."""
    memory = turn.memory.with_facts(fact_rules.for_question(question, message))
    day = law_day(question, message, tools.today)
    scheme = need_rules.scheme_in(question) or memory.scheme
    memory = replace(memory, scheme=scheme, misses=0)
    try:
        missing = in_asking_order(tools.missing(question, memory.facts, day))
    except BadFact as error:
        memory = replace(memory.without_fact(error.fact), question=question)
        turn = replace(turn, memory=replace(memory, asked=error.fact))
        return turn.saying(Utterance("utter_bad_fact", {"fact": error.fact}))
    if missing and not in_general(question, missing):
        turn = replace(turn, memory=_waiting(memory, question, missing[0]))
        vague = missing[0] == "wage" and tells_no_month(message)
        return turn.saying(Utterance(why_no_wage(message))) if vague else turn
    read = tools.read.get(question, frozenset())
    said = law_replies(
        question, message, memory.facts, missing=missing, on=day, read=read
    )
    if memory.asked is None:
        memory = replace(memory, question=question)
    return replace(turn, memory=memory).saying(*said)


def _waiting(memory: Memory, question: str, fact: str) -> Memory:
    """`question` is asked about next; one that was being asked about waits."""
    if memory.asked and memory.question == question:
        return replace(memory, asked=fact)
    if memory.asked and memory.question:
        queue = (memory.question, *memory.queue)
        queue = tuple(dict.fromkeys(item for item in queue if item != question))
        return replace(memory, question=question, asked=fact, queue=queue)
    return replace(memory, question=question, asked=fact)
