"""When a known question answers better than the need in general.

Retrieval says which questions a message is near to. A wrong answer is worse than a
general one, so the question must fit the scheme and the need as well, must stand clear
of the next one, and must not push aside what the message states for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.answers import offices
from bot.dialogue import needs as need_rules
from bot.dialogue.asking import Known
from bot.dialogue.facts import is_of_law
from bot.dialogue.followups import asks_the_price
from bot.dialogue.memory import Memory
from bot.dialogue.message import ANSWERING, Found, Message
from bot.dialogue.periods import tells_days
from bot.dialogue.sides import EMPLOYER, side
from bot.dialogue.turn import Offer
from bot.dialogue.work import settled_scheme

PREFIX = "known:"  # a need that stands for one of these questions
CLEAR = 0.06  # likelier than the next question by so much
_REFINES = 0.1  # how much the need that was understood speaks for a question
_MOST_OFFERED = 2
OTHER = "out_of_scope"
_OURS = 0.36  # so near a question of ours that the message is in scope
_OUR_NAME = re.compile(
    r"\b(perkeso|so[ck]so|sosco|eis|sip|m?en?carum|carum(an)?|kasih|kendiri|contributions?)"
    r"\b",
    re.IGNORECASE,
)
_LIKELIER = 0.35  # than a need that was understood unsurely
_ANSWERS = ("sure", "answer")
# needs of conversation and of records that no question may push aside by chance
_FIRM = frozenset({"emergency_or_distress", "greet", "thanks", "goodbye", "affirm"})
# what they stand for is answered in general, or is somebody else's matter
_ONLY_SURE = frozenset(
    {"out_of_scope", "bot_challenge", "talk_to_human", "complaint", "menu", "cancel"}
    | {"update_details", "deny", "inform", "change_language"}
)
# a warning against being cheated harms nobody who is told it without need
_WARNINGS = frozenset({"agents", "scam_call"})
# values that the law works with: who states one wants the sum or the verdict
_WORKED_OUT = frozenset({"amount", "plan", "percent", "injury", "children"})
_OF_A_PERSON = frozenset({"age", "birth_date", "citizenship", "amount", "first_time"})


def chosen(
    need: str, message: Message, memory: Memory, known: Mapping[str, Known]
) -> str | None:
    """The name of the question that answers `message` better than `need`, if any."""
    if need in _FIRM or message.intent == "ask":
        return None
    near = _ranked(message, memory, known, need=need)
    if not near or near[0].band not in _ANSWERS:
        return None
    first = near[0]
    if not _stands_clear(near):
        return None
    sure = _is_sure(need, first, message, known)
    if not sure and _wants_the_benefit(need, message, known[first.name]):
        return None
    benefit = need_rules.BENEFIT_NEEDS.get(str(message.first("benefit")))
    if benefit == need and not sure and len(message.text.split()) <= _ONLY_NAMED:
        return None  # nothing but the benefit itself is asked about
    if first.name in _WARNINGS and first.band == "sure":
        return first.name
    if _states_values(need, message, memory):
        doubtful = message.band != "answer" and need not in ANSWERING
        return first.name if sure and doubtful else None
    sum_asked = _asks_the_sum(need, message)
    if sum_asked and message.first("benefit") and known[first.name].question is None:
        return None  # the law has the sum of a benefit that is named
    if need in _ONLY_SURE or sum_asked:
        named = _OUR_NAME.search(message.text) or message.first("scheme")
        spoken_of = memory.scheme and known[first.name].scheme == memory.scheme
        ours = need == OTHER and (named or spoken_of) and first.score >= _OURS
        theirs = message.first("agency") and not named
        return first.name if (sure or ours) and not theirs else None
    unclear = message.band == "clarify" and first.score >= _LIKELIER
    if sure or unclear or need in known[first.name].needs or need == "nlu_fallback":
        return first.name
    return None


_ONLY_NAMED = 6  # words


def _is_sure(
    need: str, first: Found, message: Message, known: Mapping[str, Known]
) -> bool:
    """Whether a question is so near that it may stand for any need.

    Papers, time limits and steps are asked for in the words of the benefit: a need that
    was understood gives way only to a question that refines it, or one beyond doubt.
    """
    if first.band != "sure":
        return first.name in _WARNINGS and first.score >= _OURS
    refines = need in known[first.name].needs | _REFINED_BY_ALL | _NO_ANSWERS
    return refines or message.band != "answer" or first.score >= _BEYOND_NEED


_BEYOND_NEED = 0.7
_NO_ANSWERS = frozenset({"menu", "update_details"})  # they push aside nothing of law
_REFINED_BY_ALL = frozenset({"nlu_fallback", "scheme_definition"})


def _wants_the_benefit(need: str, message: Message, item: Known) -> bool:
    """Whether somebody asks what a case gives, which no meaning of a word tells."""
    explains = "scheme_definition" in item.needs and need.startswith("benefit_")
    return explains and bool(_GETS.search(message.text.casefold()))


_GETS = re.compile(
    r"\b(dapat|dpt|layak|tuntut|claim|apply|mohon|gets?|receive|entitled|qualif\w+"
    r"|eligible|dibayar)\b"
)


def _asks_the_sum(need: str, message: Message) -> bool:
    """Whether an amount is asked for, which the law works out."""
    of_law = need.startswith(("benefit_", "contribution_"))
    return of_law and asks_the_price(message)


def worth_offering(
    message: Message, memory: Memory, known: Mapping[str, Known]
) -> tuple[Offer, ...]:
    """Buttons for questions that the message may have meant."""
    near = [f for f in _fitting(message, memory, known) if f.band != "far"]
    return tuple(Offer("ask", {"known": f.name}) for f in near[:_MOST_OFFERED])


def near_ours(
    needs: tuple[str, ...], message: Message, memory: Memory, known: Mapping[str, Known]
) -> tuple[str, ...]:
    """What seems nobody's matter here, but is near a question of ours, in a talk of
    ours: it is answered or offered, since a refusal of what is in scope helps nobody.
    """
    vague = needs == ("talk_to_human",) and message.band == "clarify"
    apart = (vague or needs in ((OTHER,), ("menu",))) and not message.first("agency")
    ours = memory.need or memory.scheme or _OUR_NAME.search(message.text)
    least = _NEAR if needs == (OTHER,) else _NEAR_MENU
    near = sorted(_fitting(message, memory, known), key=lambda f: -f.score)
    if not (apart and ours and near) or near[0].score < least:
        return ()
    if memory.need and near[0].band == "sure" and needs == (OTHER,):
        return (f"{PREFIX}{near[0].name}",)
    return () if memory.asked else ("nlu_fallback",)


_NEAR, _NEAR_MENU = 0.3, 0.25


def _ranked(
    message: Message, memory: Memory, known: Mapping[str, Known], *, need: str
) -> list[Found]:
    """What fits, with those that refine `need` moved forward."""

    def likely(found: Found) -> float:
        item = known[found.name]
        refines = _REFINES if need in item.needs else 0.0
        return found.score + refines + _by_scheme(item, message, memory)

    fitting = _fitting(message, memory, known)
    may_mean = [found for found in fitting if need not in known[found.name].not_for]
    near = sorted(may_mean, key=likely, reverse=True)
    return [replace(found, score=likely(found)) for found in near]


def _by_scheme(item: Known, message: Message, memory: Memory) -> float:
    """How much the scheme spoken of speaks for a question, or against it."""
    named = message.first("scheme") or settled_scheme(message)
    if named or memory.scheme is None or item.scheme is None:
        return 0.0
    return _REFINES if item.scheme == memory.scheme else -_REFINES


def _fitting(
    message: Message, memory: Memory, known: Mapping[str, Known]
) -> Iterator[Found]:
    """Questions found, without those of another scheme, the likeliest first."""
    named = message.first("scheme") or settled_scheme(message)
    asker = side(message)
    if asker == EMPLOYER:
        named = message.first("scheme")  # the trade is not that of who is insured
    scheme = named or memory.scheme
    at_work = set(message.values("cause")) & {"work", "commute"}
    for found in message.found:
        item = known.get(found.name)
        if item is None or (asker and item.asker not in (None, asker)):
            continue
        beside = (None, named, *_BESIDE.get(str(named), ()))
        if named and item.scheme not in beside and not _beyond_doubt(found, message):
            continue
        if scheme and item.scheme not in (None, scheme) and found.band != "sure":
            continue
        if item.scheme == "skssr" and at_work:
            continue  # nobody keeps house on an errand for an employer
        yield found


def _beyond_doubt(found: Found, message: Message) -> bool:
    """Whether a question is so near that a kind of work, which may be somebody else's,
    does not speak against it: "after fetching my child from the sitter".
    """
    stated = message.first("scheme") or set(message.values("employment"))
    return not stated and found.score >= _BEYOND_DOUBT


_BEYOND_DOUBT = 0.55

# what is asked about under one name may belong to the other
_BESIDE = {
    "act4": ("lindung24", "eis"),
    "lindung24": ("act4",),
    "sksps": ("gig",),
    "gig": ("sksps",),
}


def _stands_clear(near: Sequence[Found]) -> bool:
    return len(near) == 1 or near[0].score - near[1].score >= CLEAR or _twin(near)


def _twin(near: Sequence[Found]) -> bool:
    """A question that is very near may have a near neighbour."""
    return near[0].band == "sure" and near[0].score - near[1].score >= CLEAR / 2


def _states_values(need: str, message: Message, memory: Memory) -> bool:
    """Whether the message states what the law works with: it asks for the verdict."""
    named = {
        name
        for index, (name, _) in enumerate(message.entities)
        if not is_of_law(message, index)
    }
    if need == memory.need and need == _OF_DAYS and tells_days(message):
        return True  # other days for what was answered just now
    by_scheme = need in need_rules.BY_SCHEME and not named & {"cause", "injury"}
    if by_scheme and need_rules.scheme_of(need, message, memory) is None:
        return False  # the law cannot tell before the scheme is known
    if need == "office_or_contact":
        return offices.find(message.text) is not None
    if need in ANSWERING or need.startswith("eligibility_"):
        return bool(named & _OF_A_PERSON)
    if need == "benefit_dependants_or_survivors":
        of_self = message.first("deceased") == "self" and memory.scheme
        return bool("cause" in named or of_self)
    if need == _OF_DAYS and tells_days(message):
        return True
    of_law = need in (*need_rules.FIXED, "lindung24", "gig_law")
    of_law = of_law or need.startswith("benefit_")
    return of_law and bool(named & _WORKED_OUT)


_OF_DAYS = "benefit_temporary_disablement"
