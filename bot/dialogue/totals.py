"""All that is deducted for one wage, side by side and added up, as on a pay slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bot import i18n
from bot.dialogue.followups import asks_the_price
from bot.dialogue.memory import Memory
from bot.dialogue.message import SEVERAL_WAGES, Message
from bot.dialogue.telling import SAME_QUESTION
from bot.dialogue.wages import monthly_wages
from bot.i18n import N_, long_date, money
from bot.i18n.wording.decision import reason_wording
from bot.i18n.wording.law_text import cited
from bot.i18n.wording.telling import Telling
from bot.i18n.wording.terms import scheme_name
from bot.rulebook import Decision, Rulebook

NEED = "wage_totals"
ON_WAGES = ("act4", "eis", "lindung24")
_NAMED = {
    "act4": re.compile(r"\b(socso|sosco|sokso|perkeso|akta 4|act 4)\b"),
    "eis": re.compile(r"\b(eis|sip)\b"),
    "lindung24": re.compile(
        r"\b(skbbk|lindung\s*24(\s*(jam|hours?|h))?|24 (jam|hours?))\b"
    ),
}
_ALL = re.compile(
    r"\b(all three|all 3|all deductions?|ketiga[- ]?tiga|tiga[- ]tiga|semua sekali"
    r"|semua (potongan|caruman)|(potongan|caruman) semua|jumlah (potongan|besar)"
    r"|total (deductions?|potongan|semua|all)|jumlah semua|semua (jumlah|total|potong)"
    r"|(potong|tolak|campur|jumlahkan|tambah) (ke)?semua|semua (di)?campur"
    r"|add (them|it|everything)( all)? (up|together)"
    r"|everything together)\b"
)
_HEAD = N_("On a monthly wage of {wage}:")
_BOTH = N_("{scheme}: the employee pays {employee}, the employer {employer}")
_ONE = N_("{scheme}: the employee pays {employee}")
_ONLY_EMPLOYER = N_("{scheme}: the employer pays {employer}")
_NONE = N_("{scheme}: nothing. {why}")
_UNKNOWN = N_(
    "{scheme}: I do not know the amount of that time for certain. Please ask PERKESO at"
    " 1-300-22-8000."
)
_SUM = N_(
    "Together: {employee} is deducted from the employee and {employer} paid by the"
    " employer, {total} in all."
)
_CONFIRM = N_("Please confirm this with PERKESO before you rely on it.")
_RELEASED = N_(
    "LINDUNG 24 Jam is not deducted from a citizen or permanent resident who filed a"
    " release of liability."
)


def asked(message: Message) -> tuple[str, ...]:
    """The schemes on wages whose sum a message asks for; empty if it asks for none."""
    text = message.text.casefold()
    named = {name for name, pattern in _NAMED.items() if pattern.search(text)}
    named |= set(message.values("scheme")) & set(ON_WAGES)
    if _ALL.search(text):
        named = set(ON_WAGES)
    several = len(named) > 1 and (len(named) > 2 or "lindung24" in named)
    return tuple(s for s in ON_WAGES if s in named) if several else ()


def asks(needs: tuple[str, ...], message: Message, memory: Memory) -> bool:
    """Whether all that is taken from one wage is asked for."""
    if not asked(message) or not set(needs) <= _MAY_ADD_UP:
        return False
    if message.first("amount"):
        return one_wage(message) is not None
    told = "wage" in memory.facts or asks_the_price(message)
    return told and not message.first("benefit")


_MAY_ADD_UP = frozenset(
    {"contribution_amount_employee", "contribution_amount_eis", "lindung24", "inform"}
    | {"nlu_fallback", "out_of_scope", "contribution_amount_selfemployed", "how_to_pay"}
    | {"scheme_definition", "contribution_amount_housewife"}
)


def remembered(needs: tuple[str, ...], memory: Memory) -> Memory:
    """Two contributions told in one turn are asked about together later on."""
    both = ("contribution_amount_employee", "contribution_amount_eis")
    if not set(both) <= set(needs) or memory.asked:
        return memory
    return replace(memory, totals=("act4", "eis"))


def again(message: Message, memory: Memory) -> tuple[str, ...]:
    """The last question again; sums are asked again together, of one wage at a time."""
    if not memory.totals:
        return (SAME_QUESTION,)
    if len(monthly_wages(message)) > 1 or message.first(SEVERAL_WAGES):
        return tuple(_NEEDS[scheme] for scheme in memory.totals)
    return (NEED,)


_NEEDS = {
    "act4": "contribution_amount_employee",
    "eis": "contribution_amount_eis",
    "lindung24": "lindung24",
}


def one_wage(message: Message) -> str | None:
    """The wage that a message tells, if it tells exactly one."""
    wages = monthly_wages(message)
    return wages[0] if len(wages) == 1 else None


def totals_text(book: Rulebook, values: Mapping[str, Any], language: str) -> str:
    """What is due under each scheme for the wage in `values`, and the sum."""
    facts, on = values["facts"], date.fromisoformat(values["on"])
    decided = {
        scheme: book.decide(f"contribution.{scheme}", facts, on=on)
        for scheme in values["schemes"]
    }
    wage = money(Decimal(str(facts["wage"])), language)
    lines = [i18n.translate(_HEAD, language, wage=wage)]
    lines += [f"• {_line(s, d, facts, language)}" for s, d in decided.items()]
    due = [d.amounts for d in decided.values() if d.outcome == "amount"]
    sums = {
        name: money(sum((one[name] for one in due), Decimal(0)), language)
        for name in ("employee", "employer", "total")
    }
    if all(d.outcome != "refer" for d in decided.values()):
        lines.append(i18n.translate(_SUM, language, **sums))
    deducted = "lindung24" in decided and decided["lindung24"].outcome == "amount"
    if deducted and facts.get("citizenship") != "foreigner":
        lines.append(i18n.translate(_RELEASED, language))
    if any(d.confidence == "medium" for d in decided.values()):
        lines += ["", i18n.translate(_CONFIRM, language)]
    return "\n".join([*lines, "", _source(decided, on, language)])


def _line(
    scheme: str, decision: Decision, facts: Mapping[str, Any], language: str
) -> str:
    name = scheme_name(scheme, language)
    if decision.outcome == "refer":
        return i18n.translate(_UNKNOWN, language, scheme=name)
    if decision.outcome != "amount":
        telling = Telling(decision, facts, language)
        unmet = [r for r in decision.reasons if r.met is False] or decision.reasons
        told = (reason_wording(telling, reason) for reason in unmet)
        why = next((one for one in told if one), "")
        return i18n.translate(_NONE, language, scheme=name, why=why).strip()
    amounts = decision.amounts
    pays = {who: money(amounts[who], language) for who in ("employee", "employer")}
    source = _BOTH if amounts["employee"] and amounts["employer"] else _ONE
    source = source if amounts["employee"] else _ONLY_EMPLOYER
    used = {key: value for key, value in pays.items() if f"{{{key}}}" in source}
    return i18n.translate(source, language, scheme=name, **used)


def _source(decided: Mapping[str, Decision], on: date, language: str) -> str:
    citations = [*_citations(decided)]
    source = cited(citations, language)
    day = long_date(on, language)
    said = N_("Source: {source}. As at {date}.")
    return i18n.translate(said, language, source=source, date=day)


def _citations(decided: Mapping[str, Decision]) -> Iterator[Any]:
    for decision in decided.values():
        for reason in decision.reasons:
            decides = reason.code == "WAGE_BAND" or reason.met is False
            if decides and reason.citation:
                yield reason.citation
