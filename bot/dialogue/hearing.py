"""What a message wants: its needs in the light of what was said before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.dialogue import (
    certainly,
    followups,
    hardship,
    misheard,
    plainly,
    telling,
    tone,
    topics,
    totals,
)
from bot.dialogue import needs as need_rules
from bot.dialogue.asking import Tools
from bot.dialogue.curated import PREFIX, chosen, near_ours, worth_offering
from bot.dialogue.ellipsis import of_benefit_spoken_of
from bot.dialogue.law import law_year
from bot.dialogue.left_out import asks_for_shares, of_another_year
from bot.dialogue.lookup_entry import asks_to_appeal, status_asked
from bot.dialogue.lookup_words import TOPIC_OF
from bot.dialogue.manners import MOST_NEEDS
from bot.dialogue.memory import Memory
from bot.dialogue.message import ANSWERING, Message
from bot.dialogue.prices import with_price
from bot.dialogue.received import price_meant
from bot.dialogue.small_talk import of_language, without_greeting
from bot.dialogue.spoken_of import of_scheme_spoken_of
from bot.dialogue.telling import SAME_QUESTION
from bot.dialogue.warned import cheated_after_warning


def wanted(
    message: Message, stated: Mapping[str, Any], memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """Needs to answer, in order; `stated` are the facts that the message gives."""
    needs = _wanted(message, stated, memory, tools)
    return totals.again(message, memory) if needs == (SAME_QUESTION,) else needs


def _wanted(
    message: Message, stated: Mapping[str, Any], memory: Memory, tools: Tools
) -> tuple[str, ...]:
    needs = message.needs[:MOST_NEEDS]
    at_once = _at_once(needs, message, memory, tools)
    if at_once:
        return at_once
    if "emergency_or_distress" in needs or hardship.is_bereft(message):
        needs = hardship.in_distress(message)
    needs = _of_rights(without_greeting(needs), message)
    if message.intent == "ask" or needs in (("withdraw",), ("abuse",)):
        return needs
    in_talk = _in_talk(needs, message, stated, memory, tools)
    if in_talk is not None:
        return in_talk
    needs = misheard.put_right(needs, message, memory, tools)
    return _weighed(_put_right(needs, message, memory), message, stated, memory, tools)


def _at_once(
    needs: tuple[str, ...], message: Message, memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """What goes before everything else that a message may be taken for."""
    known = message.first("known")
    if known in tools.known:
        return (f"{PREFIX}{known}",)
    if tone.is_command(message):
        return ("out_of_scope",)
    if tone.asks_of_help_line(message):
        return ("help_line",)
    if tone.is_beaten(message):
        return ("emergency_or_distress",)
    if "emergency_or_distress" in needs:
        return plainly.calmly_asked(message)
    if memory.distressed and hardship.goes_on(message, needs):
        return ("emergency_or_distress",)
    cheated = cheated_after_warning(message, memory, tools)
    return cheated or certainly.asked(message, tools.known)


def _of_rights(needs: tuple[str, ...], message: Message) -> tuple[str, ...]:
    """Appeals, withdrawals, pensions and scolding, by the words that say them."""
    if asks_to_appeal(message) and set(needs) <= _MAY_APPEAL:
        needs = ("appeal",)
    withdraws = tone.withdraws_at_law(message) and not message.first("agency")
    if withdraws and set(needs) <= _MAY_WITHDRAW:
        return ("withdraw",)
    if tone.asks_of_pension(message) and set(needs) <= _MAY_ASK_OF_PENSION:
        needs = ("benefit_dependants_or_survivors",)
    if tone.is_abuse(message) and set(needs) <= hardship.MAY_SCOLD:
        return ("abuse",)
    return needs


def _in_talk(
    needs: tuple[str, ...],
    message: Message,
    stated: Mapping[str, Any],
    memory: Memory,
    tools: Tools,
) -> tuple[str, ...] | None:
    """What a message wants by its topic alone or by what was said before it."""
    topic = topics.of_topic(message, memory, tools.known)
    if topic:
        return topic
    other_person = message.first("relation") not in (None, memory.relation)
    free = memory.asked is None or other_person
    if free and followups.is_bare(message, memory):
        again = _again(message, stated, memory, tools)
        return again or _instead_of_thanks(needs, message, memory, tools)
    price = followups.price_meanwhile(message, memory) if memory.asked else None
    if price:
        return (price,)
    if followups.asks_what_it_is(message) and needs != ("lindung24",):
        return ("scheme_definition",)
    return None


def _put_right(
    needs: tuple[str, ...], message: Message, memory: Memory
) -> tuple[str, ...]:
    """Needs that the words or the talk show to be others than they were taken for."""
    priced = [price_meant(need, message, memory) for need in needs]
    spoken_of = [of_scheme_spoken_of(n, message, memory) for n in priced]
    meant = [need_rules.of_benefit(need, message) for need in spoken_of]
    needs = hardship.after_a_death(tuple(dict.fromkeys(meant)), message)
    if _asks_whether_it_counts(needs, message):
        needs = ("coverage_start_or_period",)
    unsaid = message.guesses or tone.asks_what_if(message)
    unsaid = unsaid or message.band == "clarify"
    if needs == ("cancel",) and unsaid and not tone.says_stop(message):
        needs = message.guesses[:1] or ("nlu_fallback",)  # whoever stops says so
    if needs in (("affirm",), ("deny",)) and tone.asks_something(message):
        needs = message.guesses[:1] or needs  # "ok, and what does it cover?"
    if needs == ("scheme_definition",) and plainly.names_unknown(message):
        return ("unknown_word",)
    unclear = needs == ("change_language",) and not of_language(message)
    unclear = unclear or (needs == ("inform",) and tone.asks_unsurely(message))
    return ("nlu_fallback",) if unclear else needs


def _weighed(
    needs: tuple[str, ...],
    message: Message,
    stated: Mapping[str, Any],
    memory: Memory,
    tools: Tools,
) -> tuple[str, ...]:
    """Needs against the known questions near them, and against how sure they are."""
    vague, before = _is_vague(needs, message), needs
    if vague and message.guesses:
        needs = ("nlu_fallback",)
    status = status_asked(message, needs[0])
    why = telling.asks_why(message, memory) and not status
    if why or followups.asks_how_long(message, memory):
        return (SAME_QUESTION,)
    needs = _of_pay(needs, message)
    settled = status or hardship.mourns(message)
    if len(needs) == 1 and not (settled or of_benefit_spoken_of(message, memory)):
        found = chosen(needs[0], _of_claims(message, tools), memory, tools.known)
        if found:
            return (f"{PREFIX}{found}",)
    ours = near_ours(needs, message, memory, tools.known)
    if ours:
        return ours
    if vague:
        return before if "out_of_scope" in before else needs
    return _completed(needs, message, stated, memory, tools)


def _is_vague(needs: tuple[str, ...], message: Message) -> bool:
    """Whether needs are an unsure guess that helps nobody."""
    # about the record of somebody who died nothing else fits better
    of_the_dead = message.tells_of_a_death and set(needs) <= set(TOPIC_OF)
    return message.band == "clarify" and set(needs) <= _VAGUE and not of_the_dead


def _of_pay(needs: tuple[str, ...], message: Message) -> tuple[str, ...]:
    """An employer who pays nothing, and what is taken off a wage."""
    if tone.tells_of_default(message) and needs == ("contribution_amount_employee",):
        needs = ("complaint", *needs)
    if message.band != "answer" and followups.asks_what_is_cut(message):
        needs = ("contribution_amount_employee",)
    return needs


def _completed(
    needs: tuple[str, ...],
    message: Message,
    stated: Mapping[str, Any],
    memory: Memory,
    tools: Tools,
) -> tuple[str, ...]:
    """Needs with what is asked along with them, or what a short message only tells."""
    if totals.asks(needs, message, memory):
        return (totals.NEED,)
    needs = with_price(needs, message)
    if set(needs) <= ANSWERING | {"nlu_fallback"}:
        told = telling.told(message, stated, memory, tools)
        return told or _instead_of_thanks(needs, message, memory, tools)
    return needs


# readings of "can I appeal" that miss what is asked
_MAY_APPEAL = frozenset(
    {*TOPIC_OF, "nlu_fallback", "inform", "affirm", "out_of_scope", "cancel", "appeal"}
    | {"scheme_definition", "how_to_claim", "deny", "complaint"}
)
# readings of "cancel my claim"; this talk is not what is to end
_MAY_WITHDRAW = frozenset(
    {*TOPIC_OF, *ANSWERING, "cancel", "nlu_fallback", "out_of_scope"}
)
_MAY_ASK_OF_PENSION = frozenset({*ANSWERING, "nlu_fallback", "out_of_scope"})
# an unsure guess at one of these helps nobody
_VAGUE = frozenset(
    {"menu", "bot_challenge", "cancel", "out_of_scope", "goodbye", *TOPIC_OF}
)


def _again(
    message: Message, stated: Mapping[str, Any], memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """What a message that holds only values asks again; empty if nothing."""
    price = followups.price_again(message, memory)
    price = price or followups.price_of_plan(message, memory)
    if price:
        return (price,)
    other = followups.moved(memory, message)
    if other:
        return (other,)
    if memory.question and (
        telling.changes(memory.question, message, stated, tools)
        or followups.asks_the_price(message)
        or message.first("relation")
        or message.first("period")
        or (message.first("month") and memory.question.startswith("contribution."))
        or law_year(message.text, tools.today)
        or of_another_year(message, memory)
        or asks_for_shares(message, memory)
    ):
        return (SAME_QUESTION,)
    return telling.told(message, stated, memory, tools)


def _asks_whether_it_counts(needs: tuple[str, ...], message: Message) -> bool:
    """Whether someone tells what happened and asks if, not how, it can be claimed."""
    text = message.text.casefold()
    if message.first("cause") is None or len(needs) != 1:
        return False
    if needs[0].startswith("eligibility_") and message.band == "clarify":
        return bool(_WHAT_DO_I_GET.search(text))
    asks = needs[0] == "how_to_claim" and _CAN_CLAIM.search(text)
    return bool(asks) and not _HOW.search(text)


_WHAT_DO_I_GET = re.compile(
    r"\b(dapat|dpt|dapek) (apa|berapa|brp)\b|\bapa (\w+ ){0,3}(dapat|dpt|dapek)\b"
    r"|\bwhat (do|can|will|would|does) (\w+ ){1,2}(get|receive)\b"
)
_CAN_CLAIM = re.compile(
    r"\b(boleh|bole|bleh|blh|bley|buleh|leh|dapat|dpt|layak"
    r"|can|may|could|able to|eligible)\b"
    r"\W+(\w+\W+){0,3}?(claim|klaim|klem|kleim|tuntut)\b"
)
_HOW = re.compile(
    r"\b(how|macam ?mana|mcm ?mn?a?|camn[ae]|camana|guano|cemana|cara|cane|bagaimana\w*"
    r"|borang|form|steps?|where (can|do|to)|(kat|dekat|di) ?mana|apa|what)\b"
)


def _of_claims(message: Message, tools: Tools) -> Message:
    """Papers for a claim are not those for joining."""
    if not followups.says_claim(message):
        return message
    joining = {name for name, k in tools.known.items() if "how_to_register" in k.needs}
    found = tuple(hit for hit in message.found if hit.name not in joining)
    return replace(message, found=found)


def _instead_of_thanks(
    needs: tuple[str, ...], message: Message, memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """Nobody is thanked for what is told after an answer and changes nothing in it."""
    asks = needs == ("deny",) and tone.asks_what_if(message)  # "and myself?"
    if not (asks or needs == ("inform",)) or memory.need is None or memory.asked:
        return needs
    if memory.question and any(message.first(fact) for fact in telling.OWN_FACTS):
        return (SAME_QUESTION,)
    offered = worth_offering(message, memory, tools.known)
    return ("nlu_fallback",) if offered else needs
